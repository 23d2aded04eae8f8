//! A Parquet file that is open.

use super::{state::State, walk};
use crate::{Failed, Scan, Table, Wait, Walk, World, source::Source, table::unread};
use parquet::File;
use std::{cell::RefCell, ops::Range, rc::Rc};
use table::{Code, Column, Count, Notice};
use wire::{
    preview::{Opened, Reach},
    search::Failure,
};

/// A Parquet file that is open.
pub(super) struct FileTable {
    pub(super) source: Rc<dyn Source>,
    pub(super) world: Rc<dyn World>,
    pub(super) file: Rc<File>,
    pub(super) columns: Vec<Column>,
    pub(super) scan: Scan,
    /// Bytes of the file, and whether that is sure.
    pub(super) size: (u64, bool),
    /// Bytes that were unpacked or fetched whole, of the outermost file.
    pub(super) whole: Option<u64>,
    pub(super) state: RefCell<State>,
}

impl FileTable {
    fn total(&self) -> u64 {
        self.whole.unwrap_or(self.size.0)
    }

    fn bytes(&self, state: &State) -> u64 {
        match state.complete {
            true => self.total(),
            false => self.whole.unwrap_or(state.bytes.max(state.pass.bytes)),
        }
    }
}

impl Table for FileTable {
    fn opened(&self) -> Box<Opened> {
        let mut state = self.state.borrow_mut();
        let state = &mut *state;
        let kinds: Vec<parquet::Kind> = self.file.headings().iter().map(|h| h.kind).collect();
        let profile = if state.pass.gather.rows() < state.head.len() as u64 {
            state.head_profile.clone()
        } else if let Some(settled) = &state.settled {
            settled.clone()
        } else {
            state.pass.gather.profile(&kinds)
        };
        let columns = self.columns.iter().zip(&profile.columns);
        let columns: Vec<Column> = columns
            .map(|(column, found)| Column {
                kind: found.kind,
                ..column.clone()
            })
            .collect();
        let mut notices = state.notices.clone();
        let seen = state.head.width();
        if !state.complete && seen < self.columns.len() {
            let notice = Notice::new(Code::ColumnsUnseen);
            let count = self.columns.len();
            notices.push(notice.with("read", seen).with("count", count));
        }
        Box::new(Opened {
            columns,
            rows: Count::Exactly(self.file.rows()),
            reach: self.reach(),
            bytes_read: self.bytes(state),
            bytes_total: Some(self.total()),
            total_exact: self.size.1,
            complete: state.complete,
            ended: state.ended.clone(),
            profile,
            notices,
            ..*unread("parquet")
        })
    }

    fn reach(&self) -> Reach {
        // Any row can be had from anywhere in the file.
        Reach {
            rows: self.file.rows(),
            grows: true,
        }
    }

    fn progress(&self) -> (u64, Option<u64>, u64) {
        let state = self.state.borrow();
        (self.bytes(&state), Some(self.total()), state.rows())
    }

    fn read_on(self: Rc<Self>) -> Wait<'static, Result<bool, Failed>> {
        Box::pin(self.read_part())
    }

    fn rows(
        self: Rc<Self>,
        numbers: Vec<u64>,
        columns: Range<usize>,
    ) -> Wait<'static, Result<table::Table, Failure>> {
        Box::pin(self.rows_of(numbers, columns))
    }

    fn walk(self: Rc<Self>, columns: Option<Vec<usize>>) -> Box<dyn Walk> {
        walk::through(self, columns)
    }
}
