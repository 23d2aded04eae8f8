//! The record of one exchange as facts: place, dates, who owns and runs it, how to reach it.

use crate::{
    components::{Fact, FactList, Said, contact_line, link, said_text},
    i18n::{Exchanges as Words, Lang, date, fill},
    pages::exchanges::{Written, address_of},
    state::lang,
    view::view,
};
use catalog::{DateEvent, Exchange, FuzzyDate, Location, Organization, Ownership};
use leptos::prelude::*;
use search::ExchangeEntry;

/// The facts.
#[component]
pub(super) fn Facts(entry: ExchangeEntry) -> AnyView {
    let words = Words::of(lang());
    let exchange = &entry.exchange;
    let place = &exchange.location;
    let when = exchange.established.as_ref();
    let written = |words: &String| view! { <Written words=words.clone()/> };
    let site = address_of(&entry.key, exchange.homepage.as_deref());
    let contact = exchange.contact.clone().and_then(|mut contact| {
        contact.url = address_of(&entry.key, contact.url.as_deref());
        contact_line(contact)
    });
    let mut facts = vec![
        Fact::new(
            words.place,
            place.verbatim.as_ref().map(written),
            "/location/verbatim",
        ),
        Fact::text(words.place_now, region(place), region_path(place)),
        Fact::new(
            event_name(when),
            when.map(|when| written(&date(when))),
            "/established/verbatim",
        ),
        Fact::text(
            words.days_meant,
            when.and_then(days),
            "/established/earliest",
        ),
        Fact::text(
            words.ownership,
            exchange.ownership.and_then(owner),
            "/ownership",
        ),
        Fact::new(words.operator, operator(&entry), "/operator"),
        Fact::new(words.partners, partners(&entry), "/partners"),
        Fact::new(words.homepage, site.map(link), "/homepage"),
        Fact::new(words.contact, contact, "/contact"),
    ];
    if let Some(note) = place.note.clone() {
        let path = lang().pick("/location/note/zh", "/location/note/en");
        facts.insert(
            2,
            Fact::new(words.place_note, Some(view! { <Said text=note/> }), path),
        );
    }
    let others = exchange
        .other_dates
        .iter()
        .zip(OTHER_DATES)
        .enumerate()
        .map(|(nth, (other, path))| {
            let name = if nth == 0 { words.other_dates } else { "" };
            Fact::new(name, Some(other_date(other, exchange)), path)
        });
    facts.extend(others);
    view! { <FactList facts=facts assertions=exchange.assertions.clone()/> }
}

/// Pointers of the other dates that are shown; a record with more is no directory entry.
const OTHER_DATES: [&str; 6] = [
    "/otherDates/0",
    "/otherDates/1",
    "/otherDates/2",
    "/otherDates/3",
    "/otherDates/4",
    "/otherDates/5",
];

/// Another date with what happened then, and why it is here.
fn other_date(other: &FuzzyDate, exchange: &Exchange) -> AnyView {
    let nth = exchange
        .other_dates
        .iter()
        .position(|date| date == other)
        .unwrap_or(0);
    let path = OTHER_DATES.get(nth).copied().unwrap_or_default();
    let why = exchange
        .assertions
        .iter()
        .find(|assertion| assertion.path == path);
    let why = why.and_then(|assertion| assertion.note.clone());
    view! {
        <span class="muted">{event_name(Some(other))}</span>
        " "
        <Written words=date(other)/>
        {why.map(|text| view! { <span class="small muted">" · "<Said text=text/></span> })}
    }
}

/// What happened on a date; planning is called planning.
fn event_name(date: Option<&FuzzyDate>) -> &'static str {
    let words = Words::of(lang());
    match date.and_then(|date| date.event) {
        Some(DateEvent::Established) => words.event_established,
        Some(DateEvent::Opened) => words.event_opened,
        Some(DateEvent::PlanningBegan) => words.event_planning,
        _ => words.event_date,
    }
}

/// The days that the wording can mean, where that is more than one.
fn days(date: &FuzzyDate) -> Option<String> {
    let words = Words::of(lang());
    let bounds = [
        ("from", date.earliest.as_str()),
        ("to", date.latest.as_str()),
    ];
    Some(match date.earliest == date.latest {
        true => date.earliest.clone(),
        false => fill(words.days, &bounds),
    })
}

/// City and region, in the reader's language.
fn region(place: &Location) -> Option<String> {
    let mut parts: Vec<String> = [&place.region, &place.locality]
        .into_iter()
        .flatten()
        .map(said_text)
        .filter(|name| !name.is_empty())
        .collect();
    parts.dedup();
    if lang() == Lang::En {
        parts.reverse();
    }
    (!parts.is_empty()).then(|| parts.join(lang().pick("", ", ")))
}

const fn region_path(place: &Location) -> &'static str {
    if place.region.is_some() {
        "/location/region"
    } else {
        "/location/locality"
    }
}

fn owner(ownership: Ownership) -> Option<String> {
    let words = Words::of(lang());
    let word = match ownership {
        Ownership::StateRun => words.own_state,
        Ownership::Mixed => words.own_mixed,
        Ownership::Private => words.own_private,
        Ownership::Unknown => return None,
    };
    Some(word.to_owned())
}

fn operator(entry: &ExchangeEntry) -> Option<AnyView> {
    let id = entry.exchange.operator.as_ref()?;
    Some(organization(entry, id))
}

fn partners(entry: &ExchangeEntry) -> Option<AnyView> {
    let partners = &entry.exchange.partners;
    let each = partners.iter().map(|id| {
        let name = organization(entry, id);
        view! { <li>{name}</li> }
    });
    (!partners.is_empty()).then(|| {
        view! { <ul class="plain inline" role="list">{each.collect_view()}</ul> }
    })
}

/// An organisation by its name, with its site; an id without a record stands as it is.
fn organization(entry: &ExchangeEntry, id: &str) -> AnyView {
    let Some(found) = entry.organizations.iter().find(|o| o.id == id) else {
        return view! { <span>{id.to_owned()}</span> };
    };
    let Organization { name, homepage, .. } = found.clone();
    match address_of(&entry.key, homepage.as_deref()) {
        Some(address) => {
            view! { <a href=address rel="noopener noreferrer nofollow"><Said text=name/></a> }
        }
        None => view! { <Said text=name/> },
    }
}
