//! The preview worker's messages: open a file, give rows of it, give one cell whole.

use crate::search::Failure;
use record::Record;
use table::{Column, Count, Notice, Profile};

/// Bytes that are read of a file before anybody asks for more.
pub const HEAD_BYTES: u64 = 512_000;

/// The most bytes that are read of one file, also when the whole of it was asked for: what is
/// beyond is better opened by a program of the visitor's own.
pub const MOST_BYTES: u64 = 256_000_000;

/// The most rows that are held to be looked at. Reading and measuring go on beyond it.
pub const HELD_ROWS: u64 = 10_000;

/// Cells that stand in [`Reply::Rows`] end with `…` after this many characters; the whole of
/// one is a [`Request::Cell`].
pub const SHOWN_CHARS: usize = 160;

/// What the page asks of the preview worker.
#[derive(Clone, Debug, PartialEq, Record)]
pub enum Request {
    /// First message of all.
    Hello {
        /// The page's `WIRE_VERSION`.
        version: u32,
    },
    /// Open a file; a person asked for it. Replaces whatever was open.
    Open {
        /// Comes back with every reply about this file.
        ticket: u64,
        /// Where the rows are.
        file: File,
        /// What the visitor overrode.
        options: Options,
        /// Most bytes to read; `None` is the whole file, up to [`MOST_BYTES`].
        max_bytes: Option<u64>,
    },
    /// Read no further: what was read until now is opened, if rows came of it.
    Stop {
        /// The file's ticket.
        ticket: u64,
    },
    /// Rows of the open file that are held.
    Rows {
        /// The file's ticket.
        ticket: u64,
        /// Which of them.
        span: Span,
    },
    /// One cell of the open file, whole.
    Cell {
        /// The file's ticket.
        ticket: u64,
        /// Row, from 0.
        row: u64,
        /// Column, from 0.
        column: u32,
    },
}

/// A part of a table: neighbouring rows and neighbouring columns, so that a table of
/// thousands of columns crosses in parts too.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Record)]
pub struct Span {
    /// First row, from 0.
    pub from: u64,
    /// How many rows; the worker gives at most 1,000.
    pub count: u32,
    /// First column, from 0.
    pub first_column: u32,
    /// How many columns; the worker gives at most 200.
    pub columns: u32,
}

/// Where the rows are.
#[derive(Clone, Debug, PartialEq, Record)]
pub enum File {
    /// A distribution's address.
    Url {
        /// Absolute address.
        url: String,
        /// Media type or format of the catalog, a hint only.
        declared: Option<String>,
        /// Encoding label of the catalog, a hint only.
        encoding: Option<String>,
        /// Size of the catalog in bytes, a hint only.
        size: Option<u64>,
    },
    /// Rows given in the catalog itself.
    Inline {
        /// JSON array of objects or arrays, or `{"columns": […], "data": […]}`.
        json: String,
    },
}

/// What the visitor overrode; `None` is "decide on the data".
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash, Record)]
#[record(default)]
pub struct Options {
    /// Encoding label.
    pub encoding: Option<String>,
    /// Delimiter.
    pub delimiter: Option<char>,
    /// Whether the first row names the columns.
    pub header: Option<bool>,
    /// The word that names columns without a name: `列` makes `列3`.
    pub column_word: String,
}

/// What the preview worker says.
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
    /// The file is open.
    Opened {
        /// As asked.
        ticket: u64,
        /// What was found.
        opened: Box<Opened>,
    },
    /// Rows, as asked.
    Rows {
        /// As asked.
        ticket: u64,
        /// Which they are: fewer than asked for where the table ends.
        span: Span,
        /// Cells; `None` is missing (null or an absent cell), not the empty text. Long ones
        /// are cut, see [`SHOWN_CHARS`].
        #[record(keep)]
        rows: Vec<Vec<Option<String>>>,
    },
    /// One cell, as asked.
    Cell {
        /// As asked.
        ticket: u64,
        /// Row, from 0.
        row: u64,
        /// Column, from 0.
        column: u32,
        /// The whole text as far as the reader keeps it; `None` is missing.
        #[record(keep)]
        text: Option<String>,
    },
    /// It cannot be shown.
    Failed {
        /// As asked.
        ticket: u64,
        /// Why: a failed fetch, or `login-page`, `unsupported` (data: the format's name),
        /// `empty`, `unreadable`.
        failure: Failure,
        /// What the reader says, with the place, where it was the reader that failed.
        notice: Option<Notice>,
    },
}

/// What was found in a file.
#[derive(Clone, Debug, PartialEq, Record)]
pub struct Opened {
    /// `csv`, `tsv`, `json`, `ndjson`, `geojson`, …
    pub format: String,
    /// Encoding label the text was decoded with.
    pub encoding: String,
    /// How cells and header were told, for delimited text.
    pub dialect: Option<Dialect>,
    /// Columns.
    #[record(keep)]
    pub columns: Vec<Column>,
    /// Rows of the file: exact only when it was read whole.
    pub rows: Count,
    /// Rows held in the worker, from the first.
    pub held: u64,
    /// Bytes read.
    pub bytes_read: u64,
    /// Bytes of the whole file, if known.
    pub bytes_total: Option<u64>,
    /// `false`: the total is the catalog's word, or may count compressed bytes.
    pub total_exact: bool,
    /// Whether the file was read to its end.
    pub complete: bool,
    /// Why reading ended before what was asked for: the line broke, or the visitor stopped it.
    pub ended: Option<Failure>,
    /// Profile of the rows read, and of nothing else.
    pub profile: Profile,
    /// What was odd.
    pub notices: Vec<Notice>,
}

/// How delimited text was told apart.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Record)]
#[record(keep)]
pub struct Dialect {
    /// Between cells; `None` for a file of one column.
    pub delimiter: Option<char>,
    /// Whether a row names the columns.
    pub header: bool,
}
