//! Why a fetch failed, as far as the browser lets a page know.

use crate::Refusal;

/// Why nothing, or not all, came.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum FetchError {
    /// Not an address at all.
    #[error("not an address: {0}")]
    BadAddress(String),
    /// The network is down, the name is unknown, or the host does not allow other sites to read
    /// (CORS): the browser does not say which.
    #[error("blocked or offline")]
    Blocked,
    /// An `http` address on an `https` page; the browser would not send it.
    #[error("an insecure address on a secure page")]
    MixedContent,
    /// No byte for as long as the options allow.
    #[error("no answer in time")]
    Timeout,
    /// The host answered with this status.
    #[error("status {0}")]
    Status(u16),
    /// Not fetched on purpose.
    #[error("refused: {0:?}")]
    Refused(Refusal),
    /// The caller gave up.
    #[error("aborted")]
    Aborted,
    /// More than this many bytes, and the caller asked for all or nothing.
    #[error("larger than {limit} bytes")]
    TooLarge {
        /// The cap in bytes.
        limit: u64,
    },
    /// The line broke after this many bytes.
    #[error("broke off after {read} bytes")]
    BrokeOff {
        /// Bytes read until then.
        read: u64,
    },
}
