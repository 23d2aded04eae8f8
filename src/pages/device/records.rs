//! The lists of what is kept: drafts with the way to open and erase each, and preferences.

use super::erase::Erase;
use crate::{
    i18n::{Shop as Words, bytes, fill},
    state::{KeptItem, NO_LISTING, draft_title, href, lang},
    view::view,
};
use catalog::Key;
use inquiry::Draft;
use leptos::prelude::*;
use routes::Route;

/// Whether this version can read the record.
pub(super) fn is_newer(item: &KeptItem) -> bool {
    let known = match item.kind {
        kept::SHORTLIST => kept::Item::VERSION,
        kept::SEARCHES => kept::SavedSearch::VERSION,
        _ => Draft::VERSION,
    };
    item.stored.readable(known).is_err()
}

/// The drafts.
#[component]
pub(super) fn Drafts(
    /// The records.
    items: Vec<KeptItem>,
    /// Called with the record to erase and the name it was shown under.
    on_erase: Callback<(KeptItem, String)>,
) -> Option<AnyView> {
    let words = Words::of(lang());
    (!items.is_empty()).then(|| {
        let each = items
            .into_iter()
            .map(|item| view! { <Record item=item on_erase=on_erase/> });
        view! {
            <section class="band first">
                <div class="bandhead"><h2>{words.drafts}</h2></div>
                <ul class="kept plain" role="list">{each.collect_view()}</ul>
            </section>
        }
    })
}

#[component]
fn Record(item: KeptItem, on_erase: Callback<(KeptItem, String)>) -> AnyView {
    let words = Words::of(lang());
    let newer = is_newer(&item);
    let key = item.stored.key.clone();
    let name = match draft_title(&item.stored) {
        title if !title.is_empty() => title,
        _ if key == NO_LISTING => words.draft_no_listing.to_owned(),
        _ => key.clone(),
    };
    let saved = saved_at(&item.stored.data).map(|time| fill(words.kept_at, &[("time", &time)]));
    let size = bytes(item.stored.data.len() as u64);
    let open = (!newer).then(|| {
        let address = href(&Route::Inquiry(Key::parse(&key)));
        let label = fill(words.open_named, &[("name", &name)]);
        view! { <a class="btn small" href=address aria-label=label>{words.open}</a> }
    });
    let label = fill(words.erase_named, &[("name", &name)]);
    let erased = StoredValue::new((item, name.clone()));
    let erase = Callback::new(move |()| on_erase.run(erased.get_value()));
    view! {
        <li>
            <div>
                <b>{name}</b>
                <span class="small muted">
                    {saved.map(|saved| view! { <span>{saved}</span> })}
                    <span class="num">{size}</span>
                    {newer.then(|| view! { <span class="tag dash">{words.newer}</span> })}
                </span>
            </div>
            <div class="row">{open}<Erase words=words.erase_one label=label on_erase=erase/></div>
        </li>
    }
}

/// When a draft was written, by the visitor's own clock.
fn saved_at(data: &str) -> Option<String> {
    let value: record::Value = record::from_text(data).ok()?;
    let millis = value
        .get("savedAt")?
        .as_f64()
        .filter(|millis| *millis > 0.0)?;
    Some(platform::local_minute(millis).replace('T', " "))
}

/// Language and colours, in words where their values are known.
#[component]
pub(super) fn Preferences(values: Vec<(String, String)>) -> Option<AnyView> {
    let words = Words::of(lang());
    (!values.is_empty()).then(|| {
        let each = values.into_iter().map(|(name, value)| {
            let (name, value) = said(name, value);
            view! { <dt>{name}</dt><dd>{value}</dd> }
        });
        view! {
            <section class="band first">
                <div class="bandhead"><h2>{words.preferences}</h2></div>
                <dl class="dl">{each.collect_view()}</dl>
            </section>
        }
    })
}

fn said(name: String, value: String) -> (String, String) {
    let words = Words::of(lang());
    let spoken = match (name.as_str(), value.as_str()) {
        ("language", "zh") => "简体中文",
        ("language", "en") => "English",
        ("theme", "system") => words.theme_system,
        ("theme", "light") => words.theme_light,
        ("theme", "dark") => words.theme_dark,
        _ => return (name, value),
    };
    let label = match name.as_str() {
        "language" => words.preference_language,
        _ => words.preference_theme,
    };
    (label.to_owned(), spoken.to_owned())
}
