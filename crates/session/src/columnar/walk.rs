//! A walk through the rows that were read: by row groups, in the columns that are looked at.

use super::{
    file_table::FileTable,
    parts::fetch,
    row::{Row, places},
};
use crate::{Each, Wait, Walk, failed::failure, world::Pace};
use parquet::{Batch, GroupReader, Pieces};
use std::rc::Rc;
use wire::search::Failure;

/// Bytes of a row group that are held at once; a larger one goes by some rows at a time.
const HELD: u64 = 128 << 20;

/// Rows of those.
const SOME: u64 = 1_000;

/// Cells of a batch: a few milliseconds.
const CELLS: usize = 50_000;

/// A walk through what was read until now.
pub(super) fn through(table: Rc<FileTable>, columns: Option<Vec<usize>>) -> Box<dyn Walk> {
    let columns = columns.unwrap_or_else(|| table.file.all_columns());
    let mut sorted = sorting::ordered(columns, &Ord::cmp);
    sorted.dedup();
    let end = table.state.borrow().rows();
    Box::new(Through {
        places: places(&sorted, table.columns.len()),
        table,
        columns: sorted,
        at: 0,
        end,
    })
}

struct Through {
    table: Rc<FileTable>,
    columns: Vec<usize>,
    places: Vec<usize>,
    /// The next row.
    at: u64,
    end: u64,
}

impl Walk for Through {
    fn step<'a>(&'a mut self, each: Each<'a>) -> Wait<'a, Result<bool, Failure>> {
        Box::pin(self.group(each))
    }
}

impl Through {
    /// The rest of a row group, or some rows of it.
    async fn group(&mut self, each: Each<'_>) -> Result<bool, Failure> {
        if self.at >= self.end {
            return Ok(false);
        }
        let file = Rc::clone(&self.table.file);
        let group = (0..file.groups()).find(|group| file.group_rows(*group).contains(&self.at));
        let Some(group) = group else {
            return Ok(false);
        };
        let rows = file.group_rows(group);
        let end = rows.end.min(self.end);
        let plan = file.plan_group(group, &self.columns, &Pieces::new());
        if rows.start < self.at || plan.bytes() > HELD || end - self.at <= SOME {
            let run = self.at..end.min(self.at + SOME);
            let batches = self.table.batches(vec![run.clone()], &self.columns).await?;
            self.at = run.end;
            return Ok(batches.iter().all(|batch| self.show(batch, end, each)));
        }
        let mut have = Pieces::new();
        fetch(&self.table.source, &plan, |at, part| have.put(at, part)).await?;
        let mut reader = GroupReader::new(&file, group, &self.columns, &have);
        let step = (CELLS / self.columns.len().max(1)).clamp(64, 4_096);
        let world = Rc::clone(&self.table.world);
        let mut messages = Pace::of_messages(world.as_ref());
        loop {
            let batch = reader.next(step);
            let batch = batch.map_err(|lacking| {
                // It lies outside the file.
                let at = lacking.first().map_or(0, |range| range.start);
                failure("unreadable", at)
            })?;
            if batch.rows == 0 || batch.first_row >= end {
                break;
            }
            if !self.show(&batch, end, each) {
                return Ok(false);
            }
            messages.give_way(world.as_ref()).await;
        }
        self.at = end;
        Ok(true)
    }

    /// Shows the rows of a batch before `end`; whether more are wanted.
    fn show(&self, batch: &Batch, end: u64, each: Each<'_>) -> bool {
        let mut row = Row::new(batch, &self.places);
        let numbers = (batch.first_row..end).zip(0..batch.rows);
        for (number, at) in numbers {
            row.go_to(at);
            if !each(number, &row) {
                return false;
            }
        }
        true
    }
}
