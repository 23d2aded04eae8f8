//! A column of a row group being read: its leaves side by side, and what they make together.

use std::ops::Range;

use crate::batch::Column;
use crate::column::{Entries, Reader};
use crate::fault::{Error, Fault, Stop};
use crate::file::{File, leaf_of};
use crate::finish::finish;
use crate::kind::Kind;
use crate::metadata::{Leaf, Node};
use crate::nested::{Part, assemble};
use crate::pieces::Pieces;
use crate::values::Values;

/// A column being read.
pub(crate) struct State<'a> {
    pub(crate) node: &'a Node,
    pub(crate) kind: Kind,
    pub(crate) leaves: Vec<(usize, Reader<'a>)>,
    /// It cannot be read, and that was said.
    pub(crate) broken: bool,
    pub(crate) fault: Option<Error>,
    pub(crate) further: bool,
}

impl<'a> State<'a> {
    pub(crate) fn add(&mut self, file: &'a File, group: usize, leaf: usize, have: &'a Pieces<'a>) {
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

    /// Nothing more is read of it.
    fn fail(&mut self, error: Error) {
        self.leaves.clear();
        if !self.broken {
            self.broken = true;
            self.fault = Some(error);
        }
    }

    pub(crate) fn next(
        &mut self,
        file: &File,
        group: usize,
        rows: usize,
        most: u64,
        lacking: &mut Vec<Range<u64>>,
    ) -> Column {
        let mut parts: Vec<(&Leaf, Entries)> = Vec::new();
        let mut fault = None;
        let mut size = self.held();
        for (leaf, reader) in &mut self.leaves {
            if self.broken || fault.is_some() {
                break;
            }
            let described = reader.leaf;
            size -= reader.held();
            let taken = reader.take(rows as u64);
            size += reader.held() + taken.as_ref().map_or(0, Entries::size);
            if size > most {
                let what = "bytes of a row group held at once";
                let found = Fault::TooLarge { what, size, most };
                fault = Some((found, *leaf, reader.byte()));
                continue;
            }
            match taken {
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

    /// Bytes of memory that its readers hold.
    pub(crate) fn held(&self) -> u64 {
        self.leaves.iter().map(|(_, reader)| reader.held()).sum()
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
    pub(crate) fn seek(
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
