//! A row group read from front to back: the way to a profile of all rows.

use std::ops::Range;

use crate::batch::Batch;
use crate::file::File;
use crate::group_column::State;
use crate::pieces::Pieces;

/// A place in a row group. Its bytes should be here ([`File::plan_group`]); what is not is
/// named by [`GroupReader::next`].
pub struct GroupReader<'a> {
    file: &'a File,
    group: usize,
    at: u64,
    end: u64,
    columns: Vec<State<'a>>,
    /// Pages were not unpacked far enough for the rows.
    further: bool,
}

impl<'a> GroupReader<'a> {
    /// Begins at the first row of a row group.
    #[must_use]
    pub fn new(file: &'a File, group: usize, columns: &[usize], have: &'a Pieces<'a>) -> Self {
        let rows = file.group_rows(group);
        let columns = columns.iter().filter_map(|column| {
            let node = file.footer.schema.columns.get(*column)?;
            let mut state = State {
                node,
                kind: file.headings.get(*column)?.kind,
                leaves: Vec::new(),
                broken: false,
                fault: None,
                further: false,
            };
            for leaf in node.leaves.0..node.leaves.1 {
                state.add(file, group, leaf, have);
            }
            Some(state)
        });
        Self {
            file,
            group,
            at: 0,
            end: rows.end - rows.start,
            columns: columns.collect(),
            further: false,
        }
    }

    /// The next rows, up to so many; fewer at the group's end and where the file's limits say,
    /// none behind it.
    ///
    /// # Errors
    /// The ranges that are lacking. The reader is of no use then: put them into the pieces and
    /// begin again.
    pub fn next(&mut self, rows: usize) -> Result<Batch, Vec<Range<u64>>> {
        let leaves: usize = self.columns.iter().map(|column| column.leaves.len()).sum();
        let most = self.file.limits.batch_cells / (leaves.max(1) as u64);
        let rows = (rows as u64).min(most.max(1)).min(self.end - self.at);
        let mut batch = Batch {
            first_row: self.file.group_rows(self.group).start + self.at,
            rows: usize::try_from(rows).unwrap_or(usize::MAX),
            columns: Vec::with_capacity(self.columns.len()),
            faults: Vec::new(),
        };
        let mut lacking = Vec::new();
        let most = self.file.limits.held_bytes;
        let mut held: u64 = self.columns.iter().map(State::held).sum();
        for column in &mut self.columns {
            let others = held - column.held();
            let room = most.saturating_sub(others);
            let read = column.next(self.file, self.group, batch.rows, room, &mut lacking);
            held = others + column.held() + read.values.size();
            batch.columns.push(read);
            batch.faults.extend(column.fault.take());
            self.further |= column.further;
        }
        self.at += rows;
        if self.columns.iter().all(|column| column.broken) {
            // A group of which nothing can be read may announce any number of rows.
            self.at = self.end;
        }
        if lacking.is_empty() {
            Ok(batch)
        } else {
            Err(lacking)
        }
    }

    /// Goes to a row, counted from the group's first, by the page index where there is one.
    pub(crate) fn seek(&mut self, row: u64, have: &Pieces<'_>) -> Result<(), Vec<Range<u64>>> {
        let mut lacking = Vec::new();
        let row = row.min(self.end);
        for column in &mut self.columns {
            column.seek(self.file, self.group, row, have, &mut lacking);
        }
        self.at = row;
        if lacking.is_empty() {
            Ok(())
        } else {
            Err(lacking)
        }
    }

    /// Says how many rows the caller is after, so that no more bytes are asked for than those
    /// take; and whether pages are unpacked no further than those seem to need.
    pub(crate) fn expect(&mut self, rows: u64, heads: bool) {
        for (_, reader) in self
            .columns
            .iter_mut()
            .flat_map(|column| &mut column.leaves)
        {
            reader.rows_wanted = rows;
            reader.heads = heads;
        }
    }

    /// Whether what was read is of no use because pages were not unpacked far enough.
    pub(crate) fn must_go_further(&self) -> bool {
        self.further
    }
}
