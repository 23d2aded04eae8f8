//! Failures as they cross to the page: a code and its data.

use platform::FetchError;
use wire::search::Failure;

/// A failure of this code.
pub(crate) fn failure(code: &str, data: impl ToString) -> Failure {
    Failure {
        code: code.to_owned(),
        data: data.to_string(),
    }
}

/// Why a fetch failed.
pub(crate) fn of_fetch(error: FetchError) -> Failure {
    match error {
        FetchError::Blocked => failure("blocked", ""),
        FetchError::MixedContent => failure("mixed-content", ""),
        FetchError::Timeout => failure("timeout", ""),
        FetchError::Status(status) => failure("status", status),
        FetchError::TooLarge { limit } => failure("too-large", limit),
        FetchError::Aborted => failure("aborted", ""),
        FetchError::BrokeOff { read } => failure("broke-off", read),
        error @ (FetchError::BadAddress(_) | FetchError::Refused(_)) => {
            failure("refused-address", error)
        }
    }
}
