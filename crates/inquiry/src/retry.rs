//! Which failures may be tried again, and after how long.

use record::Record;

/// Why an inquiry was not taken.
#[derive(Clone, Debug, PartialEq, Eq, Record)]
#[record(tag = "kind")]
pub enum Failure {
    /// The receiver answered with this HTTP status.
    Status {
        /// 300 or more.
        code: u16,
    },
    /// No network, or the receiver does not accept other sites; a browser does not say which.
    Network,
    /// No answer in time; it may have arrived.
    Timeout,
    /// The page was closed while it was sent; it may have arrived.
    Interrupted,
    /// The browser or this shop would not send it; data: a code of the refusing side.
    Refused {
        /// Such as `mixed-content`.
        why: String,
    },
}

/// Whether the same inquiry, with the same id, may be sent again.
#[must_use]
pub fn is_retryable(failure: &Failure) -> bool {
    match failure {
        Failure::Network | Failure::Timeout | Failure::Interrupted => true,
        Failure::Refused { .. } => false,
        Failure::Status { code } => matches!(code, 408 | 425 | 429 | 500..=599),
    }
}

/// Seconds to wait before try number `attempts + 1`: what the receiver said, else ten seconds,
/// doubled each time, an hour at most. A receiver may not ask for more than a day.
#[must_use]
pub fn wait_seconds(attempts: u32, retry_after: Option<u64>) -> u64 {
    const FIRST: u64 = 10;
    const MOST: u64 = 3_600;
    const DAY: u64 = 86_400;
    let backoff = FIRST
        .saturating_mul(1 << attempts.saturating_sub(1).min(20))
        .min(MOST);
    retry_after.map_or(backoff, |stated| stated.clamp(1, DAY))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_passing_failures_are_tried_again() {
        for code in [408, 425, 429, 500, 503, 599] {
            assert!(is_retryable(&Failure::Status { code }), "{code}");
        }
        for code in [300, 400, 401, 403, 404, 409, 410, 413, 422] {
            assert!(!is_retryable(&Failure::Status { code }), "{code}");
        }
        assert!(is_retryable(&Failure::Network));
        let why = "mixed-content".to_owned();
        assert!(!is_retryable(&Failure::Refused { why }));
    }

    #[test]
    fn waits_grow_to_an_hour_and_obey_the_receiver() {
        assert_eq!(
            [1, 2, 3, 9, 4_000_000_000].map(|n| wait_seconds(n, None)),
            [10, 20, 40, 2560, 3600]
        );
        assert_eq!(wait_seconds(1, Some(120)), 120);
        assert_eq!(wait_seconds(1, Some(0)), 1);
        assert_eq!(wait_seconds(1, Some(u64::MAX)), 86_400);
    }
}
