//! Views: which rows are wanted. One walk through the rows read finds their numbers; the cells
//! of the first ones are kept, so that the first screens need no fetch.

use super::{Inner, open::PROGRESS};
use crate::{Each, Table, scan::Masks, world::Pace};
use sift::{Finding, Found};
use std::{cell::RefCell, mem, rc::Rc};
use table::{Code, Column, Count, Notice};
use wire::{preview::Reply, search::Failure};

/// Rows whose cells are kept.
const KEPT_ROWS: usize = 2_000;

/// Bytes of text that are kept of them.
const KEPT_TEXT: usize = 4_000_000;

/// The view that stands.
#[derive(Default)]
pub(super) struct View {
    /// Its number; 0 before the first.
    pub(super) look: u64,
    /// Columns that are shown unmasked.
    pub(super) bare: Vec<u32>,
    /// Its rows; `None` is all rows of the file as they stand.
    pub(super) found: Option<Found>,
    /// The cells of its first rows.
    pub(super) kept: table::Table,
    /// A walk under way.
    pub(super) pending: Option<Rc<RefCell<Pending>>>,
}

/// A view whose rows are being found.
pub(super) struct Pending {
    look: u64,
    /// A row whose place is asked for.
    row: Option<u64>,
    finding: Finding,
    kept: table::Table,
    seen: u64,
}

impl View {
    /// The masks of this view.
    pub(super) fn masks(&self, masks: &Masks) -> Masks {
        masks.without(&self.bare)
    }

    /// The numbers of the rows from a place on, at most so many; `rows` is how many rows of the
    /// file can be shown.
    pub(super) fn numbers(&self, from: u64, count: u64, rows: u64) -> Vec<u64> {
        let places = from..from.saturating_add(count);
        match &self.found {
            None => (from.min(rows)..places.end.min(rows)).collect(),
            Some(found) => places.map_while(|place| found.number(place)).collect(),
        }
    }
}

/// Begins a view; the one before is gone.
pub(super) fn start(inner: &Rc<Inner>, ticket: u64, look: u64, view: sift::View, row: Option<u64>) {
    let (older, table, columns) = {
        let mut state = inner.state.borrow_mut();
        let older = state.looking.take();
        let Some(open) = state.open_mut(ticket) else {
            return;
        };
        open.view = View {
            look,
            bare: view.bare.clone(),
            ..View::default()
        };
        (older, Rc::clone(&open.table), Rc::clone(&open.columns))
    };
    drop(older);
    if view.is_all() {
        say_all(inner, ticket, look);
        return;
    }
    let pending = Rc::new(RefCell::new(Pending {
        look,
        row,
        finding: Finding::new(&view, &columns),
        kept: table::Table::new(columns.iter().map(|_| Column::new("")).collect()),
        seen: 0,
    }));
    {
        let mut state = inner.state.borrow_mut();
        if let Some(open) = state.open_mut(ticket) {
            open.view.pending = Some(Rc::clone(&pending));
        }
    }
    let shared = Rc::clone(inner);
    let keeps = view.order.is_none();
    let wanted = wanted(&view);
    let work = inner.world.spawn(Box::pin(async move {
        let went = go(&shared, ticket, &table, &pending, wanted, keeps).await;
        let end = went.map_or(End::BrokeOff, |()| End::Walked);
        settle(&shared, ticket, end);
    }));
    let mut state = inner.state.borrow_mut();
    let is_under_way = state
        .open(ticket)
        .is_some_and(|open| open.view.pending.is_some());
    if is_under_way {
        state.looking = Some(work);
    }
}

/// The columns that are looked at; all where texts are searched, or rows are kept to be shown.
fn wanted(view: &sift::View) -> Option<Vec<usize>> {
    if !view.search.is_empty() || view.order.is_none() {
        return None;
    }
    let filters = view.filters.iter().map(|filter| filter.column as usize);
    let order = view.order.map(|order| order.column as usize);
    Some(filters.chain(order).collect())
}

