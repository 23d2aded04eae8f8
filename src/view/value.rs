//! What an attribute, class, style or property is given, and how the document takes it.

use super::Holes;
use leptos::{
    prelude::{Get, Memo, RwSignal, Signal},
    tachys::renderer::dom::Dom,
    web_sys,
};
use std::borrow::Cow;
use wasm_bindgen::{JsCast as _, JsValue};

/// Where a value goes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Kind {
    /// An attribute.
    Attribute,
    /// One class, there or not.
    Class,
    /// One property of the element's own style.
    Style,
    /// A property of the element's object.
    Property,
    /// What stands inside, as markup. For the page's own icons only.
    Markup,
}

/// A value, or how to get it.
pub(crate) enum Value {
    /// None: the attribute is not there.
    Absent,
    /// There or not.
    Flag(bool),
    /// Words.
    Text(Cow<'static, str>),
    /// Asked again whenever what it reads changes.
    Live(Box<dyn Fn() -> Value>),
}

impl PartialEq for Value {
    /// Two live values are never known to be the same.
    fn eq(&self, other: &Self) -> bool {
        match (self, other) {
            (Self::Absent, Self::Absent) => true,
            (Self::Flag(one), Self::Flag(other)) => one == other,
            (Self::Text(one), Self::Text(other)) => one == other,
            _ => false,
        }
    }
}

impl Value {
    /// Puts the value into the document. A live one is not put: who holds it asks it.
    pub(crate) fn put(&self, element: &web_sys::Element, kind: Kind, name: &str) {
        let text = match self {
            Self::Flag(true) => Some(""),
            Self::Text(text) => Some(text.as_ref()),
            Self::Absent | Self::Flag(false) | Self::Live(_) => None,
        };
        // What the document refuses (a name that is none) is left out, as it would be in HTML.
        let _ = match (kind, text) {
            (Kind::Attribute, Some(text)) => element.set_attribute(name, text),
            (Kind::Attribute, None) => element.remove_attribute(name),
            (Kind::Class, Some(_)) => element.class_list().add_1(name),
            (Kind::Class, None) => element.class_list().remove_1(name),
            (Kind::Style, text) => style(element, name, text),
            (Kind::Markup, text) => {
                element.set_inner_html(text.unwrap_or_default());
                Ok(())
            }
            (Kind::Property, _) => {
                self.put_property(element, name);
                Ok(())
            }
        };
    }

    /// A `value` is put a moment later: a list takes one only once its options are there.
    fn put_property(&self, element: &web_sys::Element, name: &str) {
        let value = match self {
            Self::Absent | Self::Live(_) => JsValue::UNDEFINED,
            Self::Flag(flag) => JsValue::from_bool(*flag),
            Self::Text(text) => JsValue::from_str(text),
        };
        Dom::set_property_or_value(element, name, &value);
    }
}

fn style(element: &web_sys::Element, name: &str, text: Option<&str>) -> Result<(), JsValue> {
    let Some(element) = element.dyn_ref::<web_sys::HtmlElement>() else {
        return Ok(());
    };
    match text {
        Some(text) => element.style().set_property(name, text),
        None => element.style().remove_property(name).map(|_| ()),
    }
}

/// What markup may give to an attribute, class, style or property.
pub(crate) trait IntoValue {
    /// The value.
    fn into_value(self) -> Value;

    /// Fills a hole with it.
    #[inline(never)]
    fn add(self, holes: &mut Holes)
    where
        Self: Sized,
    {
        holes.value(self.into_value());
    }
}

impl IntoValue for Value {
    fn into_value(self) -> Value {
        self
    }
}

impl IntoValue for bool {
    fn into_value(self) -> Value {
        Value::Flag(self)
    }
}

impl IntoValue for &'static str {
    fn into_value(self) -> Value {
        Value::Text(Cow::Borrowed(self))
    }
}

impl IntoValue for String {
    fn into_value(self) -> Value {
        Value::Text(Cow::Owned(self))
    }
}

impl<V: IntoValue> IntoValue for Option<V> {
    fn into_value(self) -> Value {
        self.map_or(Value::Absent, V::into_value)
    }
}

macro_rules! numbers {
    ($($number:ty),+) => {$(
        impl IntoValue for $number {
            fn into_value(self) -> Value {
                Value::Text(Cow::Owned(self.to_string()))
            }
        }
    )+};
}
numbers!(i32, u32, u64, usize);

impl<V: IntoValue, F: Fn() -> V + 'static> IntoValue for F {
    fn into_value(self) -> Value {
        Value::Live(Box::new(move || self().into_value()))
    }
}

macro_rules! signals {
    ($($signal:ident),+) => {$(
        impl<V> IntoValue for $signal<V>
        where
            V: IntoValue + Clone + Send + Sync + 'static,
        {
            fn into_value(self) -> Value {
                Value::Live(Box::new(move || self.get().into_value()))
            }
        }
    )+};
}
signals!(Signal, Memo, RwSignal);
