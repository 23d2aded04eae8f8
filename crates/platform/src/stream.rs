//! The body of an answer, pulled: whoever reads it decides when the next piece comes, and the
//! host waits meanwhile. Nothing is kept of what was read. And how long it would be.

use crate::{
    FetchError, FetchOptions, Fetched,
    abort::Guard,
    fetch::{begin, checked, prepared},
    pull::Pull,
};
use gloo_net::http::{Method, RequestBuilder};

/// An answer under way; dropping it ends the fetch.
pub struct Stream {
    head: Fetched,
    body: Option<Pull>,
    guard: Guard,
    read: u64,
}

/// Fetches `url` and gives its body piece by piece. `options.max_bytes` and `cut` do not count
/// here: stop when there is enough.
///
/// # Errors
/// Every [`FetchError`] but `TooLarge` and `BrokeOff`.
pub async fn open_stream(url: &str, options: &FetchOptions) -> Result<Stream, FetchError> {
    let (response, head, mut guard) = begin(url, options).await?;
    guard.rest();
    Ok(Stream {
        head,
        body: response.body().map(|body| Pull::of(&body)),
        guard,
        read: 0,
    })
}

impl Stream {
    /// Status and headers.
    #[must_use]
    pub fn head(&self) -> &Fetched {
        &self.head
    }

    /// Bytes given so far.
    #[must_use]
    pub fn read(&self) -> u64 {
        self.read
    }

    /// The next piece, of `most` bytes or fewer; `None` at the end. The clock of the options
    /// runs while this waits, and stands between two calls.
    ///
    /// # Errors
    /// [`FetchError::BrokeOff`], `Timeout` or `Aborted`.
    pub async fn next(&mut self, most: usize) -> Result<Option<Vec<u8>>, FetchError> {
        let Some(body) = &mut self.body else {
            return Ok(None);
        };
        if body.is_spent() {
            self.guard.alive();
            let came = body.read().await;
            self.guard.rest();
            let read = self.read;
            let more =
                came.map_err(|_thrown| self.guard.cause_or(FetchError::BrokeOff { read }))?;
            if !more {
                self.body = None;
                return Ok(None);
            }
        }
        let bytes = body.take(most);
        self.read += bytes.len() as u64;
        Ok(Some(bytes))
    }
}

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
