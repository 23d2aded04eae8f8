//! The one room through which page and workers fetch. Bodies are streamed, so that a cap is a
//! cap on what is downloaded and not only on what is kept. No cookie and no referrer is sent.

use crate::{
    Abort, FetchError,
    abort::Guard,
    address::{is_mixed_content, permitted},
    body::{append, read_body, read_pieces},
    scope,
};
use gloo_net::http::{Request, RequestBuilder, Response};
use std::ops::Range;
use web_sys::{
    ReferrerPolicy, RequestCache, RequestCredentials, RequestRedirect, ResponseType, Url,
};

/// How the browser's cache takes part.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Cache {
    /// As the host says.
    #[default]
    Normal,
    /// Ask the host whether the kept copy is still good.
    Revalidate,
    /// Fetch anew, keep nothing.
    Bypass,
}

/// How to fetch.
#[derive(Clone, Default)]
pub struct FetchOptions {
    /// The most that is read.
    pub max_bytes: u64,
    /// `true`: what is beyond `max_bytes` is left out and said (`complete: false`);
    /// `false`: it is an error ([`FetchError::TooLarge`]).
    pub cut: bool,
    /// Give up after so long without a byte.
    pub timeout_millis: u32,
    /// Ask for these bytes only; an end of [`u64::MAX`] is that of the file. A host may answer with the whole file: see `Fetched::status`.
    pub range: Option<Range<u64>>,
    /// How the cache takes part.
    pub cache: Cache,
    /// Media types for the `Accept` header.
    pub accept: Option<&'static str>,
    /// A way to give up from outside; dropping the future does too.
    pub abort: Option<Abort>,
}

impl FetchOptions {
    /// All of a file of at most `max_bytes`, 30 seconds without a byte at most.
    #[must_use]
    pub fn up_to(max_bytes: u64) -> Self {
        Self {
            max_bytes,
            timeout_millis: 30_000,
            ..Self::default()
        }
    }
}

/// What came.
#[derive(Clone, Debug)]
pub struct Fetched {
    /// 200 to 299; 206 when the host gave only the range that was asked for.
    pub status: u16,
    /// The bytes, uncompressed.
    pub bytes: Vec<u8>,
    /// The body was read to its end (for 206: the body, not the file).
    pub complete: bool,
    /// For a part: the byte of the file that it begins with, if the host says it where a page may
    /// read it.
    pub start: Option<u64>,
    /// The size of the whole file in bytes, if the host says it where a page may read it.
    pub total: Option<u64>,
    /// `false`: `total` may count compressed bytes (another origin hides whether it does).
    pub total_exact: bool,
    /// Media type as sent.
    pub content_type: Option<String>,
    /// `Content-Encoding`, if visible.
    pub content_encoding: Option<String>,
    /// Where it came from after redirects.
    pub final_url: String,
    /// `Accept-Ranges`, if visible: `Some(false)` is `none`.
    pub accepts_range: Option<bool>,
    /// `Last-Modified`, if visible.
    pub last_modified: Option<String>,
    /// `ETag`, if visible.
    pub tag: Option<String>,
}

/// Fetches `url` (absolute, or relative to the scope) and reads its body.
/// `on_progress(read, total)` is called after every piece. Dropping the future ends the fetch.
///
/// # Errors
/// Every [`FetchError`]; any status outside 200–299 is [`FetchError::Status`].
pub async fn get_bytes(
    url: &str,
    options: &FetchOptions,
    mut on_progress: impl FnMut(u64, Option<u64>),
) -> Result<Fetched, FetchError> {
    let (response, mut fetched, mut guard) = begin(url, options).await?;
    let total = fetched.total;
    let body = read_body(
        response.body(),
        options.max_bytes,
        total,
        &mut guard,
        |read| on_progress(read, total.filter(|total| *total >= read)),
    )
    .await?;
    if !body.complete && !options.cut {
        return Err(FetchError::TooLarge {
            limit: options.max_bytes,
        });
    }
    let read = body.bytes.len() as u64;
    fetched.bytes = body.bytes;
    fetched.complete = body.complete;
    settle_total(&mut fetched, read);
    Ok(fetched)
}

/// Fetches `url` like [`get_bytes`], but keeps nothing: `take(head, piece)` gets the body piece
/// by piece, with what the answer's headers say, and ends the fetch by answering `false`.
/// At most `options.max_bytes` are given; what is beyond is left out and said.
///
/// # Errors
/// Every [`FetchError`] but `TooLarge`; what was given before stays given.
pub async fn get_pieces(
    url: &str,
    options: &FetchOptions,
    mut take: impl FnMut(&Fetched, &[u8]) -> bool,
) -> Result<Fetched, FetchError> {
    let (response, mut fetched, mut guard) = begin(url, options).await?;
    let mut buffer = Vec::new();
    let mut read = 0;
    let taken = read_pieces(response.body(), options.max_bytes, &mut guard, |piece| {
        buffer.clear();
        append(&mut buffer, piece);
        read += buffer.len() as u64;
        take(&fetched, &buffer)
    });
    fetched.complete = taken.await?;
    settle_total(&mut fetched, read);
    Ok(fetched)
}

