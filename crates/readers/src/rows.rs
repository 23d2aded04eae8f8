//! From the beginning of a text to whoever reads its rows. A reader is given one of the two
//! openings here; a program that only needs the narrow one links no reader of JSON.

use table::Notice;

use crate::collector::Collector;
use crate::csv::{CsvReader, Dialect};
use crate::json::{self, JsonReader, LinesReader};
use crate::options::Options;
use crate::sink::Sink;
use crate::sniff::{markup, text_format};
use crate::{Format, ReadError};

/// Reads the rows of one text into a sink, piece by piece.
pub(crate) trait Rows {
    /// Takes in the next piece.
    fn push(&mut self, text: &str, out: &mut dyn Sink) -> Result<(), ReadError>;

    /// Ends the text.
    fn finish(&mut self, complete: bool, out: &mut dyn Sink) -> Result<(), ReadError>;

    /// What was unusual so far.
    fn notes(&self, complete: bool, seen: &Collector) -> Vec<Notice>;

    /// How cells are told apart, if they are delimited.
    fn dialect(&self) -> Option<&Dialect> {
        None
    }

    /// Whether nothing of a row waits: the next piece begins with one.
    fn is_between(&self) -> bool;

    /// A reader that has seen nothing, for another walk through the same text with the same
    /// decisions and columns; `None` where there is none that begins there.
    fn again(&self, from: From) -> Option<Box<dyn Rows>>;
}

/// Where another walk begins.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum From {
    /// At the first character of the text.
    Start,
    /// Between two rows.
    Mark,
}

/// Decides on the head of a text what it is, and who reads it.
pub(crate) type Open = fn(
    head: &str,
    complete: bool,
    said: Option<Format>,
    options: &Options,
) -> Result<(Format, Box<dyn Rows>), ReadError>;

/// How the beginning of a file is looked at.
#[derive(Clone, Copy)]
pub(crate) struct Opening {
    pub(crate) open: Open,
    /// Whether that needs more of the file than these bytes.
    pub(crate) is_undecided: fn(head: &[u8]) -> bool,
}

/// Every format that is read here.
pub(crate) const ANY: Opening = Opening {
    open: any_format,
    is_undecided: json::is_undecided,
};

/// Delimited text.
pub(crate) const DELIMITED: Opening = Opening {
    open: delimited,
    is_undecided: |_| false,
};

fn any_format(
    head: &str,
    complete: bool,
    said: Option<Format>,
    options: &Options,
) -> Result<(Format, Box<dyn Rows>), ReadError> {
    let format = match options.format.filter(|format| format.is_read()) {
        Some(format) => format,
        None => text_format(head, complete, said)?,
    };
    Ok(match format {
        Format::NdJson => (format, Box::new(LinesReader::default())),
        Format::Json | Format::GeoJson => {
            let reader = JsonReader::new(head, complete, options);
            let format = if reader.has_features() {
                Format::GeoJson
            } else {
                Format::Json
            };
            (format, Box::new(reader))
        }
        _ => cells(head, said, options),
    })
}

/// Says of everything but delimited text that it is something else.
fn delimited(
    head: &str,
    complete: bool,
    said: Option<Format>,
    options: &Options,
) -> Result<(Format, Box<dyn Rows>), ReadError> {
    let start = head.trim_start();
    match start.bytes().next() {
        None if complete => Err(ReadError::Empty),
        Some(b'{' | b'[') => Err(ReadError::CannotShow(Format::Json)),
        Some(0x1E) => Err(ReadError::CannotShow(Format::NdJson)),
        Some(b'<') => markup(start).map_or_else(|| Ok(cells(head, said, options)), Err),
        _ => Ok(cells(head, said, options)),
    }
}

fn cells(head: &str, said: Option<Format>, options: &Options) -> (Format, Box<dyn Rows>) {
    let dialect = Dialect::sniff(head, options, said);
    let format = if dialect.delimiter == Some('\t') {
        Format::Tsv
    } else {
        Format::Csv
    };
    (format, Box::new(CsvReader::new(dialect, options.limits)))
}
