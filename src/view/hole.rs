//! What fills the holes of a template, in the order in which they are written.

use super::{
    Value,
    event::{Handler, Listener},
    live::Put,
    program::Part,
    template::Template,
};
use leptos::{
    prelude::{AnyView, IntoAny as _, Render},
    tachys::{
        html::{element::ElementType, node_ref::NodeRefContainer},
        view::{Mountable as _, any_view::AnyViewState},
    },
    web_sys,
};

/// What fills one hole.
pub(crate) enum Hole {
    Child(AnyView),
    Value(Value),
    Event(Handler),
    Reference(Box<dyn FnOnce(&web_sys::Element)>),
}

/// What fills the holes of one template.
pub(crate) struct Holes(Vec<Hole>);

impl Holes {
    /// None yet.
    #[inline(never)]
    pub(crate) fn new() -> Self {
        Self(Vec::new())
    }

    /// A child.
    #[inline(never)]
    pub(crate) fn child(&mut self, child: AnyView) {
        self.0.push(Hole::Child(child));
    }

    /// A value of an attribute, class, style or property.
    #[inline(never)]
    pub(crate) fn value(&mut self, value: Value) {
        self.0.push(Hole::Value(value));
    }

    /// A listener.
    #[inline(never)]
    pub(crate) fn event(&mut self, handler: Handler) {
        self.0.push(Hole::Event(handler));
    }

    /// A reference that learns of the element when it is made.
    pub(crate) fn reference<E: ElementType>(&mut self, reference: impl NodeRefContainer<E>) {
        let load = Box::new(move |element: &web_sys::Element| reference.load(element));
        self.0.push(Hole::Reference(load));
    }

    /// The view of the template with these holes filled.
    #[inline(never)]
    pub(crate) fn fill(self, program: &'static str) -> AnyView {
        Template::new(program, self.0).into_any()
    }
}

/// What stands in a hole of the document.
pub(crate) enum Filled {
    Child(AnyViewState),
    Put(Put),
    Listener(Listener),
    Reference(web_sys::Element),
}

impl Filled {
    /// Fills a hole of the element: the part is `None` where a child belongs.
    pub(crate) fn new(element: &web_sys::Element, part: Option<Part>, hole: Hole) -> Option<Self> {
        Some(match (part, hole) {
            (None, Hole::Child(child)) => {
                let mut child = child.build();
                child.mount(element, None);
                Self::Child(child)
            }
            (Some(Part::Value(kind, name)), Hole::Value(value)) => {
                Self::Put(Put::new(element.clone(), kind, name, value))
            }
            (Some(Part::Event(name)), Hole::Event(handler)) => {
                Self::Listener(Listener::new(element, name, handler))
            }
            (Some(Part::Reference), Hole::Reference(load)) => {
                load(element);
                Self::Reference(element.clone())
            }
            // `view!` writes program and holes in one go, so they are of the same kinds.
            _ => return None,
        })
    }

    /// Takes the place of what filled the hole before.
    pub(crate) fn refill(&mut self, hole: Hole) {
        match (self, hole) {
            (Self::Child(state), Hole::Child(child)) => child.rebuild(state),
            (Self::Put(put), Hole::Value(value)) => put.replace(value),
            (Self::Listener(listener), Hole::Event(handler)) => listener.replace(handler),
            (Self::Reference(element), Hole::Reference(load)) => load(element),
            _ => {}
        }
    }
}
