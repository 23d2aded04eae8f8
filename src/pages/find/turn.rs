//! A press on a shortlist button.

use crate::components::{Turn, Turned};
use leptos::prelude::*;

/// Puts the listing on the shortlist, or takes it off.
pub(crate) fn turn_shortlist(turn: Turn) {
    platform::spawn(async move {
        let end = turn
            .shortlist
            .turn(turn.keeper, &turn.key, turn.title, turn.price)
            .await;
        let turned = match end {
            Ok(true) => Turned::Done,
            Ok(false) => Turned::HasNote,
            Err(_) => Turned::Failed,
        };
        // The card may be gone.
        let _ = turn.turned.try_set(turned);
    })
    .detach();
}
