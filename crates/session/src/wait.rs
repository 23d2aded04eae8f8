//! Work that waits for the world, as one type, so that it can stand behind traits.

use crate::World;
use std::future::{Future, poll_fn};
use std::pin::Pin;
use std::task::Poll;

/// Something to wait for. Dropping it gives it up, with the requests it made.
pub type Wait<'a, T> = Pin<Box<dyn Future<Output = T> + 'a>>;

/// Waits for all at once; what came of each, in their order.
pub(crate) async fn all<T>(works: Vec<Wait<'_, T>>) -> Vec<T> {
    let mut works: Vec<_> = works.into_iter().map(|work| (work, None)).collect();
    poll_fn(|context| {
        for (work, came) in works.iter_mut().filter(|(_, came)| came.is_none()) {
            if let Poll::Ready(value) = work.as_mut().poll(context) {
                *came = Some(value);
            }
        }
        match works.iter().all(|(_, came)| came.is_some()) {
            true => Poll::Ready(
                works
                    .iter_mut()
                    .filter_map(|(_, came)| came.take())
                    .collect(),
            ),
            false => Poll::Pending,
        }
    })
    .await
}

/// Waits for `work`; after each tenth of a second `goes_on` is told how many it were, and says
/// whether to wait for longer. `None`: it was given up.
pub(crate) async fn patiently<T>(
    world: &dyn World,
    mut work: Wait<'_, T>,
    mut goes_on: impl FnMut(u32) -> bool,
) -> Option<T> {
    let mut rest = world.rest();
    let mut tenths = 0;
    poll_fn(move |context| {
        if let Poll::Ready(came) = work.as_mut().poll(context) {
            return Poll::Ready(Some(came));
        }
        while rest.as_mut().poll(context).is_ready() {
            tenths += 1;
            if !goes_on(tenths) {
                return Poll::Ready(None);
            }
            rest = world.rest();
        }
        Poll::Pending
    })
    .await
}
