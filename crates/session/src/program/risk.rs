//! How re-identifiable the rows read are by some of their columns: one walk through them.

use super::Inner;
use crate::{Each, Table, world::Pace};
use privacy::Measure;
use std::rc::Rc;
use table::{Code, Notice};
use wire::preview::{Reply, Risk};

/// Begins to measure; what is being measured ends.
pub(super) fn start(inner: &Rc<Inner>, ticket: u64, quasi: Vec<u32>, sensitive: Vec<u32>) {
    let (table, older) = {
        let mut state = inner.state.borrow_mut();
        let older = state.measuring.take();
        let Some(open) = state.open(ticket) else {
            return;
        };
        (Rc::clone(&open.table), older)
    };
    drop(older);
    let shared = Rc::clone(inner);
    let work = inner.world.spawn(Box::pin(async move {
        let risk = measured(&shared, ticket, table, quasi, sensitive).await;
        shared.world.say(&Reply::Risk { ticket, risk });
    }));
    inner.state.borrow_mut().measuring = Some(work);
}

async fn measured(
    inner: &Inner,
    ticket: u64,
    table: Rc<dyn Table>,
    quasi: Vec<u32>,
    sensitive: Vec<u32>,
) -> Risk {
    let world = inner.world.as_ref();
    let columns = quasi
        .iter()
        .chain(&sensitive)
        .map(|column| *column as usize);
    let mut walk = Rc::clone(&table).walk(Some(columns.collect()));
    let mut measure = Measure::new(quasi.len(), sensitive.len());
    let mut messages = Pace::of_messages(world);
    let (mut rows, mut broke) = (0, false);
    loop {
        let each: Each<'_> = &mut |_, row| {
            let text = |column: &u32| row.cell(*column as usize).text().unwrap_or_default();
            measure.push(quasi.iter().map(text), sensitive.iter().map(text));
            rows += 1;
            true
        };
        match walk.step(each).await {
            Ok(true) => messages.give_way(world).await,
            Ok(false) => break,
            Err(_) => {
                broke = true;
                break;
            }
        }
    }
    let is_all = inner
        .state
        .borrow()
        .open(ticket)
        .is_some_and(|open| open.complete);
    let complete = is_all && !broke;
    let mut risk = Risk {
        quasi,
        sensitive,
        rows,
        complete,
        classes: 0,
        k: 0,
        unique: 0,
        under_five: 0,
        class_size: String::new(),
        l: Vec::new(),
        t: Vec::new(),
        refused: None,
    };
    match measure.finish() {
        Ok(found) => {
            risk.rows = found.rows;
            risk.classes = found.classes;
            risk.k = found.k;
            risk.unique = found.unique;
            risk.under_five = found.below_five;
            risk.class_size = decimals(found.class_size(), 3);
            risk.l = found.sensitive.iter().map(|column| column.l).collect();
            risk.t = found
                .sensitive
                .iter()
                .map(|column| decimals(column.t, 6))
                .collect();
        }
        Err(_) => {
            let notice = Notice::new(Code::TooDifferent);
            risk.refused = Some(notice.with("most", privacy::MOST_BYTES));
        }
    }
    risk
}

/// A number with so many decimals; the formatting of floats is larger than all of this file.
fn decimals(value: f64, digits: u32) -> String {
    let scale = 10u64.pow(digits);
    let scaled = (value * scale as f64).round() as u64;
    let (whole, rest) = (scaled / scale, scaled % scale);
    format!("{whole}.{rest:0wide$}", wide = digits as usize)
}
