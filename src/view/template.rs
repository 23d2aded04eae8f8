//! A template with its holes filled. Building it makes elements; rebuilding over elements of
//! the same template refills the holes and keeps the rest, with the focus, the scrolling and
//! what the visitor typed.

use super::{
    hole::{Filled, Hole},
    program,
};
use leptos::{
    prelude::{AddAnyAttr, Render, RenderHtml},
    tachys::{
        html::attribute::{Attribute, any_attribute::AnyAttribute},
        hydration::Cursor,
        view::{Mountable, Position, PositionState},
    },
    web_sys,
};
use send_wrapper::SendWrapper;

/// A template that is not in the document yet.
pub(crate) struct Template {
    program: &'static str,
    /// Leptos asks that views may change threads; these never do.
    holes: SendWrapper<Vec<Hole>>,
}

impl Template {
    /// The template of this program.
    pub(crate) fn new(program: &'static str, holes: Vec<Hole>) -> Self {
        Self {
            program,
            holes: SendWrapper::new(holes),
        }
    }
}

/// A template in the document.
pub(crate) struct Made {
    program: &'static str,
    element: web_sys::Element,
    filled: Vec<Filled>,
}

impl Render for Template {
    type State = Made;

    fn build(self) -> Made {
        let (element, filled) = program::run(self.program, self.holes.take());
        Made {
            program: self.program,
            element,
            filled,
        }
    }

    fn rebuild(self, made: &mut Made) {
        if made.program != self.program {
            let mut new = self.build();
            made.insert_before_this(&mut new);
            made.unmount();
            *made = new;
            return;
        }
        for (filled, hole) in made.filled.iter_mut().zip(self.holes.take()) {
            filled.refill(hole);
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

/// Nobody gives attributes to a finished template.
impl AddAnyAttr for Template {
    type Output<A: Attribute> = Self;

    fn add_any_attr<A: Attribute>(self, _: A) -> Self {
        self
    }
}

/// Asked for by Leptos's erased views. The page is drawn in the browser only, so there is
/// no HTML to write and none to begin from.
impl RenderHtml for Template {
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
