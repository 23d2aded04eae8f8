//! What the page asks.

use super::{File, Options};
use record::Record;
use sift::View;

/// What the page asks of a program that opens files.
#[derive(Clone, Debug, PartialEq, Record)]
pub enum Request {
    /// First message of all.
    Hello {
        /// The page's `WIRE_VERSION`.
        version: u32,
    },
    /// Fetch what is fetched later otherwise: by the time a file is opened there may be no network.
    Prepare,
    /// Open a file; a person asked for it. Replaces whatever was open.
    Open {
        /// Comes back with every reply about this file.
        ticket: u64,
        /// Where the rows are.
        file: File,
        /// What the visitor overrode.
        options: Options,
        /// Whether to read on to the end of the file at once, instead of its beginning.
        whole: bool,
    },
    /// Read on to the end of the open file; answered by `Progress`, then `Opened` again.
    ReadAll {
        /// The file's ticket.
        ticket: u64,
    },
    /// Read no further, also for a view under way: what was read until now stays open.
    Stop {
        /// The file's ticket.
        ticket: u64,
    },
    /// Which rows are wanted and in which order. Replaces the view before; answered by `Looking`
    /// while the file is gone through, then `Looked`.
    Look {
        /// The file's ticket.
        ticket: u64,
        /// Rises with each view; comes back with every reply about it.
        look: u64,
        /// The view.
        view: View,
        /// A row, by its number in the file, whose place in the view is asked for, too.
        row: Option<u64>,
    },
    /// Rows of the view.
    Rows {
        /// The file's ticket.
        ticket: u64,
        /// The view's number; 0 before the first `Look`.
        look: u64,
        /// Which of them.
        span: Span,
    },
    /// One cell, whole.
    Cell {
        /// The file's ticket.
        ticket: u64,
        /// The row by its number in the file, from 0.
        row: u64,
        /// Column, from 0.
        column: u32,
    },
    /// How re-identifiable the rows that were read are by some of their columns.
    Risk {
        /// The file's ticket.
        ticket: u64,
        /// The columns that others may know (quasi-identifiers).
        quasi: Vec<u32>,
        /// The columns that must not be learned.
        sensitive: Vec<u32>,
    },
    /// All rows of the view as a file, in the columns asked for; answered by `Exported`.
    Export {
        /// The file's ticket.
        ticket: u64,
        /// The view's number.
        look: u64,
        /// The form.
        form: Form,
        /// The columns, in their order.
        columns: Vec<u32>,
        /// Lines about where the rows come from, put in front (CSV: none are).
        source: Vec<String>,
    },
}

/// The form of an export.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Record)]
pub enum Form {
    /// UTF-8 with byte order mark, CRLF, cells that a spreadsheet would run made harmless.
    Csv,
    /// One object with `source` and `rows`, an array of objects.
    Json,
}

/// A part of a view: neighbouring rows and neighbouring columns, so that a table of thousands
/// of columns crosses in parts too.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Record)]
pub struct Span {
    /// First row of the view, from 0.
    pub from: u64,
    /// How many rows; the worker gives at most 1,000.
    pub count: u32,
    /// First column, from 0.
    pub first_column: u32,
    /// How many columns; the worker gives at most 200.
    pub columns: u32,
}
