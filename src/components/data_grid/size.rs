//! Follows the size of the frame and of the head.

use super::{control::Grid, paint::Painter};
use leptos::wasm_bindgen::{JsCast, prelude::Closure};
use leptos::{prelude::*, web_sys};

/// Tells when the frame has another size.
pub(super) struct Watching {
    observer: web_sys::ResizeObserver,
    _call: Closure<dyn FnMut()>,
}

impl Drop for Watching {
    fn drop(&mut self) {
        self.observer.disconnect();
    }
}

/// Begins.
pub(super) fn follow_size(grid: Grid, painter: &Painter) -> Option<Watching> {
    let call = Closure::<dyn FnMut()>::new(move || untrack(|| grid.refit()));
    let observer = web_sys::ResizeObserver::new(call.as_ref().unchecked_ref()).ok()?;
    observer.observe(&painter.frame);
    observer.observe(&painter.head);
    Some(Watching {
        observer,
        _call: call,
    })
}
