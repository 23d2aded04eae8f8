//! A text that is open.

use super::{beginning, shelf::Shelf, state::State, walk};
use crate::{Failed, Table, Wait, Walk, World, source::Source, table::unread};
use std::{cell::RefCell, ops::Range, rc::Rc};
use table::{Code, Notice};
use wire::{
    preview::{Dialect, Opened, Reach},
    search::Failure,
};

/// A text that is open.
pub(super) struct TextTable {
    pub(super) source: Rc<dyn Source>,
    pub(super) world: Rc<dyn World>,
    pub(super) state: RefCell<State>,
    pub(super) shelf: RefCell<Shelf>,
}

impl TextTable {
    pub(super) fn new(source: Rc<dyn Source>, world: Rc<dyn World>, state: State) -> Self {
        Self {
            source,
            world,
            state: RefCell::new(state),
            shelf: RefCell::default(),
        }
    }

    /// One piece of the stream. What goes wrong after rows came ends the reading, not the rows.
    async fn read_piece(self: Rc<Self>) -> Result<bool, Failed> {
        let (pieces, bytes) = {
            let mut state = self.state.borrow_mut();
            if state.is_done() {
                return Ok(false);
            }
            state.ended = None;
            (state.pieces.take(), state.bytes)
        };
        let mut pieces = pieces.unwrap_or_else(|| Rc::clone(&self.source).stream(bytes));
        let next = pieces.next().await;
        let at = pieces.at();
        let mut state = self.state.borrow_mut();
        state.at = at;
        state.pieces = Some(pieces);
        match next {
            Ok(Some(piece)) => {
                state.push(&piece)?;
                Ok(!state.is_done())
            }
            Ok(None) => state.finish().map(|()| false),
            Err(failure) => {
                if state.bytes == 0 {
                    return Err(failure.into());
                }
                if state.rows() == 0 && state.settle().is_err() {
                    return Err(failure.into());
                }
                state.pieces = None;
                state.ended = Some(failure);
                Ok(false)
            }
        }
    }

    fn reach_of(&self, state: &State) -> Reach {
        let rows = state.rows();
        let held = state.held().len() as u64;
        let again = self.source.again();
        if !state.has_marks() {
            return Reach {
                rows: held,
                grows: held == rows,
            };
        }
        let whole = again >= state.bytes;
        Reach {
            rows: if whole {
                rows
            } else {
                state.marks.rows_within(again).max(held)
            },
            grows: whole,
        }
    }
}

impl Table for TextTable {
    fn opened(&self) -> Box<Opened> {
        let state = self.state.borrow();
        let Some(read) = state.summary() else {
            return unread("");
        };
        let reach = self.reach_of(&state);
        let size = self.source.outer();
        let (total, exact) = match state.complete {
            true => (Some(state.at), true),
            false => (size.bytes.filter(|total| *total >= state.at), size.exact),
        };
        let mut notices = read.notices;
        // Rows that are not held are read again where they are wanted.
        let all = reach.rows >= state.rows();
        notices.retain(|notice| !(all && notice.code == Code::RowsNotKept));
        notices.extend(state.broken.clone());
        if state.rows() == 0 && !state.complete && state.bytes >= beginning::MOST {
            notices.push(Notice::new(Code::LongRow).with("bytes", state.bytes));
        }
        let mut opened = unread(read.format.name());
        opened.encoding = read.encoding.label().to_owned();
        opened.dialect = read.dialect.map(|dialect| Dialect {
            delimiter: dialect.delimiter,
            header: dialect.header,
        });
        opened.columns = table::Rows::columns(&read.table).to_vec();
        opened.rows = table::Rows::count(&read.table);
        opened.reach = reach;
        opened.bytes_read = state.at;
        opened.bytes_total = total;
        opened.total_exact = exact;
        opened.complete = state.complete;
        opened.ended = state.ended.clone();
        opened.profile = read.profile;
        opened.notices = notices;
        opened
    }

    fn reach(&self) -> Reach {
        self.reach_of(&self.state.borrow())
    }

    fn progress(&self) -> (u64, Option<u64>, u64) {
        let state = self.state.borrow();
        let total = self.source.outer().bytes;
        (
            state.at,
            total.filter(|total| *total >= state.at),
            state.rows(),
        )
    }

    fn read_on(self: Rc<Self>) -> Wait<'static, Result<bool, Failed>> {
        Box::pin(self.read_piece())
    }

    fn rows(
        self: Rc<Self>,
        numbers: Vec<u64>,
        columns: Range<usize>,
    ) -> Wait<'static, Result<table::Table, Failure>> {
        Box::pin(self.rows_of(numbers, columns))
    }

    fn walk(self: Rc<Self>, _: Option<Vec<usize>>) -> Box<dyn Walk> {
        walk::through(self)
    }
}
