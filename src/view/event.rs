//! Listeners: one type, whatever the event.

use leptos::{
    prelude::Owner,
    tachys::renderer::{RemoveEventHandler, dom::Dom},
    web_sys,
};
use std::{cell::RefCell, marker::PhantomData, rc::Rc};
use wasm_bindgen::{JsCast, JsValue};

/// What is called with an event.
pub(crate) type Handler = Box<dyn FnMut(web_sys::Event)>;

/// A handler of events of the kind `E`.
pub(crate) fn handler<E: JsCast + 'static>(mut handle: impl FnMut(E) + 'static) -> Handler {
    Box::new(move |event| handle(event.unchecked_into()))
}

/// A handler that is told on what the event came.
pub(crate) fn targeted<T: JsCast + 'static>(
    mut handle: impl FnMut(Targeted<T>) + 'static,
) -> Handler {
    Box::new(move |event| {
        handle(Targeted {
            event,
            element: PhantomData,
        });
    })
}

/// An event of an element of the type `T`.
pub(crate) struct Targeted<T> {
    event: web_sys::Event,
    element: PhantomData<T>,
}

impl<T: JsCast> Targeted<T> {
    /// The element that the listener stands on.
    pub(crate) fn target(&self) -> T {
        let target = self.event.current_target().or_else(|| self.event.target());
        target.map_or_else(|| JsValue::NULL.unchecked_into(), JsCast::unchecked_into)
    }
}

/// A listener in the document. A new handler takes the place of the old without touching it.
pub(crate) struct Listener {
    handler: Rc<RefCell<Handler>>,
    /// Ends the listening when it is dropped.
    _remove: RemoveEventHandler<web_sys::Element>,
}

impl Listener {
    /// Listens on the element.
    pub(crate) fn new(element: &web_sys::Element, name: &str, handler: Handler) -> Self {
        let handler = Rc::new(RefCell::new(handler));
        let called = Rc::clone(&handler);
        // Contexts are looked up from where the listener was made, as in Leptos.
        let owner = Owner::current();
        // An event that comes while its own handler runs has nobody to go to.
        let call = move |event: JsValue| {
            if let Ok(mut handler) = called.try_borrow_mut() {
                let event = event.unchecked_into();
                match &owner {
                    Some(owner) => owner.with(|| handler(event)),
                    None => handler(event),
                }
            }
        };
        Self {
            handler,
            _remove: Dom::add_event_listener(element, name, Box::new(call)),
        }
    }

    /// Takes the place of the handler before.
    pub(crate) fn replace(&self, handler: Handler) {
        if let Ok(mut old) = self.handler.try_borrow_mut() {
            *old = handler;
        }
    }
}
