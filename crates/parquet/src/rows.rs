//! Any rows of a file, as a grid asks for them: first which bytes, then the rows.

use std::ops::Range;

use crate::batch::Batch;
use crate::file::{File, Step};
use crate::group::GroupReader;
use crate::metadata::{Chunk, Group};
use crate::pieces::Pieces;
use crate::plan::{Budget, Plan};

/// Row groups that one question reaches over, at most.
const MOST_GROUPS: usize = 64;

/// Rows and columns that somebody wants to see.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Wanted {
    /// Rows of the file.
    pub rows: Range<u64>,
    /// Columns, by their place in [`File::headings`].
    pub columns: Vec<usize>,
    /// What requests may cost.
    pub budget: Budget,
}

impl File {
    /// The bytes that the rows are most likely in, and that are not here: page indexes where
    /// they are needed first, then the beginnings of pages. Empty when reading can be tried.
    #[must_use]
    pub fn plan(&self, wanted: &Wanted, have: &Pieces<'_>) -> Plan {
        let mut indexes = Vec::new();
        let mut pages = Vec::new();
        for (_, group, rows) in self.touched(&wanted.rows) {
            for chunk in self.chunks(group, &wanted.columns) {
                if rows.start > 0 && !chunk.index.is_empty() && !have.has(&chunk.index) {
                    indexes.push(chunk.index.clone());
                } else {
                    chunk.plan(&rows, group.rows, have, &mut pages);
                }
            }
        }
        let wanted_ranges = if indexes.is_empty() { pages } else { indexes };
        Plan::of(&wanted_ranges, have, &wanted.budget)
    }

    /// The rows, in one batch for each row group that they touch (fewer of them where
    /// [`Limits::batch_cells`](crate::Limits) says); or the bytes that turn out to
    /// be lacking, which are few where [`File::plan`] was followed. Asking again with those
    /// comes to an end, since each time more of the same bytes are here.
    #[must_use]
    pub fn decode(&self, wanted: &Wanted, have: &Pieces<'_>) -> Step<Vec<Batch>> {
        let mut batches = Vec::new();
        let mut lacking = Vec::new();
        for (number, _, rows) in self.touched(&wanted.rows) {
            // The first rows need the beginnings of pages; where that is not enough, all of them.
            let heads = rows.start == 0 && rows.end < 1_000;
            let read = match self.decode_group(number, &rows, heads, wanted, have) {
                Ok(None) => self.decode_group(number, &rows, false, wanted, have),
                other => other,
            };
            match read {
                Ok(batch) => batches.extend(batch),
                Err(ranges) => lacking.extend(ranges),
            }
        }
        if lacking.is_empty() {
            return Step::Ready(batches);
        }
        let plan = Plan::of(&lacking, have, &wanted.budget);
        Step::Needs(plan)
    }

    /// Rows of one row group, or the ranges that are lacking; `None` if only `heads` of pages were
    /// unpacked and did not reach.
    fn decode_group(
        &self,
        number: usize,
        rows: &Range<u64>,
        heads: bool,
        wanted: &Wanted,
        have: &Pieces<'_>,
    ) -> Result<Option<Batch>, Vec<Range<u64>>> {
        let mut reader = GroupReader::new(self, number, &wanted.columns, have);
        reader.expect(rows.end - rows.start, heads);
        if rows.start > 0 {
            reader.seek(rows.start, have)?;
        }
        let count = usize::try_from(rows.end - rows.start).unwrap_or(usize::MAX);
        let batch = reader.next(count)?;
        Ok((!reader.must_go_further()).then_some(batch))
    }

    /// Plans until nothing is lacking, then decodes: what a caller repeats until it is ready.
    #[must_use]
    pub fn read(&self, wanted: &Wanted, have: &Pieces<'_>) -> Step<Vec<Batch>> {
        let plan = self.plan(wanted, have);
        if plan.is_empty() {
            self.decode(wanted, have)
        } else {
            Step::Needs(plan)
        }
    }

    /// The row groups that rows touch, with the rows counted from the group's first.
    fn touched(&self, rows: &Range<u64>) -> impl Iterator<Item = (usize, &Group, Range<u64>)> {
        let groups = self.footer.groups.iter().enumerate();
        let rows = rows.clone();
        let touched = groups.filter_map(move |(number, group)| {
            let start = rows.start.saturating_sub(group.first_row);
            let end = rows.end.saturating_sub(group.first_row).min(group.rows);
            (start < end).then_some((number, group, start..end))
        });
        touched.take(MOST_GROUPS)
    }

    /// The chunks of columns that can be read.
    fn chunks<'a>(
        &'a self,
        group: &'a Group,
        columns: &'a [usize],
    ) -> impl Iterator<Item = &'a Chunk> {
        let nodes = columns
            .iter()
            .filter_map(|column| self.footer.schema.columns.get(*column));
        let chunks = nodes.filter_map(|node| group.chunks.get(node.leaves.0..node.leaves.1));
        chunks.flatten().filter(|chunk| chunk.check().is_ok())
    }
}

impl Chunk {
    /// Adds the ranges that `rows` of the group are most likely in.
    fn plan(&self, rows: &Range<u64>, all: u64, have: &Pieces<'_>, out: &mut Vec<Range<u64>>) {
        /// Chunks up to this are not taken apart.
        const SMALL: u64 = 12 << 10;
        /// Pages of dictionary entries are small: writers end a page after 20,000 rows, which
        /// take 20 bits or fewer.
        const ENTRIES: u64 = 52 << 10;
        let range = self.range();
        if self.packed <= SMALL {
            out.push(range);
            return;
        }
        let dictionary = self.dictionary();
        let spots = if rows.start > 0 {
            self.pages(have)
        } else {
            Vec::new()
        };
        if spots.is_empty() && rows.start > 0 {
            // Without an index pages are found one behind the other: up to the share of the
            // chunk that the rows stand at, and some more.
            let share = u128::from(range.end - range.start) * u128::from(rows.end);
            let share = (share / u128::from(all.max(1))) as u64;
            let end = range
                .start
                .saturating_add(share + share / 8 + self.head(1, all));
            out.push(range.start..end.min(range.end));
            return;
        }
        if spots.is_empty() {
            let head = self.head(rows.end, all);
            let data = dictionary.end.max(range.start);
            let mut data_head = head;
            if !dictionary.is_empty() {
                out.push(dictionary.start..dictionary.end.min(dictionary.start + head));
                data_head = head.min(ENTRIES);
            }
            out.push(data..range.end.min(data.saturating_add(data_head)));
            return;
        }
        if !dictionary.is_empty() {
            out.push(dictionary);
        }
        for (index, spot) in spots.iter().enumerate() {
            let next = spots.get(index + 1).map_or(all, |next| next.first_row);
            if spot.first_row < rows.end && next > rows.start {
                out.push(spot.start..spot.start.saturating_add(spot.length));
            }
        }
    }
}
