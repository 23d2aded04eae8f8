//! The records that rows name by their words: suppliers, shelves, exchanges. Equal words are one
//! record, and its id comes from the words, so that it is the same when the sheet is rebuilt.

use std::collections::HashSet;

use catalog::parse::fold;
use catalog::{Category, Exchange, Organization, Text, stable_id};

/// What the rows named so far, in order of appearance.
#[derive(Debug, Default)]
pub(crate) struct Shelves {
    pub(crate) organizations: Vec<Organization>,
    pub(crate) categories: Vec<Category>,
    pub(crate) exchanges: Vec<Exchange>,
    known_organizations: HashSet<String>,
    known_categories: HashSet<String>,
    known_exchanges: HashSet<String>,
}

/// What makes two spellings of a name one: width, case and white space do not count.
fn spelling(name: &str) -> String {
    fold(name).split_whitespace().collect::<Vec<_>>().join(" ")
}

impl Shelves {
    /// The id of the organisation called `name`.
    pub(crate) fn organization(&mut self, name: &str, lang: &str) -> String {
        let key = spelling(name);
        let id = stable_id(&key);
        if self.known_organizations.insert(key) {
            self.organizations.push(Organization {
                id: id.clone(),
                name: Text::new(lang, name),
                ..Organization::default()
            });
        }
        id
    }

    /// The id of the category at `path`, the top level first; its parents are made as well.
    pub(crate) fn category(&mut self, path: &[String], lang: &str) -> Option<String> {
        let mut parent: Option<String> = None;
        let mut key = String::new();
        for label in path {
            if !key.is_empty() {
                key.push('/');
            }
            key.push_str(&spelling(label));
            let id = stable_id(&key);
            if self.known_categories.insert(key.clone()) {
                self.categories.push(Category {
                    id: id.clone(),
                    label: Text::new(lang, label.as_str()),
                    parent,
                    ..Category::default()
                });
            }
            parent = Some(id);
        }
        parent
    }

    /// The id of the exchange called `name`, for sheets of several exchanges.
    pub(crate) fn exchange(&mut self, name: &str, lang: &str) -> String {
        let key = spelling(name);
        let id = stable_id(&key);
        if self.known_exchanges.insert(key) {
            self.exchanges.push(Exchange {
                id: id.clone(),
                name: Text::new(lang, name),
                ..Exchange::default()
            });
        }
        id
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_supplier_in_two_spellings_is_one() {
        let mut shelves = Shelves::default();
        let first = shelves.organization("示例数据（北京）有限公司", "zh");
        assert_eq!(shelves.organization("示例数据(北京)有限公司 ", "zh"), first);
        assert_eq!(shelves.organizations.len(), 1);
    }

    #[test]
    fn equal_labels_below_different_parents_are_different_shelves() {
        let mut shelves = Shelves::default();
        let path = |a: &str, b: &str| [a.to_owned(), b.to_owned()];
        let one = shelves.category(&path("金融", "企业"), "zh");
        let two = shelves.category(&path("制造", "企业"), "zh");
        assert_ne!(one, two);
        assert_eq!(shelves.categories.len(), 4);
        assert_eq!(
            shelves.categories[1].parent.as_ref(),
            Some(&shelves.categories[0].id)
        );
    }
}
