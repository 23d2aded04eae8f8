//! A datastore as a table of a session.

use super::page::{Page, address, page};
use crate::{
    Failed, Rows, Scan, Table, Wait, Walk, World,
    source::PIECE,
    table::{Each, unread},
};
use std::{cell::RefCell, ops::Range, rc::Rc};
use table::{Cell, Column, Count, Profiler};
use wire::{
    preview::{Opened, Reach},
    search::Failure,
};

/// Rows of a page, unless the host gives fewer.
const PAGE: u64 = 500;

/// Pages that are kept.
const MOST_PAGES: usize = 100;

/// Bytes of one answer at most.
const MOST_BYTES: usize = 32_000_000;

struct Store {
    api: String,
    resource: String,
    scan: Scan,
    world: Rc<dyn World>,
    state: RefCell<State>,
}

struct State {
    columns: Vec<Column>,
    profiler: Profiler,
    /// Pages by their number.
    pages: Vec<(u64, Rc<table::Table>)>,
    /// Rows of a page.
    page: u64,
    total: Option<Count>,
    rows: u64,
    bytes: u64,
    complete: bool,
    ended: Option<Failure>,
}

/// Asks for the first page.
///
/// # Errors
/// What became of the request.
pub(crate) async fn open(rows: Rows) -> Result<Rc<dyn Table>, Failed> {
    let Rows {
        api,
        resource,
        scan,
        world,
    } = rows;
    let store = Rc::new(Store {
        api,
        resource,
        scan,
        world,
        state: RefCell::new(State {
            columns: Vec::new(),
            profiler: Profiler::new(0),
            pages: Vec::new(),
            page: PAGE,
            total: None,
            rows: 0,
            bytes: 0,
            complete: false,
            ended: None,
        }),
    });
    Rc::clone(&store).next().await?;
    Ok(store)
}

impl Store {
    fn page_size(&self) -> u64 {
        self.state.borrow().page
    }

    async fn page(&self, number: u64) -> Result<Rc<table::Table>, Failure> {
        let known = |(at, page): &(u64, Rc<table::Table>)| (*at == number).then(|| Rc::clone(page));
        if let Some(page) = self.state.borrow().pages.iter().find_map(known) {
            return Ok(page);
        }
        let size = self.page_size();
        let url = address(&self.api, &self.resource, number * size, size);
        let mut body = self.world.http().get(&url, None).await?.body;
        let mut bytes = Vec::new();
        while bytes.len() < MOST_BYTES
            && let Some(piece) = body.next(PIECE).await?
        {
            bytes.extend(piece);
        }
        let Page { rows, total } = page(&bytes)?;
        let rows = Rc::new(rows);
        let mut state = self.state.borrow_mut();
        state.bytes += bytes.len() as u64;
        state.total = total.or(state.total);
        if state.pages.len() >= MOST_PAGES {
            // The first pages that came are the first screens.
            state.pages.remove(2);
        }
        state.pages.push((number, Rc::clone(&rows)));
        Ok(rows)
    }

    /// The page behind what was read.
    async fn next(self: Rc<Self>) -> Result<bool, Failed> {
        let (rows, complete) = {
            let state = self.state.borrow();
            (state.rows, state.complete)
        };
        if complete {
            return Ok(false);
        }
        let page = match self.page(rows / self.page_size()).await {
            Ok(page) => page,
            Err(failure) if rows == 0 => return Err(failure.into()),
            Err(failure) => {
                self.state.borrow_mut().ended = Some(failure);
                return Ok(false);
            }
        };
        let mut state = self.state.borrow_mut();
        state.ended = None;
        if state.columns.is_empty() {
            state.columns = table::Rows::columns(page.as_ref()).to_vec();
        }
        for row in 0..page.len() {
            state.profiler.add_row(page.row(row));
            self.scan.row(&page.cells_of(row), &state.columns);
        }
        state.rows += page.len() as u64;
        let came = page.len() as u64;
        // A host may have a bound of its own, which its first answer shows.
        if rows == 0 && came > 0 && state.total.is_some_and(|total| total.value() > came) {
            state.page = came;
        }
        // A page that adds nothing ends it, whatever the total says.
        let total = state.total.filter(|total| total.is_exact());
        state.complete =
            came < state.page || total.is_some_and(|total| state.rows >= total.value());
        Ok(!state.complete)
    }
}

/// Every page can be asked for, whatever was read.
fn reach(state: &State) -> Reach {
    let total = state.total.map_or(0, Count::value);
    let rows = match state.complete {
        true => state.rows,
        false => total.max(state.rows),
    };
    Reach { rows, grows: true }
}

impl Table for Store {
    fn opened(&self) -> Box<Opened> {
        let state = self.state.borrow();
        let profile = state.profiler.finish(state.columns.len());
        let mut columns = state.columns.clone();
        for (column, found) in columns.iter_mut().zip(&profile.columns) {
            column.kind = found.kind;
        }
        let rows = match (state.complete, state.total) {
            (true, _) => Count::Exactly(state.rows),
            (false, Some(total)) => total,
            (false, None) => Count::AtLeast(state.rows),
        };
        let mut opened = unread("datastore");
        opened.columns = columns;
        opened.rows = rows;
        opened.reach = reach(&state);
        opened.bytes_read = state.bytes;
        opened.complete = state.complete;
        opened.ended = state.ended.clone();
        opened.profile = profile;
        opened
    }

    fn reach(&self) -> Reach {
        reach(&self.state.borrow())
    }

    fn progress(&self) -> (u64, Option<u64>, u64) {
        let state = self.state.borrow();
        (state.bytes, None, state.rows)
    }

    fn read_on(self: Rc<Self>) -> Wait<'static, Result<bool, Failed>> {
        Box::pin(self.next())
    }

    fn rows(
        self: Rc<Self>,
        numbers: Vec<u64>,
        columns: Range<usize>,
    ) -> Wait<'static, Result<table::Table, Failure>> {
        Box::pin(async move {
            let mut out = table::Table::new(columns.clone().map(|_| Column::new("")).collect());
            for number in numbers {
                let size = self.page_size();
                let page = self.page(number / size).await?;
                let row = usize::try_from(number % size).unwrap_or(usize::MAX);
                if row >= page.len() {
                    break;
                }
                let cells: Vec<Cell<'_>> = columns.clone().map(|at| page.get(row, at)).collect();
                out.push_row(cells);
            }
            Ok(out)
        })
    }

    fn walk(self: Rc<Self>, _: Option<Vec<usize>>) -> Box<dyn Walk> {
        let end = self.state.borrow().rows;
        Box::new(Pages {
            store: self,
            at: 0,
            end,
        })
    }
}

struct Pages {
    store: Rc<Store>,
    at: u64,
    end: u64,
}

impl Walk for Pages {
    fn step<'a>(&'a mut self, each: Each<'a>) -> Wait<'a, Result<bool, Failure>> {
        Box::pin(async move {
            if self.at >= self.end {
                return Ok(false);
            }
            let size = self.store.page_size();
            let page = self.store.page(self.at / size).await?;
            for row in 0..page.len() {
                let number = self.at + row as u64;
                if number >= self.end || !each(number, &page.cells_of(row)) {
                    return Ok(false);
                }
            }
            self.at += size;
            Ok(self.at < self.end)
        })
    }
}
