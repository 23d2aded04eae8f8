//! Sending a document to an address that the configuration names (inquiry delivery).

use crate::{
    Abort, FetchError,
    abort::Guard,
    body::read_body,
    fetch::{checked, prepared},
};
use gloo_net::http::Request;

/// The most of an answer that is read; it is only shown, never stored.
const MAX_ANSWER: u64 = 64 << 10;

/// What the receiver answered, success or not.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Posted {
    /// HTTP status.
    pub status: u16,
    /// `Retry-After` in seconds, if visible and a number.
    pub retry_after_seconds: Option<u64>,
    /// The beginning of the answer, at most 64 kB, malformed bytes as U+FFFD.
    pub body: String,
}

/// Sends `body`. `headers` as `(name, value)`; any but the safelisted ones force a preflight,
/// which the receiver must answer. A status of failure is `Ok`: the caller decides.
///
/// # Errors
/// Every [`FetchError`] but `Status` and `TooLarge`.
pub async fn post_text(
    url: &str,
    headers: &[(&str, &str)],
    body: &str,
    timeout_millis: u32,
    abort: Option<&Abort>,
) -> Result<Posted, FetchError> {
    let url = checked(url)?;
    let mut guard = Guard::new(timeout_millis, abort)?;
    let mut request = prepared(Request::post(&url), &guard);
    for (name, value) in headers {
        // The browser throws on any other, and a throw would end the program.
        if is_token(name) && value.bytes().all(|b| (0x20..0x7f).contains(&b)) {
            request = request.header(name, value);
        }
    }
    let request = request
        .body(body)
        .map_err(|_thrown| FetchError::BadAddress(url))?;
    let response = request
        .send()
        .await
        .map_err(|_thrown| guard.cause_or(FetchError::Blocked))?;
    let retry_after_seconds = response
        .headers()
        .get("Retry-After")
        .and_then(|text| text.trim().parse().ok());
    let answer = read_body(response.body(), MAX_ANSWER, None, &mut guard, |_| {}).await;
    Ok(Posted {
        status: response.status(),
        retry_after_seconds,
        // The status is what counts: it has come, whatever became of the words after it.
        body: answer.map_or_else(
            |_broken| String::new(),
            |answer| String::from_utf8_lossy(&answer.bytes).into_owned(),
        ),
    })
}

/// [`post_text`] with `Content-Type: application/json`.
///
/// # Errors
/// As [`post_text`].
pub async fn post_json(
    url: &str,
    headers: &[(&str, &str)],
    body: &str,
    timeout_millis: u32,
) -> Result<Posted, FetchError> {
    let mut all = vec![("Content-Type", "application/json")];
    all.extend_from_slice(headers);
    post_text(url, &all, body, timeout_millis, None).await
}

/// A header name (RFC 9110 §5.6.2).
fn is_token(name: &str) -> bool {
    !name.is_empty()
        && name
            .bytes()
            .all(|b| b.is_ascii_alphanumeric() || b"!#$%&'*+-.^_`|~".contains(&b))
}
