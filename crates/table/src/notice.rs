//! What a reader has to say about a table: a code, a place, data. No words for people:
//! those are made at the page and at the command line.

use std::borrow::Cow;
use std::collections::BTreeMap;

use record::Record;

/// Something the visitor should know about what was read.
#[derive(Clone, Debug, PartialEq, Eq, Record)]
pub struct Notice {
    /// What it is.
    pub code: Code,
    /// The row it is about, counted from 1 below the header; the first one if there are many.
    pub row: Option<u64>,
    /// The column it is about, counted from 0.
    pub column: Option<u32>,
    /// What fills the gaps of the sentence, by name; [`Code`] says which names come with it.
    pub data: BTreeMap<Cow<'static, str>, String>,
}

impl Notice {
    /// A notice about the whole file.
    #[must_use]
    pub fn new(code: Code) -> Self {
        Self {
            code,
            row: None,
            column: None,
            data: BTreeMap::new(),
        }
    }

    /// The same notice at a row, counted from 1 below the header.
    #[must_use]
    pub fn at_row(mut self, row: u64) -> Self {
        self.row = Some(row);
        self
    }

    /// The same notice at a column, counted from 0.
    #[must_use]
    pub fn at_column(mut self, column: usize) -> Self {
        self.column = u32::try_from(column).ok();
        self
    }

    /// The same notice with a value.
    #[must_use]
    pub fn with(mut self, name: &'static str, value: impl ToString) -> Self {
        self.data.insert(Cow::Borrowed(name), value.to_string());
        self
    }
}

/// Every notice and every failure of reading a file, with the names of the data it carries.
/// Closed, so that a language that lacks the words for one does not compile.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Record)]
#[record(names = "kebab-case")]
pub enum Code {
    // How the file was read.
    /// The name or type says one format, the content is another: `said`, `found`.
    FormatDisagrees,
    /// Nothing states the encoding; it was told from the bytes: `encoding`.
    EncodingGuessed,
    /// The server or the file name states another encoding than the bytes have: `said`, `found`.
    EncodingDisagrees,
    /// Bytes that are no text in the encoding, shown as `\u{FFFD}`: `count`, `encoding`.
    UndecodableBytes,
    /// NUL characters were left out: `count`.
    NulCharacters,
    /// The file was not read to its end: `bytes` read.
    Cut,
    // Rows and columns.
    /// Lines above the header were taken as a title: `count`, `text` of the first.
    TitleRows,
    /// No row looks like a header, so columns have made names.
    NoHeader,
    /// Columns without a name got one: `count`, `names`.
    EmptyHeaders,
    /// Columns with a repeated name got another: `count`, `names`.
    DuplicateHeaders,
    /// Names longer than any name, most likely because a quotation mark is not closed: `count`,
    /// `start` of the first.
    LongHeaders,
    /// Rows have more or fewer cells than the header: `count`, `expected`, `found` in the first.
    RaggedRows,
    /// Lines with nothing on them were left out: `count`.
    BlankRows,
    /// A quotation mark that nothing closes was taken as a character: `count`.
    StrayQuotes,
    /// The last row, or the last one above notes, looks like a total: `text`.
    TotalsRow,
    /// Values such as `1.2E+17` where identifiers lost their digits, most likely in a
    /// spreadsheet program: `count`, `example`.
    ScientificIdentifiers,
    /// More rows than are kept: `kept`.
    RowsNotKept,
    /// More columns than are kept: `kept`, `count`.
    ColumnsNotKept,
    /// Cells longer than is kept were cut: `count`, `kept` bytes.
    CellsCut,
    /// Not one row is whole in the beginning that was read: `bytes`.
    LongRow,
    /// A picture ends before its end.
    PictureCut,
    // Views.
    /// A filter or an order names a column that the table does not have, and was left out:
    /// `column`, counted from 1.
    NoSuchColumn,
    /// A bound of a filter is no number or date, and was left out: `text`.
    BoundNotRead,
    /// More rows pass than can be remembered; those that follow were not looked at: `kept`.
    NumbersNotKept,
    /// Too many rows pass to be put in order; they stay as the file has them: `most`.
    OrderNotKept,
    /// The host no longer answered while a view was found: it has the rows among the first
    /// `rows` of the file.
    ViewBrokeOff,
    /// The host gives no parts of the file, and what could be kept of it are these first `rows`:
    /// a view has the rows among them.
    RowsNotReached,
    /// The rows are too different from each other to be measured in `most` bytes.
    TooDifferent,
    // JSON.
    /// The rows were found inside the file: `path` (a JSON Pointer).
    RowsFoundAt,
    /// The file holds columns and not rows; they were turned: nothing more.
    ColumnsTurned,
    /// The file holds one object, shown as one row.
    SingleObject,
    /// Objects name the same key twice; the last one stands: `key`, `count`.
    DuplicateKeys,
    /// Lines that are no JSON were left out: `count`, `line` and `reason` of the first.
    BadLines,
    /// Lines on which several values stand behind each other, each of them a row: `count`.
    JoinedValues,
    /// Rows that are no objects among rows that are, shown in a column of their own: `count`.
    MixedRows,
    // Spreadsheets.
    /// Cells that are merged with others; the value stands in the first of each: `count`.
    MergedCells,
    // Parquet.
    /// A column is encrypted; its cells are missing: `name`.
    ColumnEncrypted,
    /// A column is compressed in a way that is not read here; its cells are missing: `name`,
    /// `codec`.
    ColumnRefused,
    /// A column cannot be read, or not all of it; the cells are missing: `name`, `reason`.
    ColumnBroken,
    /// Only some columns were looked at until now: `read` of `count`.
    ColumnsUnseen,
    /// The bytes were fetched or unpacked to their end, since a part of them cannot be had:
    /// `bytes`.
    ReadWhole,
    // Failures: reading ended with this.
    /// The file has no content.
    Empty,
    /// It is another kind of file, which cannot be shown yet: `format`.
    CannotShow,
    /// A web page came instead of the data, most likely a login or error page.
    WebPage,
    /// The content is no text in any encoding known here.
    NotText,
    /// There is no decoder for the encoding: `encoding`.
    NoDecoder,
    /// The JSON is broken: `line`, `column`, `reason`.
    BrokenJson,
    /// The JSON is nested deeper than is read: `most`, `line`, `column`.
    TooDeep,
    /// One value of the JSON is larger than is read: `most` bytes, `line`.
    TooLarge,
    /// No table was found in the file.
    NoTable,
    /// A part of a workbook is broken: `part`, `at` (the byte in it), `reason`.
    BrokenWorkbook,
    /// The parts of a workbook are larger than is read: `bytes`, `most`.
    WorkbookTooLarge,
    /// A sheet has more cells with something in them than is read: `most`.
    TooManyCells,
    /// The workbook is locked with a password.
    NeedsPassword,
    /// The workbook has no such sheet: `sheet`, `count` of those it has.
    NoSuchSheet,
    /// The Parquet file is broken: `at` (a byte of the file), `reason`.
    BrokenParquet,
    /// The Parquet file is encrypted.
    EncryptedParquet,
    /// The file must be read whole, and has more bytes than that is done for: `most`.
    TooLargeWhole,
}

