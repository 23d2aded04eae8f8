//! A file is reached for, unwrapped and opened by its beginning; then, when asked, read on.

use super::{
    Inner,
    sourced::{Sourced, sourced},
    state::Open,
};
use crate::{
    Answer, Failed, Given, Scan, Table, datastore,
    failed::failure,
    source::Source,
    table::unread,
    world::Pace,
    wrapped::{Unwrapped, unwrap},
};
use std::{future::poll_fn, mem, rc::Rc};
use wire::{
    preview::{File, Leads, Opened, Options, Reply},
    search::Failure,
};

/// Milliseconds between two messages of progress.
pub(super) const PROGRESS: f64 = 100.0;

/// What came of opening.
enum Came {
    Table(Rc<dyn Table>, Scan, Box<Opened>),
    Leads(Box<Opened>),
    Elsewhere(wire::preview::Program),
}

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
                measure(&shared, ticket).await;
            }
        }
        done(&shared, ticket);
    }));
    let mut state = inner.state.borrow_mut();
    if state.ticket == ticket && !mem::take(&mut state.ended_at_once) {
        state.reading = Some(work);
    }
}

async fn reach(
    inner: &Inner,
    file: &File,
    options: Options,
    own: Option<Rc<dyn Source>>,
) -> Result<Came, Failed> {
    let scan = Scan::default();
    let world = Rc::clone(&inner.world);
    if let File::Datastore { api, resource } = file {
        let (api, resource) = (api.clone(), resource.clone());
        let table = datastore::open(api, resource, scan.clone(), world).await?;
        return Ok(Came::Table(table, scan, Box::new(unread(""))));
    }
    let known = inner.state.borrow().sourced.clone();
    let Sourced {
        source,
        name,
        media_type,
        charset,
    } = match known {
        Some((_, sourced)) => sourced,
        None => {
            let sourced = sourced(file, own, world.as_ref()).await?;
            inner.state.borrow_mut().sourced = Some((file.clone(), sourced.clone()));
            sourced
        }
    };
    let left = unwrap(source, name, options.entry.as_deref(), world.as_ref()).await?;
    let Unwrapped {
        source,
        magic,
        name,
        wrapped,
        entries,
        entry,
    } = left;
    let is_bare = wrapped.is_empty();
    let chosen = entry.is_some() || entries.is_empty();
    let wrappings = Box::new(Opened {
        wrapped,
        entries,
        entry,
        ..unread("")
    });
    if !chosen {
        let size = source.outer();
        return Ok(Came::Leads(Box::new(Opened {
            format: "zip".to_owned(),
            bytes_total: size.bytes,
            total_exact: size.exact,
            leads: Some(Leads::Archive),
            ..*wrappings
        })));
    }
    let given = Given {
        source,
        magic,
        name,
        // What the host says is of the wrapping.
        media_type: media_type.filter(|_| is_bare),
        charset,
        options,
        scan: scan.clone(),
        world,
    };
    Ok(match inner.opener.open(given).await? {
        Answer::Table(table) => Came::Table(table, scan, wrappings),
        Answer::Elsewhere(program) => Came::Elsewhere(program),
        Answer::Leads(opened) => {
            let Opened {
                wrapped,
                entries,
                entry,
                ..
            } = *wrappings;
            Came::Leads(Box::new(Opened {
                wrapped,
                entries,
                entry,
                ..*opened
            }))
        }
    })
}

fn tell(inner: &Inner, ticket: u64, came: Result<Came, Failed>) {
    let reply = match came {
        Ok(Came::Table(table, scan, wrappings)) => {
            let mut open = Open::new(table, scan, wrappings);
            let opened = Box::new(open.opened());
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
    {
        say_opened(inner, ticket, None);
    }
}

fn say_opened(inner: &Inner, ticket: u64, ended: Option<Failure>) {
    let opened = {
        let mut state = inner.state.borrow_mut();
        state.open_mut(ticket).map(Open::opened)
    };
    if let Some(mut opened) = opened {
        if !opened.complete {
            opened.ended = ended.or(opened.ended);
        }
        let opened = Box::new(opened);
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
        let state = inner.state.borrow();
        state.open(ticket).map(|open| Rc::clone(&open.table))
    };
    let Some(table) = found else {
        return;
    };
    let mut progress = Pace::new(world, PROGRESS);
    let mut messages = Pace::of_messages(world);
    let ended = loop {
        let mut part = Rc::clone(&table).read_on();
        let came = poll_fn(|context| {
            let polled = part.as_mut().poll(context);
            // A part may be a row group, and take seconds.
            if polled.is_pending() && progress.is_due(world) {
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
    say_opened(inner, ticket, ended);
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
            say_opened(inner, ticket, Some(failure("aborted", "")));
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
