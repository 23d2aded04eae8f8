//! What a session holds.

use super::{look::View, sourced::Sourced};
use crate::{Scan, Table, scan::Masks, wrapped::Wrappings};
use std::{any::Any, rc::Rc};
use table::{Column, Count};
use wire::{
    preview::{File, Opened},
    search::Failure,
};

/// Work under way; dropping it ends it.
pub(super) type Work = Box<dyn Any>;

/// What a session holds.
#[derive(Default)]
pub(super) struct State {
    /// The ticket of the file that is open or being opened.
    pub(super) ticket: u64,
    /// The bytes of the file that was asked for last: other options need no second fetch.
    pub(super) sourced: Option<(File, Sourced)>,
    pub(super) open: Option<Open>,
    pub(super) reading: Option<Work>,
    /// A work ended before it was noted in `reading`.
    pub(super) ended_at_once: bool,
    /// Asks how large the file is.
    pub(super) sizing: Option<Work>,
    pub(super) looking: Option<Work>,
    pub(super) exporting: Option<Work>,
    pub(super) measuring: Option<Work>,
    /// Rows and cells that are being fetched.
    pub(super) fetching: Vec<(u64, Work)>,
    pub(super) fetches: u64,
    /// Those that ended before they were noted.
    pub(super) fetched: Vec<u64>,
}

impl State {
    /// The file of this ticket, if it is open.
    pub(super) fn open(&self, ticket: u64) -> Option<&Open> {
        self.open.as_ref().filter(|_| self.ticket == ticket)
    }

    /// The same, to change.
    pub(super) fn open_mut(&mut self, ticket: u64) -> Option<&mut Open> {
        self.open.as_mut().filter(|_| self.ticket == ticket)
    }
}

/// A table that is open.
pub(super) struct Open {
    pub(super) table: Rc<dyn Table>,
    pub(super) scan: Scan,
    /// What the wrappings say, to be put into each `Opened`.
    pub(super) wrappings: Wrappings,
    pub(super) masks: Masks,
    pub(super) view: View,
    /// The columns, with the kinds that the page was told.
    pub(super) columns: Rc<[Column]>,
    /// The rows that the page was told.
    pub(super) rows: Count,
    /// The rows that the figures cover which the page was told.
    pub(super) read: u64,
    /// Whether all of the file was read.
    pub(super) complete: bool,
    /// Whether it is read on.
    pub(super) reads: bool,
    /// Why that ended before the end of the file.
    pub(super) ended: Option<Failure>,
}

impl Open {
    /// A table of which nothing was said yet.
    pub(super) fn new(table: Rc<dyn Table>, scan: Scan, wrappings: Wrappings) -> Self {
        Self {
            table,
            scan,
            wrappings,
            masks: Masks::default(),
            view: View::default(),
            columns: Rc::from([]),
            rows: Count::AtLeast(0),
            read: 0,
            complete: false,
            reads: false,
            ended: None,
        }
    }

    /// What is said of the file now. Masks follow what was found.
    pub(super) fn opened(&mut self) -> Box<Opened> {
        let (personal, masks) = self.scan.findings();
        self.masks = masks;
        let mut opened = self.table.opened();
        self.columns = Rc::from(opened.columns.as_slice());
        self.rows = opened.rows;
        self.read = opened.profile.rows;
        self.complete = opened.complete;
        let proposed = privacy::suggest(&opened.columns, &opened.profile);
        let quasi = proposed
            .iter()
            .filter(|column| column.role == privacy::Role::Quasi)
            // What names a person by itself is nothing that only together does, often as it repeats.
            .filter(|column| {
                let found = |one: &wire::preview::Personal| one.column as usize == column.column;
                column.reason == privacy::Reason::Name || !personal.iter().any(found)
            })
            .filter_map(|column| u32::try_from(column.column).ok());
        opened.quasi = quasi.collect();
        opened.personal = personal;
        self.masks.cover_profile(&mut opened.profile);
        self.wrappings.clone().put(&mut opened);
        opened
    }
}
