//! What a caller knows about a file, what a visitor decided about it, and how much is kept.

use crate::said::note_format;
use crate::{Encoding, Format};
use table::Notice;

/// What the file's surroundings claim. Content wins; a disagreement becomes a notice.
#[derive(Clone, Copy, Debug, Default)]
pub struct Hints<'a> {
    /// The file name or the last part of the address.
    pub name: Option<&'a str>,
    /// The media type, as the server sent it or the catalog states it.
    pub media_type: Option<&'a str>,
    /// The character set of the server's `Content-Type`.
    pub charset: Option<&'a str>,
}

impl Hints<'_> {
    /// The format that the name or, failing that, the media type states.
    pub(crate) fn format(&self) -> Option<Format> {
        let name = self
            .name
            .filter(|name| name.contains('.'))
            .and_then(Format::said_by);
        name.or_else(|| self.media_type.and_then(Format::said_by))
    }

    /// What is to be said where the content is of another format than the name or the media type
    /// states: for formats that are read elsewhere, since the reader says it of its own.
    #[must_use]
    pub fn disagree(&self, found: Format) -> Option<Notice> {
        note_format(self.format(), found)
    }

    pub(crate) fn encoding(&self) -> Option<Encoding> {
        let charset = self.charset.or_else(|| {
            let (_, parameters) = self.media_type?.split_once("charset=")?;
            parameters.split(';').next()
        });
        charset
            .map(str::trim)
            .filter(|charset| !charset.is_empty())
            .map(Encoding::from_label)
    }
}

/// What a person decided, where `None` means "find out".
#[derive(Clone, Debug, Default)]
pub struct Options {
    /// Read as this format; one that is not read here counts as none.
    pub format: Option<Format>,
    /// Decode as this.
    pub encoding: Option<Encoding>,
    /// The character between cells.
    pub delimiter: Option<char>,
    /// Whether the first row (after a title) names the columns.
    pub header: Option<bool>,
    /// The word for a column without a name: `列` makes `列3`. `column ` when empty.
    pub column_word: String,
    /// How much is kept.
    pub limits: Limits,
}

/// How much of a file is kept in memory. Reading goes on beyond it, counting and measuring;
/// every limit that is met becomes a notice.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Limits {
    /// Rows that are kept.
    pub rows: usize,
    /// Columns that are kept.
    pub columns: usize,
    /// Bytes of one cell that are kept.
    pub cell_bytes: usize,
}

impl Limits {
    /// For looking at a file: its first rows, cells as long as a screen can show.
    pub const PREVIEW: Self = Self {
        rows: 1_000,
        columns: 4_096,
        cell_bytes: 16 * 1024,
    };

    /// For using a whole table, such as a sheet of listings.
    pub const WHOLE: Self = Self {
        rows: 2_000_000,
        columns: 4_096,
        cell_bytes: 4 * 1024 * 1024,
    };
}

impl Default for Limits {
    fn default() -> Self {
        Self::PREVIEW
    }
}
