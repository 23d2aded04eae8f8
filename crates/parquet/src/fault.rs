//! Why something could not be read, where, and what can be done: data only; the words for
//! people are made at the ends.

use std::fmt;
use std::ops::Range;

/// What is wrong.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Fault {
    /// The magic bytes `PAR1` are not at the end of the file.
    #[error("this is no Parquet file, or its end is missing")]
    NotParquet,
    /// The whole footer is encrypted (magic bytes `PARE`).
    #[error("the file is encrypted")]
    EncryptedFile,
    /// This column is encrypted, others may not be.
    #[error("the column is encrypted")]
    EncryptedColumn,
    /// A compression that is known and not read here: LZO has no free decoder.
    #[error("compressed with {0}, which is not read here")]
    RefusedCodec(&'static str),
    /// A number that no compression has.
    #[error("compressed in a way that has no name here ({0})")]
    UnknownCodec(i32),
    /// An encoding that does not fit the type, or has no name here.
    #[error("the encoding {0} does not fit this column")]
    Encoding(i32),
    /// The column stands in another file.
    #[error("the column stands in another file")]
    ElsewhereStored,
    /// Bytes end before what they announce.
    #[error("the bytes end early")]
    Truncated,
    /// The structure breaks the format: which part.
    #[error("broken {0}")]
    Broken(&'static str),
    /// The compressed bytes break their own rules, or unpack to another size than announced.
    #[error("the compressed bytes are damaged ({0})")]
    Damaged(&'static str),
    /// A value names an entry that its dictionary does not have.
    #[error("a value names entry {index} of a dictionary of {entries}")]
    NotInDictionary {
        /// The entry, counted from 0.
        index: u64,
        /// How many there are.
        entries: u64,
    },
    /// Something announces a size that is not read here.
    #[error("{what}: {size} is more than the {most} that are read")]
    TooLarge {
        /// What it is.
        what: &'static str,
        /// What is announced (bytes, or a count).
        size: u64,
        /// What is read at most.
        most: u64,
    },
}

/// What somebody who has this failure in front of them can do.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Next {
    /// Ask the provider for a file without encryption, or for the key and a program for it.
    AskForPlain,
    /// Ask for the file written with another compression (Snappy or Zstandard).
    AskForOtherCodec,
    /// Fetch the file again: it is cut or damaged; if that gives the same, tell the provider.
    FetchAgain,
    /// Download it and open it in a program made for large files.
    Download,
}

impl Fault {
    /// Its name, and the part of the file or the codec that it is about, if it is about one: for
    /// words in other languages.
    #[must_use]
    pub const fn name(&self) -> (&'static str, &'static str) {
        match self {
            Self::NotParquet => ("not-parquet", ""),
            Self::EncryptedFile | Self::EncryptedColumn => ("encrypted", ""),
            Self::RefusedCodec(_) | Self::UnknownCodec(_) => ("codec", ""),
            Self::Encoding(_) => ("encoding", ""),
            Self::ElsewhereStored => ("elsewhere", ""),
            Self::Truncated => ("ends-early", ""),
            Self::Broken(part) => ("broken", part),
            Self::Damaged(part) => ("damaged", part),
            Self::NotInDictionary { .. } => ("not-in-dictionary", ""),
            Self::TooLarge { what, .. } => ("too-large", what),
        }
    }

    /// What can be done about it.
    #[must_use]
    pub fn next(&self) -> Next {
        match self {
            Self::EncryptedFile | Self::EncryptedColumn => Next::AskForPlain,
            Self::RefusedCodec(_) | Self::UnknownCodec(_) => Next::AskForOtherCodec,
            Self::TooLarge { .. } | Self::ElsewhereStored => Next::Download,
            _ => Next::FetchAgain,
        }
    }
}

/// Where it is, as far as that is known.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Place {
    /// The column, by the names on the way to it joined with dots.
    pub column: Option<String>,
    /// The row group, counted from 0.
    pub group: Option<usize>,
    /// Where in the file the page (or the structure) begins, in bytes.
    pub byte: Option<u64>,
}

impl fmt::Display for Place {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if let Some(column) = &self.column {
            write!(f, "column {column}: ")?;
        }
        if let Some(group) = self.group {
            write!(f, "row group {group}: ")?;
        }
        if let Some(byte) = self.byte {
            write!(f, "at byte {byte}: ")?;
        }
        Ok(())
    }
}

/// A fault and where it is. About one column where [`Place::column`] says so; the others stand.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{place}{fault}")]
pub struct Error {
    /// What is wrong.
    pub fault: Fault,
    /// Where.
    pub place: Place,
}

impl Error {
    /// A fault of the file as a whole, at a byte of it.
    pub(crate) fn at(fault: Fault, byte: u64) -> Self {
        let place = Place {
            byte: Some(byte),
            ..Place::default()
        };
        Self { fault, place }
    }
}

/// Why reading stopped, inside this crate.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Stop {
    /// The bytes at hand end here; whether that is a fault depends on whether there are more.
    Short,
    /// These bytes of the file are needed first.
    Need(Range<u64>),
    /// More of what is here must be unpacked than was.
    Further,
    /// It cannot be read.
    Fault(Fault),
}

impl From<Fault> for Stop {
    fn from(fault: Fault) -> Self {
        Self::Fault(fault)
    }
}

/// Shorthand for what stops with a fault about the structure.
pub(crate) fn broken<T>(part: &'static str) -> Result<T, Stop> {
    Err(Stop::Fault(Fault::Broken(part)))
}
