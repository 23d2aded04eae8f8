//! What may stand between tags, each as Leptos's erased view.

use super::Holes;
use leptos::prelude::{AnyView, Get, IntoAny as _, IntoView, Memo, RwSignal, Signal};
use std::{
    any::Any,
    sync::{Arc, Mutex},
};

/// Nothing at all.
pub(crate) fn nothing() -> AnyView {
    ().into_any()
}

/// What may stand between tags, where a view is asked for outside of markup.
pub(crate) fn any(child: impl Child) -> AnyView {
    child.child()
}

/// What a component gave, erased; most give an erased view, which is not wrapped once more.
pub(crate) fn component<V: IntoView + 'static>(view: V) -> AnyView {
    let mut view = Some(view);
    if let Some(erased) = (&mut view as &mut dyn Any).downcast_mut::<Option<AnyView>>()
        && let Some(erased) = erased.take()
    {
        return erased;
    }
    view.map_or_else(nothing, |view| view.into_view().into_any())
}

/// What markup may hold between tags.
pub(crate) trait Child {
    /// The view of it.
    fn child(self) -> AnyView;

    /// Fills a hole with it.
    #[inline(never)]
    fn add(self, holes: &mut Holes)
    where
        Self: Sized,
    {
        holes.child(self.child());
    }
}

impl Child for AnyView {
    fn child(self) -> AnyView {
        self
    }
}

impl Child for String {
    fn child(self) -> AnyView {
        self.into_any()
    }
}

impl Child for &'static str {
    fn child(self) -> AnyView {
        self.into_any()
    }
}

impl<C: Child> Child for Option<C> {
    fn child(self) -> AnyView {
        self.map(C::child).into_any()
    }
}

impl<C: Child> Child for Vec<C> {
    fn child(self) -> AnyView {
        let views: Vec<AnyView> = self.into_iter().map(C::child).collect();
        views.into_any()
    }
}

macro_rules! numbers {
    ($($number:ty),+) => {$(
        impl Child for $number {
            fn child(self) -> AnyView {
                self.to_string().child()
            }
        }
    )+};
}
numbers!(u32, u64, usize);

/// A closure is asked again whenever what it reads changes.
impl<C: Child, F: FnMut() -> C + Send + 'static> Child for F {
    fn child(mut self) -> AnyView {
        live(Arc::new(Mutex::new(move || self().child())))
    }
}

/// One type for every closure, so that Leptos's effect of a view is compiled once.
fn live(ask: Arc<Mutex<dyn FnMut() -> AnyView + Send>>) -> AnyView {
    ask.into_any()
}

macro_rules! signals {
    ($($signal:ident),+) => {$(
        impl<C> Child for $signal<C>
        where
            C: Child + Clone + Send + Sync + 'static,
        {
            fn child(self) -> AnyView {
                (move || self.get()).child()
            }
        }
    )+};
}
signals!(Signal, Memo, RwSignal);
