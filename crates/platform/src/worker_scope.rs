//! The other side: what a program that runs as a dedicated worker says and hears.

use crate::{Listener, worker::text_of};
use wasm_bindgen::JsCast;
use web_sys::DedicatedWorkerGlobalScope;

/// Sends one message to the page. `false` when this is no worker, or the browser refused.
pub fn post(message: &str) -> bool {
    js_sys::global()
        .dyn_into::<DedicatedWorkerGlobalScope>()
        .is_ok_and(|scope| scope.post_message(&message.into()).is_ok())
}

/// Calls `received` for every text message, in order, for as long as the worker lives.
/// Call it while the program starts: the loader then delivers what came before.
pub fn on_message(mut received: impl FnMut(String) + 'static) {
    Listener::on_scope("message", move |event| {
        if let Some(text) = text_of(&event) {
            received(text);
        }
    })
    .forever();
}

/// The address of the worker's own script, with its query; files beside it resolve against it.
#[must_use]
pub fn script_url() -> String {
    crate::scope::location("href")
}
