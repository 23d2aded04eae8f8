//! Background work that ends when its owner does.

use crate::scope::{self, call_method};
use js_sys::Promise;
use std::{
    cell::RefCell,
    future::{Future, poll_fn},
    pin::Pin,
    rc::Rc,
    task::Poll,
};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::{JsFuture, spawn_local};
use web_sys::MessageChannel;

/// Where a task stands between two polls.
enum State {
    Waiting(Pin<Box<dyn Future<Output = ()>>>),
    /// Taken out while it is polled, so that work may drop its own handle.
    Polling,
    Ended,
}

/// Work under way; dropping it drops the future, which ends its fetches too.
#[must_use = "dropping a task ends it; use `detach` to let it run"]
pub struct Task {
    state: Option<Rc<RefCell<State>>>,
}

impl Task {
    /// Lets the work run to its end without an owner.
    pub fn detach(mut self) {
        self.state = None;
    }
}

impl Drop for Task {
    fn drop(&mut self) {
        if let Some(state) = self.state.take() {
            let old = state.replace(State::Ended);
            // Dropped after the cell is free again: what it owns may look at the task.
            drop(old);
        }
    }
}

/// Starts `future` on this thread.
pub fn spawn(future: impl Future<Output = ()> + 'static) -> Task {
    let state = Rc::new(RefCell::new(State::Waiting(Box::pin(future))));
    let shared = Rc::clone(&state);
    spawn_local(poll_fn(move |context| {
        let State::Waiting(mut future) = shared.replace(State::Polling) else {
            shared.replace(State::Ended);
            return Poll::Ready(());
        };
        if future.as_mut().poll(context).is_ready() {
            shared.replace(State::Ended);
            return Poll::Ready(());
        }
        let ended = matches!(*shared.borrow(), State::Ended);
        if ended {
            return Poll::Ready(());
        }
        shared.replace(State::Waiting(future));
        Poll::Pending
    }));
    Task { state: Some(state) }
}

/// Waits until messages and other events that came meanwhile were heard. The browser's scheduler
/// takes its turn behind them; where there is none a message to oneself does, which goes through
/// another thread and takes a millisecond when the processor is busy. Any timer is later still:
/// browsers hold them back for milliseconds when they nest.
pub async fn breathe() {
    // A function that may be called and does nothing; making one takes `eval` or a closure.
    let nothing = scope::member("Boolean").unwrap_or_default();
    let turn = scope::member("scheduler")
        .and_then(|scheduler| call_method(&scheduler, "postTask", &nothing).ok())
        .and_then(|promise| promise.dyn_into::<Promise>().ok());
    if let Some(turn) = turn {
        // Nobody takes it back.
        let _ = JsFuture::from(turn).await;
        return;
    }
    let Ok(channel) = MessageChannel::new() else {
        return crate::sleep(0).await;
    };
    let (here, there) = (channel.port1(), channel.port2());
    let heard = Promise::new(&mut |resolve, _| here.set_onmessage(Some(&resolve)));
    if there.post_message(&JsValue::NULL).is_ok() {
        // The promise is only ever resolved.
        let _ = JsFuture::from(heard).await;
    }
    here.close();
}

/// Something to wait for.
pub type Waiting<T> = Pin<Box<dyn Future<Output = T>>>;

/// Waits for all of `futures` at once; what came of each, in their order.
pub async fn all<T>(futures: Vec<Waiting<T>>) -> Vec<T> {
    let mut waiting: Vec<_> = futures
        .into_iter()
        .map(|future| (Some(future), None))
        .collect();
    poll_fn(|context| {
        let mut is_ready = true;
        for (future, done) in &mut waiting {
            if let Some(open) = future {
                match open.as_mut().poll(context) {
                    Poll::Ready(value) => {
                        *done = Some(value);
                        *future = None;
                    }
                    Poll::Pending => is_ready = false,
                }
            }
        }
        match is_ready {
            true => Poll::Ready(
                waiting
                    .iter_mut()
                    .filter_map(|(_, done)| done.take())
                    .collect(),
            ),
            false => Poll::Pending,
        }
    })
    .await
}
