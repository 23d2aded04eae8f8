//! Under construction in this working tree; never committed like this.

use leptos::prelude::*;

/// Placeholder.
#[component]
pub(crate) fn Exchanges() -> impl IntoView {}

/// Whether only the planning of an exchange is dated: it is never shown as open.
pub(super) fn is_planned(exchange: &catalog::Exchange) -> bool {
    let event = exchange.established.as_ref().and_then(|date| date.event);
    event == Some(catalog::DateEvent::PlanningBegan)
}
