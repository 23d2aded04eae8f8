//! An address that names nothing, with ways on.

use crate::{
    components::Empty,
    i18n::Common,
    state::{href, lang},
    view::view,
};
use leptos::prelude::*;
use routes::Route;
use search::Query;

/// The page.
#[component]
pub(crate) fn NotFound() -> AnyView {
    let words = Common::of(lang());
    super::title(words.not_found);
    view! {
        <div class="wrap band">
            <h1 class="vh">{words.not_found}</h1>
            <Empty head=words.not_found>
                <p class="muted">{words.not_found_lead}</p>
                <p class="row">
                    <a class="btn main" href=href(&Route::Home)>{words.go_home}</a>
                    <a class="btn" href=href(&Route::Browse(Query::default()))>{words.go_browse}</a>
                </p>
            </Empty>
        </div>
    }
}
