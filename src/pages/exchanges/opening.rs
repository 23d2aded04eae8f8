//! Whether an exchange opened, as its record says it. Planning is never an opening.

use crate::{
    components::{EvidenceMark, Icon, NotStated, Svg},
    i18n::Exchanges as Words,
    state::lang,
    view::view,
};
use catalog::{DateEvent, Exchange};
use leptos::prelude::*;

/// What the record says about opening.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::pages) enum Opening {
    /// Some evidence that it opened.
    Evidence,
    /// Only the planning is dated.
    PlanningOnly,
    /// The record says that there is no evidence.
    NoEvidence,
    /// The record does not say.
    NotStated,
}

impl Opening {
    /// Reads it from a record.
    pub(in crate::pages) fn of(exchange: &Exchange) -> Self {
        let event = exchange.established.as_ref().and_then(|date| date.event);
        match (event, exchange.opening_evidence) {
            (Some(DateEvent::PlanningBegan), _) => Self::PlanningOnly,
            (_, Some(true)) | (Some(DateEvent::Opened), None) => Self::Evidence,
            (_, Some(false)) => Self::NoEvidence,
            (_, None) => Self::NotStated,
        }
    }
}

/// Whether only the planning of an exchange is dated: it is never shown as open.
pub(in crate::pages) fn is_planned(exchange: &Exchange) -> bool {
    Opening::of(exchange) == Opening::PlanningOnly
}

/// The word with its icon, and how it is known.
#[component]
pub(in crate::pages) fn Opened(exchange: Exchange) -> AnyView {
    let words = Words::of(lang());
    let (class, icon, word) = match Opening::of(&exchange) {
        Opening::Evidence => ("is-free", Icon::Ok, words.yes),
        Opening::PlanningOnly => ("is-plan", Icon::NotStated, words.planning_only),
        Opening::NoEvidence => ("is-plan", Icon::NotStated, words.no_evidence),
        Opening::NotStated => return view! { <NotStated/> },
    };
    view! {
        <span class=class><Svg icon=icon/>{word}</span>
        <EvidenceMark assertions=exchange.assertions path="/openingEvidence"/>
    }
}
