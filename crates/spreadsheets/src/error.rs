//! Why a workbook could not be read: data only; the words are made at the ends.

use table::{Code, Notice};

/// Reading gave no rows.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum SheetError {
    /// A part breaks a rule of its format.
    #[error("{part} is broken at byte {at}: {reason}")]
    Broken {
        /// The file in the archive, or the stream.
        part: String,
        /// The byte in it, unpacked.
        at: u64,
        /// The rule.
        reason: String,
    },
    /// The parts have more bytes, unpacked, than are read.
    #[error("{bytes} bytes unpacked, of which {most} would be read")]
    TooLarge {
        /// How many they say they have.
        bytes: u64,
        /// How many are read.
        most: u64,
    },
    /// A sheet has more cells with something in them than are read.
    #[error("more than {most} cells")]
    TooManyCells {
        /// How many are read.
        most: u64,
    },
    /// A password is needed.
    #[error("the workbook is locked with a password")]
    Password,
    /// There is no such sheet.
    #[error("there is no sheet {sheet} among {count}")]
    NoSuchSheet {
        /// As asked, counted from 1, or its name.
        sheet: String,
        /// How many there are.
        count: usize,
    },
    /// It is another kind of file.
    #[error("the file is {0}, which is not read")]
    Other(&'static str),
}

impl SheetError {
    /// A fault in a part of the workbook.
    pub(crate) fn broken(part: &str, at: u64, reason: impl ToString) -> Self {
        Self::Broken {
            part: part.to_owned(),
            at,
            reason: reason.to_string(),
        }
    }

    /// The failure as it crosses a worker: code and data, no words.
    #[must_use]
    pub fn notice(&self) -> Notice {
        match self {
            Self::Broken { part, at, reason } => Notice::new(Code::BrokenWorkbook)
                .with("part", part)
                .with("at", at)
                .with("reason", reason),
            Self::TooLarge { bytes, most } => Notice::new(Code::WorkbookTooLarge)
                .with("bytes", bytes)
                .with("most", most),
            Self::TooManyCells { most } => Notice::new(Code::TooManyCells).with("most", most),
            Self::Password => Notice::new(Code::NeedsPassword),
            Self::NoSuchSheet { sheet, count } => Notice::new(Code::NoSuchSheet)
                .with("sheet", sheet)
                .with("count", count),
            Self::Other(format) => Notice::new(Code::CannotShow).with("format", format),
        }
    }
}
