//! Requests of IndexedDB as futures. Written by hand: the wrapping crate `idb` costs nine
//! kilobytes more of compressed wasm, and four more crates, for the six calls needed here.

use crate::Listener;
use js_sys::Promise;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{IdbDatabase, IdbOpenDbRequest, IdbRequest, IdbTransaction};

/// What the request answers.
pub(crate) async fn answer(request: &IdbRequest) -> Result<JsValue, JsValue> {
    let promise = Promise::new(&mut |resolve, reject| {
        request.set_onsuccess(Some(resolve.unchecked_ref()));
        request.set_onerror(Some(reject.unchecked_ref()));
    });
    match JsFuture::from(promise).await {
        Ok(_event) => request.result(),
        Err(_event) => Err(match request.error() {
            Ok(Some(error)) => error.into(),
            _ => JsValue::UNDEFINED,
        }),
    }
}

/// Waits until what was written is kept; call it after the last answer.
pub(crate) async fn complete(transaction: &IdbTransaction) -> Result<(), JsValue> {
    let promise = Promise::new(&mut |resolve, reject| {
        transaction.set_oncomplete(Some(resolve.unchecked_ref()));
        transaction.set_onabort(Some(reject.unchecked_ref()));
    });
    match JsFuture::from(promise).await {
        Ok(_event) => Ok(()),
        Err(_event) => Err(transaction
            .error()
            .map_or(JsValue::UNDEFINED, JsValue::from)),
    }
}

/// The opened database; `upgrade` runs when it is new or older than asked for.
pub(crate) async fn opened(
    request: IdbOpenDbRequest,
    upgrade: impl Fn(&IdbDatabase) + 'static,
) -> Result<IdbDatabase, JsValue> {
    let same = request.clone();
    let listener = Listener::new(request.clone().into(), "upgradeneeded", move |_| {
        if let Some(database) = database(&same) {
            upgrade(&database);
        }
    });
    let answered = answer(&request).await;
    drop(listener);
    answered?.dyn_into()
}

fn database(request: &IdbOpenDbRequest) -> Option<IdbDatabase> {
    request.result().ok()?.dyn_into().ok()
}
