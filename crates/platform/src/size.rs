//! Asking a host how large a file is, without the file.

use crate::{
    FetchError,
    abort::Guard,
    fetch::{checked, prepared},
};
use gloo_net::http::{Method, RequestBuilder};

/// Bytes of the file at `url` as the host states them to `HEAD`; `None` where it refuses `HEAD`
/// or does not say. Of a file that is sent compressed it may be the compressed size, and some
/// hosts state what is not so: a hint.
///
/// # Errors
/// `BadAddress`, `MixedContent`, `Refused`: what would fail for the file too.
pub async fn stated_size(url: &str, timeout_millis: u32) -> Result<Option<u64>, FetchError> {
    let url = checked(url)?;
    let guard = Guard::new(timeout_millis, None)?;
    let request = prepared(RequestBuilder::new(&url).method(Method::HEAD), &guard)
        .build()
        .map_err(|_thrown| FetchError::BadAddress(url.clone()))?;
    let Ok(response) = request.send().await else {
        return Ok(None);
    };
    let headers = response.headers();
    let packed = headers.get("Content-Encoding").is_some();
    let length = headers
        .get("Content-Length")
        .and_then(|text| text.trim().parse().ok());
    Ok(length.filter(|_| response.ok() && !packed))
}
