//! Listings. Whatever is wrong with one of them, the others stand.

use crate::{
    AccessRights, Acquisition, Collection, DataSubject, Identifier, Listing, ListingStatus,
    Modality, PreviewMode, PreviewRule, ProductType, Removed, Text, derived_id,
    read::{
        assertions::{assertions, first},
        at::At,
        dates::{fuzzy_date, period, update_frequency},
        distributions::{distributions, sample, schema},
        ids::{own_id, reference, references},
        json::Value,
        known::Kind,
        links::{contact, href, inquiry_target},
        measures::{location, quantity},
        object::Object,
        offers::offers,
        privacy::privacy,
        reader::Reader,
        texts::{name, names, running},
        values::{day, language, pattern, string, verbatim},
    },
};

/// What is shown for a listing with neither title, name nor id.
const NO_TITLE: &str = "(no title)";

/// One listing; anything but an object is left out.
pub(crate) fn listing(reader: &mut Reader, value: Value, at: &At) -> Option<Listing> {
    let mut object = Object::open(reader, value, *at)?;
    let title = title(reader, &mut object);
    let exchange = nullable_reference(reader, &mut object, "exchange", Kind::Exchange);
    let provider = nullable_reference(reader, &mut object, "provider", Kind::Organization);
    let landing_page = object.read(reader, "landingPage", href);
    let own = own_id(reader, &mut object, Kind::Listing, &|| {
        derived_id(
            exchange.as_deref().unwrap_or(""),
            first(title.as_ref()),
            provider.as_deref().unwrap_or(""),
            landing_page.as_deref().unwrap_or(""),
        )
    });
    let title = title.unwrap_or_else(|| {
        reader.warn("no-title", at, &own.id);
        let words = own.written.as_deref().unwrap_or(NO_TITLE);
        Text::new(reader.language.clone(), words)
    });
    let refused = own.refused().map(str::to_owned);
    let mut listing = Listing {
        id: own.id,
        title,
        exchange,
        provider,
        landing_page,
        ..Listing::default()
    };
    object.fill_list(reader, "identifiers", identifier, &mut listing.identifiers);
    listing.offers = offers(reader, &mut object);
    if let Some(refused) = refused {
        listing.identifiers.push(Identifier {
            scheme: String::from("source"),
            value: refused,
        });
    }
    describe(reader, &mut object, &mut listing);
    cover(reader, &mut object, &mut listing);
    deliver(reader, &mut object, &mut listing);
    listing.extra = object.finish(reader);
    Some(listing)
}

/// The title, else the name; the id stands in later (`model.md` §D row 3).
fn title(reader: &mut Reader, object: &mut Object) -> Option<Text> {
    let mut title = object.require(reader, "title", name);
    if title.is_none() {
        title = object.read(reader, "name", name);
    }
    let is_placeholder = |text: &str| {
        ["untitled", "no title", "无标题", "未命名"].contains(&crate::parse::lower(text).as_str())
    };
    if let Some(text) = &title
        && text.iter().all(|(_, text)| is_placeholder(text))
    {
        reader.warn("no-title", &object.at.member("title"), first(Some(text)));
    }
    title
}

/// A reference that the schema lets be null.
fn nullable_reference(
    reader: &mut Reader,
    object: &mut Object,
    name: &str,
    kind: Kind,
) -> Option<String> {
    let value = object.take_nullable(name)?;
    reference(reader, value, &object.at.member(name), kind)
}

fn identifier(reader: &mut Reader, value: Value, at: &At) -> Option<Identifier> {
    let mut object = Object::open(reader, value, *at)?;
    let scheme = object.require(reader, "scheme", string);
    let value = object.require(reader, "value", string);
    object.close(reader);
    Some(Identifier {
        scheme: scheme.unwrap_or_default(),
        value: value?,
    })
}

/// What it is, who offers it, where it stands on the shelf.
fn describe(reader: &mut Reader, object: &mut Object, listing: &mut Listing) {
    object.fill(reader, "description", running, &mut listing.description);
    object.fill(reader, "verbatim", verbatim, &mut listing.verbatim);
    listing.product_type = object.token_or(
        reader,
        "productType",
        ProductType::parse,
        ProductType::Unknown,
    );
    listing.status = object.token_or(
        reader,
        "status",
        ListingStatus::parse,
        ListingStatus::Unknown,
    );
    listing.platform = nullable_reference(reader, object, "platform", Kind::Platform);
    object.fill(
        reader,
        "rightsHolder",
        |reader, value, at| reference(reader, value, at, Kind::Organization),
        &mut listing.rights_holder,
    );
    object.fill(reader, "contact", contact, &mut listing.contact);
    listing.categories = object
        .read(reader, "categories", |reader, value, at| {
            Some(references(reader, value, at, Kind::Category))
        })
        .unwrap_or_default();
    listing.keywords = object
        .read(reader, "keywords", |reader, value, at| {
            Some(names(reader, value, at))
        })
        .unwrap_or_default();
    object.fill_list(reader, "industries", industry, &mut listing.industries);
    listing.data_subject = object.token_or(
        reader,
        "dataSubject",
        DataSubject::parse,
        DataSubject::Unknown,
    );
    listing.acquisition = object.token_or(
        reader,
        "acquisition",
        Acquisition::parse,
        Acquisition::Unknown,
    );
    listing.assertions = assertions(reader, object);
}

