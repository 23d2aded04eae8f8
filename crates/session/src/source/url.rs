//! A file on a host. Its beginning comes by a range if the host has ranges, else by a stream
//! that waits until somebody wants more of it. Never a suffix range, which forces a preflight.

use super::{Answer, Body, Http, PIECE, Pieces, Size, Source};
use crate::{Wait, failed::failure};
use std::{
    cell::{Cell, RefCell},
    ops::Range,
    rc::Rc,
};
use wire::{preview::HEAD_BYTES, search::Failure};

/// A host that answers a range with the whole file is read forward at most so far.
const MOST_SKIPPED: u64 = 8_000_000;

/// A file on a host.
pub struct Url {
    http: Rc<dyn Http>,
    url: String,
    size: Cell<Size>,
    /// Nobody who could be asked for the size is left.
    asked: Cell<bool>,
    ranges: Cell<bool>,
    /// What the first answer said, to know the others by.
    first: Said,
    /// The answer that is under way, and where in the file its next byte stands.
    waiting: RefCell<Option<(u64, Open)>>,
}

/// What the head of the first answer says.
#[derive(Clone, Debug, Default)]
pub struct Head {
    /// Media type as sent.
    pub content_type: Option<String>,
    /// Where it came from after redirects.
    pub final_url: String,
}

/// What an answer says of the file, whichever part of it comes.
struct Said {
    is_page: bool,
    changed: Option<String>,
    status: u16,
    tag: Option<String>,
}

impl Said {
    fn of(answer: &Answer) -> Self {
        let media_type = answer.content_type.as_deref().unwrap_or_default();
        Self {
            is_page: media_type.trim_start().starts_with("text/html"),
            changed: answer.changed.clone(),
            status: answer.status,
            tag: answer.tag.clone(),
        }
    }

    /// Whether the marks of two answers are of other bytes. A whole file that comes compressed has
    /// another mark than its parts, which do not, so that only parts are held against parts and
    /// wholes against wholes. `W/` in front says that bytes may differ where the content does not,
    /// and some put it there on the way: it counts for nothing, since another mark behind it is of
    /// another content.
    fn is_other(&self, before: &Self) -> bool {
        let mark = |said: &Self| {
            let tag = said.tag.as_deref()?.trim();
            Some(tag.strip_prefix("W/").unwrap_or(tag).to_owned())
        };
        let marks = mark(self).zip(mark(before));
        self.status == before.status && marks.is_some_and(|(now, before)| now != before)
    }
}

/// An answer under way.
struct Open {
    body: Box<dyn Body>,
    /// Bytes that were asked for; `None` is all to the end.
    asked: Option<u64>,
    came: u64,
}

impl Url {
    /// Asks for the first bytes. `hint` is what the catalog says of the size.
    ///
    /// # Errors
    /// What became of the request.
    pub async fn open(
        http: Rc<dyn Http>,
        url: &str,
        hint: Option<u64>,
    ) -> Result<(Rc<Self>, Head), Failure> {
        // A small file is one request anyway; a range would only risk a preflight.
        let wants_range = hint.is_none_or(|size| size > HEAD_BYTES);
        let first = match wants_range {
            true => http.get(url, Some(0..HEAD_BYTES)).await.map(Some),
            false => Ok(None),
        };
        let answer = match first {
            Ok(Some(answer)) if answer.status != 206 || !answer.encoded => answer,
            // A compressed part of a file cannot be opened.
            Ok(_) => http.get(url, None).await?,
            // 416 is what some say of an empty file; blocked may mean that the host does not
            // allow the `Range` header.
            Err(error) if error.data == "416" || error.code == "blocked" => {
                http.get(url, None).await?
            }
            Err(error) => return Err(error),
        };
        let first = Said::of(&answer);
        if answer.start.is_some_and(|start| start > 0) {
            return Err(failure("changed", ""));
        }
        let Answer {
            status,
            total,
            total_exact,
            content_type,
            final_url,
            body,
            ..
        } = answer;
        let ranges = status == 206;
        let bytes = total.or(hint);
        let exact = total.is_some() && total_exact;
        let open = Open {
            body,
            asked: ranges.then_some(HEAD_BYTES),
            came: 0,
        };
        let source = Self {
            http,
            url: url.to_owned(),
            size: Cell::new(Size { bytes, exact }),
            asked: Cell::new(total.is_some()),
            ranges: Cell::new(ranges),
            first,
            waiting: RefCell::new(Some((0, open))),
        };
        let head = Head {
            content_type,
            final_url,
        };
        Ok((Rc::new(source), head))
    }

