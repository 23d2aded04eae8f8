//! Effects and memos by way of one type of closure each, so that Leptos's machinery behind
//! them is compiled once, and not once for each place that watches something.

use leptos::prelude::{Effect, Memo};

/// Runs `run` after the page has settled, and again whenever what it reads has changed.
pub(crate) fn watch(run: impl FnMut() + 'static) {
    boxed(Box::new(run));
}

#[inline(never)]
fn boxed(mut run: Box<dyn FnMut()>) {
    Effect::new(move |_| run());
}

/// A value that is worked out again whenever what it reads has changed, and tells its readers
/// only when it is another than before.
pub(crate) fn memo<T>(work_out: impl Fn() -> T + Send + Sync + 'static) -> Memo<T>
where
    T: PartialEq + Send + Sync + 'static,
{
    boxed_memo(Box::new(work_out))
}

#[inline(never)]
fn boxed_memo<T>(work_out: Box<dyn Fn() -> T + Send + Sync>) -> Memo<T>
where
    T: PartialEq + Send + Sync + 'static,
{
    Memo::new(move |_| work_out())
}
