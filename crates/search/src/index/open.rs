//! One source's index, opened.

use crate::build::{A_STRETCH, Builder, DOC_BITS};
use crate::records::{Records, key};
use crate::store::{
    Bytes, ColumnHead, Head, RangeColumn, Section, Store, Unread, VERSION, read_range,
};
use crate::{Facet, PartStatus, Range};
use catalog::stream::{Frame, read_root};
use catalog::{Catalog, Limits};
use scan::Phrases;
use std::cell::RefCell;
use std::collections::BTreeMap;
use std::rc::Rc;

/// Most chunks of an index.
const MOST_CHUNKS: u64 = 1 << 24;

/// A searchable source. Listings off the shelf are kept but not searched.
#[derive(Debug)]
pub struct Index {
    pub(super) head: Head,
    /// The catalog without its listings.
    pub(super) frame: Catalog,
    /// The phrases that listings are written in; none where they stand as they came.
    pub(super) phrases: Phrases,
    pub(super) records: Records,
    store: Box<dyn Store>,
    /// Chunks that a question needed and that could not be read.
    unread: RefCell<Vec<(u32, Unread)>>,
    /// The ranges that were read.
    ranges: RefCell<BTreeMap<Range, Rc<RangeColumn>>>,
    /// A number that no other index of the same reader has; 0 before it is in one.
    pub(crate) number: u64,
    /// What listings are read with.
    pub(super) reading: Frame,
    /// Listings read last.
    pub(super) read: RefCell<Vec<(u32, Rc<catalog::Listing>)>>,
}

/// Why an index cannot be opened: its head says what no writer of this version says.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OpenError {
    /// Where, and what.
    pub what: String,
}

impl Index {
    /// The index of a whole catalog in memory, read from the source named `source`, as of
    /// `today` (`YYYY-MM-DD`): there is no clock here. Listings are found by what they are when
    /// they are read again, so that nothing is found that is not shown.
    #[must_use]
    pub fn build(source: &str, catalog: Catalog, today: &str) -> Self {
        Builder::of(source, catalog, today).finish()
    }

    /// Opens an index built ahead: its head, as [`File::Head`](crate::File) has it, and where its
    /// chunks come from. `source` takes the place of the id that it was built as.
    ///
    /// # Errors
    /// The head says what no writer of this version says.
    pub fn open(source: &str, head: &[u8], store: Box<dyn Store>) -> Result<Self, OpenError> {
        let wrong = |what: &str| OpenError {
            what: what.to_owned(),
        };
        let (frame, rest) = first_part(head).ok_or_else(|| wrong("length"))?;
        let (phrases, head) = first_part(rest).ok_or_else(|| wrong("length"))?;
        let frame = read_root(frame, &Limits::default()).ok_or_else(|| wrong("catalog"))?;
        let text = std::str::from_utf8(head).map_err(|_not_text| wrong("text"))?;
        let mut head: Head = record::from_text(text).map_err(|fault| wrong(&fault.to_string()))?;
        if head.version != VERSION {
            return Err(wrong("version"));
        }
        // What is made as large as the head says is bounded by the chunks that there are.
        let most = u64::from(head.dated.count) * u64::from(A_STRETCH);
        if head.docs > head.all || u64::from(head.all) > most.min(1 << DOC_BITS) {
            return Err(wrong("docs"));
        }
        if let Some(wrong_section) = wrong_section(&head) {
            return Err(wrong(wrong_section));
        }
        if head.columns.len() != Facet::ALL.len() || head.ranges.len() != Range::ALL.len() {
            return Err(wrong("columns"));
        }
        rename(&mut head, source);
        Ok(Self {
            phrases: Phrases::read(phrases),
            ..Self::of(frame, head, store)
        })
    }

    /// Names the source otherwise; all keys change with it.
    pub fn rename(&mut self, source: &str) {
        rename(&mut self.head, source);
    }

    pub(crate) fn of(frame: Catalog, head: Head, store: Box<dyn Store>) -> Self {
        Self {
            ranges: RefCell::default(),
            number: 0,
            phrases: Phrases::default(),
            reading: Frame::of(&frame, &Limits::default()),
            records: Records::of(&frame),
            frame,
            head,
            store,
            unread: RefCell::default(),
            read: RefCell::default(),
        }
    }

    /// What stands under the seal of a head's file: the catalog's JSON and the phrases, each
    /// with its length in four bytes before it, and the rest as JSON.
    pub(crate) fn head_payload(&self, head: &Head, phrases: &Phrases) -> Vec<u8> {
        let frame = record::to_text(&self.frame);
        let mut payload = Vec::new();
        for part in [frame.as_bytes(), &phrases.write()] {
            payload.extend_from_slice(&(part.len() as u32).to_le_bytes());
            payload.extend_from_slice(part);
        }
        payload.extend_from_slice(record::to_text(head).as_bytes());
        payload
    }

    /// A chunk. One that cannot be read is noted and stands empty: what is found without it is
    /// no answer, which [`Index::take_unread`] tells.
    pub(crate) fn chunk(&self, number: u32) -> Bytes {
        self.read_chunk(number).unwrap_or_default()
    }

