//! A file that is there as a whole, read at once.

use crate::{
    Catalog, Limits, Listing, Parsed,
    read::{
        NotACatalog,
        document::Parts,
        json::{decode, not_json},
        stream::{Ended, Frame, Reading},
    },
};

/// Reads a file that is there as a whole: a root, or by `frame` a further file of its catalog.
pub(super) fn read_whole(
    bytes: &[u8],
    limits: &Limits,
    frame: Option<Frame>,
) -> Result<(Vec<Listing>, Ended), NotACatalog> {
    let text = decode(bytes, limits)?;
    let mut parts = Parts::of(&text)?;
    let (mut reading, late) = Reading::begin(&mut parts, limits, frame);
    if let Some((place, _)) = parts.listings.first() {
        reading.expect(*place, parts.listings.len());
    }
    let mut listings = Vec::with_capacity(parts.listings.len().min(limits.listings));
    for (place, range) in &parts.listings {
        let Ok(read) = reading.listing(*place, parts.json(range)) else {
            return Err(not_json(&text));
        };
        listings.extend(read);
    }
    for (place, json) in &late {
        listings.extend(reading.listing(*place, json)?);
    }
    Ok((listings, reading.finish()))
}

/// Reads a catalog, leniently: every repair is a notice with its place, and one bad listing
/// never spoils the others. Notices with `Severity::Error` are what the publisher profile
/// (`catalog.schema.json`) refuses.
///
/// Also read are a list of listings, `{"listings": […]}`, `{"datasets": […]}`, and one listing
/// a line.
///
/// # Errors
/// When the file as a whole is no catalog: not JSON, another format, or without listings.
pub fn read_catalog(bytes: &[u8], limits: &Limits) -> Result<Parsed<Catalog>, NotACatalog> {
    let (listings, ended) = read_whole(bytes, limits, None)?;
    let mut catalog = ended.catalog;
    catalog.listings = listings;
    Ok(Parsed {
        value: catalog,
        notices: ended.notices,
    })
}
