//! Opening pages and dictionaries: headers, bounds, and the bytes that are lacking.

use super::dictionary::{Dictionary, More};
use super::page::{Page, unpacked};
use super::reader::Reader;
use crate::fault::{Fault, Stop};
use crate::metadata::{Codec, PageHeader, PageKind};

/// Bytes asked for where a header is expected: headers are some tens of bytes, or some hundreds
/// where writers put statistics into them.
const HEADER: u64 = 1 << 10;

/// A header longer than this is none.
const LONGEST_HEADER: u64 = 1 << 20;

/// What is asked for at least where the first guess was too short: less would not come sooner.
/// Pages up to this are asked for as a whole.
const SMALL: u64 = 64 << 10;

impl Reader<'_> {
    /// What is lacking of the open page, or that it is damaged.
    pub(super) fn short(&self) -> Stop {
        let Some(page) = &self.page else {
            return Stop::Fault(Fault::Truncated);
        };
        if page.limited {
            return Stop::Further;
        }
        if !page.partial {
            return Stop::Fault(Fault::Truncated);
        }
        let here = self.have.prefix(&(page.start..page.end)).len() as u64;
        Stop::Need(page.start..more(page.start, page.end, here))
    }

    /// Opens the next page that has entries. Gives `false` behind the last one.
    pub(super) fn open_page(&mut self) -> Result<bool, Stop> {
        loop {
            match &self.page {
                Some(page) if page.left > 0 => return Ok(true),
                Some(page) => self.at = page.end,
                None => {}
            }
            self.page = None;
            let Some((header, _)) = self.peek()? else {
                return Ok(false);
            };
            let body = self.at.saturating_add(header.length as u64);
            let next = body.saturating_add(header.packed);
            let bytes = self.have.prefix(&(body..next));
            let partial = (bytes.len() as u64) < header.packed;
            let (codec, reach) = (self.chunk.codec, self.reach());
            let mut opened = Page::open(&header, bytes, partial, reach, codec, self.leaf);
            let all = opened.as_ref().is_ok_and(|page| page.values.needs_all());
            if all && reach.is_some() {
                opened = Page::open(&header, bytes, partial, None, codec, self.leaf);
            }
            if partial && all {
                opened = Err(Stop::Short);
            }
            match opened {
                Ok(mut page) => {
                    (page.start, page.end) = (self.at, next);
                    self.page = Some(page);
                }
                Err(Stop::Short) if reach.is_some() => return Err(Stop::Further),
                Err(Stop::Short) if partial => {
                    let here = bytes.len() as u64;
                    return Err(Stop::Need(body..more(body, next, here)));
                }
                Err(Stop::Short) => return Err(Stop::Fault(Fault::Truncated)),
                Err(other) => return Err(other),
            }
        }
    }

    /// The header of the next data page, at which it is then, and whether it lies behind others.
    /// A dictionary that comes first is taken in on the way.
    pub(super) fn peek(&mut self) -> Result<Option<(PageHeader, bool)>, Stop> {
        let mut passed = false;
        loop {
            if self.at >= self.end {
                return Ok(None);
            }
            let header = self.header(self.at)?;
            match header.kind {
                PageKind::DataV1 { .. } | PageKind::DataV2 { .. } => {
                    return Ok(Some((header, passed)));
                }
                PageKind::Dictionary => self.take_dictionary(self.at, &header)?,
                PageKind::Other => {}
            }
            let length = header.length as u64 + header.packed;
            self.at = self.at.saturating_add(length);
            passed = true;
        }
    }

    /// Reads a header and holds its sizes against the limits and the chunk.
    fn header(&self, at: u64) -> Result<PageHeader, Stop> {
        let bytes = self.have.after(at);
        let header = match PageHeader::read(bytes) {
            Ok(header) => header,
            Err(Stop::Short) => {
                let here = bytes.len() as u64;
                let most = self.end.saturating_add(self.chunk.over);
                if here >= LONGEST_HEADER || at.saturating_add(here) >= most {
                    return Err(Stop::Fault(Fault::Truncated));
                }
                let end = if here == 0 {
                    at.saturating_add(self.first_guess())
                } else {
                    at.saturating_add((here * 2).max(HEADER))
                };
                let end = end.min(self.end.max(at.saturating_add(here + 1)));
                return Err(Stop::Need(at..end));
            }
            Err(other) => return Err(other),
        };
        let limits = self.limits;
        let end = at.saturating_add(header.length as u64 + header.packed);
        if end > self.end.saturating_add(self.chunk.over) {
            return Err(Stop::Fault(Fault::Broken(
                "page header: it reaches over its column",
            )));
        }
        for (what, size, most) in [
            ("unpacked page", header.unpacked, limits.page_bytes),
            ("packed page", header.packed, limits.page_bytes),
            ("entries of a page", header.entries, limits.page_entries),
        ] {
            if size > most {
                return Err(Stop::Fault(Fault::TooLarge { what, size, most }));
            }
        }
        Ok(header)
    }

    /// The dictionary, if values are entries of one and it was not on the way.
    pub(super) fn open_dictionary(&mut self) -> Result<(), Stop> {
        if self.dictionary.is_some() {
            return Ok(());
        }
        let range = self.chunk.range();
        let header = self.header(range.start)?;
        if header.kind == PageKind::Dictionary {
            self.take_dictionary(range.start, &header)?;
        }
        Ok(())
    }

    fn take_dictionary(&mut self, at: u64, header: &PageHeader) -> Result<(), Stop> {
        if self.dictionary.is_some() {
            return Ok(());
        }
        let body = at.saturating_add(header.length as u64);
        let end = body.saturating_add(header.packed);
        let bytes = self.have.prefix(&(body..end));
        let here = bytes.len() as u64;
        let whole = here == header.packed;
        let lacking = (!whole).then(|| at..more(at, end, here));
        let size = usize::try_from(header.unpacked).unwrap_or(usize::MAX);
        if !whole && here == 0 {
            return Err(Stop::Need(at..more(at, end, here)));
        }
        // The first rows use the first words.
        let reach = self
            .reach()
            .filter(|reach| *reach < size && header.entries > 64);
        let limited = reach.is_some() && self.chunk.codec != Codec::Plain;
        let reach = reach.or((!whole).then_some(size));
        let bytes = unpacked(self.chunk.codec, bytes, size, reach)?;
        let more = match lacking {
            _ if limited => More::Further,
            Some(range) => More::Lacking(range),
            None => More::Nothing,
        };
        let most = self.limits.page_bytes;
        let physical = self.leaf.physical;
        let read = Dictionary::read(&bytes, header.entries, physical, more, most)?;
        self.dictionary = Some(read);
        Ok(())
    }

    /// How many bytes of a page need to be unpacked for the rows that are wanted: twice their
    /// share, and room for levels. `None` where all of it should be.
    fn reach(&self) -> Option<usize> {
        if !self.heads {
            return None;
        }
        let share = u128::from(self.chunk.unpacked) * u128::from(self.rows_wanted);
        let share = share / u128::from(self.rows.max(1));
        let levels = self.chunk.entries.min(1 << 20) / 4;
        let levels = if self.leaf.max_def > 0 { levels } else { 0 };
        usize::try_from(share * 2 + u128::from(levels) + (4 << 10)).ok()
    }

    /// Bytes of a page that are asked for before its header is known.
    fn first_guess(&self) -> u64 {
        self.chunk.head(self.rows_wanted, self.rows)
    }
}

