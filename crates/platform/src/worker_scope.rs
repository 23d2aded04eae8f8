//! The other side: what a program that runs as a dedicated worker says and hears.

use crate::{Listener, OwnFile, worker::text_of};
use wasm_bindgen::JsCast;
use web_sys::{DedicatedWorkerGlobalScope, MessageEvent};

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

/// Like [`on_message`], also for messages with a file of the visitor's own beside them
/// ([`WorkerHandle::post_with`](crate::WorkerHandle::post_with)).
pub fn on_message_or_file(mut received: impl FnMut(String, Option<OwnFile>) + 'static) {
    Listener::on_scope("message", move |event| {
        if let Some(text) = text_of(&event) {
            received(text, None);
        } else if let Some(event) = event.dyn_ref::<MessageEvent>()
            && let Some((text, file)) = OwnFile::parted(&event.data())
        {
            received(text, Some(file));
        }
    })
    .forever();
}

/// The address of the worker's own script, with its query; files beside it resolve against it.
#[must_use]
pub fn script_url() -> String {
    crate::scope::location("href")
}
