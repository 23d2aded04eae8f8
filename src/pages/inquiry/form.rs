//! The form as its parts see it: what is typed, what it is about, what is wrong with it, and
//! the document it makes.

use super::subject::Asked;
use crate::{
    i18n::Lang,
    reactive::{memo, watch},
    state::{Writing, lang, now},
};
use inquiry::{Document, Draft, Field, Problem, check, is_ready};
use leptos::prelude::*;
use std::sync::Arc;

/// Id of the list of what is to be mended.
pub(super) const PROBLEMS: &str = "inquiry-problems";

/// Everything the parts share. Copied freely.
#[derive(Clone, Copy)]
pub(super) struct Form {
    /// What is typed, and how it is kept.
    pub writing: Writing,
    /// What it is about; `None` while the sources load.
    pub asked: Memo<Option<Arc<Asked>>>,
    /// Everything wrong with it, shown or not.
    pub problems: Memo<Vec<Problem>>,
    /// What would be handed over now.
    pub document: Memo<Option<Arc<Document>>>,
}

impl Form {
    /// The form of `writing` about `asked`, in the language of the page.
    pub(super) fn new(writing: Writing, asked: Memo<Option<Arc<Asked>>>) -> Self {
        let lang: Lang = lang();
        let problems = memo(move || {
            let today = clock(now());
            writing
                .draft
                .with(|draft| check(draft, today.get(..10), &[]))
        });
        let document = memo(move || {
            let asked = asked.get()?;
            if !writing.is_open.get() {
                return None;
            }
            Some(Arc::new(writing.document(&asked.subject, lang.tag())))
        });
        // Consent was given for named recipients: for others it must be given anew.
        watch(move || {
            let Some(readers) = asked.with(|asked| asked.as_ref().map(|asked| asked.readers()))
            else {
                return;
            };
            if writing.is_open.get() && writing.agreed_other(&readers) {
                writing.edit(|draft| draft.consent = false);
            }
        });
        Self {
            writing,
            asked,
            problems,
            document,
        }
    }

    /// Gives or takes back the consent, for those who are named now.
    pub(super) fn agree(self, agrees: bool) {
        let asked = self.asked.get_untracked();
        self.writing.agree(
            agrees,
            asked.map(|asked| asked.readers()).unwrap_or_default(),
        );
    }

    /// Whether it may be handed over, tracked.
    pub(super) fn is_ready(self) -> bool {
        self.document.with(Option::is_some) && self.problems.with(|problems| is_ready(problems))
    }

    /// What is shown at a place: its first problem, once the visitor has left the place filled
    /// in, or wanted to hand over.
    pub(super) fn problem(self, field: Field) -> Memo<Option<Problem>> {
        memo(move || {
            let is_shown = self.writing.attempted.get()
                || self
                    .writing
                    .touched
                    .with(|touched| touched.contains(&field));
            let first = || {
                self.problems
                    .with(|problems| problems.iter().find(|p| p.field == field).cloned())
            };
            is_shown.then(first).flatten()
        })
    }

    /// The visitor leaves a place. An empty one is not held against them yet.
    pub(super) fn leave(self, field: Field) {
        let is_filled = self
            .writing
            .draft
            .with_untracked(|draft| draft.text(field).is_none_or(|text| !text.trim().is_empty()));
        if is_filled {
            self.writing.touched.update(|touched| touched.push(field));
        }
        self.writing.flush();
    }

    /// Changes what is typed.
    pub(super) fn edit(self, change: impl FnOnce(&mut Draft)) {
        self.writing.edit(change);
    }
}

/// Id of the control of a place.
pub(super) fn field_id(field: Field) -> String {
    format!("inquiry-{}", field.as_str())
}

/// A moment as the visitor's clock shows it: `2026-11-23T17:00`.
pub(super) fn clock(millis: u64) -> String {
    #[expect(clippy::cast_precision_loss, reason = "exact for 285,000 years")]
    let millis = millis as f64;
    platform::local_minute(millis)
}

/// A moment as the page says it: the time of day, with the day before it if it is another one.
pub(super) fn moment(millis: u64) -> String {
    let (then, today) = (clock(millis), clock(now()));
    let (day, time) = then.split_once('T').unwrap_or(("", &then));
    if today.starts_with(day) {
        time.to_owned()
    } else {
        format!("{day} {time}")
    }
}

/// Puts the focus on an element that this change brings, once it is there.
pub(super) fn focus_soon(id: String) {
    platform::spawn(async move {
        platform::sleep(0).await;
        platform::focus(&id);
    })
    .detach();
}