/// Where the next request for something ends of which `here` bytes are here: twice as much, or
/// all of it.
fn more(start: u64, end: u64, here: u64) -> u64 {
    let next = start.saturating_add((here * 2).max(SMALL));
    if end.saturating_sub(next) < SMALL {
        end
    } else {
        next
    }
}

impl crate::metadata::Chunk {
    /// How many bytes of a chunk's pages the first `wanted` of its `rows` take: a guess from
    /// sizes, with room for a header and for levels, which stand in front of all values. Zstd
    /// unpacks only blocks of 128 KiB, brotli and gzip begin with tables.
    pub(crate) fn head(&self, wanted: u64, rows: u64) -> u64 {
        let rows = rows.max(1);
        let wanted = wanted.min(rows);
        let share = |bytes: u64| (u128::from(bytes) * u128::from(wanted) / u128::from(rows)) as u64;
        // Writers end a page after a megabyte, many of them after 20,000 rows.
        let page = u128::from(self.entries) * (1 << 20) / u128::from(self.unpacked.max(1));
        let page = self.entries.min(page as u64);
        let levels = match self.nulls {
            Some(0) => 64,
            // Two bytes for each run of blanks and of values; twice a bit for each entry, at most.
            Some(nulls) => (page / 4).min(nulls.saturating_mul(4)) + 64,
            None => (page / 8).min(4 << 10),
        };
        let least = match self.codec {
            Codec::Zstd => {
                let packed = self.packed.saturating_mul(128 << 10);
                // Twice that, since beginnings pack worse: nothing was there before.
                let block = packed / self.unpacked.max(1);
                block.saturating_mul(2).min(132 << 10) + (4 << 10)
            }
            // What does not pack is one piece, with a byte in front for every 255 of it.
            Codec::Lz4 | Codec::Lz4Raw => 8 << 10,
            Codec::Brotli | Codec::Gzip => 8 << 10,
            _ => 2 << 10,
        };
        let guess = HEADER + levels + share(self.packed).saturating_mul(2).max(least);
        guess.min(self.packed.max(1))
    }
}
