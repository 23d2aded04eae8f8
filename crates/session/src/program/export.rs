//! The rows of a view as a file, in parts, masked as they are shown.

use super::Inner;
use crate::{Each, Table, failed::failure, scan::Masks, world::Pace};
use std::rc::Rc;
use table::{Cell, Cells, Kind};
use wire::{
    preview::{Form, Reply},
    search::Failure,
};

/// Bytes of a part at most; one is sent when it has come near.
const PART: usize = 256_000;

/// Rows that are fetched at once where the view has an order of its own.
const AT_ONCE: u64 = 1_000;

/// What is asked for.
pub(super) struct Ask {
    pub(super) look: u64,
    pub(super) form: Form,
    pub(super) columns: Vec<u32>,
    pub(super) source: Vec<String>,
}

/// Begins an export; one under way ends.
pub(super) fn start(inner: &Rc<Inner>, ticket: u64, ask: Ask) {
    let (writer, table, found, all, older) = {
        let mut state = inner.state.borrow_mut();
        let older = state.exporting.take();
        let Some(open) = state.open(ticket) else {
            return;
        };
        if open.view.look != ask.look || open.view.pending.is_some() {
            return;
        }
        let columns = &open.columns;
        let columns = ask.columns.iter().filter_map(|at| {
            let column = columns.get(*at as usize)?;
            Some((*at as usize, column.name.clone(), column.kind))
        });
        let writer = Writer {
            inner: Rc::clone(inner),
            ticket,
            look: ask.look,
            form: ask.form,
            columns: columns.collect(),
            masks: open.view.masks(&open.masks),
            text: String::new(),
            rows: 0,
        };
        let found = open.view.found.clone();
        // What the page says of the file: no more, should more be read meanwhile.
        let reach = open.table.reach();
        let all = match reach.grows {
            true => open.read,
            false => open.read.min(reach.rows),
        };
        (writer, Rc::clone(&open.table), found, all, older)
    };
    drop(older);
    let work = inner.world.spawn(Box::pin(async move {
        let mut writer = writer;
        writer.head(&ask.source);
        let went = match &found {
            Some(found) if !found.is_rising() => writer.ordered(&table, found).await,
            found => writer.rising(&table, found.as_ref(), all).await,
        };
        match went {
            Ok(()) => writer.end(),
            Err(failure) => writer.fail(failure),
        }
    }));
    inner.state.borrow_mut().exporting = Some(work);
}

struct Writer {
    inner: Rc<Inner>,
    ticket: u64,
    look: u64,
    form: Form,
    columns: Vec<(usize, String, Kind)>,
    masks: Masks,
    text: String,
    rows: u64,
}

/// A row as it is written: the columns asked for, masked.
struct Line(Vec<Option<String>>);

impl Cells for Line {
    fn cell(&self, column: usize) -> Cell<'_> {
        match self.0.get(column) {
            Some(Some(text)) => Cell::Text(text),
            _ => Cell::Missing,
        }
    }
}

impl Writer {
    fn head(&mut self, source: &[String]) {
        match self.form {
            Form::Csv => {
                let names = self.columns.iter().map(|(_, name, _)| name.as_str());
                sift::csv::head(names, &mut self.text);
            }
            Form::Json => sift::json::head(source, &mut self.text),
        }
    }

    /// Walks through the file and writes the rows of the view.
    async fn rising(
        &mut self,
        table: &Rc<dyn Table>,
        found: Option<&sift::Found>,
        all: u64,
    ) -> Result<(), Failure> {
        let world = Rc::clone(&self.inner.world);
        let mut messages = Pace::of_messages(world.as_ref());
        let mut walk =
            Rc::clone(table).walk(Some(self.columns.iter().map(|(at, ..)| *at).collect()));
        let mut place = 0;
        loop {
            let each: Each<'_> = &mut |number, row| {
                let wanted = match found {
                    Some(found) => found.number(place),
                    None => Some(number).filter(|number| *number < all),
                };
                if wanted == Some(number) {
                    place += 1;
                    self.row(row);
                }
                wanted.is_some()
            };
            if !walk.step(each).await? {
                let is_short = match found {
                    Some(found) => found.number(place).is_some(),
                    None => place < all,
                };
                return match is_short {
                    true => Err(failure("short", "")),
                    false => Ok(()),
                };
            }
            messages.give_way(world.as_ref()).await;
        }
    }

    /// Fetches the rows in the order of the view.
    async fn ordered(&mut self, table: &Rc<dyn Table>, found: &sift::Found) -> Result<(), Failure> {
        let world = Rc::clone(&self.inner.world);
        let mut messages = Pace::of_messages(world.as_ref());
        let width = self
            .columns
            .iter()
            .map(|(at, ..)| at + 1)
            .max()
            .unwrap_or(0);
        let mut from = 0;
        loop {
            let numbers: Vec<u64> = (from..from + AT_ONCE)
                .map_while(|place| found.number(place))
                .collect();
            if numbers.is_empty() {
                return Ok(());
            }
            from += numbers.len() as u64;
            let wanted = numbers.len();
            let rows = Rc::clone(table).rows(numbers, 0..width).await?;
            if rows.len() < wanted {
                return Err(failure("short", ""));
            }
            for row in 0..rows.len() {
                self.row(&rows.cells_of(row));
            }
            messages.give_way(world.as_ref()).await;
        }
    }

    fn row(&mut self, row: &dyn Cells) {
        let texts = self.columns.iter().map(|(at, ..)| {
            let text = row.cell(*at).text()?;
            Some(self.masks.cover(*at, text).into_owned())
        });
        let line = Line(texts.collect());
        let places = 0..u32::try_from(self.columns.len()).unwrap_or(u32::MAX);
        match self.form {
            Form::Csv => {
                let places: Vec<u32> = places.collect();
                sift::csv::row(&line, &places, &mut self.text);
            }
            Form::Json => {
                let columns = places.zip(&self.columns);
                let columns = columns.map(|(at, (_, name, kind))| (at, name.as_str(), *kind));
                let columns: Vec<_> = columns.collect();
                sift::json::row(&line, &columns, self.rows == 0, &mut self.text);
            }
        }
        self.rows += 1;
        if self.text.len() >= PART * 3 / 4 {
            self.say(false);
        }
    }

    /// A file that lacks rows is no file.
    fn fail(&self, failure: Failure) {
        self.inner.world.say(&Reply::ExportFailed {
            ticket: self.ticket,
            look: self.look,
            rows: self.rows,
            failure,
        });
    }

    fn end(&mut self) {
        if self.form == Form::Json {
            sift::json::tail(&mut self.text);
        }
        self.say(true);
    }

    /// Sends what is written; a row longer than a part in several.
    fn say(&mut self, done: bool) {
        let mut text = std::mem::take(&mut self.text);
        while text.len() > PART {
            let rest = text.split_off(text.floor_char_boundary(PART));
            self.send(text, false);
            text = rest;
        }
        self.send(text, done);
    }

    fn send(&self, text: String, done: bool) {
        self.inner.world.say(&Reply::Exported {
            ticket: self.ticket,
            look: self.look,
            text,
            rows: self.rows,
            done,
        });
    }
}
