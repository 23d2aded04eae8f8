//! Giving up a fetch: by the caller, by the clock, or because its owner is gone.

use crate::{FetchError, Timer};
use std::{
    cell::{Cell, RefCell},
    rc::{Rc, Weak},
};
use web_sys::{AbortController, AbortSignal};

/// Stops every fetch that was given a clone of it, now and later.
#[derive(Clone, Default)]
pub struct Abort(Rc<Group>);

#[derive(Default)]
struct Group {
    aborted: Cell<bool>,
    running: RefCell<Vec<Weak<Running>>>,
}

impl Abort {
    /// Nothing is stopped yet.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// Stops what runs with it; fetches begun later end at once.
    pub fn abort(&self) {
        self.0.aborted.set(true);
        for running in self.0.running.take() {
            if let Some(running) = running.upgrade() {
                running.stop(FetchError::Aborted);
            }
        }
    }

    /// Whether `abort` was called.
    #[must_use]
    pub fn is_aborted(&self) -> bool {
        self.0.aborted.get()
    }
}

/// One fetch under way.
struct Running {
    controller: AbortController,
    cause: RefCell<Option<FetchError>>,
}

impl Running {
    fn stop(&self, cause: FetchError) {
        let mut first = self.cause.borrow_mut();
        if first.is_none() {
            *first = Some(cause);
            // Without a reason on purpose: gloo-net panics on a rejection that is no `Error`.
            self.controller.abort();
        }
    }
}

/// Held for as long as a fetch lasts; dropping it ends the fetch, so a dropped future does.
pub(crate) struct Guard {
    running: Rc<Running>,
    timeout_millis: u32,
    timer: Option<Timer>,
}

impl Guard {
    /// A guard that gives up after `timeout_millis` without [`Guard::alive`], or with `abort`.
    pub(crate) fn new(timeout_millis: u32, abort: Option<&Abort>) -> Result<Self, FetchError> {
        let controller = AbortController::new().map_err(|_thrown| FetchError::Blocked)?;
        let running = Rc::new(Running {
            controller,
            cause: RefCell::new(None),
        });
        if let Some(Abort(group)) = abort {
            if group.aborted.get() {
                return Err(FetchError::Aborted);
            }
            let mut list = group.running.borrow_mut();
            list.retain(|other| other.strong_count() > 0);
            list.push(Rc::downgrade(&running));
        }
        let mut guard = Self {
            running,
            timeout_millis,
            timer: None,
        };
        guard.alive();
        Ok(guard)
    }

    /// A byte came: the clock starts again.
    pub(crate) fn alive(&mut self) {
        let running = Rc::downgrade(&self.running);
        self.timer = Some(Timer::after(self.timeout_millis, move || {
            if let Some(running) = running.upgrade() {
                running.stop(FetchError::Timeout);
            }
        }));
    }

    /// Nobody waits for a byte: the clock stands until the next [`Guard::alive`].
    pub(crate) fn rest(&mut self) {
        self.timer = None;
    }

    /// What the request listens to.
    pub(crate) fn signal(&self) -> AbortSignal {
        self.running.controller.signal()
    }

    /// Why the fetch ended early, or `otherwise` if nobody here ended it.
    pub(crate) fn cause_or(&self, otherwise: FetchError) -> FetchError {
        self.running.cause.borrow().clone().unwrap_or(otherwise)
    }
}

impl Drop for Guard {
    fn drop(&mut self) {
        // Without effect on a fetch that is complete.
        self.running.controller.abort();
    }
}
