//! The network as it is seen from here; the browser's is in the programs.

use crate::Wait;
use std::ops::Range;
use wire::search::Failure;

/// Asks hosts.
pub trait Http {
    /// Asks for a file, or for a part of it; `end == u64::MAX` is "to its end". The status is
    /// 200 to 299: anything else is a failure.
    fn get(&self, url: &str, range: Option<Range<u64>>) -> Wait<'static, Result<Answer, Failure>>;

    /// Asks how large a file is, without the file; `None` where the host does not say.
    fn size(&self, url: &str) -> Wait<'static, Option<u64>>;
}

/// What a host answers.
pub struct Answer {
    /// 206 where the host gives only the part that was asked for.
    pub status: u16,
    /// Of a part, which byte of the file it says it begins with, where a page may read that.
    pub start: Option<u64>,
    /// When the file was last changed, in the host's words.
    pub changed: Option<String>,
    /// The mark of the file's bytes (`ETag`), where a page may read it.
    pub tag: Option<String>,
    /// Bytes of the whole file as far as the headers that a page may read say so.
    pub total: Option<u64>,
    /// `false`: the total may count compressed bytes.
    pub total_exact: bool,
    /// The bytes were compressed on the way: of a part nothing can be made then.
    pub encoded: bool,
    /// Media type as sent.
    pub content_type: Option<String>,
    /// Where it came from after redirects.
    pub final_url: String,
    /// The bytes.
    pub body: Box<dyn Body>,
}

/// The bytes of an answer. Dropping it tells the host to stop.
pub trait Body {
    /// The next bytes, at most so many; `None` at the end.
    fn next(&mut self, most: usize) -> Wait<'_, Result<Option<Vec<u8>>, Failure>>;
}
