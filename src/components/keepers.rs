//! Beside results: the link of this list, and what saves or exports it, which comes when it
//! is asked for.

use crate::{
    chunks,
    engine::{Found, Loadable},
    i18n::{Common, Keep},
    later,
    state::{Router, lang},
    view::view,
};
use leptos::prelude::*;
use routes::Route;
use search::Query;

/// The results that are to be saved or exported. Copied freely.
#[derive(Clone, Copy)]
pub(crate) struct Results {
    /// The present query.
    pub query: Signal<Query>,
    /// The present answer.
    pub answer: RwSignal<Loadable<Found>>,
}

/// The row.
#[component]
pub(crate) fn Keepers(
    /// The present answer.
    answer: RwSignal<Loadable<Found>>,
    /// The present query.
    #[prop(into)]
    query: Signal<Query>,
) -> AnyView {
    let words = Keep::of(lang());
    let open = RwSignal::new(false);
    let about = Results { query, answer };
    view! {
        <div class="keepers">
            <div class="row">
                <CopyQuery query=query/>
                <button
                    class="textbtn"
                    type="button"
                    aria-expanded=move || open.get().to_string()
                    on:click=move |_| open.update(|open| *open = !*open)
                >
                    {words.keepers}
                </button>
            </div>
            {move || open.get().then(|| later::part(|| Box::pin(chunks::keepers()), about))}
        </div>
    }
}

/// Copies the address with the language, so that it opens the same on another machine.
#[component]
fn CopyQuery(query: Signal<Query>) -> AnyView {
    let words = Common::of(lang());
    let said = RwSignal::new(words.copy_link);
    let router = Router::here();
    let copy = move |_| {
        let address = router.href(&Route::Browse(query.get_untracked()));
        let sign = if address.contains('?') { '&' } else { '?' };
        let address = format!("{address}{sign}lang={}", lang().short());
        platform::spawn(async move {
            let done = platform::copy_text(&address).await;
            let _ = said.try_set(if done {
                words.copied
            } else {
                words.copy_failed
            });
        })
        .detach();
    };
    view! { <button class="textbtn" type="button" on:click=copy aria-live="polite">{said}</button> }
}
