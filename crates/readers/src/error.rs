//! Why a file could not be read: data only; the words are made at the ends.

use table::{Code, Notice};

use crate::decoder::NoSuchEncoding;
use crate::json::Fault;
use crate::{Encoding, Format};

/// Reading gave no table.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum ReadError {
    /// The file has no content.
    #[error("the file is empty")]
    Empty,
    /// It is a kind of file that is not read here.
    #[error("the file is {}, which is not read", .0.name())]
    CannotShow(Format),
    /// A web page came in place of the data.
    #[error("the file is a web page, most likely a login or error page")]
    WebPage,
    /// The bytes are no text.
    #[error("the file is no text in any known encoding")]
    NotText,
    /// Nobody here decodes its encoding.
    #[error("there is no decoder for the encoding {}", .0.label())]
    NoDecoder(Encoding),
    /// The JSON breaks a rule. Lines and columns count from 1, columns in characters.
    #[error("line {line}, column {column}: {}", reason.name())]
    BrokenJson {
        /// The line.
        line: u64,
        /// The character in the line.
        column: u64,
        /// The rule.
        reason: Fault,
    },
    /// Arrays and objects stand inside each other deeper than is read.
    #[error("line {line}, column {column}: nested deeper than {most}")]
    TooDeep {
        /// The line.
        line: u64,
        /// The character in the line.
        column: u64,
        /// The depth that is read.
        most: usize,
    },
    /// One value is larger than is read at once.
    #[error("line {line}: a value of more than {most} bytes")]
    TooLarge {
        /// The line where the value begins.
        line: u64,
        /// The most bytes of one value.
        most: usize,
    },
    /// The file was read and holds nothing that is a table.
    #[error("no table was found in the file")]
    NoTable,
}

impl ReadError {
    /// The failure as it crosses a worker: code and data, no words.
    #[must_use]
    pub fn notice(&self) -> Notice {
        match self {
            Self::Empty => Notice::new(Code::Empty),
            Self::CannotShow(format) => Notice::new(Code::CannotShow).with("format", format.name()),
            Self::WebPage => Notice::new(Code::WebPage),
            Self::NotText => Notice::new(Code::NotText),
            Self::NoDecoder(encoding) => {
                Notice::new(Code::NoDecoder).with("encoding", encoding.label())
            }
            Self::BrokenJson {
                line,
                column,
                reason,
            } => Notice::new(Code::BrokenJson)
                .with("line", line)
                .with("column", column)
                .with("reason", reason.name()),
            Self::TooDeep { line, column, most } => Notice::new(Code::TooDeep)
                .with("line", line)
                .with("column", column)
                .with("most", most),
            Self::TooLarge { line, most } => Notice::new(Code::TooLarge)
                .with("line", line)
                .with("most", most),
            Self::NoTable => Notice::new(Code::NoTable),
        }
    }
}

impl From<NoSuchEncoding> for ReadError {
    fn from(error: NoSuchEncoding) -> Self {
        Self::NoDecoder(Encoding::from_label(&error.label))
    }
}
