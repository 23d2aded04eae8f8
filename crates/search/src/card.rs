//! A hit as the page shows it on a card.

use crate::Index;
use crate::build::latest;
use crate::highlight::as_written;
use crate::records::{is_on_shelf, key, nameless};
use crate::values::{deliveries, says};
use crate::{Hit, Named, Preview, price};
use catalog::{Listing, Text};

/// Most characters of a description on a card, for each language.
const SUMMARY_CHARS: usize = 300;

/// The card of a doc; `None` only for a doc that is not there.
pub(crate) fn card(index: &Index, doc: u32, position: u64, marks: &[String]) -> Option<Hit> {
    let (listing, price) = (&*index.listing_of(doc)?, &index.price_of(doc)?);
    let privacy = listing.privacy.as_ref();
    let token = |token: &str| says(token).then(|| token.to_owned());
    let summary = listing.description.as_ref().map(start);
    let texts = [Some(&listing.title), summary.as_ref()];
    let shown = texts.into_iter().flatten().flat_map(|text| text.iter());
    let shown = shown.map(|(_, text)| text);
    Some(Hit {
        key: key(index.source(), &listing.id),
        position,
        title: listing.title.clone(),
        summary: summary.clone().filter(|text| !text.is_empty()),
        provider: provider(index, listing),
        exchange: exchange(index, listing),
        price: price::shown(price, listing),
        product_type: listing.product_type.filter(|kind| says(kind.as_str())),
        delivery: deliveries(listing).collect(),
        update_frequency: listing
            .update_frequency
            .as_ref()
            .map(|promise| promise.0.clone()),
        extent: listing.extent.clone(),
        columns: listing
            .schema
            .as_ref()
            .map_or(0, |schema| schema.fields.len() as u64),
        preview: Preview::of(listing, price.state).as_str().to_owned(),
        privacy: privacy
            .and_then(|p| p.personal_information)
            .and_then(|p| token(p.as_str())),
        sensitive: privacy
            .and_then(|p| p.sensitive_personal_information)
            .and_then(|p| token(p.as_str())),
        access: listing
            .access_rights
            .and_then(|rights| token(rights.as_str())),
        dated: latest(listing, index.today()).cloned(),
        delisted: !is_on_shelf(listing),
        marks: as_written(shown, marks),
    })
}

fn provider(index: &Index, listing: &Listing) -> Option<Named> {
    let id = listing.provider.as_ref()?;
    let known = index.records().organization(index.frame(), id);
    let name = known.map_or_else(|| nameless(index.frame(), id), |o| o.name.clone());
    Some(Named {
        key: key(index.source(), id),
        name,
    })
}

fn exchange(index: &Index, listing: &Listing) -> Option<Named> {
    let id = listing.exchange.as_ref()?;
    let known = index.records().exchange(index.frame(), id);
    let name = known.map_or_else(|| nameless(index.frame(), id), |e| e.name.clone());
    Some(Named {
        key: key(index.source(), id),
        name,
    })
}

/// The start of a text in every language; a cut one ends with `…`.
fn start(text: &Text) -> Text {
    let cut = |value: &str| match value.char_indices().nth(SUMMARY_CHARS) {
        Some((at, _)) => format!("{}…", value.get(..at).unwrap_or("").trim_end()),
        None => value.to_owned(),
    };
    text.iter()
        .map(|(tag, value)| (tag.to_owned(), cut(value)))
        .collect()
}
