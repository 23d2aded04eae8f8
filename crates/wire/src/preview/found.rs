//! What was found in a file.

use crate::search::Failure;
use record::Record;
use table::{Column, Count, Notice, Profile};

/// What was found in a file.
#[derive(Clone, Debug, PartialEq, Record)]
pub struct Opened {
    /// `csv`, `tsv`, `json`, `ndjson`, `geojson`, `parquet`, `xlsx`, …
    pub format: String,
    /// Encoding label the text was decoded with; empty for files that are not text.
    #[record(omit)]
    pub encoding: String,
    /// How cells and header were told, for delimited text.
    pub dialect: Option<Dialect>,
    /// Columns.
    #[record(keep)]
    pub columns: Vec<Column>,
    /// Rows of the file: exact when it was read whole, or says so itself.
    pub rows: Count,
    /// How far one may scroll.
    pub reach: Reach,
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
    /// Personal data found in those rows.
    pub personal: Vec<Personal>,
    /// Columns that others may know, by their names and values: a suggestion.
    pub quasi: Vec<u32>,
    /// What the file was wrapped in, from the outside in: `gzip`, `zip`.
    pub wrapped: Vec<String>,
    /// The files of an archive; the one that is open is `entry`.
    pub entries: Vec<Entry>,
    /// The file of the archive that is open.
    pub entry: Option<String>,
    /// The sheets of a spreadsheet.
    pub sheets: Vec<Sheet>,
    /// The sheet that is open.
    pub sheet: Option<u32>,
    /// What it is if it is no table.
    pub leads: Option<Leads>,
    /// What was odd.
    pub notices: Vec<Notice>,
}

/// How far one may scroll.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Record)]
#[record(keep)]
pub struct Reach {
    /// Rows that can be shown, from the first: held, or found again in the file.
    pub rows: u64,
    /// Whether those that follow can be shown once they are read.
    pub grows: bool,
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

/// One kind of personal data in one column, over the rows of the profile.
#[derive(Clone, Debug, PartialEq, Record)]
pub struct Personal {
    /// The column, from 0.
    pub column: u32,
    /// `resident-id`, `mobile`, `email`, `bank-card`, `name`, …
    pub kind: String,
    /// Cells in which it was found.
    pub count: u64,
    /// A few, masked.
    pub examples: Vec<String>,
}

/// A file of an archive.
#[derive(Clone, Debug, PartialEq, Eq, Record)]
pub struct Entry {
    /// Its path.
    pub path: String,
    /// Bytes it says it has.
    pub bytes: u64,
    /// Whether it could be opened here, by its name.
    pub opens: bool,
}

/// A sheet of a spreadsheet.
#[derive(Clone, Debug, PartialEq, Eq, Record)]
pub struct Sheet {
    /// Its name.
    pub name: String,
    /// Whether the file hides it.
    #[record(omit)]
    pub hidden: bool,
}

/// What a file is that is no table.
#[derive(Clone, Debug, PartialEq, Eq, Record)]
pub enum Leads {
    /// Plain text: its beginning.
    Text {
        /// The text.
        text: String,
    },
    /// A picture, which the browser shows from the file's address.
    Image {
        /// Its media type by its first bytes.
        media_type: String,
    },
    /// An archive; one of its entries may be opened.
    Archive,
    /// A sheet that cannot be shown, of a workbook that has others; a notice says why.
    Sheet,
}

/// How re-identifiable rows are by some of their columns.
#[derive(Clone, Debug, PartialEq, Record)]
#[record(keep)]
pub struct Risk {
    /// The columns, as asked.
    pub quasi: Vec<u32>,
    /// As asked.
    pub sensitive: Vec<u32>,
    /// Rows that were measured.
    pub rows: u64,
    /// Whether those are all rows of the file.
    pub complete: bool,
    /// Groups of rows that are alike in these columns.
    pub classes: u64,
    /// Rows of the smallest group.
    pub k: u64,
    /// Rows that are alone.
    pub unique: u64,
    /// Rows in groups of fewer than five.
    pub under_five: u64,
    /// Rows of a group on average, as text with three decimals.
    pub class_size: String,
    /// Fewest different values of a sensitive column in a group, one for each sensitive column.
    pub l: Vec<u64>,
    /// Largest distance of a group from the whole, one for each sensitive column, as text with
    /// six decimals.
    pub t: Vec<String>,
    /// Why it could not be measured.
    pub refused: Option<Notice>,
}
