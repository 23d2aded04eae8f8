//! What was mended when a catalog was built, kept in the file itself. A built catalog is clean,
//! so its reader would find nothing to tell, and the visitor would take it for the source's own.

use crate::{Catalog, Notice, Severity};
use record::Record;
use serde_json::Value;

/// The member of a catalog that holds them (`model.md` §B rule 2: `x-` is the publisher's).
const MEMBER: &str = "x-jishi-repairs";

/// Most that are kept: what is read by people is no use in thousands.
const MOST: usize = 500;

impl Catalog {
    /// Keeps `notices` in the catalog beside those that are already kept; of too many the
    /// gravest, and how many there were.
    pub fn keep_repairs(&mut self, notices: &[Notice]) {
        let mut kept = self.repairs();
        kept.extend_from_slice(notices);
        let all = kept.len();
        if all > MOST {
            let of = |severity| kept.iter().filter(move |n| n.severity == severity);
            let by_gravity = [Severity::Error, Severity::Warning, Severity::Info]
                .into_iter()
                .flat_map(of);
            kept = by_gravity.take(MOST).cloned().collect();
            let count = all.to_string();
            kept.push(Notice::new(Severity::Info, "more-notices", "", count));
        }
        if !kept.is_empty() {
            let list = kept.iter().map(Record::write).collect();
            self.extra.insert(MEMBER.to_owned(), Value::Array(list));
        }
    }

    /// What was mended when the catalog was built; what is no notice there is passed over.
    #[must_use]
    pub fn repairs(&self) -> Vec<Notice> {
        let list = self.extra.get(MEMBER).and_then(Value::as_array);
        let notices = list.into_iter().flatten().take(MOST + 1);
        let read = notices.filter_map(|notice| record::from_value::<Notice>(notice.clone()).ok());
        // Made anew, so that another's file is held to the same bounds as a reading.
        read.map(|n| Notice::new(n.severity, &n.code, n.at, n.data))
            .collect()
    }
}
