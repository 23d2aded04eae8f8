//! One listing on the shortlist: its name, a note, its place.

use super::{
    erase::Erase,
    price_changes::said,
    shortlist::{List, Row},
};
use crate::{
    components::said_text,
    engine::Looked,
    i18n::{Common, Keep, fill},
    state::{href, lang},
    view::view,
};
use catalog::{Key, ShortPrice, Text};
use kept::SHORTLIST;
use leptos::prelude::*;
use routes::Route;

/// One listing.
#[component]
pub(super) fn ShortlistItem(
    /// The list.
    list: List,
    /// The item with its place.
    row: Row,
    /// Which listings are there.
    there: RwSignal<Vec<Looked>>,
) -> AnyView {
    let words = Keep::of(lang());
    let Row {
        at,
        is_last,
        key,
        item,
    } = row;
    let item_price = item.price.clone();
    let name = match said_text(&item.title) {
        name if name.is_empty() => key.clone(),
        name => name,
    };
    let address = Key::parse(&key).map(|key| href(&Route::Listing(key)));
    let found = {
        let key = key.clone();
        move || -> Option<Option<(Text, ShortPrice)>> {
            there.with(|all| {
                let known = all.iter().find(|(known, _)| *known == key)?;
                Some(known.1.clone())
            })
        }
    };
    // The name that the source gives now, once it is known.
    let shown = {
        let (found, name) = (found.clone(), name.clone());
        move || match found().flatten() {
            Some((title, _)) if !title.is_empty() => said_text(&title),
            _ => name.clone(),
        }
    };
    let price = {
        let found = found.clone();
        move || found().flatten().map(|(_, price)| price)
    };
    // Opened is looked at: a change is told from here on.
    let open = {
        let price = price.clone();
        move |_| {
            if let Some(price) = untrack(&price) {
                list.edit(at, move |item| item.price = Some(price));
            }
        }
    };
    let changed = move || {
        let (was, now) = (item_price.as_ref()?, price()?);
        (*was != now).then(
            || view! { <p class="small changed"><b class="tag warn">{said(was, &now)}</b></p> },
        )
    };
    let missing = move || {
        (found() == Some(None)).then(|| view! { <span class="tag dash">{words.not_there}</span> })
    };
    let time = platform::local_minute(item.added_at as f64).replace('T', " ");
    let time = (item.added_at > 0).then(|| fill(words.added, &[("time", &time)]));
    let labelled = |words: &'static str| fill(words, &[("name", &name)]);
    let button = move |way: &'static str, text: &'static str, label: String, barred: bool| {
        view! {
            <button
                class="btn small"
                type="button"
                id=format!("item-{at}-{way}")
                aria-label=label
                disabled=barred
                on:click=move |_| list.swap(at, way == "down")
            >
                {text}
            </button>
        }
    };
    let note_id = format!("note-{at}");
    let off = {
        let key = key.clone();
        Callback::new(move |()| {
            let (desk, key) = (list.desk, key.clone());
            platform::spawn(async move {
                // Looking again says whether it is gone.
                let _ = desk.keeper.delete(SHORTLIST, &key).await;
                desk.look().await;
            })
            .detach();
        })
    };
    let untitled = Common::of(lang()).untitled;
    let shown = move || match shown() {
        name if name.is_empty() => untitled.to_owned(),
        name => name,
    };
    view! {
        <li data-key=key>
            <div>
                <b><a href=address on:click=open>{shown}</a></b>
                <span class="small muted">
                    {time.map(|time| view! { <span>{time}</span> })}
                    {missing}
                </span>
                {changed}
                <label class="small" for=note_id.clone()>{words.note}<span class="vh">{format!(": {name}")}</span></label>
                <textarea
                    class="input note"
                    id=note_id
                    rows="2"
                    maxlength="5000"
                    prop:value=item.note.clone()
                    on:input:target=move |event| {
                        let note = event.target().value();
                        list.edit(at, move |item| item.note = note);
                    }
                ></textarea>
            </div>
            <div class="row">
                {button("up", words.up, labelled(words.up_named), at == 0)}
                {button("down", words.down, labelled(words.down_named), is_last)}
                <Erase words=words.take_off label=labelled(words.take_off_named) on_erase=off/>
            </div>
        </li>
    }
}
