//! What became of an inquiry at one target. Nothing here sends: the page tells what happened,
//! and is told what may happen next.

use crate::{
    Document, Target,
    retry::{Failure, is_retryable, wait_seconds},
};
use record::Record;

/// A sending that has not ended after so long was cut off with its page.
const LEASE_MILLIS: u64 = 120_000;

/// Where an inquiry stands. Times are milliseconds since 1970.
#[derive(Clone, Debug, Default, PartialEq, Eq, Record)]
#[record(tag = "name")]
pub enum State {
    /// Ready, and still here.
    #[default]
    Drafted,
    /// On its way.
    Sending {
        /// When it was sent.
        since: u64,
    },
    /// The receiver said yes.
    Sent {
        /// When it answered.
        at: u64,
        /// With which HTTP status.
        status: u16,
    },
    /// Given to another program (mail, another site, the clipboard): whether it went on from
    /// there is not known here.
    HandedOver {
        /// When.
        at: u64,
    },
    /// Saved as a file.
    Exported {
        /// When.
        at: u64,
    },
    /// Not taken.
    Failed {
        /// When.
        at: u64,
        /// Why.
        why: Failure,
        /// When it may be tried again with the same id; `None`: not without a change.
        #[record(rename = "retryAt")]
        retry_at: Option<u64>,
    },
}

/// What happened. Times are milliseconds since 1970.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Event {
    /// It is being sent now.
    Send {
        /// When.
        at: u64,
    },
    /// The receiver answered.
    Answered {
        /// When.
        at: u64,
        /// HTTP status.
        status: u16,
        /// `Retry-After` in seconds.
        retry_after: Option<u64>,
    },
    /// No answer came.
    NoAnswer {
        /// When.
        at: u64,
        /// Why.
        why: Failure,
    },
    /// Another program took it.
    HandedOver {
        /// When.
        at: u64,
    },
    /// It was saved as a file.
    Exported {
        /// When.
        at: u64,
    },
    /// The outbox was opened: what another page left behind is looked at.
    Opened {
        /// When.
        at: u64,
    },
}

/// Why an event may not happen now.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum NotAllowed {
    /// It is on its way, perhaps from another tab.
    #[error("it is being sent already")]
    AlreadySending,
    /// The receiver has it.
    #[error("it was sent already")]
    AlreadySent,
    /// An answer to nothing.
    #[error("it is not being sent")]
    NotSending,
    /// The receiver will not take it as it is.
    #[error("it was refused for good")]
    FailedForGood,
    /// Sooner than the receiver asked.
    #[error("not before {0}")]
    TooEarly(u64),
}

/// One inquiry for one target, as kept on the device under the document's id.
#[derive(Clone, Debug, PartialEq, Record)]
pub struct Entry {
    /// The document, whole.
    pub document: Document,
    /// Where it is to go.
    pub target: Target,
    /// Where it stands.
    #[record(default)]
    pub state: State,
    /// How often it was sent.
    #[record(default)]
    pub attempts: u32,
}

impl Entry {
    /// The version of its JSON, for what is kept on the device.
    pub const VERSION: u32 = 1;

    /// An inquiry nothing has happened to.
    #[must_use]
    pub const fn new(document: Document, target: Target) -> Self {
        Self {
            document,
            target,
            state: State::Drafted,
            attempts: 0,
        }
    }

    /// Takes note of `event`. Write the entry to the device before acting on a `Send`.
    ///
    /// # Errors
    /// [`NotAllowed`]; the entry is as before.
    pub fn apply(&mut self, event: Event) -> Result<(), NotAllowed> {
        match event {
            Event::Send { at } => self.send(at),
            Event::Answered {
                at,
                status,
                retry_after,
            } => self.answered(at, status, retry_after),
            Event::NoAnswer { at, why } => self.no_answer(at, why, None),
            Event::HandedOver { at } => self.note(State::HandedOver { at }),
            Event::Exported { at } => self.note(State::Exported { at }),
            Event::Opened { at } => self.opened(at),
        }
    }

    /// Whether it waits to be sent again and may be, at `now`.
    #[must_use]
    pub fn is_due(&self, now: u64) -> bool {
        matches!(&self.state, State::Failed { retry_at: Some(at), .. } if *at <= now)
    }

    fn send(&mut self, at: u64) -> Result<(), NotAllowed> {
        match &self.state {
            State::Sending { .. } => return Err(NotAllowed::AlreadySending),
            State::Sent { .. } => return Err(NotAllowed::AlreadySent),
            State::Failed { retry_at: None, .. } => return Err(NotAllowed::FailedForGood),
            State::Failed {
                retry_at: Some(due),
                why: Failure::Status { code: 429 | 503 },
                ..
            } if at < *due => return Err(NotAllowed::TooEarly(*due)),
            // After other failures the visitor may try by hand whenever they like.
            State::Failed { .. }
            | State::Drafted
            | State::HandedOver { .. }
            | State::Exported { .. } => {}
        }
        self.attempts = self.attempts.saturating_add(1);
        self.state = State::Sending { since: at };
        Ok(())
    }

    fn answered(
        &mut self,
        at: u64,
        status: u16,
        retry_after: Option<u64>,
    ) -> Result<(), NotAllowed> {
        if !(200..300).contains(&status) {
            return self.no_answer(at, Failure::Status { code: status }, retry_after);
        }
        // A yes counts also when the page had given up waiting for it.
        if !matches!(self.state, State::Sending { .. } | State::Failed { .. }) {
            return Err(NotAllowed::NotSending);
        }
        self.state = State::Sent { at, status };
        Ok(())
    }

    fn no_answer(
        &mut self,
        at: u64,
        why: Failure,
        retry_after: Option<u64>,
    ) -> Result<(), NotAllowed> {
        if !matches!(self.state, State::Sending { .. }) {
            return Err(NotAllowed::NotSending);
        }
        let wait = wait_seconds(self.attempts, retry_after).saturating_mul(1_000);
        self.state = State::Failed {
            at,
            retry_at: is_retryable(&why).then_some(at.saturating_add(wait)),
            why,
        };
        Ok(())
    }

    /// A file or a mail beside it does not undo that the receiver has it, nor end a sending.
    fn note(&mut self, state: State) -> Result<(), NotAllowed> {
        if !matches!(self.state, State::Sent { .. } | State::Sending { .. }) {
            self.state = state;
        }
        Ok(())
    }

    fn opened(&mut self, at: u64) -> Result<(), NotAllowed> {
        match self.state {
            State::Sending { since } if at >= since.saturating_add(LEASE_MILLIS) => {
                self.no_answer(at, Failure::Interrupted, None)
            }
            _ => Ok(()),
        }
    }
}
