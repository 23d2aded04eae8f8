//! **The seam:** a file that is open as a table, whatever its format. Who implements this and
//! [`Opener`](crate::Opener) has views, masks, risk and exports from the session.

use crate::{Failed, Wait};
use std::{ops::Range, rc::Rc};
use table::{Cells, Count, Profile};
use wire::{
    preview::{Opened, Reach},
    search::Failure,
};

/// Sees a row by its number in the file, from 0; `false` when no more is wanted.
pub type Each<'a> = &'a mut dyn FnMut(u64, &dyn Cells) -> bool;

/// A file that is open. Several works go on at once, so everything takes `&self`; none may
/// hold a borrow of its own state while it waits. Any of the works may be dropped half-way.
pub trait Table {
    /// What is known of it now. The session adds personal data, wrappings and sheets' masks:
    /// leave `personal`, `quasi`, `wrapped`, `entries` and `entry` empty.
    fn opened(&self) -> Box<Opened>;

    /// How far one may scroll now; asked for with every screen, so it must be cheap.
    fn reach(&self) -> Reach;

    /// Bytes used so far, those of the whole file if known, rows read so far: for `Progress`.
    fn progress(&self) -> (u64, Option<u64>, u64);

    /// Reads a next part (64 KiB, a page, a row group), shows its rows to the
    /// [`Scan`](crate::Scan) it was opened with and profiles them. `false`: there is no more,
    /// or no more can be had, which [`Table::opened`] then says (`complete`, `ended`).
    ///
    /// # Errors
    /// When not one row came of the file.
    fn read_on(self: Rc<Self>) -> Wait<'static, Result<bool, Failed>>;

    /// The rows with these numbers, in this order, and neighbouring columns of them: column 0
    /// of the answer is `columns.start`. Rows that follow each other are read together. Fewer
    /// rows come where the file has no more.
    ///
    /// # Errors
    /// When the host no longer answers.
    fn rows(
        self: Rc<Self>,
        numbers: Vec<u64>,
        columns: Range<usize>,
    ) -> Wait<'static, Result<table::Table, Failure>>;

    /// Goes through the rows read so far, from the first. `columns`: those that are looked at;
    /// `None` is all of them.
    fn walk(self: Rc<Self>, columns: Option<Vec<usize>>) -> Box<dyn Walk>;
}

/// A walk through rows.
pub trait Walk {
    /// Shows `each` the next few rows: what takes some milliseconds. `false` at the end, or
    /// once `each` wanted no more.
    ///
    /// # Errors
    /// When the host no longer answers.
    fn step<'a>(&'a mut self, each: Each<'a>) -> Wait<'a, Result<bool, Failure>>;
}

/// What is said of a file of which no row was read yet, to fill in.
#[must_use]
pub fn unread(format: &str) -> Box<Opened> {
    Box::new(Opened {
        format: format.to_owned(),
        encoding: String::new(),
        dialect: None,
        columns: Vec::new(),
        rows: Count::Exactly(0),
        reach: Reach {
            rows: 0,
            grows: false,
        },
        bytes_read: 0,
        bytes_total: None,
        total_exact: false,
        complete: false,
        ended: None,
        profile: Profile::default(),
        personal: Vec::new(),
        quasi: Vec::new(),
        wrapped: Vec::new(),
        entries: Vec::new(),
        entry: None,
        sheets: Vec::new(),
        sheet: None,
        leads: None,
        notices: Vec::new(),
    })
}
