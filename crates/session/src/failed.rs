//! Why a file is not open: codes that the page has words for, and the reader's own notice.

use readers::ReadError;
use spreadsheets::SheetError;
use table::Notice;
use unpack::UnpackError;
use wire::search::Failure;

/// A file that could not be opened, or not read further.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Failed {
    /// The code and its data.
    pub failure: Failure,
    /// What the reader says, with the place, where it was the reader that failed.
    pub notice: Option<Box<Notice>>,
}

impl Failed {
    /// Whether a JSON document goes on behind its end.
    pub(crate) fn is_more_than_one_value(&self) -> bool {
        let reason = |notice: &Notice| notice.data.get("reason").cloned();
        let reason = self.notice.as_deref().and_then(reason);
        reason.as_deref() == Some("trailing-content")
    }
}

/// A failure of this code.
#[must_use]
pub fn failure(code: &str, data: impl ToString) -> Failure {
    Failure {
        code: code.to_owned(),
        data: data.to_string(),
    }
}

/// The code of a text that is not as it was, or breaks off: with the reader's own code, whose
/// words are the page's.
pub(crate) fn of_read(error: &ReadError) -> Failure {
    failure("unreadable", error.notice().code.name())
}

/// The code of a wrapping that does not come off.
pub(crate) fn of_unpack(error: UnpackError) -> Failure {
    match error {
        UnpackError::Damaged => failure("unreadable", ""),
        UnpackError::Checksum => failure("checksum", ""),
        UnpackError::Encrypted => failure("encrypted", ""),
        UnpackError::Method(method) => failure("unsupported", format!("zip-method-{method}")),
        UnpackError::TooLarge => failure("too-large", ""),
    }
}

impl From<Failure> for Failed {
    fn from(failure: Failure) -> Self {
        Self {
            failure,
            notice: None,
        }
    }
}

impl From<ReadError> for Failed {
    fn from(error: ReadError) -> Self {
        let failure = match &error {
            ReadError::Empty => failure("empty", ""),
            ReadError::CannotShow(format) => failure("unsupported", format.name()),
            ReadError::WebPage => failure("login-page", ""),
            ReadError::NotText
            | ReadError::NoDecoder(_)
            | ReadError::BrokenJson { .. }
            | ReadError::TooDeep { .. }
            | ReadError::TooLarge { .. }
            | ReadError::NoTable => of_read(&error),
        };
        Self {
            failure,
            notice: Some(Box::new(error.notice())),
        }
    }
}

impl From<SheetError> for Failed {
    fn from(error: SheetError) -> Self {
        let failure = match &error {
            SheetError::Broken { .. } => failure("unreadable", &error),
            SheetError::TooLarge { bytes, .. } => failure("too-large", bytes),
            // How many cells is the notice's to say: data are bytes.
            SheetError::TooManyCells { .. } => failure("too-large", ""),
            SheetError::Password => failure("password", ""),
            SheetError::NoSuchSheet { .. } => failure("empty", ""),
            SheetError::Other(format) => failure("unsupported", format),
        };
        Self {
            failure,
            notice: Some(Box::new(error.notice())),
        }
    }
}
