//! Rows from anywhere in the file: the bytes that hold them are fetched if they are not here.

use super::{
    file_table::FileTable,
    parts::{fetch, merged},
    texts,
};
use crate::{failed::failure, text::copied};
use parquet::{Batch, Budget, Step, Wanted};
use std::{ops::Range, rc::Rc};
use table::{Cell, Column, Table};
use wire::search::Failure;

/// Rows this near to each other are read together.
const NEAR: u64 = 200;

/// Rounds of fetching until it is given up: footer, index, dictionary and pages are four.
const MOST_ROUNDS: usize = 200;

impl FileTable {
    /// See [`crate::Table::rows`].
    pub(super) async fn rows_of(
        self: Rc<Self>,
        numbers: Vec<u64>,
        columns: Range<usize>,
    ) -> Result<Table, Failure> {
        let end = columns.end.min(self.columns.len());
        let columns = columns.start.min(end)..end;
        {
            let head = &self.state.borrow().head;
            let here = head.len() as u64;
            if columns.end <= head.width() && numbers.iter().all(|row| *row < here) {
                let rows = numbers.iter().map(|row| (head, *row as usize));
                return Ok(copied(rows, columns));
            }
        }
        let wanted: Vec<usize> = columns.clone().collect();
        let batches = self.batches(runs(&numbers), &wanted).await?;
        let batches = sorting::ordered(batches, &|a: &Batch, b| a.first_row.cmp(&b.first_row));
        let mut out = Table::new(columns.map(|_| Column::new("")).collect());
        for number in numbers {
            let next = batches.partition_point(|batch| batch.first_row <= number);
            let batch = next.checked_sub(1).and_then(|at| batches.get(at));
            let row = |batch: &Batch| usize::try_from(number - batch.first_row).ok();
            let Some((batch, row)) = batch.and_then(|batch| Some((batch, row(batch)?))) else {
                continue;
            };
            if row < batch.rows {
                let texts: Vec<_> = batch.columns.iter().map(|c| texts::cell(c, row)).collect();
                out.push_row(texts.iter().map(|text| match text {
                    Some(text) => Cell::Text(text.as_ref()),
                    None => Cell::Missing,
                }));
            }
        }
        Ok(out)
    }

    /// These rows in these columns; each batch is of one row group.
    ///
    /// # Errors
    /// When the host no longer answers.
    pub(super) async fn batches(
        &self,
        runs: Vec<Range<u64>>,
        columns: &[usize],
    ) -> Result<Vec<Batch>, Failure> {
        self.state.borrow_mut().make_room();
        let mut batches: Vec<Batch> = Vec::new();
        let mut left = runs;
        for _ in 0..MOST_ROUNDS {
            let mut lacking = Vec::new();
            let mut again = Vec::new();
            for run in left {
                let wanted = Wanted {
                    rows: run.clone(),
                    columns: columns.to_vec(),
                    budget: Budget::default(),
                };
                let step = self.file.read(&wanted, &self.state.borrow().near);
                match step {
                    Step::Needs(plan) => {
                        lacking.extend(plan.ranges);
                        again.push(run);
                    }
                    Step::Ready(came) => {
                        let ends = came.iter().map(|batch| batch.first_row + batch.rows as u64);
                        let end = ends.max().unwrap_or(run.end);
                        if run.start < end && end < run.end {
                            again.push(end..run.end);
                        }
                        let faults = came.iter().flat_map(|batch| &batch.faults);
                        let faults: Vec<_> = faults.cloned().collect();
                        let mut state = self.state.borrow_mut();
                        state.note(&faults, &self.file, &self.columns);
                        batches.extend(came);
                    }
                }
            }
            if again.is_empty() {
                return Ok(batches);
            }
            left = again;
            let plan = merged(lacking);
            fetch(&self.source, &plan, |at, part| {
                let mut state = self.state.borrow_mut();
                state.bytes += part.len() as u64;
                state.near.put(at, part);
            })
            .await?;
        }
        Err(failure("unreadable", ""))
    }
}

/// Rows that stand near each other, as runs, none touching another.
fn runs(numbers: &[u64]) -> Vec<Range<u64>> {
    let sorted = sorting::ordered(numbers.to_vec(), &Ord::cmp);
    let mut runs: Vec<Range<u64>> = Vec::new();
    for number in sorted {
        match runs.last_mut() {
            Some(run) if number <= run.end.saturating_add(NEAR) => {
                run.end = run.end.max(number + 1);
            }
            _ => runs.push(number..number + 1),
        }
    }
    runs
}
