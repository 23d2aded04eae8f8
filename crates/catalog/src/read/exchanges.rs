//! Exchanges.

use crate::{
    Exchange, Ownership,
    read::{
        assertions::{assertions, first},
        at::At,
        dates::fuzzy_date,
        ids::{alias_names, own_id, reference, references},
        json::Value,
        known::Kind,
        links::{contact, href, inquiry_target},
        measures::location,
        object::Object,
        reader::Reader,
        records::fallback,
        texts::{name, running},
        values::flag,
    },
    stable_id,
};

/// An exchange.
pub(crate) fn exchange(reader: &mut Reader, value: Value, at: &At) -> Option<Exchange> {
    let mut object = Object::open(reader, value, *at)?;
    let label = object.require(reader, "name", name);
    let own = own_id(reader, &mut object, Kind::Exchange, &|| {
        stable_id(&format!("exchange\n{}", first(label.as_ref())))
    });
    let label = label.unwrap_or_else(|| fallback(reader, &own));
    alias_names(reader, Kind::Exchange, &label, &own.id);
    Some(Exchange {
        id: own.id,
        name: label,
        location: object
            .read(reader, "location", location)
            .unwrap_or_default(),
        established: object.read(reader, "established", fuzzy_date),
        other_dates: object.list(reader, "otherDates", fuzzy_date),
        opening_evidence: object.read(reader, "openingEvidence", flag),
        operator: object.read(reader, "operator", organization),
        ownership: object.token_or(reader, "ownership", Ownership::parse, Ownership::Unknown),
        partners: object
            .read(reader, "partners", |reader, value, at| {
                Some(references(reader, value, at, Kind::Organization))
            })
            .unwrap_or_default(),
        homepage: object.read(reader, "homepage", href),
        contact: object.read(reader, "contact", contact),
        inquiry: object.list(reader, "inquiry", inquiry_target),
        note: object.read(reader, "note", running),
        assertions: assertions(reader, &mut object),
        extra: object.finish(reader),
    })
}

fn organization(reader: &mut Reader, value: Value, at: &At) -> Option<String> {
    reference(reader, value, at, Kind::Organization)
}
