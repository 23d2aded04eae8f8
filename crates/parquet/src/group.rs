//! A row group read from front to back: the way to a profile of all rows.

use crate::batch::{Batch, Column};
use crate::column::{Entries, Reader};
use crate::fault::{Error, Fault, Stop};
use crate::file::{File, leaf_of};
use crate::finish::finish;
use crate::kind::Kind;
use crate::metadata::{Leaf, Node};
use crate::nested::{Part, assemble};
use crate::pieces::Pieces;
use crate::values::Values;

use std::ops::Range;

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

/// A column being read.
struct State<'a> {
    node: &'a Node,
    kind: Kind,
    leaves: Vec<(usize, Reader<'a>)>,
    /// It cannot be read, and that was said.
    broken: bool,
    fault: Option<Error>,
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
        for column in &mut self.columns {
            let read = column.next(self.file, self.group, batch.rows, &mut lacking);
            batch.columns.push(read);
            batch.faults.extend(column.fault.take());
            self.further |= column.further;
        }
        self.at += rows;
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

impl<'a> State<'a> {
    fn add(&mut self, file: &'a File, group: usize, leaf: usize, have: &'a Pieces<'a>) {
        let described = file.footer.schema.leaves.get(leaf);
        let of = file.footer.groups.get(group);
        let chunk = of.and_then(|group| group.chunks.get(leaf));
        let (Some(described), Some(chunk), Some(of)) = (described, chunk, of) else {
            return;
        };
        match Reader::new(described, chunk, of.rows, have, &file.limits) {
            Ok(reader) => self.leaves.push((leaf, reader)),
            Err(fault) => {
                let byte = chunk.range().start;
                self.fail(file.error(fault, leaf, group, byte));
            }
        }
    }

    fn fail(&mut self, error: Error) {
        if !self.broken {
            self.broken = true;
            self.fault = Some(error);
        }
    }

    fn next(
        &mut self,
        file: &File,
        group: usize,
        rows: usize,
        lacking: &mut Vec<Range<u64>>,
    ) -> Column {
        let mut parts: Vec<(&Leaf, Entries)> = Vec::new();
        let mut fault = None;
        for (leaf, reader) in &mut self.leaves {
            if self.broken || fault.is_some() {
                break;
            }
            let described = reader.leaf;
            match reader.take(rows as u64) {
                Ok(entries) => parts.push((described, entries)),
                Err(Stop::Need(range)) => lacking.push(range),
                Err(Stop::Further) => self.further = true,
                Err(Stop::Short) => fault = Some((Fault::Truncated, *leaf, reader.byte())),
                Err(Stop::Fault(found)) => fault = Some((found, *leaf, reader.byte())),
            }
        }
        if fault.is_none() && !self.further && !self.broken && parts.len() == self.leaves.len() {
            match self.column(parts, rows, file) {
                Ok(column) => return column,
                Err(found) => fault = Some((found, self.node.leaves.0, self.byte())),
            }
        }
        if let Some((fault, leaf, byte)) = fault {
            self.fail(file.error(fault, leaf, group, byte));
        }
        Column::unread(self.kind)
    }

    fn byte(&self) -> u64 {
        self.leaves.first().map_or(0, |(_, reader)| reader.byte())
    }

    /// What the leaves' entries make together.
    fn column(
        &self,
        parts: Vec<(&Leaf, Entries)>,
        rows: usize,
        file: &File,
    ) -> Result<Column, Fault> {
        if leaf_of(self.node).is_none() {
            return self.nested(parts, rows, file);
        }
        let Some((leaf, entries)) = parts.into_iter().next() else {
            return Err(Fault::Broken("column"));
        };
        if entries.values.len() < rows {
            return Err(Fault::Broken("column: fewer rows than its group"));
        }
        let most = leaf.max_def;
        let mut here: Vec<bool> = entries.def.iter().map(|def| *def == most).collect();
        if !here.contains(&false) {
            here.clear();
        }
        Ok(Column::new(self.kind, finish(leaf, entries.values), here))
    }

    fn nested(
        &self,
        parts: Vec<(&Leaf, Entries)>,
        rows: usize,
        file: &File,
    ) -> Result<Column, Fault> {
        let parts = parts.into_iter().map(|(leaf, mut entries)| {
            entries.values = finish(leaf, entries.values);
            Part::new(leaf, entries)
        });
        match assemble(self.node, parts.collect(), rows, file.limits.page_bytes) {
            Ok((blob, here)) => Ok(Column::new(self.kind, Values::Bytes(blob), here)),
            Err(Stop::Fault(fault)) => Err(fault),
            Err(_short) => Err(Fault::Truncated),
        }
    }

    /// Puts each leaf's reader at a row.
    fn seek(
        &mut self,
        file: &File,
        group: usize,
        row: u64,
        have: &Pieces<'_>,
        lacking: &mut Vec<Range<u64>>,
    ) {
        let mut fault = None;
        for (leaf, reader) in &mut self.leaves {
            let spots = reader.index(have);
            let spot = spots.iter().rfind(|spot| spot.first_row <= row);
            let from = spot.map_or(0, |spot| spot.first_row);
            if let Some(spot) = spot {
                reader.jump(spot);
            }
            match reader.skip(row - from) {
                Ok(()) => {}
                Err(Stop::Need(range)) => lacking.push(range),
                Err(Stop::Short | Stop::Further) => {
                    fault = Some((Fault::Truncated, *leaf, reader.byte()));
                }
                Err(Stop::Fault(found)) => fault = Some((found, *leaf, reader.byte())),
            }
        }
        if let Some((fault, leaf, byte)) = fault {
            self.fail(file.error(fault, leaf, group, byte));
        }
    }
}
