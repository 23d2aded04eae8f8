//! Waiting, in a window and in a worker.

use crate::scope;
use js_sys::Promise;
use std::{
    future::{Future, poll_fn},
    pin::pin,
    task::Poll,
};
use wasm_bindgen::{JsCast, JsValue, closure::Closure};
use wasm_bindgen_futures::JsFuture;

/// A call that happens once, later, unless the timer is dropped before.
pub struct Timer {
    id: JsValue,
    _callback: Closure<dyn FnMut()>,
}

impl Timer {
    /// Calls `callback` once after `millis`. Where the scope has no timers, never.
    #[must_use = "dropping the timer cancels the call"]
    pub fn after(millis: u32, callback: impl FnOnce() + 'static) -> Self {
        let mut callback = Some(callback);
        let callback = Closure::<dyn FnMut()>::new(move || {
            if let Some(callback) = callback.take() {
                callback();
            }
        });
        let id = set_timeout(callback.as_ref(), millis);
        Self {
            id,
            _callback: callback,
        }
    }
}

impl Drop for Timer {
    fn drop(&mut self) {
        if let Some(clear) = scope::function("clearTimeout") {
            // A timer that has run already is cleared without effect.
            let _ = clear.call1(&JsValue::UNDEFINED, &self.id);
        }
    }
}

/// Waits `millis`.
pub async fn sleep(millis: u32) {
    let promise = Promise::new(&mut |resolve, _| {
        set_timeout(resolve.unchecked_ref(), millis);
    });
    // The promise is only ever resolved.
    let _ = JsFuture::from(promise).await;
}

/// The result of `future`, or `None` if it takes longer than `millis`; it is dropped then.
pub async fn within<T>(millis: u32, future: impl Future<Output = T>) -> Option<T> {
    let mut future = pin!(future);
    let mut limit = pin!(sleep(millis));
    poll_fn(|context| {
        if let Poll::Ready(result) = future.as_mut().poll(context) {
            return Poll::Ready(Some(result));
        }
        limit.as_mut().poll(context).map(|()| None)
    })
    .await
}

fn set_timeout(callback: &JsValue, millis: u32) -> JsValue {
    let millis = JsValue::from_f64(f64::from(millis.min(i32::MAX as u32)));
    scope::function("setTimeout")
        .and_then(|set| set.call2(&JsValue::UNDEFINED, callback, &millis).ok())
        .unwrap_or(JsValue::UNDEFINED)
}
