//! Which of the two pages it is.

use super::{all_shelves::AllShelves, one_shelf::OneShelf};
use crate::{
    engine::SearchEngine,
    i18n::Common,
    reactive::watch,
    state::{Router, lang},
    view::{any, view},
};
use catalog::Key;
use leptos::prelude::*;
use routes::Route;

/// The page.
#[component]
pub(crate) fn Category() -> AnyView {
    let router = Router::here();
    let key = router.part(|route| match route {
        Route::Category(key) => key.clone(),
        _ => None,
    });
    let directory = SearchEngine::here().directory();
    // A link may give an id without its source: the first shelf that has it is meant.
    watch(move || {
        let asked = router.dropped();
        let id = asked.iter().find(|dropped| dropped.name == "id");
        let shelf = directory.with(|directory| {
            let node = directory.as_ref()?.category(&id?.value)?;
            Key::parse(&node.key)
        });
        if shelf.is_some() {
            router.replace(&Route::Category(shelf));
        }
    });
    any(move || {
        let key = key.get();
        match directory.get() {
            None => {
                view! { <p class="wrap band muted" role="status">{Common::of(lang()).loading}</p> }
            }
            Some(directory) => match key {
                None => view! { <AllShelves directory=directory/> },
                Some(key) => view! { <OneShelf directory=directory key=key/> },
            },
        }
    })
}
