//! The body of an answer, pulled: whoever reads it decides when the next piece comes, and the
//! host waits meanwhile. Nothing is kept of what was read. And how long it would be.

use crate::{
    FetchError, FetchOptions, Fetched,
    abort::Guard,
    body::{append, chunk},
    fetch::{begin, checked, prepared},
};
use gloo_net::http::{Method, RequestBuilder};
use wasm_bindgen::JsCast;
use wasm_bindgen_futures::JsFuture;
use web_sys::ReadableStreamDefaultReader;

/// An answer under way; dropping it ends the fetch.
pub struct Stream {
    head: Fetched,
    reader: Option<ReadableStreamDefaultReader>,
    guard: Guard,
    read: u64,
    /// What of a piece was more than had been asked for.
    rest: Vec<u8>,
}

/// Fetches `url` and gives its body piece by piece. `options.max_bytes` and `cut` do not count
/// here: stop when there is enough.
///
/// # Errors
/// Every [`FetchError`] but `TooLarge` and `BrokeOff`.
pub async fn open_stream(url: &str, options: &FetchOptions) -> Result<Stream, FetchError> {
    let (response, head, mut guard) = begin(url, options).await?;
    guard.rest();
    let reader = response
        .body()
        .map(|body| body.get_reader().unchecked_into());
    Ok(Stream {
        head,
        reader,
        guard,
        read: 0,
        rest: Vec::new(),
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
        let mut bytes = std::mem::take(&mut self.rest);
        if bytes.is_empty() {
            let Some(reader) = &self.reader else {
                return Ok(None);
            };
            self.guard.alive();
            let piece = JsFuture::from(reader.read()).await;
            self.guard.rest();
            let read = self.read;
            let piece =
                piece.map_err(|_thrown| self.guard.cause_or(FetchError::BrokeOff { read }))?;
            let Some(piece) = chunk(&piece) else {
                self.reader = None;
                return Ok(None);
            };
            append(&mut bytes, &piece);
        }
        if bytes.len() > most {
            self.rest = bytes.split_off(most);
        }
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
