//! From an address to a table: bytes, wrappings, the program's own opener.

use super::{
    Inner,
    sourced::{Sourced, sourced},
};
use crate::{
    Answer, Failed, Given, Rows, Scan, Table,
    source::Source,
    table::unread,
    wrapped::{Unwrapped, Wrappings, unwrap},
};
use readers::{Format, Hints};
use std::rc::Rc;
use wire::preview::{File, Leads, Opened, Options, Program, Reply};

/// What came of opening.
pub(super) enum Came {
    Table(Rc<dyn Table>, Scan, Wrappings),
    Leads(Box<Opened>),
    Elsewhere(Program),
}

/// Reaches for a file, unwraps it and has it opened.
pub(super) async fn reach(
    inner: &Inner,
    file: &File,
    options: Options,
    own: Option<Rc<dyn Source>>,
) -> Result<Came, Failed> {
    let scan = Scan::default();
    let world = Rc::clone(&inner.world);
    if let File::Datastore { api, resource } = file {
        let opening = inner.opener.datastore(Rows {
            api: api.clone(),
            resource: resource.clone(),
            scan: scan.clone(),
            world,
        });
        return Ok(match opening {
            Some(table) => Came::Table(table.await?, scan, Wrappings::default()),
            None => Came::Elsewhere(Program::Text),
        });
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
    let (ticket, page) = (inner.state.borrow().ticket, Rc::clone(&inner.world));
    let progress = move |bytes, total| {
        page.say(&Reply::Progress {
            ticket,
            bytes,
            total,
            rows: 0,
        });
    };
    let entry = options.entry.as_deref();
    let left = unwrap(source, name, entry, world.as_ref(), &progress).await?;
    let Unwrapped {
        source,
        magic,
        name,
        mut wrappings,
    } = left;
    let is_bare = wrappings.wrapped.is_empty();
    // What the host says is of the wrapping.
    let media_type = media_type.filter(|_| is_bare);
    if let Some(found) = Format::by_magic(&magic) {
        let hints = Hints {
            name: name.as_deref(),
            media_type: media_type.as_deref(),
            charset: None,
        };
        wrappings.disagrees = hints.disagree(found);
    }
    if wrappings.entry.is_none() && !wrappings.entries.is_empty() {
        let size = source.outer();
        let mut opened = unread("zip");
        opened.bytes_read = wrappings.read;
        opened.bytes_total = size.bytes;
        opened.total_exact = size.exact;
        opened.leads = Some(Leads::Archive);
        wrappings.put(&mut opened);
        return Ok(Came::Leads(opened));
    }
    let given = Given {
        source,
        magic,
        name,
        media_type,
        charset,
        options,
        scan: scan.clone(),
        world,
        progress: Box::new(progress),
    };
    Ok(match inner.opener.open(given).await? {
        Answer::Table(table) => Came::Table(table, scan, wrappings),
        Answer::Elsewhere(program) => Came::Elsewhere(program),
        Answer::Leads(mut opened) => {
            wrappings.put(&mut opened);
            Came::Leads(opened)
        }
    })
}
