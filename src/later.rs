//! A page whose code may still be on its way: a skeleton, then the page; or why it did not
//! come, with the way to ask again.

use crate::{
    chunks::{Given, Page, Part},
    components::{Icon, Notice, Svg, Tone},
    i18n::Common,
    pages,
    state::lang,
    view::{any, view},
};
use leptos::{prelude::*, wasm_split::SplitLoaderError};
use std::{future::Future, pin::Pin};

/// Asks for a page. Asking again costs nothing once its chunk is here, and asks the network
/// again after a failure.
pub(crate) type Ask = fn() -> Pin<Box<dyn Future<Output = Given>>>;

/// How far the code of a page is.
#[derive(Clone, Copy)]
enum Code {
    Coming,
    Here(Page),
    Failed,
}

/// Fetches the code of a page that will probably be asked for. A failure is nobody's concern
/// yet: who opens the page asks again.
pub(crate) fn fetch(ask: Ask) {
    platform::spawn(async move {
        let _ = ask().await;
    })
    .detach();
}

/// The page, now or when its code is here. With the code here already this takes no longer
/// than to the next drawing of the screen, so that nothing is seen of the skeleton.
pub(crate) fn later(ask: Ask) -> AnyView {
    let code = RwSignal::new(Code::Coming);
    start(ask, code);
    any(move || match code.get() {
        Code::Here(page) => page(),
        Code::Coming => coming(),
        Code::Failed => failed(ask, code),
    })
}

fn start(ask: Ask, code: RwSignal<Code>) {
    platform::spawn(async move {
        let given = ask().await.map_or(Code::Failed, Code::Here);
        // The visitor may have gone elsewhere meanwhile; then nobody misses the page.
        let _ = code.try_set(given);
    })
    .detach();
}

/// A small part of a page, now or when its code is here. `T` is what it is about.
pub(crate) fn part<T: Copy + Send + Sync + 'static>(ask: AskPart<T>, about: T) -> AnyView {
    let code = RwSignal::new(None);
    start_part(ask, code);
    any(move || match code.get() {
        Some(Ok(part)) => part(about),
        None => view! { <p class="small muted late">{Common::of(lang()).opening_page}</p> },
        Some(Err(())) => {
            let words = Common::of(lang());
            let again = move |_| start_part(ask, code);
            view! {
                <p class="small">
                    {words.part_failed}
                    <button class="textbtn" type="button" on:click=again>{words.retry}</button>
                </p>
            }
        }
    })
}

/// Asks for a part of a page.
pub(crate) type AskPart<T> =
    fn() -> Pin<Box<dyn Future<Output = Result<Part<T>, SplitLoaderError>>>>;

fn start_part<T: 'static>(ask: AskPart<T>, code: RwSignal<Option<Result<Part<T>, ()>>>) {
    platform::spawn(async move {
        // The visitor may have gone elsewhere meanwhile.
        let _ = code.try_set(Some(ask().await.map_err(drop)));
    })
    .detach();
}

fn coming() -> AnyView {
    let row = || view! { <div class="skel"></div> };
    view! {
        <div class="wrap band">
            <div class="late" role="status">
                <p class="muted">{Common::of(lang()).opening_page}</p>
                <div class="xskel" aria-hidden="true">{row()} {row()} {row()} {row()} {row()} {row()}</div>
            </div>
        </div>
    }
}

fn failed(ask: Ask, code: RwSignal<Code>) -> AnyView {
    let words = Common::of(lang());
    let again = move |_| {
        code.set(Code::Coming);
        start(ask, code);
    };
    pages::title(words.page_failed);
    view! {
        <div class="wrap band">
            <h1 class="vh">{words.page_failed}</h1>
            <Notice tone=Tone::Bad head=words.page_failed>
                <p>{words.page_failed_next}</p>
                <p class="row">
                    <button class="btn small" type="button" on:click=again>
                        <Svg icon=Icon::Retry/>{words.retry}
                    </button>
                </p>
            </Notice>
        </div>
    }
}
