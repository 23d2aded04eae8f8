//! Ending early what the visitor no longer waits for.

use super::{Inner, look, open};
use std::rc::Rc;

/// Ends what is under way; what came of it stays and is said.
pub(super) fn stop(inner: &Rc<Inner>, ticket: u64) {
    let (reading, looking, exporting, measuring) = {
        let mut state = inner.state.borrow_mut();
        if state.ticket != ticket {
            return;
        }
        (
            state.reading.take(),
            state.looking.take(),
            state.exporting.take(),
            state.measuring.take(),
        )
    };
    drop((exporting, measuring));
    let was_looking = looking.is_some();
    let was_reading = reading.is_some();
    drop((reading, looking));
    if was_reading {
        open::stopped(inner, ticket);
    }
    if was_looking {
        look::stopped(inner, ticket);
    }
}
