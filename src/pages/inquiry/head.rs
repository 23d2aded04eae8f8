//! The head: what this page does, how the draft is kept, erasing it, and the other drafts.

use super::form::{Form, focus_soon, moment};
use crate::{
    components::{Icon, Notice, Svg, Tone},
    i18n::{Inquiry as Words, fill},
    reactive::watch,
    state::{DRAFTS, Keeper, Saving, draft_title, href, lang},
    view::{any, view},
};
use catalog::Key;
use leptos::prelude::*;
use routes::Route;

const ERASE: &str = "inquiry-erase";
const ERASE_SURE: &str = "inquiry-erase-sure";

/// The head.
#[component]
pub(super) fn Head(form: Form) -> AnyView {
    let words = Words::of(lang());
    let saving = form.writing.saving;
    let left_alone = move || match saving.get() {
        Saving::Newer => Some(words.saved_newer),
        Saving::Unreadable => Some(words.saved_unreadable),
        _ => None,
    };
    view! {
        <header class="lhead">
            <h1>{words.title}</h1>
            <p class="quiet">{words.lead}</p>
            <p class="small saved">
                {move || saved(saving.get())}
                <Erase form=form/>
            </p>
            {move || left_alone().map(|words| view! {
                <Notice tone=Tone::Warning><p>{words}</p></Notice>
            })}
            <Others form=form/>
        </header>
    }
}

fn saved(saving: Saving) -> Option<AnyView> {
    let words = Words::of(lang());
    let sentence = match saving {
        Saving::Nothing | Saving::Newer | Saving::Unreadable => return None,
        Saving::Waiting => words.saving.to_owned(),
        Saving::Memory => words.saved_memory.to_owned(),
        Saving::Device(at) => fill(words.saved, &[("time", &moment(at))]),
    };
    let (class, icon) = match saving {
        Saving::Device(_) => ("savedline kept", Icon::Ok),
        Saving::Memory => ("savedline memory", Icon::Warning),
        _ => ("savedline", Icon::Clock),
    };
    Some(view! { <span class=class><Svg icon=icon/>{sentence}</span> })
}

/// Erasing, asked once more in the same place.
#[component]
fn Erase(form: Form) -> AnyView {
    let words = Words::of(lang());
    let asks = RwSignal::new(false);
    let ask = move |is: bool| {
        asks.set(is);
        focus_soon(if is { ERASE_SURE } else { ERASE }.to_owned());
    };
    let erase = move |_| {
        asks.set(false);
        platform::spawn(form.writing.erase()).detach();
        platform::focus("main");
    };
    let is_something = move || form.writing.saving.get() != Saving::Nothing;
    any(move || {
        is_something().then(|| {
            if asks.get() {
                view! {
                    <span class="sure" role="group" aria-label=words.clear_sure>
                        <span>{words.clear_sure}</span>
                        <button class="btn small" type="button" id=ERASE_SURE on:click=erase>{words.yes_clear}</button>
                        <button class="textbtn" type="button" on:click=move |_| ask(false)>{words.keep}</button>
                    </span>
                }
            } else {
                view! {
                    <button class="textbtn" type="button" id=ERASE on:click=move |_| ask(true)>{words.clear}</button>
                }
            }
        })
    })
}

/// Most other drafts named here; the page of what is kept has them all.
const OTHERS: usize = 5;

/// Other inquiries begun on this device.
#[component]
fn Others(form: Form) -> AnyView {
    let words = Words::of(lang());
    let keeper = Keeper::here();
    let found = RwSignal::new(Vec::<(Option<Key>, String)>::new());
    watch(move || {
        if form.writing.is_open.get() {
            platform::spawn(async move {
                let kept = keeper.all().await.unwrap_or_default();
                let drafts = kept.into_iter().filter(|item| item.kind == DRAFTS);
                let others = drafts.filter(|item| !form.writing.is_kept_as(&item.stored.key));
                let named =
                    others.map(|item| (Key::parse(&item.stored.key), draft_title(&item.stored)));
                let _ = found.try_set(named.take(OTHERS).collect());
            })
            .detach();
        }
    });
    let name = move |key: &Option<Key>, title: String| match key {
        None => words.other_none.to_owned(),
        Some(key) if title.is_empty() => key.as_str().to_owned(),
        Some(_) => title,
    };
    any(move || {
        let others = found.get();
        (!others.is_empty()).then(|| {
            let links = others.into_iter().map(|(key, title)| {
                let name = name(&key, title);
                view! { <li><a href=href(&Route::Inquiry(key))>{name}</a></li> }
            });
            view! {
                <div class="small others">
                    <span>{words.other_drafts}</span>
                    <ul class="plain" role="list">{links.collect_view()}</ul>
                </div>
            }
        })
    })
}
