//! From an address to a table: bytes, wrappings, the program's own opener.

use super::{
    Inner,
    sourced::{Sourced, sourced},
};
use crate::{
    Answer, Failed, Given, Scan, Table, datastore,
    source::Source,
    table::unread,
    wrapped::{Unwrapped, Wrappings, unwrap},
};
use std::rc::Rc;
use wire::preview::{File, Leads, Opened, Options, Program};

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
        let (api, resource) = (api.clone(), resource.clone());
        let table = datastore::open(api, resource, scan.clone(), world).await?;
        return Ok(Came::Table(table, scan, Wrappings::default()));
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
        wrappings,
    } = left;
    let is_bare = wrappings.wrapped.is_empty();
    if wrappings.entry.is_none() && !wrappings.entries.is_empty() {
        let size = source.outer();
        let mut opened = unread("zip");
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
        Answer::Leads(mut opened) => {
            wrappings.put(&mut opened);
            Came::Leads(opened)
        }
    })
}
