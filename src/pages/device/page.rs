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
    reactive::memo,
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
    // What is listed changes under the visitor's hands; the page round it stays.
    let kind = memo(move || {
        desk.found.with(|found| match found {
            None => Kind::Opening,
            Some(Err(error)) => Kind::Failed(error.to_string()),
            Some(Ok(items)) if items.is_empty() && desk.preferences.with(Vec::is_empty) => {
                Kind::Nothing
            }
            Some(Ok(_)) => Kind::Found,
        })
    });
    view! {
        <div class="wrap listing device">
            <header class="lhead">
                <h1>{words.device_title}</h1>
                <p class="quiet">{words.device_lead}</p>
            </header>
            <div role="status">{move || desk.said.get().map(|(tone, said)| view! {
                <Notice tone=tone><p>{said}</p></Notice>
            })}</div>
            {move || match kind.get() {
                Kind::Opening => view! { <p class="muted late" role="status">{words.device_opening}</p> },
                Kind::Failed(reason) => {
                    let next = fill(words.device_failed_next, &[("reason", &reason)]);
                    view! { <Notice tone=Tone::Bad head=words.device_failed><p>{next}</p></Notice> }
                }
                Kind::Nothing => view! { <Nothing/> },
                Kind::Found => view! { <Found desk=desk/> },
            }}
            {move || matches!(kind.get(), Kind::Nothing | Kind::Found).then(|| view! { <Import desk=desk/> })}
        </div>
    }
}

#[derive(Clone, PartialEq, Eq)]
enum Kind {
    Opening,
    Failed(String),
    Nothing,
    Found,
}

#[component]
fn Nothing() -> AnyView {
    let words = Words::of(lang());
    view! {
        <Empty head=words.device_none>
            <p class="muted">{words.device_none_lead}</p>
            <p class="row">
                <a class="btn" href=href(&Route::Browse(Query::default()))>{Common::of(lang()).go_browse}</a>
            </p>
        </Empty>
    }
}

#[component]
fn Found(desk: Desk) -> AnyView {
    let words = Words::of(lang());
    let newer = move || {
        let newer = desk.items(|items| items.iter().filter(|item| is_newer(item)).count());
        (newer > 0).then(|| {
            let said = fill(words.device_newer, &[("n", &grouped(newer as u64))]);
            view! { <Notice tone=Tone::Info><p>{said}</p></Notice> }
        })
    };
    let memory = move || {
        (!desk.survives() && desk.items(|items| !items.is_empty())).then(|| {
            view! {
                <Notice tone=Tone::Warning head=words.device_memory><p>{words.device_memory_next}</p></Notice>
            }
        })
    };
    let drafts = move || {
        let drafts = desk.items(|items| {
            let drafts = items.iter().filter(|item| item.kind == kept::DRAFTS);
            drafts.cloned().collect::<Vec<_>>()
        });
        let erase = move |(item, name): (KeptItem, String)| desk.erase_one(item, &name);
        view! { <Drafts items=drafts on_erase=Callback::new(erase)/> }
    };
    view! {
        {memory}
        {newer}
        <div class="row keptacts">
            <button class="btn" type="button" on:click=move |_| export::all(desk)>
                <Svg icon=Icon::Download/>{words.export}
            </button>
            <Erase words=words.erase label=words.erase on_erase=Callback::new(move |()| desk.erase_all())/>
        </div>
        <ShortlistSection desk=desk/>
        <Searches desk=desk/>
        {drafts}
        {move || view! { <Preferences values=desk.preferences.get()/> }}
    }
}
