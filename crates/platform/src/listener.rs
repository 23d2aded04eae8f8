//! Event listeners that leave with the value that holds them.

use wasm_bindgen::{JsCast, closure::Closure};
use web_sys::{Event, EventTarget};

/// A listener on an event target; dropping it removes the listener.
pub struct Listener {
    target: EventTarget,
    event: &'static str,
    callback: Closure<dyn FnMut(Event)>,
}

impl Listener {
    /// Calls `callback` at every `event` of `target` until the listener is dropped.
    pub(crate) fn new(
        target: EventTarget,
        event: &'static str,
        callback: impl FnMut(Event) + 'static,
    ) -> Self {
        let callback = Closure::<dyn FnMut(Event)>::new(callback);
        // Adding a listener throws in no case that a fixed event name can reach.
        let _ = target.add_event_listener_with_callback(event, callback.as_ref().unchecked_ref());
        Self {
            target,
            event,
            callback,
        }
    }

    /// A listener on the scope itself (window or worker).
    pub(crate) fn on_scope(event: &'static str, callback: impl FnMut(Event) + 'static) -> Self {
        let target: EventTarget = js_sys::global().unchecked_into();
        Self::new(target, event, callback)
    }

    /// Keeps listening for as long as the page lives.
    pub fn forever(self) {
        std::mem::forget(self);
    }
}

impl Drop for Listener {
    fn drop(&mut self) {
        let _ = self.target.remove_event_listener_with_callback(
            self.event,
            self.callback.as_ref().unchecked_ref(),
        );
    }
}
