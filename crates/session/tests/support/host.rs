//! Hosts in memory, with the manners that hosts have.

use session::{
    Wait, failure,
    source::{Answer, Body, Http},
};
use std::{
    cell::{Cell, RefCell},
    collections::BTreeMap,
    future::{pending, poll_fn},
    ops::Range,
    rc::Rc,
    task::Poll,
};
use wire::search::Failure;

/// What a host is like.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Manner {
    /// It gives parts of files.
    pub(crate) ranges: bool,
    /// It says the size of the whole file with a part.
    pub(crate) exposes: bool,
    /// What it answers to `HEAD`.
    pub(crate) size: Option<u64>,
    /// It answers that after so many turns.
    pub(crate) size_after: u32,
    /// It compresses parts too.
    pub(crate) encodes: bool,
    /// It sends nothing behind this byte.
    pub(crate) stalls_at: Option<u64>,
    /// There it says nothing at all, where others give up after a while.
    pub(crate) hangs: bool,
    /// It refuses requests with a `Range` header.
    pub(crate) blocks_ranges: bool,
    /// How it answers what is asked behind the beginning.
    pub(crate) later: Later,
}

/// What becomes of requests for what stands further in a file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Later {
    /// The part that was asked for.
    Right,
    /// No part is longer than this.
    Capped(u64),
    /// The file stops here, whatever was said.
    Stops(u64),
    /// A web page, with a success.
    Page,
    /// Another part than was asked for, and says so.
    Elsewhere,
    /// The file was put there anew.
    Changed,
    /// The mark that the host puts on the file is this one.
    Marked(&'static str),
    /// Another file of so many bytes is there, of which nothing else is said.
    Shorter(u64),
    /// It is gone.
    Gone,
}

impl Default for Manner {
    fn default() -> Self {
        Self {
            ranges: true,
            exposes: false,
            size: None,
            size_after: 0,
            encodes: false,
            stalls_at: None,
            hangs: false,
            blocks_ranges: false,
            later: Later::Right,
        }
    }
}

/// The bytes of a file, and how its host is.
type File = (Rc<Vec<u8>>, Manner);

/// Files by their address.
#[derive(Default)]
pub(crate) struct Host {
    pub(crate) files: RefCell<BTreeMap<String, File>>,
    /// Each request as it was made.
    pub(crate) asked: RefCell<Vec<String>>,
    /// Bytes that were sent.
    pub(crate) sent: Rc<Cell<u64>>,
}

impl Host {
    pub(crate) fn put(&self, url: &str, bytes: impl Into<Vec<u8>>, manner: Manner) {
        let file = (Rc::new(bytes.into()), manner);
        self.files.borrow_mut().insert(url.to_owned(), file);
    }
}

impl Http for Host {
    fn get(&self, url: &str, range: Option<Range<u64>>) -> Wait<'static, Result<Answer, Failure>> {
        let asked = match &range {
            Some(range) if range.end == u64::MAX => format!("GET {url} {}-", range.start),
            Some(range) => format!("GET {url} {}-{}", range.start, range.end - 1),
            None => format!("GET {url}"),
        };
        self.asked.borrow_mut().push(asked);
        let found = self.files.borrow().get(url).cloned();
        let sent = Rc::clone(&self.sent);
        let url = url.to_owned();
        Box::pin(async move {
            let Some((bytes, manner)) = found else {
                return Err(failure("status", 404));
            };
            if range.is_some() && manner.blocks_ranges {
                return Err(failure("blocked", ""));
            }
            let is_later = range.as_ref().is_some_and(|range| range.start > 0);
            let total = match manner.later {
                Later::Shorter(bytes) if is_later => bytes,
                _ => bytes.len() as u64,
            };
            let range = range.filter(|_| manner.ranges);
            let is_part = range.is_some();
            let (mut start, mut end) =
                range.map_or((0, total), |range| (range.start, range.end.min(total)));
            let later = Some(manner.later).filter(|_| start > 0);
            if is_part && start >= total {
                return Err(failure("status", 416));
            }
            match later {
                Some(Later::Gone) => return Err(failure("status", 404)),
                Some(Later::Elsewhere) => start = 0,
                Some(Later::Capped(most)) => end = end.min(start + most),
                Some(Later::Stops(at)) => end = end.min(at.max(start)),
                Some(Later::Page) => {
                    let page = b"<!doctype html><p>Please log in".to_vec();
                    return Ok(Answer {
                        status: 200,
                        start: None,
                        changed: None,
                        tag: None,
                        total: Some(page.len() as u64),
                        total_exact: true,
                        encoded: false,
                        content_type: Some("text/html; charset=utf-8".to_owned()),
                        final_url: url,
                        body: Box::new(Sending {
                            end: page.len() as u64,
                            bytes: Rc::new(page),
                            at: 0,
                            stalls_at: None,
                            hangs: false,
                            sent,
                        }),
                    });
                }
                Some(Later::Right | Later::Changed | Later::Marked(_) | Later::Shorter(_))
                | None => {}
            }
            let day = if later == Some(Later::Changed) {
                "2"
            } else {
                "1"
            };
            Ok(Answer {
                status: if is_part { 206 } else { 200 },
                start: (manner.exposes && is_part).then_some(start),
                changed: Some(format!("Tue, {day} Nov 2026 00:00:00 GMT")),
                tag: manner.exposes.then(|| match later {
                    Some(Later::Marked(tag)) => tag.to_owned(),
                    _ => "\"one\"".to_owned(),
                }),
                total: (manner.exposes || (!is_part && !is_later)).then_some(total),
                total_exact: true,
                encoded: manner.encodes && is_part,
                content_type: None,
                final_url: url,
                body: Box::new(Sending {
                    bytes,
                    at: start,
                    end,
                    stalls_at: manner.stalls_at,
                    hangs: manner.hangs,
                    sent,
                }),
            })
        })
    }

    fn size(&self, url: &str) -> Wait<'static, Option<u64>> {
        self.asked.borrow_mut().push(format!("HEAD {url}"));
        let found = self.files.borrow().get(url).map(|(_, manner)| *manner);
        let mut turns = found.map_or(0, |manner| manner.size_after);
        Box::pin(poll_fn(move |_| match turns.checked_sub(1) {
            Some(left) => {
                turns = left;
                Poll::Pending
            }
            None => Poll::Ready(found.and_then(|manner| manner.size)),
        }))
    }
}

struct Sending {
    bytes: Rc<Vec<u8>>,
    at: u64,
    end: u64,
    stalls_at: Option<u64>,
    hangs: bool,
    sent: Rc<Cell<u64>>,
}

impl Body for Sending {
    fn next(&mut self, most: usize) -> Wait<'_, Result<Option<Vec<u8>>, Failure>> {
        Box::pin(async move {
            if self.stalls_at.is_some_and(|at| self.at >= at) {
                if self.hangs {
                    pending().await
                }
                return Err(failure("timeout", ""));
            }
            let end = self.end.min(self.at + most.min(16_384) as u64);
            let piece = self.bytes[self.at as usize..end as usize].to_vec();
            self.at = end;
            self.sent.set(self.sent.get() + piece.len() as u64);
            Ok((!piece.is_empty()).then_some(piece))
        })
    }
}
