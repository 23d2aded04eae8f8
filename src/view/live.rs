//! Values in the document: put once, or kept up to date.

use super::{Kind, Value};
use leptos::{prelude::RenderEffect, web_sys};

/// A value as it stands in the document.
pub(crate) struct Put {
    element: web_sys::Element,
    kind: Kind,
    name: &'static str,
    value: Value,
    /// Keeps a live value up to date; dropping it ends that.
    effect: Option<RenderEffect<Value>>,
}

impl Put {
    /// Puts the value, and keeps it up to date if it is live.
    pub(crate) fn new(
        element: web_sys::Element,
        kind: Kind,
        name: &'static str,
        value: Value,
    ) -> Self {
        match value {
            Value::Live(ask) => Self {
                value: Value::Absent,
                effect: Some(keep(element.clone(), kind, name, ask)),
                element,
                kind,
                name,
            },
            value => {
                // A class, style or attribute that is absent from the first was never there.
                if kind == Kind::Property || !matches!(value, Value::Absent | Value::Flag(false)) {
                    value.put(&element, kind, name);
                }
                Self {
                    element,
                    kind,
                    name,
                    value,
                    effect: None,
                }
            }
        }
    }

    /// Takes the place of what was put before.
    pub(crate) fn replace(&mut self, value: Value) {
        match value {
            Value::Live(_) => *self = Self::new(self.element.clone(), self.kind, self.name, value),
            value => {
                if self.effect.take().is_some() || self.value != value {
                    value.put(&self.element, self.kind, self.name);
                    self.value = value;
                }
            }
        }
    }
}

fn keep(
    element: web_sys::Element,
    kind: Kind,
    name: &'static str,
    ask: Box<dyn Fn() -> Value>,
) -> RenderEffect<Value> {
    RenderEffect::new(move |before: Option<Value>| {
        let mut value = ask();
        // A live value may answer with a live one, which is asked at once.
        while let Value::Live(ask) = value {
            value = ask();
        }
        if before.as_ref() != Some(&value) {
            value.put(&element, kind, name);
        }
        value
    })
}
