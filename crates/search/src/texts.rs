//! Which texts of a listing are searched, and how near to it each stands. All languages
//! are, so that 语音 and "speech" find the same listing.

use crate::records::Records;
use catalog::{Catalog, Listing, Text};

/// What is done with each text; true to see no more of them.
pub(crate) type Each<'e> = &'e mut dyn FnMut(&str) -> bool;

fn every_language(text: &Text, each: Each<'_>) -> bool {
    text.iter().any(|(_, value)| each(value))
}

/// Shows what names a listing: keywords, provider, exchange, platform, categories. True if
/// it was stopped.
pub(crate) fn near(
    catalog: &Catalog,
    records: &Records,
    listing: &Listing,
    each: Each<'_>,
) -> bool {
    let organization = |id: &Option<String>| records.organization(catalog, id.as_deref()?);
    let exchange = listing.exchange.as_deref();
    let exchange = exchange.and_then(|id| records.exchange(catalog, id));
    let platform = listing.platform.as_deref();
    let platform = platform.and_then(|id| records.platform(catalog, id));
    let names = [
        organization(&listing.provider).map(|organization| &organization.name),
        organization(&listing.rights_holder).map(|organization| &organization.name),
        exchange.map(|exchange| &exchange.name),
        platform.and_then(|platform| platform.name.as_ref()),
    ];
    let mut names = listing.keywords.iter().chain(names.into_iter().flatten());
    names.any(|name| every_language(name, each))
        || listing.categories.iter().any(|id| {
            let line = records.lineage(catalog, id);
            let mut labels = line.iter().map(|category| &category.label);
            labels.any(|label| every_language(label, each))
        })
}

/// Shows what describes a listing: description and columns, whose names are shown as words
/// too. True if it was stopped.
pub(crate) fn far(listing: &Listing, each: Each<'_>) -> bool {
    if let Some(description) = &listing.description
        && every_language(description, each)
    {
        return true;
    }
    if listing.verbatim.as_deref().is_some_and(&mut *each) {
        return true;
    }
    let mut fields = listing.schema.iter().flat_map(|schema| &schema.fields);
    fields.any(|field| {
        let mut texts = [&field.title, &field.description].into_iter().flatten();
        each(&field.name)
            || texts.any(|text| every_language(text, each))
            || camel_split(&field.name).is_some_and(|words| each(&words))
    })
}

/// A column name such as `birthYear` as words; `None` if it has no such seam.
fn camel_split(name: &str) -> Option<String> {
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
