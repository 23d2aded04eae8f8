//! A sheet that is open: all of its rows are held.

use crate::{Failed, Table, Wait, Walk, table::Each, text::copied};
use std::{ops::Range, rc::Rc};
use wire::{
    preview::{Opened, Reach},
    search::Failure,
};

/// Rows that go by in one step of a walk.
const STEP: usize = 2_000;

/// A sheet that is open.
pub(super) struct SheetTable {
    opened: Box<Opened>,
    rows: table::Table,
}

impl SheetTable {
    pub(super) fn new(opened: Box<Opened>, rows: table::Table) -> Self {
        Self { opened, rows }
    }
}

impl Table for SheetTable {
    fn opened(&self) -> Box<Opened> {
        self.opened.clone()
    }

    fn reach(&self) -> Reach {
        self.opened.reach
    }

    fn progress(&self) -> (u64, Option<u64>, u64) {
        let opened = &self.opened;
        (opened.bytes_read, opened.bytes_total, opened.reach.rows)
    }

    fn read_on(self: Rc<Self>) -> Wait<'static, Result<bool, Failed>> {
        Box::pin(async { Ok(false) })
    }

    fn rows(
        self: Rc<Self>,
        numbers: Vec<u64>,
        columns: Range<usize>,
    ) -> Wait<'static, Result<table::Table, Failure>> {
        Box::pin(async move {
            let known = |row: u64| {
                usize::try_from(row)
                    .ok()
                    .filter(|row| *row < self.rows.len())
            };
            let rows = numbers.into_iter().filter_map(known);
            Ok(copied(rows.map(|row| (&self.rows, row)), columns))
        })
    }

    fn walk(self: Rc<Self>, _: Option<Vec<usize>>) -> Box<dyn Walk> {
        Box::new(Through { table: self, at: 0 })
    }
}

struct Through {
    table: Rc<SheetTable>,
    at: usize,
}

impl Walk for Through {
    fn step<'a>(&'a mut self, each: Each<'a>) -> Wait<'a, Result<bool, Failure>> {
        Box::pin(async move {
            let rows = &self.table.rows;
            let end = rows.len().min(self.at + STEP);
            for row in self.at..end {
                if !each(row as u64, &rows.cells_of(row)) {
                    return Ok(false);
                }
            }
            self.at = end;
            Ok(end < rows.len())
        })
    }
}
