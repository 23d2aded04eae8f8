//! The rows of a view, found while all rows go by once.

use table::{Cells, Code, Column, Count, Notice};

use crate::order::Sorter;
use crate::runs::Runs;
use crate::sieve::no_such_column;
use crate::{Sieve, View};

/// The most bytes that the numbers of the rows found may take.
const MOST_BYTES: usize = 16_000_000;

/// Finds the rows of a view. Keeps their numbers in at most 16 MB; while an order is being
/// found, keys of at most 48 MB beside them, and as much again while they are sorted.
#[derive(Clone, Debug)]
pub struct Finding {
    sieve: Sieve,
    /// The column of the order, and its keys; none once there were too many.
    order: Option<(usize, Sorter)>,
    runs: Runs,
    most: usize,
    full: bool,
    notices: Vec<Notice>,
}

impl Finding {
    /// For a view of a table with these columns, of the kinds they are known to have.
    #[must_use]
    pub fn new(view: &View, columns: &[Column]) -> Self {
        let (sieve, mut notices) = Sieve::new(view, columns);
        let order = view.order.and_then(|order| {
            let column = columns.get(order.column as usize);
            if column.is_none() {
                notices.push(no_such_column(order.column));
            }
            let sorter = Sorter::new(order, column?.kind);
            Some((order.column as usize, sorter))
        });
        Self {
            sieve,
            order,
            runs: Runs::default(),
            most: MOST_BYTES,
            full: false,
            notices,
        }
    }

    /// Takes in a row by its number in the file; rows come in their order. `false` when no more
    /// can be remembered, and those that follow need not come.
    pub fn row(&mut self, number: u64, row: &dyn Cells) -> bool {
        if self.full || !self.sieve.passes(row) {
            return !self.full;
        }
        if self.runs.size() >= self.most {
            self.full = true;
            let notice = Notice::new(Code::NumbersNotKept).with("kept", self.runs.len());
            self.notices.push(notice);
            return false;
        }
        self.runs.push(number);
        if let Some((column, sorter)) = &mut self.order
            && !sorter.push(number, row.cell(*column).text())
        {
            self.notices.push(sorter.too_many());
            self.order = None;
        }
        true
    }

    /// How many rows were found so far.
    #[must_use]
    pub fn found(&self) -> u64 {
        self.runs.len()
    }

    /// The rows that were found, in the order that was asked for.
    #[must_use]
    pub fn finish(self) -> Found {
        let found = self.runs.len();
        let rows = if self.full {
            Count::AtLeast(found)
        } else {
            Count::Exactly(found)
        };
        let numbers = match self.order {
            Some((_, sorter)) => Numbers::Ordered(sorter.finish()),
            None => Numbers::Rising(self.runs),
        };
        Found {
            rows,
            notices: self.notices,
            numbers,
        }
    }
}

/// The rows of a view.
#[derive(Clone, Debug)]
pub struct Found {
    /// How many there are; at least, where not all could be remembered.
    pub rows: Count,
    /// What of the view could not be had, and why.
    pub notices: Vec<Notice>,
    numbers: Numbers,
}

#[derive(Clone, Debug)]
enum Numbers {
    Rising(Runs),
    Ordered(Vec<u32>),
}

impl Found {
    /// The number in the file, from 0, of the row at a place of the view, from 0.
    #[must_use]
    pub fn number(&self, at: u64) -> Option<u64> {
        match &self.numbers {
            Numbers::Rising(runs) => runs.get(at),
            Numbers::Ordered(rows) => rows
                .get(usize::try_from(at).ok()?)
                .map(|row| u64::from(*row)),
        }
    }

    /// The place in the view of the row with this number in the file, if it is one of them.
    #[must_use]
    pub fn place(&self, number: u64) -> Option<u64> {
        let runs = match &self.numbers {
            Numbers::Rising(runs) => runs,
            Numbers::Ordered(rows) => {
                let at = rows.iter().position(|row| u64::from(*row) == number);
                return at.map(|at| at as u64);
            }
        };
        let (mut from, mut to) = (0, runs.len());
        while from < to {
            let middle = from.midpoint(to);
            match runs.get(middle)? {
                found if found < number => from = middle + 1,
                _ => to = middle,
            }
        }
        (runs.get(from) == Some(number)).then_some(from)
    }

    /// Whether the rows stand as in the file, so that neighbours can be read together.
    #[must_use]
    pub fn is_rising(&self) -> bool {
        matches!(self.numbers, Numbers::Rising(_))
    }
}
