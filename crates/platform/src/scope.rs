//! What a window and a worker scope have in common, read by name from the global object,
//! because `window` does not exist in a worker.

use js_sys::{Function, Reflect};
use wasm_bindgen::{JsCast, JsValue};

/// A member of the global object; `None` when this browser or scope has none.
pub(crate) fn member(name: &str) -> Option<JsValue> {
    member_of(&js_sys::global(), name)
}

/// A member of `object`; `None` when it is absent, `undefined`, `null` or throws.
pub(crate) fn member_of(object: &JsValue, name: &str) -> Option<JsValue> {
    Reflect::get(object, &JsValue::from_str(name))
        .ok()
        .filter(|value| !value.is_undefined() && !value.is_null())
}

/// What JavaScript threw.
pub(crate) type Thrown = JsValue;

/// Calls a method by name.
///
/// # Errors
/// What it throws; a type error where there is none.
pub(crate) fn call_method(of: &JsValue, name: &str, given: &JsValue) -> Result<JsValue, Thrown> {
    let method = Reflect::get(of, &JsValue::from_str(name))?;
    method.dyn_into::<Function>()?.call1(of, given)
}

/// A function of the global object, such as `setTimeout`.
pub(crate) fn function(name: &str) -> Option<Function> {
    member(name)?.dyn_into().ok()
}

/// A text member of the scope's `location`, such as `protocol`; empty when there is none.
pub(crate) fn location(part: &str) -> String {
    member("location")
        .and_then(|location| member_of(&location, part))
        .and_then(|value| value.as_string())
        .unwrap_or_default()
}

/// The words of a thrown value: its message, else its text, else what type it is.
pub(crate) fn words(thrown: &JsValue) -> String {
    member_of(thrown, "message")
        .or_else(|| Some(thrown.clone()))
        .and_then(|value| value.as_string())
        .or_else(|| thrown.js_typeof().as_string())
        .unwrap_or_default()
}
