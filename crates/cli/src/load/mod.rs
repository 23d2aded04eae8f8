//! FILEs of the command line become catalogs: by content, never by name. Reading and wiring
//! only; what a file means is decided in `catalog`, `readers` and `sheets`.

mod ahead;
mod config;
mod entry;
mod file;
mod large;
pub(crate) mod local;
mod shards;
mod sheet;

use crate::args::Inputs;
use catalog::Limits;

pub(crate) use entry::{Content, Entry, Loaded, Unusable};

/// Reads every FILE, each configuration followed by its sources, in order.
pub(crate) fn load(inputs: &Inputs) -> Vec<Entry> {
    let mut entries = Vec::new();
    for path in &inputs.files {
        file::load(path, inputs.mapping.as_deref(), &mut entries);
    }
    unique_sources(&mut entries);
    entries
}

/// Two catalogs of one id would share keys; the second gets a number.
fn unique_sources(entries: &mut [Entry]) {
    let mut taken = std::collections::HashSet::new();
    for entry in entries {
        if let Content::Catalog(loaded) = &mut entry.content {
            let wanted = loaded.source.clone();
            let mut number = 2;
            while !taken.insert(loaded.source.clone()) {
                loaded.source = format!("{wanted}-{number}");
                number += 1;
            }
        }
    }
}

/// A host reads its own files: larger ones than a page would.
pub(crate) fn limits() -> Limits {
    Limits {
        bytes: 2 << 30,
        notices: 10_000,
        ..Limits::default()
    }
}
