//! one listing
use leptos::prelude::*;
/// Placeholder.
#[component]
pub(crate) fn Listing() -> impl IntoView {}
