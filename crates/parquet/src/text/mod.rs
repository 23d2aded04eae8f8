//! Values become text: what a cell shows. Numbers keep all their digits.

mod binary;
mod decimal;
mod number;
mod time;
mod write;

use crate::kind::Kind;

pub(crate) use binary::{is_text, write_hex};
pub(crate) use number::{from_half, write_double};
pub(crate) use write::write;

/// Whether a value of this kind stands bare in JSON, or between quotation marks.
pub(crate) fn is_bare(kind: Kind) -> bool {
    matches!(
        kind,
        Kind::Boolean
            | Kind::Integer
            | Kind::Unsigned { .. }
            | Kind::Decimal { .. }
            | Kind::Float16
            | Kind::Float32
            | Kind::Float64
    )
}
