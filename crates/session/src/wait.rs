//! Work that waits for the world, as one type, so that it can stand behind traits.

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
