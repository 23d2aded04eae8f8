//! All rows of the file, for their profile: a row group at a time, in wide files some of its
//! columns after the others, as memory demands.

use super::{file_table::FileTable, parts::fetch};
use crate::{Failed, world::Pace};
use parquet::{Batch, File, GroupReader, Pieces, Values};
use std::{ops::Range, rc::Rc};

/// Bytes of a row group that are held at once, as they lie in the file.
const HELD: u64 = 64 << 20;

/// Columns that are read beside each other: each may hold a page and a dictionary, some
/// megabytes together.
const BESIDE: usize = 100;

/// Cells of a batch: a few milliseconds.
const CELLS: usize = 65_536;

impl FileTable {
    /// See [`crate::Table::read_on`].
    pub(super) async fn read_part(self: Rc<Self>) -> Result<bool, Failed> {
        let file = Rc::clone(&self.file);
        let (group, columns, done) = {
            let mut state = self.state.borrow_mut();
            state.ended = None;
            if state.pass.group >= file.groups() || self.columns.is_empty() {
                state.complete = true;
                return Ok(false);
            }
            let (group, first) = (state.pass.group, state.pass.first);
            (group, part(&file, group, first), state.pass.done)
        };
        let wanted: Vec<usize> = columns.clone().collect();
        let plan = file.plan_group(group, &wanted, &Pieces::new());
        let mut have = Pieces::new();
        let fetched = fetch(&self.source, &plan, |at, part| {
            self.state.borrow_mut().pass.bytes += part.len() as u64;
            have.put(at, part);
        });
        if let Err(failure) = fetched.await {
            self.state.borrow_mut().ended = Some(failure);
            return Ok(false);
        }
        let mut reader = GroupReader::new(&file, group, &wanted, &have);
        let step = (CELLS / wanted.len().max(1)).clamp(64, 8_192);
        let mut messages = Pace::of_messages(self.world.as_ref());
        let mut at = 0;
        // What is lacking lies outside the file: its columns are said to be broken.
        while let Ok(batch) = reader.next(step) {
            if batch.rows == 0 {
                break;
            }
            // Rows that were done before a stop go by once more.
            if at >= done {
                self.gather(&batch, &columns);
            }
            at += batch.rows as u64;
            messages.give_way(self.world.as_ref()).await;
        }
        Ok(self.part_ended(group, &columns))
    }

    /// Looks at a batch: profile, and what is personal.
    fn gather(&self, batch: &Batch, columns: &Range<usize>) {
        let mut state = self.state.borrow_mut();
        let state = &mut *state;
        let pass = &mut state.pass;
        let next = batch.first_row + batch.rows as u64;
        for (at, column) in columns.clone().zip(&batch.columns) {
            let seen = pass.seen.get(at).copied().unwrap_or(u64::MAX);
            let unseen = seen.saturating_sub(batch.first_row).min(batch.rows as u64);
            let is_text = matches!(column.values, Values::Bytes(_) | Values::Words { .. });
            let looks = is_text || pass.suspicious.get(at) == Some(&true);
            let mut see = |text: &str| self.scan.text(at, text);
            let see: Option<&mut dyn FnMut(&str)> = if looks { Some(&mut see) } else { None };
            let unseen = usize::try_from(unseen).unwrap_or(usize::MAX);
            pass.gather.add(at, column, batch.rows, unseen, see);
            if let Some(seen) = pass.seen.get_mut(at) {
                *seen = next.max(*seen);
            }
        }
        pass.done += batch.rows as u64;
        if columns.start == 0 && columns.end == self.columns.len() {
            pass.gather.add_rows(batch.rows as u64);
        }
        state.note(&batch.faults, &self.file, &self.columns);
    }

    /// Some columns of a row group are done; whether there is more.
    fn part_ended(&self, group: usize, columns: &Range<usize>) -> bool {
        let mut state = self.state.borrow_mut();
        let state = &mut *state;
        let pass = &mut state.pass;
        pass.gather.settle();
        pass.done = 0;
        pass.first = columns.end;
        if columns.end >= self.columns.len() {
            (pass.group, pass.first) = (group + 1, 0);
            // Where nothing of a group can be read, its rows have no values.
            let end = self.file.group_rows(group).end;
            let lacking = end.saturating_sub(pass.gather.rows());
            pass.gather.add_rows(lacking);
            state.complete = pass.group >= self.file.groups();
            if columns.start > 0 {
                let kinds: Vec<_> = self.file.headings().iter().map(|h| h.kind).collect();
                state.settled = Some(pass.gather.profile(&kinds));
            }
        }
        !state.complete
    }
}

/// The columns from `first` on that are read beside each other.
fn part(file: &File, group: usize, first: usize) -> Range<usize> {
    let mut bytes = 0;
    let mut end = first;
    let width = file.headings().len();
    while end < width.min(first + BESIDE) {
        bytes += file.plan_group(group, &[end], &Pieces::new()).bytes();
        if bytes > HELD && end > first {
            break;
        }
        end += 1;
    }
    first..end
}