fn say_all(inner: &Inner, ticket: u64, look: u64) {
    let said = inner.state.borrow().open(ticket).map(|open| {
        let (_, _, read) = open.table.progress();
        (open.rows, read)
    });
    if let Some((rows, of)) = said {
        inner.world.say(&Reply::Looked {
            ticket,
            look,
            rows,
            of,
            place: None,
            notices: Vec::new(),
        });
    }
}

/// Walks through the rows.
async fn go(
    inner: &Inner,
    ticket: u64,
    table: &Rc<dyn Table>,
    pending: &RefCell<Pending>,
    columns: Option<Vec<usize>>,
    keeps: bool,
) -> Result<(), Failure> {
    let world = inner.world.as_ref();
    let mut walk = Rc::clone(table).walk(columns);
    let mut told = Pace::new(world, PROGRESS);
    let mut messages = Pace::of_messages(world);
    loop {
        let each: Each<'_> = &mut |number, row| {
            let mut pending = pending.borrow_mut();
            let Pending {
                finding,
                kept,
                seen,
                ..
            } = &mut *pending;
            *seen = number + 1;
            let before = finding.found();
            let goes_on = finding.row(number, row);
            let is_found = finding.found() > before;
            if keeps
                && is_found
                && before == kept.len() as u64
                && kept.len() < KEPT_ROWS
                && kept.text_bytes() < KEPT_TEXT
            {
                kept.push_row((0..kept.width()).map(|column| row.cell(column)));
            }
            goes_on
        };
        if !walk.step(each).await? {
            return Ok(());
        }
        if told.is_due(world) {
            let pending = pending.borrow();
            world.say(&Reply::Looking {
                ticket,
                look: pending.look,
                found: pending.finding.found(),
                rows: pending.seen,
            });
        }
        messages.give_way(world).await;
    }
}

/// How a walk ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum End {
    Walked,
    BrokeOff,
    Stopped,
}

/// The walk has ended, or was ended: what was found stands.
fn settle(inner: &Inner, ticket: u64, end: End) {
    let (work, reply) = {
        let mut state = inner.state.borrow_mut();
        let Some(open) = state.open_mut(ticket) else {
            return;
        };
        let Some(pending) = open.view.pending.take() else {
            return;
        };
        let (look, row, found, kept, of) = {
            let mut pending = pending.borrow_mut();
            let empty = Finding::new(&sift::View::default(), &[]);
            let finding = mem::replace(&mut pending.finding, empty);
            let kept = mem::take(&mut pending.kept);
            let found = finding.finish();
            (pending.look, pending.row, found, kept, pending.seen)
        };
        let (_, _, read) = open.table.progress();
        let complete = open.complete && of >= read;
        let rows = match (found.rows, complete) {
            (Count::Exactly(rows), false) => Count::AtLeast(rows),
            (rows, _) => rows,
        };
        let mut notices = found.notices.clone();
        let reach = open.table.reach();
        let is_short = !reach.grows && reach.rows < read && of >= reach.rows;
        match end {
            End::BrokeOff => notices.push(Notice::new(Code::ViewBrokeOff).with("rows", of)),
            End::Stopped => notices.push(Notice::new(Code::Cut).with("failure", "aborted")),
            End::Walked if is_short => {
                notices.push(Notice::new(Code::RowsNotReached).with("rows", of));
            }
            End::Walked => {}
        }
        let place = row.and_then(|row| found.place(row));
        open.view.found = Some(found);
        open.view.kept = kept;
        let reply = Reply::Looked {
            ticket,
            look,
            rows,
            of,
            place,
            notices,
        };
        (state.looking.take(), reply)
    };
    inner.world.say(&reply);
    drop(work);
}

/// The visitor stopped a walk.
pub(super) fn stopped(inner: &Inner, ticket: u64) {
    settle(inner, ticket, End::Stopped);
}
