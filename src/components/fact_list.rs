//! A list of facts: a name, and a value or "not stated".

use super::{EvidenceMark, NotStated};
use crate::view::view;
use catalog::Assertion;
use leptos::prelude::*;

/// One fact, with the pointer of its value for the mark of how it is known.
pub(crate) struct Fact {
    name: &'static str,
    value: Option<AnyView>,
    path: &'static str,
}

impl Fact {
    /// A fact; `None` is shown as "not stated".
    pub(crate) fn new(name: &'static str, value: Option<AnyView>, path: &'static str) -> Self {
        Self { name, value, path }
    }

    /// A fact whose value is a text of ours or a number.
    pub(crate) fn text(name: &'static str, value: Option<String>, path: &'static str) -> Self {
        Self::new(name, value.map(IntoAny::into_any), path)
    }

    /// Whether there is a value.
    pub(crate) const fn is_stated(&self) -> bool {
        self.value.is_some()
    }
}

/// The list.
#[component]
pub(crate) fn FactList(
    /// The facts, in order.
    facts: Vec<Fact>,
    /// The record's assertions.
    assertions: Vec<Assertion>,
) -> AnyView {
    let rows = facts.into_iter().map(|fact| {
        let assertions = assertions.clone();
        let value = match fact.value {
            Some(value) => {
                let mark = view! { <EvidenceMark assertions=assertions path=fact.path/> };
                view! { <dd>{value}{mark}</dd> }
            }
            None => view! { <dd><NotStated/></dd> },
        };
        view! { <dt>{fact.name}</dt>{value} }
    });
    view! { <dl class="dl">{rows.collect_view()}</dl> }
}
