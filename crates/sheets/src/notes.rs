//! Notices about a sheet, each with row and column, bounded so that one bad column of 20,000
//! rows cannot flood the page: the first ones stand, the rest are counted.

use std::collections::BTreeMap;

use catalog::{Notice, Severity};

/// How many notices of one code and column stand by themselves.
const MOST_OF_A_KIND: usize = 5;

/// Codes that say only how a value was understood; nothing was lost or doubted.
const INFORMING: &[&str] = &[
    "placeholder-price",
    "placeholder-frequency",
    "approximate-price",
    "date-from-number",
    "size-unit-ambiguous",
    "several-frequencies",
    "unused-columns",
    "markup-removed",
    "blank-row",
    "blank-title",
];

/// Collects notices in reading order.
#[derive(Debug, Default)]
pub(crate) struct Notes {
    list: Vec<Notice>,
    counts: BTreeMap<(String, String), usize>,
}

impl Notes {
    /// A notice at one cell; `column` also groups notices of one kind.
    pub(crate) fn cell(
        &mut self,
        code: &str,
        place: impl Into<String>,
        column: &str,
        data: impl AsRef<str>,
    ) {
        let count = self
            .counts
            .entry((code.to_owned(), column.to_owned()))
            .or_default();
        *count += 1;
        if *count <= MOST_OF_A_KIND {
            self.list
                .push(Notice::new(severity(code), code, place, data));
        }
    }

    /// A notice about the whole sheet or the mapping.
    pub(crate) fn whole(
        &mut self,
        severity: Severity,
        code: &str,
        place: &str,
        data: impl AsRef<str>,
    ) {
        self.list.push(Notice::new(severity, code, place, data));
    }

    /// Every notice; what was only counted ends the list as `more-of-the-same`, whose data is
    /// the code and how many more there are.
    pub(crate) fn finish(mut self) -> Vec<Notice> {
        for ((code, column), count) in &self.counts {
            if *count > MOST_OF_A_KIND {
                let data = format!("{code}: {}", count - MOST_OF_A_KIND);
                let place = if column.is_empty() {
                    String::new()
                } else {
                    format!("column {column}")
                };
                self.list
                    .push(Notice::new(severity(code), "more-of-the-same", place, data));
            }
        }
        self.list
    }
}

fn severity(code: &str) -> Severity {
    if INFORMING.contains(&code) {
        Severity::Info
    } else {
        Severity::Warning
    }
}
