//! Shows what is kept, and offers to export and to erase it.

use super::{
    desk::Desk,
    erase::Erase,
    export,
    import::Import,
    records::{Drafts, Preferences, is_newer},
    searches::Searches,
    shortlist::ShortlistSection,
};
use crate::{
    components::{Empty, Icon, Notice, Svg, Tone},
    i18n::{Common, Shop as Words, fill, grouped},
    state::{KeptItem, href, lang},
    view::view,
};
use leptos::prelude::*;
use routes::Route;
use search::Query;

/// The page.
#[component]
pub(crate) fn Device() -> AnyView {
    let words = Words::of(lang());
    super::super::title(words.device_title);
    let desk = Desk::open();
    view! {
        <div class="wrap listing device">
            <header class="lhead">
                <h1>{words.device_title}</h1>
                <p class="quiet">{words.device_lead}</p>
            </header>
            <div role="status">{move || desk.said.get().map(|(tone, said)| view! {
                <Notice tone=tone><p>{said}</p></Notice>
            })}</div>
            {move || match desk.found.get() {
                None => view! { <p class="muted late" role="status">{words.device_opening}</p> },
                Some(Err(error)) => {
                    let next = fill(words.device_failed_next, &[("reason", &error.to_string())]);
                    view! { <Notice tone=Tone::Bad head=words.device_failed><p>{next}</p></Notice> }
                }
                Some(Ok(items)) if items.is_empty() && desk.preferences.with(Vec::is_empty) => {
                    view! { <Nothing desk=desk/> }
                }
                Some(Ok(items)) => view! { <Found desk=desk items=items/> },
            }}
        </div>
    }
}

#[component]
fn Nothing(desk: Desk) -> AnyView {
    let words = Words::of(lang());
    view! {
        <Empty head=words.device_none>
            <p class="muted">{words.device_none_lead}</p>
            <p class="row">
                <a class="btn" href=href(&Route::Browse(Query::default()))>{Common::of(lang()).go_browse}</a>
            </p>
        </Empty>
        <Import desk=desk/>
    }
}

#[component]
fn Found(desk: Desk, items: Vec<KeptItem>) -> AnyView {
    let words = Words::of(lang());
    let newer = items.iter().filter(|item| is_newer(item)).count();
    let newer = (newer > 0).then(|| {
        let said = fill(words.device_newer, &[("n", &grouped(newer as u64))]);
        view! { <Notice tone=Tone::Info><p>{said}</p></Notice> }
    });
    let memory = (!desk.survives() && !items.is_empty()).then(|| {
        view! {
            <Notice tone=Tone::Warning head=words.device_memory><p>{words.device_memory_next}</p></Notice>
        }
    });
    let (drafts, others): (Vec<_>, Vec<_>) = items
        .into_iter()
        .partition(|item| item.kind == kept::DRAFTS);
    let export = move |_| export::all(desk);
    let erase_one =
        Callback::new(move |(item, name): (KeptItem, String)| desk.erase_one(item, &name));
    view! {
        {memory}
        {newer}
        <div class="row keptacts">
            <button class="btn" type="button" on:click=export><Svg icon=Icon::Download/>{words.export}</button>
            <Erase words=words.erase label=words.erase on_erase=Callback::new(move |()| desk.erase_all())/>
        </div>
        <ShortlistSection desk=desk items=others.clone()/>
        <Searches desk=desk items=others/>
        <Drafts items=drafts on_erase=erase_one/>
        <Preferences values=desk.preferences.get()/>
        <Import desk=desk/>
    }
}
