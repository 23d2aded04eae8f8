//! Why a file is not open: the reader's refusals as the codes that the page has words for.

use super::open::Kept;
use crate::failure::{failure, of_fetch};
use platform::FetchError;
use readers::ReadError;
use table::Notice;
use wire::search::Failure;

/// A file that could not be opened.
pub(super) struct Failed {
    pub(super) failure: Failure,
    /// The reader's own words, with the place.
    pub(super) notice: Option<Box<Notice>>,
    /// The bytes that were read: another encoding may do.
    pub(super) kept: Option<Box<Kept>>,
}

impl Failed {
    pub(super) fn to_fetch(error: FetchError) -> Self {
        Self {
            failure: of_fetch(error),
            notice: None,
            kept: None,
        }
    }

    pub(super) fn to_read(error: &ReadError, kept: Option<Box<Kept>>) -> Self {
        let failure = match error {
            ReadError::Empty => failure("empty", ""),
            ReadError::CannotShow(format) => failure("unsupported", format.name()),
            ReadError::WebPage => failure("login-page", ""),
            ReadError::NotText
            | ReadError::NoDecoder(_)
            | ReadError::BrokenJson { .. }
            | ReadError::TooDeep { .. }
            | ReadError::TooLarge { .. }
            | ReadError::NoTable => failure("unreadable", error),
        };
        Self {
            failure,
            notice: Some(Box::new(error.notice())),
            kept,
        }
    }
}
