//! What a cell of a table looks like. An absent cell, an empty text and one that is on its way
//! are told apart by word and shape. Pure but for the words.

use super::{address::address, held::Held};
use crate::{
    i18n::{Lang, PreviewWords},
    view::Put,
};
use std::borrow::Cow;
use table::{Column, ColumnProfile, Kind};

/// What decides how the cells of each column are shown.
#[derive(Default)]
pub(super) struct Kinds {
    kinds: Vec<Kind>,
    /// Columns whose cells are masked.
    masked: Vec<u32>,
    words: Option<&'static PreviewWords>,
}

impl Kinds {
    /// Of these columns.
    pub(super) fn new(
        columns: &[Column],
        profiles: &[ColumnProfile],
        masked: Vec<u32>,
        lang: Lang,
    ) -> Self {
        let kinds = profiles.iter().map(|profile| profile.kind);
        let mut kinds: Vec<Kind> = kinds.collect();
        kinds.resize(columns.len(), Kind::Text);
        Self {
            kinds,
            masked,
            words: Some(PreviewWords::of(lang)),
        }
    }

    /// How many columns there are.
    pub(super) fn len(&self) -> usize {
        self.kinds.len()
    }

    fn class(&self, column: u32) -> &'static str {
        if self.masked.contains(&column) {
            return " mk";
        }
        match self.kinds.get(column as usize) {
            Some(Kind::Integer | Kind::Decimal | Kind::Percent) => " r",
            Some(Kind::Identifier | Kind::Nested) => " mono",
            _ => "",
        }
    }
}

/// The cell as it is shown. One that is on its way is empty at first, and looks like waiting once
/// it `is_late`: most come within a frame or two.
pub(super) fn put(held: Held<'_>, column: u32, kinds: &Kinds, is_late: bool) -> Put {
    let Some(words) = kinds.words else {
        return Put::default();
    };
    let (text, class) = match held {
        Held::Coming if is_late => ("", " sk"),
        Held::Coming => ("", kinds.class(column)),
        Held::Refused => (words.cell_refused, " nul"),
        Held::Here(None) => (words.empty_cell, " nul"),
        Held::Here(Some("")) => (words.empty_text, " nul"),
        Held::Here(Some(text)) if text.trim().is_empty() => (words.blank_text, " nul"),
        Held::Here(Some(text)) => (text, kinds.class(column)),
    };
    Put {
        text: one_line(text).into_owned(),
        class,
        link: address(text).map(str::to_owned),
        ..Put::default()
    }
}

/// Line ends inside a cell are shown as a sign; the whole cell shows them as they are.
fn one_line(text: &str) -> Cow<'_, str> {
    if text.contains(['\n', '\r']) {
        let text = text.replace("\r\n", "↵");
        return Cow::Owned(text.replace(['\n', '\r'], "↵"));
    }
    Cow::Borrowed(text)
}
