//! The empty stall: names the condition that empties the list, and offers a way on.

use crate::view::view;
use leptos::prelude::*;

/// Nothing to show, with a next step as children.
#[component]
pub(crate) fn Empty(
    /// What is empty.
    #[prop(into)]
    head: String,
    /// The next step.
    children: Children,
) -> AnyView {
    view! {
        <div class="empty">
            <svg viewBox="0 0 120 90" fill="none" stroke="currentColor" stroke-width="2.5" aria-hidden="true">
                <path d="M10 30h100l-8-18H18zM18 30v48M102 30v48M18 52h84"></path>
                <path d="M10 30c0 8 12 8 12 0 0 8 13 8 13 0 0 8 13 8 13 0 0 8 12 8 12 0 0 8 12 8 12 0 0 8 13 8 13 0 0 8 13 8 13 0 0 8 12 8 12 0"></path>
            </svg>
            <div>
                <h2>{head}</h2>
                {children()}
            </div>
        </div>
    }
}
