//! A file is opened by its beginning; then, when asked, read on.

use super::{
    Inner,
    reach::{Came, reach},
    state::Open,
};
use crate::{Failed, Table, failed::failure, source::Source, world::Pace};
use std::{future::poll_fn, mem, rc::Rc};
use wire::{
    preview::{File, Options, Reply},
    search::Failure,
};

/// Milliseconds between two messages of progress.
pub(super) const PROGRESS: f64 = 100.0;

/// Begins to open a file; whatever was under way ends.
pub(super) fn start(
    inner: &Rc<Inner>,
    ticket: u64,
    file: File,
    options: Options,
    own: Option<Rc<dyn Source>>,
    whole: bool,
) {
    let older = {
        let mut state = inner.state.borrow_mut();
        let sourced = state.sourced.take();
        let older = mem::take(&mut *state);
        state.ticket = ticket;
        // A file that comes again beside a message may have changed.
        state.sourced = sourced.filter(|(before, _)| *before == file && own.is_none());
        older
    };
    // Outside the borrow: what the older works own may look at the state.
    drop(older);
    let shared = Rc::clone(inner);
    let work = inner.world.spawn(Box::pin(async move {
        let came = reach(&shared, &file, options, own).await;
        let is_table = matches!(came, Ok(Came::Table(..)));
        tell(&shared, ticket, came);
        if is_table {
            if whole {
                read_on(&shared, ticket).await;
            } else {
                begin_to_measure(&shared, ticket);
            }
        }
        done(&shared, ticket);
    }));
    let mut state = inner.state.borrow_mut();
    if state.ticket == ticket && !mem::take(&mut state.ended_at_once) {
        state.reading = Some(work);
    }
}

fn tell(inner: &Inner, ticket: u64, came: Result<Came, Failed>) {
    let reply = match came {
        Ok(Came::Table(table, scan, wrappings)) => {
            let mut open = Open::new(table, scan, wrappings);
            let opened = open.opened();
            inner.state.borrow_mut().open = Some(open);
            Reply::Opened { ticket, opened }
        }
        Ok(Came::Leads(opened)) => Reply::Opened { ticket, opened },
        Ok(Came::Elsewhere(program)) if program == inner.program => Reply::Failed {
            ticket,
            failure: failure("unsupported", ""),
            notice: None,
        },
        Ok(Came::Elsewhere(program)) => Reply::Elsewhere { ticket, program },
        Err(failed) => {
            // Bytes that came are kept, in case another encoding does; a host is asked again.
            let mut state = inner.state.borrow_mut();
            if failed.notice.is_none() {
                state.sourced = None;
            }
            Reply::Failed {
                ticket,
                failure: failed.failure,
                notice: failed.notice.map(|notice| *notice),
            }
        }
    };
    inner.world.say(&reply);
}

/// Beside all else: nobody waits for a host that is slow to say it.
fn begin_to_measure(inner: &Rc<Inner>, ticket: u64) {
    let shared = Rc::clone(inner);
    let work = inner.world.spawn(Box::pin(async move {
        measure(&shared, ticket).await;
    }));
    inner.state.borrow_mut().sizing = Some(work);
}

/// Asks how large the file is, where nobody said so for sure, and says it.
async fn measure(inner: &Inner, ticket: u64) {
    let known = |inner: &Inner| {
        let state = inner.state.borrow();
        let open = state.open(ticket)?;
        let (bytes, total, _) = open.table.progress();
        let sourced = state.sourced.as_ref()?;
        let size = sourced.1.source.size();
        let is_open = !size.exact && total.is_none_or(|total| total > bytes);
        is_open.then(|| (Rc::clone(&sourced.1.source), size))
    };
    if let Some((source, before)) = known(inner)
        && source.measure().await != before
        && let state = inner.state.borrow()
        // While it is read on the page waits for the end of that, which says the size, too.
        && state.open(ticket).is_some_and(|open| !open.reads)
    {
        drop(state);
        say_opened(inner, ticket);
    }
}

