//! Goes through a column chunk page by page and gives its entries, or says which bytes of the
//! file it needs for that.

use super::dictionary::{Dictionary, empty};
use super::page::Page;
use crate::fault::{Fault, Stop};
use crate::limits::Limits;
use crate::metadata::{Chunk, Leaf, PageKind, PageSpot};
use crate::pieces::Pieces;
use crate::values::Values;

/// Entries that were read: what a row has, or why it has nothing. Values stand close together
/// for a repeated column; for others each row has a place.
#[derive(Debug)]
pub(crate) struct Entries {
    /// Repetition levels; empty for a column that is not repeated.
    pub(crate) rep: Vec<u8>,
    /// Definition levels; empty where every entry is a value.
    pub(crate) def: Vec<u8>,
    pub(crate) values: Values,
}

/// A place in a column chunk.
pub(crate) struct Reader<'a> {
    pub(crate) leaf: &'a Leaf,
    pub(super) chunk: &'a Chunk,
    pub(super) have: &'a Pieces<'a>,
    pub(super) limits: &'a Limits,
    /// Where the next page's header begins in the file.
    pub(super) at: u64,
    /// Behind the last page.
    pub(super) end: u64,
    pub(super) dictionary: Option<Dictionary>,
    pub(super) page: Option<Page<'a>>,
    /// Rows that the caller is after, from the next page on: how much of a page to ask for.
    pub(crate) rows_wanted: u64,
    /// Rows of the row group.
    pub(super) rows: u64,
    /// Whether pages are unpacked only so far as the wanted rows seem to need.
    pub(crate) heads: bool,
}

impl Entries {
    /// Bytes of memory.
    pub(crate) fn size(&self) -> u64 {
        self.values.size() + (self.rep.len() + self.def.len()) as u64
    }
}

impl<'a> Reader<'a> {
    /// Begins at the first page.
    pub(crate) fn new(
        leaf: &'a Leaf,
        chunk: &'a Chunk,
        rows: u64,
        have: &'a Pieces<'a>,
        limits: &'a Limits,
    ) -> Result<Self, Fault> {
        chunk.check()?;
        let range = chunk.range();
        Ok(Self {
            leaf,
            chunk,
            have,
            limits,
            at: range.start,
            end: range.end,
            dictionary: None,
            page: None,
            rows_wanted: rows,
            rows,
            heads: false,
        })
    }

    /// The pages by the page index.
    pub(crate) fn index(&self, have: &Pieces<'_>) -> Vec<PageSpot> {
        self.chunk.pages(have)
    }

    /// Begins at another page, where the page index says that it is.
    pub(crate) fn jump(&mut self, spot: &PageSpot) {
        self.at = spot.start;
    }

    /// Where it is in the file.
    pub(crate) fn byte(&self) -> u64 {
        self.page.as_ref().map_or(self.at, |page| page.start)
    }

    /// Bytes of memory that it holds: the unpacked page and the dictionary.
    pub(crate) fn held(&self) -> u64 {
        let page = self.page.as_ref().map_or(0, Page::held);
        page + self.dictionary.as_ref().map_or(0, Dictionary::size)
    }

    /// Passes over rows. Pages that are passed over as a whole are not unpacked.
    pub(crate) fn skip(&mut self, mut rows: u64) -> Result<(), Stop> {
        const STEP: u64 = 1 << 16;
        self.rows_wanted = self.rows_wanted.saturating_add(rows);
        while rows > 0 {
            if self.page.is_none() {
                let Some((header, _)) = self.peek()? else {
                    return Ok(());
                };
                let held = match header.kind {
                    PageKind::DataV2 { rows, .. } => rows,
                    PageKind::DataV1 { .. } if self.leaf.max_rep == 0 => header.entries,
                    _ => 0,
                };
                if (1..=rows).contains(&held) {
                    self.at = self.at.saturating_add(header.length as u64 + header.packed);
                    rows -= held;
                    continue;
                }
            }
            let left = self.page.as_ref().map_or(STEP, |page| page.left as u64);
            let now = if self.leaf.max_rep == 0 {
                rows.min(left.max(1)).min(STEP)
            } else {
                rows.min(STEP)
            };
            let had = self.read(now)?;
            if had == 0 {
                return Ok(());
            }
            rows -= had.min(rows);
        }
        Ok(())
    }

    /// Reads and forgets; gives the rows.
    fn read(&mut self, rows: u64) -> Result<u64, Stop> {
        let entries = self.take(rows)?;
        Ok(if self.leaf.max_rep == 0 {
            entries.values.len() as u64
        } else {
            entries.rep.iter().filter(|rep| **rep == 0).count() as u64
        })
    }

