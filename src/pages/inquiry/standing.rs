//! How one way stands: not handed over, waiting, handed over, failed and why. Handed over is
//! never called received.

use super::form::{Form, moment};
use crate::{
    components::{Icon, Svg},
    i18n::{Inquiry as Words, fill},
    state::lang,
    view::view,
};
use inquiry::{Failure, State, Target, Way};
use leptos::prelude::*;

/// What the row of a way says of itself.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Standing {
    icon: Icon,
    class: &'static str,
    words: String,
    /// Why it failed, and what to do.
    pub why: Option<String>,
    /// The receiver has this very document, or it is on its way: not to be sent again.
    pub is_settled: bool,
    /// It may be tried again.
    pub is_failed: bool,
}

impl Standing {
    fn plain(icon: Icon, class: &'static str, words: String) -> Self {
        Self {
            icon,
            class,
            words,
            why: None,
            is_settled: false,
            is_failed: false,
        }
    }

    /// How `target` stands now, tracked.
    pub(super) fn of(form: Form, target: &Target) -> Self {
        let words = Words::of(lang());
        if form.writing.attempted.get() && !form.is_ready() {
            return Self::plain(Icon::Doubtful, "st is-doubt", words.state_mend.to_owned());
        }
        let id = form
            .document
            .with(|document| document.as_ref().map(|d| d.id.clone()));
        form.writing.outbox.with(|outbox| {
            let entry = outbox.iter().find(|entry| entry.target == *target);
            match entry {
                Some(entry) if Some(&entry.document.id) == id.as_ref() => {
                    Self::now(&entry.state, &target.way)
                }
                Some(entry) => Self::earlier(&entry.state),
                None => Self::idle(),
            }
        })
    }

    fn idle() -> Self {
        let words = Words::of(lang());
        Self::plain(Icon::NotStated, "st is-none", words.state_not.to_owned())
    }

    fn now(state: &State, way: &Way) -> Self {
        let words = Words::of(lang());
        let done = |template: &str, at: u64| {
            Self::plain(
                Icon::Ok,
                "st is-free",
                fill(template, &[("time", &moment(at))]),
            )
        };
        match state {
            State::Drafted => Self::idle(),
            State::Sending { .. } => Self {
                is_settled: true,
                ..Self::plain(Icon::Clock, "st", words.state_sending.to_owned())
            },
            State::Sent { at, .. } => Self {
                is_settled: true,
                ..done(words.state_sent, *at)
            },
            State::Exported { at } => done(words.state_downloaded, *at),
            State::HandedOver { at } => match way {
                Way::Copy => done(words.state_copied, *at),
                Way::Mailto { .. } => done(words.state_mail, *at),
                _ => done(words.state_opened, *at),
            },
            State::Failed { at, why, retry_at } => Self {
                why: Some(failure(why, *retry_at)),
                is_failed: true,
                ..Self::plain(
                    Icon::Error,
                    "st is-err",
                    fill(words.state_failed, &[("time", &moment(*at))]),
                )
            },
        }
    }

    /// What was handed over before the last change.
    fn earlier(state: &State) -> Self {
        let at = match state {
            State::Sent { at, .. } | State::HandedOver { at } | State::Exported { at } => *at,
            State::Drafted | State::Sending { .. } | State::Failed { .. } => return Self::idle(),
        };
        let words = Words::of(lang());
        let why = fill(words.state_earlier, &[("time", &moment(at))]);
        Self {
            why: Some(why),
            ..Self::idle()
        }
    }

    /// The state in the row.
    pub(super) fn view(&self) -> AnyView {
        view! { <span class=self.class><Svg icon=self.icon/>{self.words.clone()}</span> }
    }
}

/// Why it failed, and what to do next.
fn failure(why: &Failure, retry_at: Option<u64>) -> String {
    let words = Words::of(lang());
    match why {
        Failure::Status { code } => {
            let data = code.to_string();
            let told = match (code, retry_at) {
                (429 | 503, Some(at)) => {
                    let time = moment(at);
                    return fill(words.failed_later, &[("data", &data), ("time", &time)]);
                }
                (_, Some(_)) => words.failed_status,
                (_, None) => words.failed_refused,
            };
            fill(told, &[("data", &data)])
        }
        Failure::Network if !platform::is_online() => words.failed_offline.to_owned(),
        Failure::Network => words.failed_network.to_owned(),
        Failure::Timeout => words.failed_timeout.to_owned(),
        Failure::Interrupted => words.failed_interrupted.to_owned(),
        Failure::Refused { why } => match why.as_str() {
            "clipboard" => words.failed_clipboard.to_owned(),
            "download" => words.failed_download.to_owned(),
            "mixed-content" => words.failed_insecure.to_owned(),
            _ => words.failed_address.to_owned(),
        },
    }
}
