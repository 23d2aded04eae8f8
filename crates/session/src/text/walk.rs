//! A walk through the rows of a text that were read: through the file once more, or, where it
//! cannot be had again, through the rows that are held.

use super::text_table::TextTable;
use crate::{Wait, Walk, failed::of_read, source::Pieces, table::Each};
use readers::{Decoder, Pass};
use std::rc::Rc;
use wire::search::Failure;

/// Held rows that go by in one step.
const STEP: usize = 2_000;

/// A walk through what was read until now.
pub(super) fn through(table: Rc<TextTable>) -> Box<dyn Walk> {
    let state = table.state.borrow();
    let held = state.held().len();
    let again = table.source.again();
    if held as u64 == state.rows() || (again < state.bytes && !state.has_marks()) {
        drop(state);
        return Box::new(Held { table, at: 0 });
    }
    let (end, complete) = (
        state.bytes.min(again),
        state.complete && again >= state.bytes,
    );
    let pass = state.layout().map(|layout| layout.pass());
    drop(state);
    Box::new(Through {
        pieces: Rc::clone(&table.source).stream(0),
        decoder: table.world.decoder(),
        pass,
        at: 0,
        end,
        complete,
    })
}

struct Held {
    table: Rc<TextTable>,
    at: usize,
}

impl Walk for Held {
    fn step<'a>(&'a mut self, each: Each<'a>) -> Wait<'a, Result<bool, Failure>> {
        Box::pin(async move {
            let state = self.table.state.borrow();
            let held = state.held();
            let end = held.len().min(self.at + STEP);
            for row in self.at..end {
                if !each(row as u64, &held.cells_of(row)) {
                    return Ok(false);
                }
            }
            self.at = end;
            Ok(end < held.len())
        })
    }
}

struct Through {
    pieces: Box<dyn Pieces>,
    decoder: Box<dyn Decoder>,
    pass: Option<Pass>,
    at: u64,
    end: u64,
    complete: bool,
}

impl Walk for Through {
    fn step<'a>(&'a mut self, each: Each<'a>) -> Wait<'a, Result<bool, Failure>> {
        Box::pin(async move {
            let broken = |error| of_read(&error);
            let room = self.end - self.at;
            let piece = match room {
                0 => None,
                _ => self.pieces.next().await?,
            };
            let decoder = self.decoder.as_mut();
            match (piece, &mut self.pass) {
                (Some(mut piece), Some(pass)) => {
                    piece.truncate(usize::try_from(room).unwrap_or(usize::MAX));
                    self.at += piece.len() as u64;
                    pass.push(&piece, decoder, each).map_err(broken)
                }
                _ => {
                    if let Some(pass) = self.pass.take() {
                        let complete = self.complete && self.at == self.end;
                        pass.finish(complete, decoder, each).map_err(broken)?;
                    }
                    Ok(false)
                }
            }
        })
    }
}