/// A GB/T 4754 code, `^[A-T]([0-9]{2,4})?$`; a section's name is understood.
fn industry(reader: &mut Reader, value: Value, at: &At) -> Option<String> {
    match pattern(reader, value, at, "unknown-industry", is_industry) {
        Ok(text) => Some(text),
        Err(text) => crate::parse::industry(&text?),
    }
}

fn is_industry(text: &str) -> bool {
    let mut bytes = text.bytes();
    let letter = bytes.next().is_some_and(|b| (b'A'..=b'T').contains(&b));
    let digits = bytes.len();
    letter && (digits == 0 || (2..=4).contains(&digits)) && bytes.all(|b| b.is_ascii_digit())
}

/// What it covers and how it came about.
fn cover(reader: &mut Reader, object: &mut Object, listing: &mut Listing) {
    object.fill_list(
        reader,
        "modalities",
        |reader, value, at| {
            Some(
                crate::read::token(reader, value, at, Modality::parse).unwrap_or(Modality::Unknown),
            )
        },
        &mut listing.modalities,
    );
    object.fill_list(reader, "languages", language, &mut listing.languages);
    object.fill_list(reader, "extent", quantity, &mut listing.extent);
    object.fill_list(reader, "spatial", location, &mut listing.spatial);
    object.fill(reader, "temporal", period, &mut listing.temporal);
    object.fill(
        reader,
        "updateFrequency",
        update_frequency,
        &mut listing.update_frequency,
    );
    object.fill(reader, "issued", fuzzy_date, &mut listing.issued);
    object.fill(reader, "modified", fuzzy_date, &mut listing.modified);
    object.fill(reader, "version", string, &mut listing.version);
    object.fill(reader, "collection", collection, &mut listing.collection);
    listing.intended_use = object.strings(reader, "intendedUse");
    object.fill_list(
        reader,
        "usageRestrictions",
        running,
        &mut listing.usage_restrictions,
    );
    object.fill(reader, "license", href, &mut listing.license);
    listing.access_rights = object.token_or(
        reader,
        "accessRights",
        AccessRights::parse,
        AccessRights::Unknown,
    );
}

fn collection(reader: &mut Reader, value: Value, at: &At) -> Option<Collection> {
    let mut object = Object::open(reader, value, *at)?;
    let collection = Collection {
        device: object.read(reader, "device", name),
        method: object.read(reader, "method", running),
    };
    object.close(reader);
    (collection != Collection::default()).then_some(collection)
}

/// How one gets it, sees it, asks for it.
fn deliver(reader: &mut Reader, object: &mut Object, listing: &mut Listing) {
    object.fill(reader, "schema", schema, &mut listing.schema);
    listing.distributions = distributions(reader, object);
    object.fill_list(reader, "samples", sample, &mut listing.samples);
    object.fill_list(
        reader,
        "quality",
        |reader, value, at| {
            if value.is_object() {
                return Some(value.into_owned());
            }
            reader.wrong_type(at, "object", &value);
            None
        },
        &mut listing.quality,
    );
    object.fill(reader, "privacy", privacy, &mut listing.privacy);
    object.fill_list(reader, "inquiry", inquiry_target, &mut listing.inquiry);
    // A rule that is there and is nothing closes too; what can be read of it takes its place.
    listing.preview = object.has("preview").then_some(CLOSED);
    object.fill(reader, "preview", preview, &mut listing.preview);
    object.fill(reader, "removed", removed, &mut listing.removed);
}

/// What an owner meant who wrote a rule that nobody understands.
const CLOSED: PreviewRule = PreviewRule {
    mode: PreviewMode::None,
    reason: None,
};

/// The owner's switch, an object or, against the schema, the mode alone. What is not understood
/// shows nothing: the owner meant a limit.
fn preview(reader: &mut Reader, value: Value, at: &At) -> Option<PreviewRule> {
    let mode = |reader: &mut Reader, value: Value, at: &At| {
        crate::read::token(reader, value, at, PreviewMode::parse)
    };
    if let Value::String(_) = value {
        reader.wrong_type(at, "object", &value);
        let mode = mode(reader, value, at).unwrap_or(PreviewMode::None);
        return Some(PreviewRule { mode, ..CLOSED });
    }
    let Some(mut object) = Object::open(reader, value, *at) else {
        return Some(CLOSED);
    };
    let mode = object.require(reader, "mode", mode);
    let reason = object.read(reader, "reason", running);
    object.close(reader);
    Some(PreviewRule {
        mode: mode.unwrap_or(PreviewMode::None),
        reason,
    })
}

fn removed(reader: &mut Reader, value: Value, at: &At) -> Option<Removed> {
    let mut object = Object::open(reader, value, *at)?;
    let removed = Removed {
        on: object.read(reader, "on", day),
        reason: object.read(reader, "reason", running),
    };
    object.close(reader);
    Some(removed)
}
