//! Rows and cells that the page wants to show.

use super::{Inner, cut, state::Open};
use crate::{Wait, scan::Masks};
use std::rc::Rc;
use table::Column;
use wire::{
    preview::{Reply, Span},
    search::Failure,
};

/// Answers [`wire::preview::Request::Rows`]; rows of a view that no longer stands are not
/// wanted any more.
pub(super) fn rows(inner: &Rc<Inner>, ticket: u64, look: u64, asked: Span) {
    let (table, numbers, span, shown) = {
        let state = inner.state.borrow();
        let Some(open) = state.open(ticket) else {
            return;
        };
        let view = &open.view;
        if view.look != look || view.pending.is_some() {
            return;
        }
        let span = cut::bounded(asked, open.columns.len());
        let reach = open.table.reach();
        let numbers = view.numbers(span.from, u64::from(span.count), reach.rows);
        let shown = Shown::of(open);
        let places = span.from..span.from + numbers.len() as u64;
        if view.found.is_some() && places.end <= view.kept.len() as u64 {
            let rows = places.map(|place| usize::try_from(place).unwrap_or(usize::MAX));
            let columns = columns(span);
            let masks = shown.masks(&view.kept, 0);
            let rows = cut::cells(&view.kept, rows, columns, 0, &masks);
            let reply = answer(ticket, look, span, numbers, rows);
            drop(state);
            inner.world.say(&reply);
            return;
        }
        (Rc::clone(&open.table), numbers, span, shown)
    };
    let columns = columns(span);
    let first = columns.start;
    let wide = columns.len();
    let work = table.rows(numbers.clone(), columns);
    fetch(
        inner,
        ticket,
        Box::pin(async move {
            match work.await {
                Ok(table) => {
                    let mut numbers = numbers;
                    numbers.truncate(table.len());
                    let masks = shown.masks(&table, first);
                    let rows = cut::cells(&table, 0..table.len(), 0..wide, first, &masks);
                    answer(ticket, look, span, numbers, rows)
                }
                Err(failure) => Reply::RowsFailed {
                    ticket,
                    look,
                    span: asked,
                    failure,
                },
            }
        }),
    );
}

/// What decides how cells are shown.
struct Shown {
    masks: Masks,
    bare: Vec<u32>,
    columns: Rc<[Column]>,
}

impl Shown {
    fn of(open: &Open) -> Self {
        Self {
            masks: open.masks.clone(),
            bare: open.view.bare.clone(),
            columns: Rc::clone(&open.columns),
        }
    }

    /// The masks for these rows, whose first column is column `first` of the file.
    fn masks(&self, rows: &table::Table, first: usize) -> Masks {
        let masks = self.masks.clone();
        masks
            .with_rows(rows, first, &self.columns)
            .without(&self.bare)
    }
}

fn columns(span: Span) -> std::ops::Range<usize> {
    let first = span.first_column as usize;
    first..first + span.columns as usize
}

fn answer(
    ticket: u64,
    look: u64,
    span: Span,
    numbers: Vec<u64>,
    rows: Vec<Vec<Option<String>>>,
) -> Reply {
    let count = u32::try_from(rows.len()).unwrap_or(u32::MAX);
    Reply::Rows {
        ticket,
        look,
        span: Span { count, ..span },
        numbers,
        rows,
    }
}

/// Answers [`wire::preview::Request::Cell`].
pub(super) fn cell(inner: &Rc<Inner>, ticket: u64, row: u64, column: u32) {
    let (table, shown) = {
        let state = inner.state.borrow();
        let Some(open) = state.open(ticket) else {
            return;
        };
        (Rc::clone(&open.table), Shown::of(open))
    };
    let at = column as usize;
    let work = table.rows(vec![row], at..at + 1);
    fetch(
        inner,
        ticket,
        Box::pin(async move {
            let came: Result<_, Failure> = work.await;
            match came {
                Ok(table) => Reply::Cell {
                    ticket,
                    row,
                    column,
                    text: table
                        .get(0, 0)
                        .text()
                        .map(|text| shown.masks(&table, at).cover(at, text).into_owned()),
                },
                Err(failure) => Reply::RowsFailed {
                    ticket,
                    look: 0,
                    span: Span {
                        from: row,
                        count: 1,
                        first_column: column,
                        columns: 1,
                    },
                    failure,
                },
            }
        }),
    );
}

/// Fetches beside all else, for as long as the file is open.
fn fetch(inner: &Rc<Inner>, ticket: u64, work: Wait<'static, Reply>) {
    let fetch = {
        let mut state = inner.state.borrow_mut();
        state.fetches += 1;
        state.fetches
    };
    let shared = Rc::clone(inner);
    let work = inner.world.spawn(Box::pin(async move {
        let reply = work.await;
        let (is_open, work) = {
            let mut state = shared.state.borrow_mut();
            let at = state.fetching.iter().position(|(other, _)| *other == fetch);
            let work = at.map(|at| state.fetching.swap_remove(at));
            (state.ticket == ticket, work)
        };
        if is_open {
            shared.world.say(&reply);
        }
        if work.is_none() {
            // It never waited, so that it is not noted yet.
            shared.state.borrow_mut().fetched.push(fetch);
        }
        drop(work);
    }));
    let mut state = inner.state.borrow_mut();
    match state.fetched.iter().position(|other| *other == fetch) {
        Some(at) => drop(state.fetched.swap_remove(at)),
        None => state.fetching.push((fetch, work)),
    }
}
