//! How re-identifiable the rows read are by some of their columns: one walk through them.

use super::Inner;
use crate::{Each, Table, world::Pace};
use privacy::{Measure, TooMuch};
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
        let risk = measured(&shared, table, quasi, sensitive).await;
        shared.world.say(&Reply::Risk { ticket, risk });
    }));
    inner.state.borrow_mut().measuring = Some(work);
}

async fn measured(
    inner: &Inner,
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
    let (mut rows, mut broke) = (0, None);
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
            Err(failure) => {
                broke = Some(failure);
                break;
            }
        }
    }
    let opened = table.opened();
    let complete = opened.complete && broke.is_none();
    let mut risk = Risk {
        quasi,
        sensitive,
        rows,
        complete,
        classes: 0,
        k: 0,
        unique: 0,
        under_five: 0,
        average: String::new(),
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
            risk.average = format!("{:.3}", found.class_size());
            risk.l = found.sensitive.iter().map(|column| column.l).collect();
            risk.t = found
                .sensitive
                .iter()
                .map(|column| format!("{:.6}", column.t))
                .collect();
        }
        Err(TooMuch::Memory { bytes, .. }) => {
            risk.refused = Some(Notice::new(Code::TooLarge).with("most", bytes));
        }
        Err(TooMuch::Collisions { rows }) => {
            risk.refused = Some(Notice::new(Code::TooLarge).with("rows", rows));
        }
    }
    risk
}
