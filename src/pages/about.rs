//! Under construction in this working tree; never committed like this.

use leptos::prelude::*;

/// Placeholder.
#[component]
pub(crate) fn About() -> impl IntoView {}
