//! Which texts of a listing are searched, and how near to it each stands. All languages
//! are, so that 语音 and "speech" find the same listing.

use crate::records::Records;
use catalog::{Catalog, Listing, Text};

/// Adds every language of `text` to `field`.
fn add<'a>(field: &mut Vec<&'a str>, text: &'a Text) {
    field.extend(text.iter().map(|(_, value)| value));
}

/// What names a listing: keywords, provider, exchange, platform, categories.
pub(crate) fn near<'a>(
    catalog: &'a Catalog,
    records: &Records,
    listing: &'a Listing,
) -> Vec<&'a str> {
    let mut near = Vec::new();
    for keyword in &listing.keywords {
        add(&mut near, keyword);
    }
    let organizations = [&listing.provider, &listing.rights_holder]
        .into_iter()
        .flatten();
    for organization in organizations.filter_map(|id| records.organization(catalog, id)) {
        add(&mut near, &organization.name);
    }
    if let Some(exchange) = listing
        .exchange
        .as_ref()
        .and_then(|id| records.exchange(catalog, id))
    {
        add(&mut near, &exchange.name);
    }
    let platform = listing
        .platform
        .as_ref()
        .and_then(|id| records.platform(catalog, id));
    if let Some(name) = platform.and_then(|platform| platform.name.as_ref()) {
        add(&mut near, name);
    }
    for category in listing
        .categories
        .iter()
        .flat_map(|id| records.lineage(catalog, id))
    {
        add(&mut near, &category.label);
    }
    near
}

/// What describes a listing: description and columns, and in `split` the words of column
/// names.
pub(crate) fn far<'a>(listing: &'a Listing, split: &'a [String]) -> Vec<&'a str> {
    let mut far = Vec::new();
    if let Some(description) = &listing.description {
        add(&mut far, description);
    }
    far.extend(listing.verbatim.as_deref());
    for field in listing.schema.iter().flat_map(|schema| &schema.fields) {
        far.push(&field.name);
        for text in [&field.title, &field.description].into_iter().flatten() {
            add(&mut far, text);
        }
    }
    far.extend(split.iter().map(String::as_str));
    far
}

/// The column names of a listing that have seams, as words.
pub(crate) fn split_names(listing: &Listing) -> Vec<String> {
    let fields = listing.schema.iter().flat_map(|schema| &schema.fields);
    fields
        .filter_map(|field| camel_split(&field.name))
        .collect()
}

/// A column name such as `birthYear` as words; `None` if it has no such seam.
fn camel_split(name: &str) -> Option<String> {
    let mut words = String::new();
    let (mut before, mut seams) = (' ', 0);
    for c in name.chars() {
        if before.is_lowercase() && c.is_uppercase() {
            words.push(' ');
            seams += 1;
        }
        words.push(c);
        before = c;
    }
    (seams > 0).then_some(words)
}