/// Sends the request and waits for the head of the answer.
pub(crate) async fn begin(
    url: &str,
    options: &FetchOptions,
) -> Result<(Response, Fetched, Guard), FetchError> {
    let url = checked(url)?;
    let mut guard = Guard::new(options.timeout_millis, options.abort.as_ref())?;
    let mut request = prepared(Request::get(&url), &guard).cache(match options.cache {
        Cache::Normal => RequestCache::Default,
        Cache::Revalidate => RequestCache::NoCache,
        Cache::Bypass => RequestCache::NoStore,
    });
    if let Some(accept) = options.accept {
        request = request.header("Accept", accept);
    }
    if let Some(Range { start, end }) = options.range.clone() {
        // Never a suffix range: it would force a preflight.
        let last = match end {
            u64::MAX => String::new(),
            end => end.saturating_sub(1).max(start).to_string(),
        };
        request = request.header("Range", &format!("bytes={start}-{last}"));
    }
    let request = request
        .build()
        .map_err(|_thrown| FetchError::BadAddress(url.clone()))?;
    let response = request
        .send()
        .await
        .map_err(|_thrown| guard.cause_or(FetchError::Blocked))?;
    guard.alive();
    let fetched = head(&response, url)?;
    Ok((response, fetched, guard))
}

/// The absolute address, if this scope may fetch it.
pub(crate) fn checked(url: &str) -> Result<String, FetchError> {
    let url = Url::new_with_base(url, &scope::location("href"))
        .map_err(|_thrown| FetchError::BadAddress(url.to_owned()))?;
    permitted(&url).map_err(FetchError::Refused)?;
    if is_mixed_content(&url) {
        return Err(FetchError::MixedContent);
    }
    Ok(url.href())
}

/// What every request of ours says, and does not say.
pub(crate) fn prepared(request: RequestBuilder, guard: &Guard) -> RequestBuilder {
    request
        .credentials(RequestCredentials::Omit)
        .referrer_policy(ReferrerPolicy::NoReferrer)
        .redirect(RequestRedirect::Follow)
        .abort_signal(Some(&guard.signal()))
}

/// Status and headers; refuses what is no success and what a redirect led to without leave.
fn head(response: &Response, url: String) -> Result<Fetched, FetchError> {
    let final_url = Some(response.url()).filter(|url| !url.is_empty());
    if let Some(after) = final_url.as_deref().and_then(|url| Url::new(url).ok()) {
        permitted(&after).map_err(FetchError::Refused)?;
    }
    if !response.ok() {
        return Err(FetchError::Status(response.status()));
    }
    let headers = response.headers();
    let number = |name: &str| headers.get(name).and_then(|text| text.trim().parse().ok());
    let range = headers.get("Content-Range").unwrap_or_default();
    let from_range = range
        .rsplit_once('/')
        .and_then(|(_, total)| total.trim().parse::<u64>().ok());
    let start = range
        .trim_start_matches(|c: char| !c.is_ascii_digit())
        .split_once('-')
        .and_then(|(start, _)| start.trim().parse().ok());
    let content_encoding = headers.get("Content-Encoding");
    let partial = response.status() == 206;
    let total = if partial {
        from_range
    } else {
        number("Content-Length")
    };
    let visible = response.type_() == ResponseType::Basic;
    Ok(Fetched {
        status: response.status(),
        bytes: Vec::new(),
        complete: false,
        start: start.filter(|_| partial),
        // The length of a compressed body says nothing about the file.
        total: total.filter(|_| partial || content_encoding.is_none()),
        total_exact: partial || visible,
        content_type: headers.get("Content-Type"),
        content_encoding,
        final_url: final_url.unwrap_or(url),
        accepts_range: headers
            .get("Accept-Ranges")
            .map(|text| !text.trim().eq_ignore_ascii_case("none")),
        last_modified: headers.get("Last-Modified"),
        tag: headers.get("ETag"),
    })
}

/// What was read corrects what was said.
fn settle_total(fetched: &mut Fetched, read: u64) {
    if fetched.status == 206 {
        return;
    }
    if fetched.complete {
        fetched.total = Some(read);
        fetched.total_exact = true;
    } else if fetched.total.is_some_and(|total| total < read) {
        fetched.total = None;
    }
}
