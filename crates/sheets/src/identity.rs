//! Ids of listings that stay the same when a sheet is rebuilt (`model.md` §B rule 11).

use std::collections::HashSet;

use catalog::{Identifier, Listing, stable_id};

/// Gives every listing of a sheet an id of its own.
#[derive(Debug, Default)]
pub(crate) struct Identity {
    taken: HashSet<String>,
}

impl Identity {
    /// Sets the id of `listing` from `stated`, the text of the id column, else from what the
    /// listing is: exchange, title, supplier and page. Returns the id that was already taken,
    /// if the listing had to get another.
    pub(crate) fn settle(
        &mut self,
        listing: &mut Listing,
        stated: Option<&str>,
        scheme: &str,
        supplier: &str,
    ) -> Option<String> {
        let nature = nature(listing, supplier);
        let id = stable_id(stated.unwrap_or(&nature));
        if let Some(stated) = stated.filter(|stated| *stated != id) {
            listing.identifiers.push(Identifier {
                scheme: scheme.to_owned(),
                value: stated.to_owned(),
            });
        }
        if self.taken.insert(id.clone()) {
            listing.id = id;
            return None;
        }
        listing.id = self.free(&id, &nature);
        Some(id)
    }

    /// An id for a repetition. It hangs on what the listing is and not on its row, so that rows
    /// may move between two builds; only listings equal in everything are numbered.
    fn free(&mut self, id: &str, nature: &str) -> String {
        let digest = stable_id(&format!("{nature}\n"));
        let digits = digest.get(2..10).unwrap_or("0");
        // Leaves room for the suffixes within the 200 characters of an id.
        let base: String = id.chars().take(180).collect();
        let mut candidate = format!("{base}~{digits}");
        let mut number = 2;
        while !self.taken.insert(candidate.clone()) {
            candidate = format!("{base}~{digits}~{number}");
            number += 1;
        }
        candidate
    }
}

/// What makes a listing itself when nothing else does. Always holds line ends, which no id may,
/// so that it always becomes a digest.
fn nature(listing: &Listing, supplier: &str) -> String {
    let title = listing.title.iter().next().map_or("", |(_, title)| title);
    let exchange = listing.exchange.as_deref().unwrap_or("");
    let page = listing.landing_page.as_deref().unwrap_or("");
    format!("{exchange}\n{title}\n{supplier}\n{page}")
}

#[cfg(test)]
mod tests {
    use super::*;
    use catalog::Text;

    fn listing(title: &str) -> Listing {
        Listing {
            title: Text::new("zh", title),
            ..Listing::default()
        }
    }

    fn settle(identity: &mut Identity, title: &str, stated: Option<&str>) -> String {
        let mut listing = listing(title);
        identity.settle(&mut listing, stated, "source", "示例公司");
        listing.id
    }

    #[test]
    fn a_stated_id_stands_and_a_refused_one_is_kept_beside_its_digest() {
        let mut identity = Identity::default();
        assert_eq!(settle(&mut identity, "甲", Some("1856")), "1856");
        let mut other = listing("乙");
        identity.settle(&mut other, Some("编号 七"), "登记编号", "");
        assert!(other.id.starts_with("h-"));
        assert_eq!(other.identifiers[0].value, "编号 七");
    }

    #[test]
    fn rows_may_move_without_changing_ids() {
        let titles = ["甲", "乙", "丙"];
        let mut forth = Identity::default();
        let first: Vec<_> = titles
            .iter()
            .map(|title| settle(&mut forth, title, None))
            .collect();
        let mut back = Identity::default();
        let mut second: Vec<_> = titles
            .iter()
            .rev()
            .map(|title| settle(&mut back, title, None))
            .collect();
        second.reverse();
        assert_eq!(first, second);
    }

    #[test]
    fn repeated_ids_stay_unique_whatever_is_repeated() {
        let mut identity = Identity::default();
        let ids: Vec<_> = [
            ("甲", Some("7")),
            ("乙", Some("7")),
            ("乙", Some("7")),
            ("乙", Some("7")),
        ]
        .into_iter()
        .map(|(title, stated)| settle(&mut identity, title, stated))
        .collect();
        assert_eq!(ids.iter().collect::<HashSet<_>>().len(), 4);
        assert_eq!(ids[0], "7");
        assert!(ids[3].ends_with("~2~3") || ids[3].ends_with("~3"));
    }
}
