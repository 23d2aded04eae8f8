//! No row matches: which rows were gone through, and the way back.

use super::viewed::Viewed;
use crate::{
    components::Empty,
    i18n::{GridWords, fill},
    state::lang,
    view::view,
};
use leptos::prelude::*;
use sift::View;

/// The empty stall.
#[component]
pub(super) fn Nothing(viewed: Viewed, among: String) -> AnyView {
    let words = GridWords::of(lang());
    let clear = move |_| {
        viewed.look(View {
            search: String::new(),
            filters: Vec::new(),
            ..viewed.view()
        });
    };
    view! {
        <Empty head=words.nothing>
            <p class="muted">{fill(words.nothing_lead, &[("rows", &among)])}</p>
            <p class="row"><button class="btn" type="button" on:click=clear>{words.clear_all}</button></p>
        </Empty>
    }
}