    /// The same; `None` for one that cannot be read.
    fn read_chunk(&self, number: u32) -> Option<Bytes> {
        match self.store.chunk(number) {
            Ok(bytes) => Some(bytes),
            Err(why) => {
                let mut unread = self.unread.borrow_mut();
                if !unread.iter().any(|(known, _)| *known == number) {
                    unread.push((number, why));
                }
                None
            }
        }
    }

    /// Whether a chunk was needed and could not be read.
    pub(crate) fn is_waiting(&self) -> bool {
        !self.unread.borrow().is_empty()
    }

    /// The chunks that were needed since this was last asked and could not be read. As long as
    /// there are any, what was found is no answer.
    #[must_use]
    pub fn take_unread(&self) -> Vec<(u32, Unread)> {
        self.unread.take()
    }

    /// The source's id.
    #[must_use]
    pub fn source(&self) -> &str {
        &self.head.source
    }

    /// The day it was built for.
    pub(crate) fn today(&self) -> &str {
        &self.head.today
    }

    /// The catalog it was built from, without its listings.
    #[must_use]
    pub const fn frame(&self) -> &Catalog {
        &self.frame
    }

    /// Whether all of the source is in it.
    pub(crate) const fn status(&self) -> PartStatus {
        match self.head.partial {
            true => PartStatus::Partial,
            false => PartStatus::Complete,
        }
    }

    /// Listings that are searched.
    #[must_use]
    pub fn searched(&self) -> u64 {
        u64::from(self.head.docs)
    }

    /// Listings that are drafted, delisted, removed or over: not searched, open by their key.
    #[must_use]
    pub fn off_shelf(&self) -> u64 {
        u64::from(self.head.all.saturating_sub(self.head.docs))
    }

    pub(crate) const fn head(&self) -> &Head {
        &self.head
    }

    pub(crate) const fn records(&self) -> &Records {
        &self.records
    }

    /// How many listings are searched, as a size.
    pub(crate) const fn size(&self) -> usize {
        self.head.docs as usize
    }

    /// The column of a facet.
    pub(crate) fn facet(&self, facet: Facet) -> Option<&ColumnHead> {
        self.head.columns.get(facet as usize)
    }

    /// The number of the table of names of a facet.
    pub(crate) const fn table(&self, facet: Facet) -> u64 {
        self.number << 8 | (facet as u64 + 1)
    }

    /// A range; `None` as long as its values are elsewhere.
    pub(crate) fn range(&self, range: Range) -> Option<Rc<RangeColumn>> {
        if let Some(known) = self.ranges.borrow().get(&range) {
            return Some(Rc::clone(known));
        }
        let head = self.head.ranges.get(range as usize)?;
        let bytes = self.read_chunk(head.values)?;
        let column = ColumnHead {
            width: head.width,
            chunk: head.chunk,
            ..ColumnHead::default()
        };
        let read = Rc::new(read_range(&bytes, column));
        self.ranges.borrow_mut().insert(range, Rc::clone(&read));
        Some(read)
    }

    /// Bytes of all chunks but those of the listings themselves, as they lie in memory.
    #[must_use]
    pub fn index_bytes(&self) -> u64 {
        let listings = self.head.listings;
        let mut sum = 0;
        let mut number = 0;
        while let Ok(chunk) = self.store.chunk(number) {
            if number.wrapping_sub(listings.first) >= listings.count {
                sum += chunk.len() as u64;
            }
            number += 1;
        }
        sum
    }
}

/// The bytes whose length comes before them in four, and those behind.
fn first_part(bytes: &[u8]) -> Option<(&[u8], &[u8])> {
    let (length, rest) = bytes.split_first_chunk()?;
    rest.split_at_checked(u32::from_le_bytes(*length) as usize)
}

/// A section that claims more chunks than there can be.
fn wrong_section(head: &Head) -> Option<&'static str> {
    let stretches = u64::from(head.all).div_ceil(u64::from(A_STRETCH));
    let listings = u64::from(head.all).div_ceil(u64::from(head.docs_a_chunk.max(1)));
    let sections = [
        ("priced", head.priced, stretches),
        ("dated", head.dated, stretches),
        ("terms", head.terms, head.first_terms.len() as u64),
        ("ids", head.ids, head.first_ids.len() as u64),
        ("listings", head.listings, listings),
        ("lists", head.lists, MOST_CHUNKS),
        ("positions", head.positions, MOST_CHUNKS),
    ];
    let is_wrong = |(_, section, most): &(&str, Section, u64)| {
        u64::from(section.count) > *most || u64::from(section.first) > MOST_CHUNKS
    };
    sections
        .iter()
        .find(|section| is_wrong(section))
        .map(|(name, ..)| *name)
}

/// Gives every key in the head the source's id.
fn rename(head: &mut Head, source: &str) {
    let old = format!(
        "{}~",
        std::mem::replace(&mut head.source, source.to_owned())
    );
    let rename = |key_text: &mut String| {
        if let Some(id) = key_text.strip_prefix(old.as_str()) {
            *key_text = key(source, id);
        }
    };
    let of_keys = Facet::ALL.iter().zip(&mut head.columns);
    for (_, column) in of_keys.filter(|(facet, _)| facet.has_keys()) {
        for value in &mut column.values {
            rename(&mut value.value);
            value.parent.iter_mut().for_each(rename);
        }
    }
}
