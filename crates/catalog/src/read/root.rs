//! A catalog without listings, read without what reads listings out of a file: all that it takes
//! to open an index that was built ahead.

use crate::{
    Catalog, Limits,
    read::{
        at::At,
        document::{guessed, map_has_han, stated},
        head::document,
        json::{Value, parse},
        notes::Notes,
        object::Object,
        reader::{Made, Reader},
    },
};

/// Reads a catalog that has no listings itself, as leniently as [`read_catalog`](super::read_catalog)
/// and with the same result, without notices. `None` for all else: a file with listings, or one
/// that is no UTF-8, no JSON or no document.
#[must_use]
pub fn read_root(bytes: &[u8], limits: &Limits) -> Option<Catalog> {
    let Value::Object(members) = parse(std::str::from_utf8(bytes).ok()?, 0)? else {
        return None;
    };
    let is_empty = |value: &Value| value.as_array().is_some_and(Vec::is_empty);
    let mut lists = ["listings", "datasets", "offers"].iter();
    if lists.any(|name| members.get(name).is_some_and(|list| !is_empty(list))) {
        return None;
    }
    let language = stated(&members).unwrap_or_else(|| guessed(map_has_han(&members)));
    let mut reader = Reader::new(limits, language);
    reader.notes = Notes::none();
    reader.made = Some(Made::default());
    let at = At::ROOT;
    let mut object = Object { members, at };
    let mut catalog = document(&mut reader, &mut object);
    for (name, value) in object.members.into_members() {
        if name.starts_with("x-") {
            catalog.extra.insert(name.into_owned(), value.into_owned());
        }
    }
    if let Some(made) = reader.made {
        catalog.categories.extend(made.categories);
        catalog.organizations.extend(made.organizations);
        catalog.exchanges.extend(made.exchanges);
    }
    Some(catalog)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::read_catalog;

    #[test]
    fn a_root_is_read_as_a_whole_file_is() {
        let head = r#""formatVersion":"0.1","id":"c","title":"一","categories":["甲"],
            "organizations":[{"id":"o","name":"乙","homepage":"javascript:1"}],
            "exchanges":[{"id":"e","name":"丙","operator":"丁"}],"links":[{"rel":"next","href":"a.json"}],
            "x-jishi-index":"index-1""#;
        let limits = Limits::default();
        let root = read_root(format!("{{{head}}}").as_bytes(), &limits).unwrap();
        let whole = read_catalog(format!("{{{head},\"listings\":[]}}").as_bytes(), &limits);
        assert_eq!(root, whole.unwrap().value);
        // One of them is only named, as the operator of the exchange.
        assert_eq!(root.organizations.len(), 2);
    }

    #[test]
    fn what_has_listings_or_is_no_document_is_no_root() {
        let limits = Limits::default();
        for text in [
            r#"{"formatVersion":"0.1","listings":[{"id":"a"}]}"#,
            r#"{"datasets":[{"id":"a"}]}"#,
            r#"{"id":"a","offers":[{"id":"o"}]}"#,
            r#"[{"id":"a"}]"#,
            r#"{"formatVersion":"#,
            "",
        ] {
            assert_eq!(read_root(text.as_bytes(), &limits), None, "{text}");
        }
    }
}