/// The reading has ended, for this reason if not at the end of the file.
fn ended(inner: &Inner, ticket: u64, why: Option<Failure>) {
    if let Some(open) = inner.state.borrow_mut().open_mut(ticket) {
        open.reads = false;
        open.ended = why;
    }
    say_opened(inner, ticket);
}

fn say_opened(inner: &Inner, ticket: u64) {
    let opened = {
        let mut state = inner.state.borrow_mut();
        state.open_mut(ticket).map(|open| {
            let mut opened = open.opened();
            if !opened.complete {
                opened.ended = open.ended.clone().or(opened.ended);
            }
            opened
        })
    };
    if let Some(opened) = opened {
        inner.world.say(&Reply::Opened { ticket, opened });
    }
}

/// Reads on to the end of the open file.
pub(super) fn read_all(inner: &Rc<Inner>, ticket: u64) {
    if inner.state.borrow().open(ticket).is_none() {
        return;
    }
    let shared = Rc::clone(inner);
    let work = inner.world.spawn(Box::pin(async move {
        read_on(&shared, ticket).await;
        done(&shared, ticket);
    }));
    let mut state = inner.state.borrow_mut();
    let older = match mem::take(&mut state.ended_at_once) {
        true => Some(work),
        false => state.reading.replace(work),
    };
    drop(state);
    drop(older);
}

async fn read_on(inner: &Inner, ticket: u64) {
    let world = inner.world.as_ref();
    let found = {
        let mut state = inner.state.borrow_mut();
        state.open_mut(ticket).map(|open| {
            open.reads = true;
            open.ended = None;
            Rc::clone(&open.table)
        })
    };
    let Some(table) = found else {
        return;
    };
    let mut progress = Pace::new(world, PROGRESS);
    let mut messages = Pace::of_messages(world);
    let why = loop {
        let mut part = Rc::clone(&table).read_on();
        let mut rest = Some(world.rest());
        let came = poll_fn(|context| {
            let polled = part.as_mut().poll(context);
            // A host may stall: what came before is told nevertheless, whatever the clock says, since
            // nobody asks it again.
            let rests = rest.as_mut().map(|rest| rest.as_mut().poll(context));
            let is_late = rests.is_some_and(|rests| rests.is_ready());
            if is_late {
                rest = None;
            }
            // A part may be a row group, and take seconds.
            if polled.is_pending() && (is_late || progress.is_due(world)) {
                say_progress(inner, ticket, table.as_ref());
            }
            polled
        });
        match came.await {
            Ok(true) => {}
            Ok(false) => break None,
            Err(failed) => break Some(failed.failure),
        }
        if progress.is_due(world) {
            say_progress(inner, ticket, table.as_ref());
        }
        messages.give_way(world).await;
    };
    say_progress(inner, ticket, table.as_ref());
    ended(inner, ticket, why);
}

fn say_progress(inner: &Inner, ticket: u64, table: &dyn Table) {
    let (bytes, total, rows) = table.progress();
    inner.world.say(&Reply::Progress {
        ticket,
        bytes,
        total,
        rows,
    });
}

/// The visitor stopped the reading: what came stays open.
pub(super) fn stopped(inner: &Inner, ticket: u64) {
    let table = {
        let state = inner.state.borrow();
        state.open(ticket).map(|open| Rc::clone(&open.table))
    };
    match table {
        Some(table) => {
            say_progress(inner, ticket, table.as_ref());
            ended(inner, ticket, Some(failure("aborted", "")));
        }
        None => inner.world.say(&Reply::Failed {
            ticket,
            failure: failure("aborted", ""),
            notice: None,
        }),
    }
}

/// The reading has ended by itself. Work that never waited ends before it is noted as begun.
fn done(inner: &Inner, ticket: u64) {
    let mut state = inner.state.borrow_mut();
    if state.ticket == ticket {
        let work = state.reading.take();
        state.ended_at_once = work.is_none();
        drop(state);
        // A work may drop its own handle.
        drop(work);
    }
}
