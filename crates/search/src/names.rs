//! Names of facet values, told once. An answer to somebody who has them is numbers only: two
//! thousand suppliers are then some kilobytes and not a tenth of a megabyte.

use crate::{Answer, Ask, ValueCount};
use std::collections::BTreeMap;

/// The tables of names that one asker has.
#[derive(Clone, Debug, Default)]
pub struct Names {
    tables: BTreeMap<u64, Vec<ValueCount>>,
}

/// Most tables that are kept; sources that are read again have new ones.
const MOST: usize = 512;

impl Names {
    /// Has `ask` say which tables are here.
    pub fn tell(&self, ask: &mut Ask) {
        ask.names = self.tables.keys().copied().collect();
    }

    /// Keeps the names that `answer` brings, and gives it those that it left out.
    pub fn complete(&mut self, answer: &mut Answer) {
        let facets = answer.parts.iter_mut().flat_map(|part| &mut part.facets);
        for counts in facets.filter(|counts| counts.table != 0) {
            if !counts.values.is_empty() {
                while self.tables.len() >= MOST {
                    self.tables.pop_first();
                }
                self.tables.insert(counts.table, counts.values.clone());
            } else if let Some(names) = self.tables.get(&counts.table) {
                let named = names.iter().zip(&counts.counts);
                let named = named.map(|(name, count)| ValueCount {
                    count: *count,
                    ..name.clone()
                });
                counts.values = named.collect();
            }
            counts.counts.clear();
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{Index, Query, Reader};

    #[test]
    fn an_answer_to_who_has_the_names_is_completed_to_the_same() {
        let catalog: catalog::Catalog = record::from_text(
            r#"{"formatVersion":"0.1","id":"s","title":{"zh":"t"},"defaultLanguage":"zh","languages":["zh"],
            "listings":[{"id":"a","title":{"zh":"甲"},"productType":"dataset"},{"id":"b","title":{"zh":"乙"}}]}"#,
        )
        .unwrap();
        let mut reader = Reader::default();
        reader.put(Index::build("s", catalog.clone(), "2024-05-10"));
        let mut names = Names::default();
        let asked = Ask::all(Query::default(), 5, "zh");
        let mut first = reader.run(&asked);
        names.complete(&mut first);
        let mut again = asked.clone();
        names.tell(&mut again);
        let mut short = reader.run(&again);
        assert!(
            short.parts[0]
                .facets
                .iter()
                .all(|counts| counts.values.is_empty())
        );
        names.complete(&mut short);
        assert_eq!(short, first);
        // An index that takes the place of another has names of its own.
        reader.put(Index::build("s", catalog, "2024-05-10"));
        assert!(
            reader.run(&again).parts[0]
                .facets
                .iter()
                .all(|counts| !counts.values.is_empty())
        );
    }
}
