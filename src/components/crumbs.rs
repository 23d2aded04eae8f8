//! Breadcrumbs: where this page stands.

use crate::{
    i18n::Common,
    state::{href, lang},
    view::view,
};
use leptos::prelude::*;
use routes::Route;

/// The steps above, and the name of this page.
#[component]
pub(crate) fn Crumbs(
    /// Pages above, top first.
    above: Vec<(String, Route)>,
    /// This page.
    here: String,
) -> AnyView {
    let steps = above.into_iter().map(|(name, route)| {
        view! { <li><a href=href(&route)>{name}</a></li> }
    });
    view! {
        <nav class="crumbs" aria-label=Common::of(lang()).breadcrumb>
            <ol class="plain" role="list">
                {steps.collect_view()}
                <li aria-current="page">{here}</li>
            </ol>
        </nav>
    }
}