    /// The entries of the next rows; fewer where the column ends.
    pub(crate) fn take(&mut self, rows: u64) -> Result<Entries, Stop> {
        self.rows_wanted = self.rows_wanted.min(self.rows).max(rows);
        let mut entries = Entries {
            rep: Vec::new(),
            def: Vec::new(),
            values: empty(self.leaf.physical),
        };
        if let Some(dictionary) = &mut self.dictionary {
            dictionary.begin_batch();
        }
        let rows = usize::try_from(rows).unwrap_or(usize::MAX);
        if self.leaf.max_rep == 0 {
            self.take_flat(rows, &mut entries)?;
        } else {
            self.take_repeated(rows, &mut entries)?;
        }
        Ok(entries)
    }

    fn take_flat(&mut self, mut rows: usize, entries: &mut Entries) -> Result<(), Stop> {
        while rows > 0 && self.open_page()? {
            let now = rows.min(self.page.as_ref().map_or(0, |page| page.left));
            let base = entries.values.len();
            let known = entries.def.len();
            self.levels(now, None, Some(&mut entries.def))?;
            let most = self.leaf.max_def;
            let def = entries.def.get(known..).unwrap_or_default();
            let count = def.iter().filter(|level| **level == most).count();
            self.values(count, &mut entries.values)?;
            if count < now {
                let here: Vec<bool> = def.iter().map(|level| *level == most).collect();
                entries.values.spread(base, &here);
            }
            rows -= now;
        }
        // A column whose every row has a value says so by having no levels.
        if self.leaf.max_def == 0 {
            entries.def.clear();
        }
        Ok(())
    }

    fn take_repeated(&mut self, rows: usize, entries: &mut Entries) -> Result<(), Stop> {
        let mut begun = 0;
        while self.open_page()? {
            let known = entries.def.len();
            let left = self.page.as_ref().map_or(0, |page| page.left);
            let whole_rows = self.page.as_ref().is_some_and(|page| page.whole_rows);
            let now = self.until_row(rows - begun, left)?;
            self.levels(now, Some(&mut entries.rep), Some(&mut entries.def))?;
            let rep = entries.rep.get(known..).unwrap_or_default();
            begun += rep.iter().filter(|level| **level == 0).count();
            let most = self.leaf.max_def;
            let def = entries.def.get(known..).unwrap_or_default();
            let count = def.iter().filter(|level| **level == most).count();
            self.values(count, &mut entries.values)?;
            let size = entries.def.len() as u64;
            if size > self.limits.batch_cells {
                let (what, most) = ("list entries in one batch", self.limits.batch_cells);
                return Err(Stop::Fault(Fault::TooLarge { what, size, most }));
            }
            if now < left || (whole_rows && begun >= rows) {
                break;
            }
        }
        Ok(())
    }

    /// How many of the page's next entries belong to the row that is open and the `rows` behind
    /// it: up to where the row after them begins.
    fn until_row(&mut self, rows: usize, left: usize) -> Result<usize, Stop> {
        const STEP: usize = 1 << 12;
        let Some(page) = &self.page else {
            return Ok(0);
        };
        let (mut look, mut seen, mut begun) = (page.rep.clone(), 0, 0);
        let mut levels = Vec::new();
        while seen < left {
            let now = STEP.min(left - seen);
            levels.clear();
            match look.read(&page.bytes, now, &mut levels) {
                Err(Stop::Short) => return Err(self.short()),
                other => other?,
            }
            for (at, level) in levels.iter().enumerate() {
                if *level == 0 {
                    if begun == rows {
                        return Ok(seen + at);
                    }
                    begun += 1;
                }
            }
            seen += now;
        }
        Ok(left)
    }

    fn levels(
        &mut self,
        count: usize,
        rep: Option<&mut Vec<u8>>,
        def: Option<&mut Vec<u8>>,
    ) -> Result<(), Stop> {
        let Some(page) = &mut self.page else {
            return Ok(());
        };
        let rep = rep.map_or(Ok(()), |out| page.rep.read(&page.bytes, count, out));
        let def = def.map_or(Ok(()), |out| page.def.read(&page.bytes, count, out));
        page.left = page.left.saturating_sub(count);
        match rep.and(def) {
            Err(Stop::Short) => Err(self.short()),
            other => other,
        }
    }

    fn values(&mut self, count: usize, out: &mut Values) -> Result<(), Stop> {
        let most = self.limits.page_bytes;
        if count > 0
            && self
                .page
                .as_ref()
                .is_some_and(|page| page.values.wants_dictionary())
        {
            self.open_dictionary()?;
            if let Some(dictionary) = &mut self.dictionary {
                dictionary.prepare(out);
            }
        }
        let Some(page) = &mut self.page else {
            return Ok(());
        };
        let dictionary = self.dictionary.as_ref();
        let physical = self.leaf.physical;
        let read = page
            .values
            .read(&page.bytes, physical, dictionary, count, out, most);
        match read {
            Err(Stop::Short) => Err(self.short()),
            other => other,
        }
    }
}