    /// Asks for what follows a place.
    async fn from(&self, at: u64) -> Result<Open, Failure> {
        let waiting = self.waiting.take().filter(|(place, _)| *place == at);
        if let Some((_, open)) = waiting {
            return Ok(open);
        }
        let range = (at > 0).then_some(at..u64::MAX);
        let answer = match self.http.get(&self.url, range).await {
            Err(error) if error.data == "416" => return Ok(Open::nothing()),
            answer => answer?,
        };
        self.check(&answer, at)?;
        let mut open = Open {
            body: answer.body,
            asked: None,
            came: 0,
        };
        if answer.status == 206 && answer.encoded {
            return Err(failure("no-ranges", ""));
        }
        if answer.status != 206 {
            // The whole file comes: what is known already is passed over.
            self.ranges.set(false);
            if open.skip(at).await? {
                return Err(failure("changed", ""));
            }
        }
        Ok(open)
    }

    /// Whether a later answer is of the same file as the first, and of the part that was asked
    /// for, as far as it says so.
    fn check(&self, answer: &Answer, at: u64) -> Result<(), Failure> {
        let said = Said::of(answer);
        if said.is_page && !self.first.is_page {
            return Err(failure("login-page", ""));
        }
        let size = self.size.get();
        let is_part = answer.status == 206;
        let total = answer.total.filter(|_| is_part || answer.total_exact);
        let is_other = (is_part && answer.start.is_some_and(|start| start != at))
            || (size.exact && total.is_some() && total != size.bytes);
        let is_other = is_other || said.is_other(&self.first);
        let changed = said.changed.zip(self.first.changed.as_ref());
        if is_other || changed.is_some_and(|(now, before)| now != *before) {
            return Err(failure("changed", ""));
        }
        Ok(())
    }

    /// Whether somebody said that the file goes on behind this place.
    fn goes_on(&self, at: u64) -> bool {
        self.size.get().bytes.is_some_and(|bytes| bytes > at)
    }

    /// Whether the file has this byte for certain, as far as was known before.
    fn has(&self, at: u64) -> bool {
        self.size.get().exact && self.goes_on(at)
    }

    /// The end was seen.
    fn settle(&self, end: u64) {
        self.size.set(Size::exactly(end));
    }
}

impl Open {
    fn nothing() -> Self {
        Self {
            body: Box::new(Nothing),
            asked: None,
            came: 0,
        }
    }

    /// Passes bytes over; whether it ended before.
    async fn skip(&mut self, mut bytes: u64) -> Result<bool, Failure> {
        while bytes > 0 {
            let most = usize::try_from(bytes).unwrap_or(PIECE).min(PIECE);
            match self.body.next(most).await? {
                Some(piece) => bytes = bytes.saturating_sub(piece.len() as u64),
                None => return Ok(true),
            }
        }
        Ok(false)
    }
}

impl Open {
    /// Appends at most so many bytes; how many came.
    async fn take(&mut self, most: u64, bytes: &mut Vec<u8>) -> Result<u64, Failure> {
        let mut came = 0;
        while came < most {
            let room = usize::try_from(most - came).unwrap_or(usize::MAX);
            let Some(piece) = self.body.next(room).await? else {
                break;
            };
            came += piece.len() as u64;
            bytes.extend_from_slice(&piece);
        }
        Ok(came)
    }
}

struct Nothing;

impl Body for Nothing {
    fn next(&mut self, _: usize) -> Wait<'_, Result<Option<Vec<u8>>, Failure>> {
        Box::pin(async { Ok(None) })
    }
}

impl Source for Url {
    fn size(&self) -> Size {
        self.size.get()
    }

    fn again(&self) -> u64 {
        if self.ranges.get() { u64::MAX } else { 0 }
    }

