//! Carrying out: what a click on a way does. Nothing leaves while something is to be mended,
//! and whatever becomes of it, what is typed stays.

use super::form::{Form, PROBLEMS, focus_soon};
use crate::state::now;
use inquiry::{
    Document, Event, Export, Failure, NotAllowed, Prepared, Target, Way, is_ready, prepare,
};
use leptos::prelude::*;
use platform::{FetchError, Posted};
use std::sync::Arc;

/// How long a receiver may take to answer.
const ANSWER_MILLIS: u32 = 30_000;

/// The document, if it may leave; else every problem is shown and the focus goes to their list.
pub(super) fn permit(form: Form) -> Option<Arc<Document>> {
    form.writing.attempted.set(true);
    form.writing.flush();
    let is_ready = form.problems.with_untracked(|problems| is_ready(problems));
    if !is_ready {
        focus_soon(PROBLEMS.to_owned());
        return None;
    }
    form.document.get_untracked()
}

/// Saves the file whose name ends with `extension`.
pub(super) fn save_file(form: Form, extension: &str) {
    let Some(document) = permit(form) else { return };
    let target = Target::plain(Way::Download);
    let Prepared::Download { files } = prepare(&document, &target) else {
        return;
    };
    let file = files
        .into_iter()
        .find(|file| file.name.ends_with(extension));
    let saved = file.is_some_and(|file| offer(&file));
    settle(
        form,
        &document,
        &target,
        saved.then_some(Event::Exported { at: now() }),
        "download",
    );
}

/// Puts the text on the clipboard.
pub(super) fn copy(form: Form) {
    let Some(document) = permit(form) else { return };
    let target = Target::plain(Way::Copy);
    let Prepared::Copy { text } = prepare(&document, &target) else {
        return;
    };
    platform::spawn(async move {
        let copied = platform::copy_text(&text).await;
        let event = copied.then_some(Event::HandedOver { at: now() });
        settle(form, &document, &target, event, "clipboard");
    })
    .detach();
}

/// A link to a mail program or another site was followed. What does not fit into the address is
/// given beside it: a file to attach, or the text on the clipboard.
pub(super) fn followed(form: Form, target: &Target) {
    let Some(document) = permit(form) else { return };
    match prepare(&document, target) {
        Prepared::Mailto {
            attach: Some(file), ..
        } => {
            offer(&file);
        }
        Prepared::Link {
            text,
            filled: false,
            ..
        } => {
            platform::spawn(async move {
                platform::copy_text(&text).await;
            })
            .detach();
        }
        _ => {}
    }
    settle(
        form,
        &document,
        target,
        Some(Event::HandedOver { at: now() }),
        "",
    );
}

/// Sends it. Why not, if it may not be sent now.
pub(super) fn send(form: Form, target: Target) -> Result<(), NotAllowed> {
    let Some(document) = permit(form) else {
        return Ok(());
    };
    let Prepared::Webhook { url, headers, body } = prepare(&document, &target) else {
        return Ok(());
    };
    let writing = form.writing;
    writing.note(&document, &target, Event::Send { at: now() })?;
    platform::spawn(async move {
        // It is written down before it leaves, so that a closed tab cannot send it twice.
        writing.write().await;
        let headers: Vec<(&str, &str)> = headers
            .iter()
            .map(|(name, value)| (*name, value.as_str()))
            .collect();
        let answer = platform::post_text(&url, &headers, &body, ANSWER_MILLIS, None).await;
        // Changed or erased since: then nothing is shown of it any more.
        let _ = writing.note(&document, &target, outcome(answer));
        writing.write().await;
    })
    .detach();
    Ok(())
}

fn outcome(answer: Result<Posted, FetchError>) -> Event {
    let at = now();
    let refused = |why: &str| Failure::Refused {
        why: why.to_owned(),
    };
    let why = match answer {
        Ok(Posted {
            status,
            retry_after_seconds: retry_after,
            ..
        }) => {
            return Event::Answered {
                at,
                status,
                retry_after,
            };
        }
        Err(FetchError::Timeout) => Failure::Timeout,
        Err(FetchError::MixedContent) => refused("mixed-content"),
        Err(FetchError::Refused(_) | FetchError::BadAddress(_)) => refused("address"),
        Err(FetchError::Aborted) => Failure::Interrupted,
        Err(FetchError::Status(code)) => Failure::Status { code },
        Err(FetchError::Blocked | FetchError::TooLarge { .. } | FetchError::BrokeOff { .. }) => {
            Failure::Network
        }
    };
    Event::NoAnswer { at, why }
}

/// Notes what became of a way that ends on this device; `None` is a refusal of the browser.
fn settle(form: Form, document: &Document, target: &Target, event: Option<Event>, why: &str) {
    let writing = form.writing;
    // Such a way may be taken as often as one likes, and what counts is the last time.
    writing.again(target);
    let noted = match event {
        Some(event) => writing.note(document, target, event),
        None => writing
            .note(document, target, Event::Send { at: now() })
            .and_then(|()| {
                let why = Failure::Refused {
                    why: why.to_owned(),
                };
                writing.note(document, target, Event::NoAnswer { at: now(), why })
            }),
    };
    // A fresh entry takes every one of these events.
    debug_assert!(noted.is_ok());
    writing.flush();
}

fn offer(file: &Export) -> bool {
    platform::download(&file.name, file.mime, file.content.as_bytes())
}
