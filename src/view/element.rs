//! An element of the document: a tag with its parts and children. Building one makes it;
//! rebuilding over an element of the same shape changes what differs and keeps the rest, with
//! the focus, the scrolling and what the visitor typed.

use super::{
    Kind, Value,
    event::{Handler, Listener},
    live::Put,
};
use leptos::{
    prelude::{AddAnyAttr, AnyView, IntoAny as _, Render, RenderHtml},
    tachys::{
        html::{
            attribute::{Attribute, any_attribute::AnyAttribute},
            element::ElementType,
            node_ref::NodeRefContainer,
        },
        hydration::Cursor,
        renderer::dom::Dom,
        view::{Mountable, Position, PositionState, any_view::AnyViewState},
    },
    web_sys,
};
use send_wrapper::SendWrapper;

const SVG: &str = "http://www.w3.org/2000/svg";

enum Part {
    Value(Kind, &'static str, Value),
    Event(&'static str, Handler),
    Reference(Box<dyn FnOnce(&web_sys::Element)>),
}

/// An element that is not in the document yet.
pub(crate) struct Element(SendWrapper<Box<Inner>>);

struct Inner {
    tag: &'static str,
    namespace: Option<&'static str>,
    parts: Vec<Part>,
    children: Vec<AnyView>,
}

impl Element {
    fn with(tag: &'static str, namespace: Option<&'static str>) -> Self {
        Self(SendWrapper::new(Box::new(Inner {
            tag,
            namespace,
            parts: Vec::new(),
            children: Vec::new(),
        })))
    }

    /// An element of HTML.
    #[inline(never)]
    pub(crate) fn new(tag: &'static str) -> Self {
        Self::with(tag, None)
    }

    /// An element of SVG.
    #[inline(never)]
    pub(crate) fn svg(tag: &'static str) -> Self {
        Self::with(tag, Some(SVG))
    }

    /// An attribute that never changes.
    #[inline(never)]
    pub(crate) fn set(&mut self, name: &'static str, value: &'static str) {
        self.part(Kind::Attribute, name, Value::Text(value.into()));
    }

    /// A value.
    #[inline(never)]
    pub(crate) fn part(&mut self, kind: Kind, name: &'static str, value: Value) {
        self.0.parts.push(Part::Value(kind, name, value));
    }

    /// A listener.
    #[inline(never)]
    pub(crate) fn on(&mut self, event: &'static str, handler: Handler) {
        self.0.parts.push(Part::Event(event, handler));
    }

    /// A reference that learns of the element when it is made.
    pub(crate) fn node_ref<E: ElementType>(&mut self, reference: impl NodeRefContainer<E>) {
        let load = Box::new(move |element: &web_sys::Element| reference.load(element));
        self.0.parts.push(Part::Reference(load));
    }

    /// A text that never changes.
    #[inline(never)]
    pub(crate) fn text(&mut self, text: &'static str) {
        self.0.children.push(text.into_any());
    }

    /// A child.
    #[inline(never)]
    pub(crate) fn child(&mut self, child: AnyView) {
        self.0.children.push(child);
    }

    /// The view of it.
    #[inline(never)]
    pub(crate) fn done(self) -> AnyView {
        self.into_any()
    }
}

enum Kept {
    Put(Put),
    Listener(Listener),
    Reference,
}

impl Kept {
    fn takes(&self, part: &Part) -> bool {
        match (self, part) {
            (Self::Put(put), Part::Value(kind, name, _)) => put.is_for(*kind, name),
            (Self::Listener(listener), Part::Event(name, _)) => listener.is_for(name),
            (Self::Reference, Part::Reference(_)) => true,
            _ => false,
        }
    }

    fn new(element: &web_sys::Element, part: Part) -> Self {
        match part {
            Part::Value(kind, name, value) => Self::Put(Put::new(element, kind, name, value)),
            Part::Event(name, handler) => Self::Listener(Listener::new(element, name, handler)),
            Part::Reference(load) => {
                load(element);
                Self::Reference
            }
        }
    }

    fn replace(&mut self, element: &web_sys::Element, part: Part) {
        match (self, part) {
            (Self::Put(put), Part::Value(_, _, value)) => put.replace(element, value),
            (Self::Listener(listener), Part::Event(_, handler)) => listener.replace(handler),
            (Self::Reference, Part::Reference(load)) => load(element),
            // `takes` was asked before.
            _ => {}
        }
    }
}

/// An element in the document.
pub(crate) struct Made {
    tag: &'static str,
    element: web_sys::Element,
    parts: Vec<Kept>,
    children: Vec<AnyViewState>,
}

impl Made {
    fn takes(&self, other: &Inner) -> bool {
        self.tag == other.tag
            && self.children.len() == other.children.len()
            && self.parts.len() == other.parts.len()
            && (self.parts.iter().zip(&other.parts)).all(|(kept, part)| kept.takes(part))
    }
}

impl Render for Element {
    type State = Made;

    fn build(self) -> Made {
        let inner = *self.0.take();
        let element = Dom::create_element(inner.tag, inner.namespace);
        let parts = inner.parts.into_iter();
        let parts = parts.map(|part| Kept::new(&element, part)).collect();
        let children = inner.children.into_iter().map(|child| {
            let mut child = child.build();
            child.mount(&element, None);
            child
        });
        Made {
            tag: inner.tag,
            children: children.collect(),
            parts,
            element,
        }
    }

    fn rebuild(self, made: &mut Made) {
        if !made.takes(&self.0) {
            let mut new = self.build();
            made.insert_before_this(&mut new);
            made.unmount();
            *made = new;
            return;
        }
        let inner = *self.0.take();
        for (kept, part) in made.parts.iter_mut().zip(inner.parts) {
            kept.replace(&made.element, part);
        }
        for (kept, child) in made.children.iter_mut().zip(inner.children) {
            child.rebuild(kept);
        }
    }
}

impl Mountable for Made {
    fn unmount(&mut self) {
        self.element.unmount();
    }

    fn mount(&mut self, parent: &web_sys::Element, marker: Option<&web_sys::Node>) {
        self.element.mount(parent, marker);
    }

    fn insert_before_this(&self, child: &mut dyn Mountable) -> bool {
        self.element.insert_before_this(child)
    }

    fn elements(&self) -> Vec<web_sys::Element> {
        vec![self.element.clone()]
    }
}

/// Nobody gives attributes to a finished element.
impl AddAnyAttr for Element {
    type Output<A: Attribute> = Self;

    fn add_any_attr<A: Attribute>(self, _: A) -> Self {
        self
    }
}

/// Asked for by Leptos's erased views. The page is drawn in the browser only, so there is
/// no HTML to write and none to begin from.
impl RenderHtml for Element {
    type AsyncOutput = Self;
    type Owned = Self;

    const MIN_LENGTH: usize = 0;

    fn dry_resolve(&mut self) {}

    async fn resolve(self) -> Self {
        self
    }

    fn to_html_with_buf(
        self,
        _: &mut String,
        _: &mut Position,
        _: bool,
        _: bool,
        _: Vec<AnyAttribute>,
    ) {
    }

    fn hydrate<const FROM_SERVER: bool>(self, _: &Cursor, _: &PositionState) -> Made {
        self.build()
    }

    fn into_owned(self) -> Self {
        self
    }
}