    fn measure(self: Rc<Self>) -> Wait<'static, Size> {
        Box::pin(async move {
            let is_open = |source: &Self| !source.size.get().exact;
            if is_open(&self)
                && !self.asked.replace(true)
                && let Some(bytes) = self.http.size(&self.url).await
                && is_open(&self)
            {
                let bytes = Some(bytes);
                self.size.set(Size {
                    bytes,
                    exact: false,
                });
            }
            self.size.get()
        })
    }

    fn read(self: Rc<Self>, range: Range<u64>) -> Wait<'static, Result<Vec<u8>, Failure>> {
        Box::pin(async move {
            let mut bytes: Vec<u8> = Vec::new();
            loop {
                let start = range.start + bytes.len() as u64;
                if start >= range.end {
                    return Ok(bytes);
                }
                let answer = match self.http.get(&self.url, Some(start..range.end)).await {
                    Err(error) if error.data == "416" && !self.has(start) => return Ok(bytes),
                    Err(error) if error.data == "416" => return Err(failure("changed", "")),
                    answer => answer?,
                };
                self.check(&answer, start)?;
                let partial = answer.status == 206;
                if (partial && answer.encoded) || (!partial && start > MOST_SKIPPED) {
                    return Err(failure("no-ranges", ""));
                }
                let mut open = Open {
                    body: answer.body,
                    asked: None,
                    came: 0,
                };
                if !partial && open.skip(start).await? {
                    return Err(failure("changed", ""));
                }
                let more = open.take(range.end - start, &mut bytes).await?;
                // Some hosts give no part as long as was asked for: the next one follows it.
                let at = range.start + bytes.len() as u64;
                if more == 0 || !partial || !self.goes_on(at) {
                    return Ok(bytes);
                }
            }
        })
    }

    fn stream(self: Rc<Self>, from: u64) -> Box<dyn Pieces> {
        Box::new(UrlPieces {
            source: self,
            at: from,
            open: None,
        })
    }
}

struct UrlPieces {
    source: Rc<Url>,
    at: u64,
    open: Option<Open>,
}

impl UrlPieces {
    async fn piece(&mut self) -> Result<Option<Vec<u8>>, Failure> {
        loop {
            let open = match &mut self.open {
                Some(open) => open,
                None => {
                    let size = self.source.size.get();
                    if size.exact && size.bytes == Some(self.at) {
                        return Ok(None);
                    }
                    let open = self.source.from(self.at).await?;
                    self.open.insert(open)
                }
            };
            // The beginning is as long without ranges as with them.
            let left = HEAD_BYTES.saturating_sub(self.at);
            let most = match usize::try_from(left) {
                Ok(left @ 1..) => left.min(PIECE),
                _ => PIECE,
            };
            match open.body.next(most).await {
                Ok(Some(piece)) => {
                    open.came += piece.len() as u64;
                    self.at += piece.len() as u64;
                    return Ok(Some(piece));
                }
                // All of a part came, so that more may follow. A shorter part ends with the file,
                // unless somebody said that it goes on: then whoever sent it is asked for more.
                Ok(None) if open.asked.is_some_and(|asked| open.came >= asked) => self.open = None,
                Ok(None) if self.source.goes_on(self.at) && self.source.ranges.get() => {
                    let is_end = open.came == 0;
                    self.open = None;
                    if is_end && !self.source.size.get().exact {
                        self.source.settle(self.at);
                        return Ok(None);
                    }
                    if is_end {
                        return Err(failure("short", self.at));
                    }
                }
                Ok(None) if self.source.goes_on(self.at) && self.source.size.get().exact => {
                    self.open = None;
                    return Err(failure("short", self.at));
                }
                Ok(None) => {
                    self.source.settle(self.at);
                    return Ok(None);
                }
                Err(error) => {
                    self.open = None;
                    return Err(error);
                }
            }
        }
    }
}

impl Pieces for UrlPieces {
    fn next(&mut self) -> Wait<'_, Result<Option<Vec<u8>>, Failure>> {
        Box::pin(self.piece())
    }

    fn at(&self) -> u64 {
        self.at
    }
}
