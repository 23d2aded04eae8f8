//! Categories, organisations and platforms.

use crate::{
    Category, Organization, OrganizationKind, Platform, PlatformFeatures, Text, Tri,
    read::{
        assertions::{assertions, first},
        at::At,
        ids::{OwnId, alias_names, own_id, reference},
        json::Value,
        known::Kind,
        links::href,
        object::{Items, Object},
        reader::Reader,
        texts::{name, running},
        values::{matching, pattern},
    },
    stable_id,
};
use std::collections::HashMap;

/// The tree of categories: parents that are not there and cycles are taken off.
pub(crate) fn categories(reader: &mut Reader, object: &mut Object) -> Vec<Category> {
    let mut places: Vec<usize> = Vec::new();
    let mut categories = Vec::new();
    let limit = reader.limits.listings;
    let Some(value) = object.take(reader, "categories") else {
        return categories;
    };
    let at = object.at.member("categories");
    let mut items = Items::of(reader, value, at, limit);
    while let Some((value, at)) = items.next(reader) {
        if let Some(category) = category(reader, value, &at) {
            categories.push(category);
            places.push(items.number());
        }
    }
    for (position, category) in categories.iter_mut().enumerate() {
        let item = places.get(position).copied().unwrap_or(position);
        if let Some(parent) = category.parent.take() {
            let place = at.item(item);
            category.parent = reader.known().find(Kind::Category, &parent);
            if category.parent.is_none() {
                reader.warn("unresolved-reference", &place.member("parent"), &parent);
            }
        }
    }
    break_cycles(reader, &mut categories, &places, &at);
    categories
}

fn category(reader: &mut Reader, value: Value, at: &At) -> Option<Category> {
    let mut object = Object::open(reader, value, *at)?;
    let label = object.require(reader, "label", name);
    let own = own_id(reader, &mut object, Kind::Category, &|| {
        stable_id(&format!("category\n{}", first(label.as_ref())))
    });
    let label = label.unwrap_or_else(|| fallback(reader, &own));
    alias_names(reader, Kind::Category, &label, &own.id);
    let category = Category {
        id: own.id,
        label,
        // As written; resolved when every category is known.
        parent: object.read(reader, "parent", |reader, value, at| {
            pattern(reader, value, at, "bad-id", crate::id::is_id).map_or_else(|text| text, Some)
        }),
        description: object.read(reader, "description", running),
        same_as: object.strings(reader, "sameAs"),
        assertions: assertions(reader, &mut object),
    };
    object.close(reader);
    Some(category)
}

/// A name where the file has none: the id as it was written.
pub(crate) fn fallback(reader: &Reader, own: &OwnId) -> Text {
    let words = own.written.as_deref().unwrap_or(&own.id);
    Text::new(reader.language.clone(), words)
}

/// Takes the parent off the first category of every cycle, in file order.
fn break_cycles(reader: &mut Reader, categories: &mut [Category], places: &[usize], at: &At) {
    let positions: HashMap<String, usize> = categories
        .iter()
        .enumerate()
        .map(|(position, category)| (category.id.clone(), position))
        .collect();
    let parent = |category: &Category| positions.get(category.parent.as_deref()?).copied();
    let mut parents: Vec<Option<usize>> = categories.iter().map(parent).collect();
    // From where the top is known to be reached, so that the walk stays linear, and on which
    // walk each category was met last.
    let mut safe = vec![false; parents.len()];
    let mut met = vec![None; parents.len()];
    for (start, category) in categories.iter_mut().enumerate() {
        let mut walked = Vec::new();
        let mut current = Some(start);
        while let Some(position) = current {
            if safe.get(position).is_none_or(|safe| *safe) {
                break;
            }
            if met.get(position) == Some(&Some(start)) {
                // Only a category that is itself on the cycle loses its parent.
                if position == start {
                    let item = places.get(position).copied().unwrap_or(position);
                    reader.warn("category-cycle", &at.item(item), &category.id);
                    category.parent = None;
                    set(&mut parents, position, None);
                }
                walked.clear();
                break;
            }
            set(&mut met, position, Some(start));
            walked.push(position);
            current = parents.get(position).copied().flatten();
        }
        for position in walked {
            set(&mut safe, position, true);
        }
    }
}

fn set<T>(list: &mut [T], position: usize, value: T) {
    if let Some(slot) = list.get_mut(position) {
        *slot = value;
    }
}

/// An organisation.
pub(crate) fn organization(reader: &mut Reader, value: Value, at: &At) -> Option<Organization> {
    let mut object = Object::open(reader, value, *at)?;
    let label = object.require(reader, "name", name);
    let own = own_id(reader, &mut object, Kind::Organization, &|| {
        stable_id(&format!("organization\n{}", first(label.as_ref())))
    });
    let label = label.unwrap_or_else(|| fallback(reader, &own));
    alias_names(reader, Kind::Organization, &label, &own.id);
    Some(Organization {
        id: own.id,
        name: label,
        kind: object.token_or(
            reader,
            "kind",
            OrganizationKind::parse,
            OrganizationKind::Unknown,
        ),
        uscc: object.read(reader, "uscc", |reader, value, at| {
            matching(reader, value, at, "bad-uscc", is_uscc)
        }),
        homepage: object.read(reader, "homepage", href),
        note: object.read(reader, "note", running),
        assertions: assertions(reader, &mut object),
        extra: object.finish(reader),
    })
}

/// `^[0-9A-HJ-NPQRTUWXY]{18}$`, GB 32100 without its check digit.
fn is_uscc(text: &str) -> bool {
    text.len() == 18
        && text
            .bytes()
            .all(|b| b"0123456789ABCDEFGHJKLMNPQRTUWXY".contains(&b))
}

/// A platform; one whose exchange is not there is left out, as nothing could show it.
pub(crate) fn platform(reader: &mut Reader, value: Value, at: &At) -> Option<Platform> {
    let mut object = Object::open(reader, value, *at)?;
    let label = object.read(reader, "name", name);
    let exchange = object.require(reader, "exchange", |reader, value, at| {
        reference(reader, value, at, Kind::Exchange)
    });
    let own = own_id(reader, &mut object, Kind::Platform, &|| {
        stable_id(&format!("platform\n{}", first(label.as_ref())))
    });
    if let Some(label) = &label {
        alias_names(reader, Kind::Platform, label, &own.id);
    }
    let platform = Platform {
        id: own.id,
        exchange: exchange.clone().unwrap_or_default(),
        name: label,
        locality: object.read(reader, "locality", name),
        url: object.read(reader, "url", href),
        features: object
            .read(reader, "features", features)
            .unwrap_or_default(),
        assertions: assertions(reader, &mut object),
        extra: object.finish(reader),
    };
    if exchange.is_none() {
        reader.names(Kind::Platform).forget(&platform.id);
        return None;
    }
    Some(platform)
}

fn features(reader: &mut Reader, value: Value, at: &At) -> Option<PlatformFeatures> {
    let mut object = Object::open(reader, value, *at)?;
    let mut tri = |name: &str| object.token_or(reader, name, Tri::parse, Tri::Unknown);
    let features = PlatformFeatures {
        search: tri("search"),
        categories: tri("categories"),
        free_public_data: tri("freePublicData"),
        registration_required: tri("registrationRequired"),
        negotiable_prices: tri("negotiablePrices"),
    };
    object.close(reader);
    Some(features)
}
