//! What a program that opens files says.

use super::{Opened, Risk, Span};
use crate::search::Failure;
use record::Record;
use table::{Count, Notice};

/// What a program that opens files says.
#[derive(Clone, Debug, PartialEq, Record)]
pub enum Reply {
    /// First message of all.
    Hello {
        /// The worker's `WIRE_VERSION`.
        version: u32,
    },
    /// Bytes are coming.
    Progress {
        /// As asked.
        ticket: u64,
        /// Bytes read so far.
        bytes: u64,
        /// Bytes of the whole file, if known.
        #[record(keep)]
        total: Option<u64>,
        /// Rows seen so far; 0 until the format is known.
        rows: u64,
    },
    /// The file is open, or more of it was read.
    Opened {
        /// As asked.
        ticket: u64,
        /// What was found.
        opened: Box<Opened>,
    },
    /// Another program opens files of this kind: ask that one with the same message.
    Elsewhere {
        /// As asked.
        ticket: u64,
        /// Which.
        program: Program,
    },
    /// The rows of a view are being found.
    Looking {
        /// As asked.
        ticket: u64,
        /// As asked.
        look: u64,
        /// Rows found so far.
        found: u64,
        /// Rows of the file gone through so far.
        rows: u64,
    },
    /// The view stands.
    Looked {
        /// As asked.
        ticket: u64,
        /// As asked.
        look: u64,
        /// How many rows it has; at least, where not all could be kept or not all was read.
        rows: Count,
        /// Rows of the file that were gone through: what the number covers.
        of: u64,
        /// Where in the view the row stands that was asked for, if it is one of its rows.
        place: Option<u64>,
        /// What of the view could not be had, and why.
        notices: Vec<Notice>,
    },
    /// Rows, as asked.
    Rows {
        /// As asked.
        ticket: u64,
        /// As asked.
        look: u64,
        /// Which they are: fewer than asked for where the view ends.
        span: Span,
        /// The number of each in the file, from 0.
        numbers: Vec<u64>,
        /// Cells; `None` is missing (null or an absent cell), not the empty text. Long ones
        /// are cut, see [`SHOWN_CHARS`](super::SHOWN_CHARS); personal data is masked.
        #[record(keep)]
        rows: Vec<Vec<Option<String>>>,
    },
    /// Rows could not be had: the host no longer answers.
    RowsFailed {
        /// As asked.
        ticket: u64,
        /// As asked.
        look: u64,
        /// As asked.
        span: Span,
        /// Why: a failed fetch, `no-ranges` (the host no longer gives parts of the file),
        /// `login-page`, `broke-off`, `changed` or `unreadable` (the file is another one by now).
        failure: Failure,
    },
    /// One cell, as asked.
    Cell {
        /// As asked.
        ticket: u64,
        /// Row in the file, from 0.
        row: u64,
        /// Column, from 0.
        column: u32,
        /// The whole text as far as the reader keeps it, masked like the rows; `None` is
        /// missing.
        #[record(keep)]
        text: Option<String>,
    },
    /// How re-identifiable the rows are.
    Risk {
        /// As asked.
        ticket: u64,
        /// What was measured.
        risk: Risk,
    },
    /// A part of an export; the parts one behind the other are the file.
    Exported {
        /// As asked.
        ticket: u64,
        /// As asked.
        look: u64,
        /// The part.
        text: String,
        /// Rows written so far.
        rows: u64,
        /// Whether it was the last.
        done: bool,
    },
    /// An export came to no end: the rows could not be had again. What came of it is no file.
    ExportFailed {
        /// As asked.
        ticket: u64,
        /// As asked.
        look: u64,
        /// Rows that were written until then.
        rows: u64,
        /// Why, as for `RowsFailed`; also `short`, where fewer rows came than there were.
        failure: Failure,
    },
    /// It cannot be shown.
    Failed {
        /// As asked.
        ticket: u64,
        /// Why: a failed fetch, or `login-page`, `unsupported` (data: the format's name),
        /// `empty`, `unreadable`, `checksum`, `too-large`, `archive-too-large`, `encrypted`,
        /// `password`.
        failure: Failure,
        /// What the reader says, with the place, where it was the reader that failed.
        notice: Option<Notice>,
    },
}

/// A program that opens files.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Record)]
pub enum Program {
    /// CSV, JSON and their kin, and archives of them.
    Text,
    /// Apache Parquet.
    Parquet,
    /// XLSX, XLS and ODS.
    Sheets,
}
