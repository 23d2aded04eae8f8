//! The value of a cell as text, by the cell's type and number format.

use super::strings::unescaped;
use super::workbook::Xlsx;
use crate::text::of_number;
use std::borrow::Cow;

/// What a value is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Kind {
    /// A number, which the format may make a date.
    Number,
    /// The number of a text that cells share.
    Shared,
    /// A text in the cell.
    Inline,
    /// The text of a formula.
    Formula,
    /// `1` or `0`.
    Boolean,
    /// Text as it is: an error, or a date in ISO form.
    Plain,
}

impl Kind {
    /// By the cell's attribute.
    pub(super) fn of(kind: Option<&str>) -> Self {
        match kind.unwrap_or("n") {
            "n" => Self::Number,
            "s" => Self::Shared,
            "inlineStr" | "is" => Self::Inline,
            "str" => Self::Formula,
            "b" => Self::Boolean,
            _ => Self::Plain,
        }
    }
}

/// The text of a cell; `None` where it means a shared text that there is not.
pub(super) fn text<'a>(
    workbook: &'a Xlsx,
    kind: Kind,
    value: &'a str,
    style: usize,
) -> Option<Cow<'a, str>> {
    Some(match kind {
        Kind::Number => {
            let written = value.trim();
            let shape = workbook.shapes.get(style).copied().unwrap_or_default();
            match written.parse::<f64>() {
                Ok(number) if number.is_finite() => {
                    of_number(number, Some(written), shape, workbook.epoch).into()
                }
                // Some writers put text where they say numbers are.
                _ => value.into(),
            }
        }
        Kind::Shared => workbook.strings.get(value.trim().parse().ok()?)?.into(),
        Kind::Inline | Kind::Formula => unescaped(value).into(),
        Kind::Boolean => match value.trim() {
            "1" | "true" | "TRUE" => "TRUE".into(),
            "0" | "false" | "FALSE" => "FALSE".into(),
            other => other.to_owned().into(),
        },
        Kind::Plain => value.into(),
    })
}
