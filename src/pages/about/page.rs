//! Lays the parts out, with the configuration's notices and the rules of speech.

use super::{
    repairs::{NoticeTable, Repairs},
    sources::Sources,
};
use crate::{
    components::{Notice, Svg, Tone, state_class, state_icon},
    i18n::{Named as _, PanelWords, Shop as Words, fill, grouped},
    state::{Site, href, lang},
    view::view,
};
use catalog::PriceState;
use leptos::prelude::*;
use routes::{Preview, Previewed, Route};

/// The page.
#[component]
pub(crate) fn About() -> AnyView {
    let words = Words::of(lang());
    super::super::title(words.about_title);
    view! {
        <div class="wrap listing about">
            <header class="lhead">
                <h1>{words.about_title}</h1>
                <p class="quiet">{Site::here().text("about").unwrap_or_else(|| words.about_lead.to_owned())}</p>
            </header>
            <Sources/>
            <Repairs/>
            <Configuration/>
            <Own/>
            <Speech/>
        </div>
    }
}

#[component]
fn Configuration() -> AnyView {
    let words = Words::of(lang());
    let notices = Site::here().notices().to_vec();
    let body = match notices.len() {
        0 => view! { <p class="quiet">{words.config_ok}</p> },
        n => view! {
            <Notice tone=Tone::Warning>
                <p>{fill(words.config_bad, &[("n", &grouped(n as u64))])}</p>
            </Notice>
            <NoticeTable notices=notices label=words.config_title/>
        },
    };
    view! { <section class="band"><div class="bandhead"><h2>{words.config_title}</h2></div>{body}</section> }
}

/// What visitors can do with a file of their own.
#[component]
fn Own() -> AnyView {
    let words = PanelWords::of(lang());
    let address = href(&Route::Preview(Preview::new(Previewed::Own)));
    view! {
        <section class="band">
            <div class="bandhead"><h2>{words.own_title}</h2></div>
            <p>{words.own_lead}</p>
            <p class="row"><a class="btn" href=address>{words.own_choose}</a></p>
        </section>
    }
}

#[component]
fn Speech() -> AnyView {
    let words = Words::of(lang());
    let states = [
        (PriceState::Number, words.state_number),
        (PriceState::Free, words.state_free),
        (PriceState::Negotiable, words.state_nego),
        (PriceState::NotStated, words.state_none),
        (PriceState::Doubtful, words.state_doubt),
    ];
    let states = states.map(|(state, note)| {
        view! {
            <li class=format!("price {}", state_class(state))>
                <Svg icon=state_icon(state)/>
                <span class="word">{state.name(lang())}</span>
                <span class="note">{note}</span>
            </li>
        }
    });
    view! {
        <section class="band">
            <div class="bandhead"><h2>{words.how_title}</h2></div>
            <p>{words.how_price}</p>
            <ul class="speech plain" role="list">{states.into_iter().collect_view()}</ul>
            <ul class="rules">
                <li>{words.how_missing}</li>
                <li>{words.how_marks}</li>
                <li>{words.how_count}</li>
                <li>{words.how_leave}</li>
            </ul>
        </section>
    }
}