impl Code {
    /// The stable name, as on the wire.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::FormatDisagrees => "format-disagrees",
            Self::EncodingGuessed => "encoding-guessed",
            Self::EncodingDisagrees => "encoding-disagrees",
            Self::UndecodableBytes => "undecodable-bytes",
            Self::NulCharacters => "nul-characters",
            Self::Cut => "cut",
            Self::TitleRows => "title-rows",
            Self::NoHeader => "no-header",
            Self::EmptyHeaders => "empty-headers",
            Self::DuplicateHeaders => "duplicate-headers",
            Self::LongHeaders => "long-headers",
            Self::RaggedRows => "ragged-rows",
            Self::BlankRows => "blank-rows",
            Self::StrayQuotes => "stray-quotes",
            Self::TotalsRow => "totals-row",
            Self::ScientificIdentifiers => "scientific-identifiers",
            Self::RowsNotKept => "rows-not-kept",
            Self::ColumnsNotKept => "columns-not-kept",
            Self::CellsCut => "cells-cut",
            Self::LongRow => "long-row",
            Self::PictureCut => "picture-cut",
            Self::NoSuchColumn => "no-such-column",
            Self::BoundNotRead => "bound-not-read",
            Self::NumbersNotKept => "numbers-not-kept",
            Self::OrderNotKept => "order-not-kept",
            Self::ViewBrokeOff => "view-broke-off",
            Self::RowsNotReached => "rows-not-reached",
            Self::TooDifferent => "too-different",
            Self::RowsFoundAt => "rows-found-at",
            Self::ColumnsTurned => "columns-turned",
            Self::SingleObject => "single-object",
            Self::DuplicateKeys => "duplicate-keys",
            Self::BadLines => "bad-lines",
            Self::JoinedValues => "joined-values",
            Self::MixedRows => "mixed-rows",
            Self::Empty => "empty",
            Self::CannotShow => "cannot-show",
            Self::WebPage => "web-page",
            Self::NotText => "not-text",
            Self::NoDecoder => "no-decoder",
            Self::BrokenJson => "broken-json",
            Self::TooDeep => "too-deep",
            Self::TooLarge => "too-large",
            Self::NoTable => "no-table",
            Self::MergedCells => "merged-cells",
            Self::BrokenWorkbook => "broken-workbook",
            Self::WorkbookTooLarge => "workbook-too-large",
            Self::TooManyCells => "too-many-cells",
            Self::NeedsPassword => "needs-password",
            Self::NoSuchSheet => "no-such-sheet",
            Self::ColumnEncrypted => "column-encrypted",
            Self::ColumnRefused => "column-refused",
            Self::ColumnBroken => "column-broken",
            Self::ColumnsUnseen => "columns-unseen",
            Self::ReadWhole => "read-whole",
            Self::BrokenParquet => "broken-parquet",
            Self::EncryptedParquet => "encrypted-parquet",
            Self::TooLargeWhole => "too-large-whole",
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_notice_crosses_a_worker_with_its_code_place_and_data() {
        let notice = Notice::new(Code::RaggedRows).at_row(7).with("count", 3);
        let json = serde_json::to_string(&notice).unwrap();
        assert_eq!(
            json,
            r#"{"code":"ragged-rows","row":7,"data":{"count":"3"}}"#
        );
        assert_eq!(serde_json::from_str::<Notice>(&json).unwrap(), notice);
        assert_eq!(
            format!("\"{}\"", Code::RaggedRows.name()),
            r#""ragged-rows""#
        );
    }
}
