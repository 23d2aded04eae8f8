//! Which texts of a listing are searched, and how near to it each stands. All languages
//! are, so that 语音 and "speech" find the same listing.

use crate::records::Records;
use catalog::{Catalog, Listing, Text};

/// The texts of one listing, gathered before they are folded.
#[derive(Debug, Default)]
pub(crate) struct Texts<'a> {
    /// Titles.
    pub(crate) title: Vec<&'a str>,
    /// Keywords, provider, exchange, platform, categories.
    pub(crate) near: Vec<&'a str>,
    /// Description and columns.
    pub(crate) far: Vec<&'a str>,
}

impl<'a> Texts<'a> {
    /// Adds every language of `text` to `field`.
    fn add(field: &mut Vec<&'a str>, text: &'a Text) {
        field.extend(text.iter().map(|(_, value)| value));
    }
}

/// The searchable texts of a listing, in all their languages.
pub(crate) fn texts<'a>(
    catalog: &'a Catalog,
    records: &Records,
    listing: &'a Listing,
    split: &'a [String],
) -> Texts<'a> {
    let mut texts = Texts::default();
    Texts::add(&mut texts.title, &listing.title);
    for keyword in &listing.keywords {
        Texts::add(&mut texts.near, keyword);
    }
    let organizations = [&listing.provider, &listing.rights_holder]
        .into_iter()
        .flatten();
    for organization in organizations.filter_map(|id| records.organization(catalog, id)) {
        Texts::add(&mut texts.near, &organization.name);
    }
    if let Some(exchange) = listing
        .exchange
        .as_ref()
        .and_then(|id| records.exchange(catalog, id))
    {
        Texts::add(&mut texts.near, &exchange.name);
    }
    let platform = listing
        .platform
        .as_ref()
        .and_then(|id| records.platform(catalog, id));
    if let Some(name) = platform.and_then(|platform| platform.name.as_ref()) {
        Texts::add(&mut texts.near, name);
    }
    for category in listing
        .categories
        .iter()
        .flat_map(|id| records.lineage(catalog, id))
    {
        Texts::add(&mut texts.near, &category.label);
    }
    if let Some(description) = &listing.description {
        Texts::add(&mut texts.far, description);
    }
    texts.far.extend(listing.verbatim.as_deref());
    for field in listing.schema.iter().flat_map(|schema| &schema.fields) {
        texts.far.push(&field.name);
        for text in [&field.title, &field.description].into_iter().flatten() {
            Texts::add(&mut texts.far, text);
        }
    }
    texts.far.extend(split.iter().map(String::as_str));
    texts
}

/// A column name such as `birthYear` as words; `None` if it has no such seam.
pub(crate) fn camel_split(name: &str) -> Option<String> {
    let mut words = String::new();
    let (mut before, mut seams) = (' ', 0);
    for c in name.chars() {
        if before.is_ascii_lowercase() && c.is_ascii_uppercase() {
            words.push(' ');
            seams += 1;
        }
        words.push(c);
        before = c;
    }
    (seams > 0).then_some(words)
}
