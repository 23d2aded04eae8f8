//! FILEs of the command line become catalogs: by content, never by name. Reading and wiring
//! only; what a file means is decided in `catalog`, `readers` and `sheets`.

mod config;
mod file;
pub(crate) mod local;
mod shards;
mod sheet;

use crate::args::Inputs;
use catalog::{Catalog, Config, Limits, Notice, Parsed, SourceKind, Text};
use std::path::PathBuf;

/// A catalog that was read.
#[derive(Debug)]
pub(crate) struct Loaded {
    /// First part of its keys, unique among all that was loaded.
    pub(crate) source: String,
    /// What the file was.
    pub(crate) kind: SourceKind,
    /// The mapping of a table, if one was read.
    pub(crate) mapping: Option<PathBuf>,
    /// Name given by a configuration.
    pub(crate) title: Option<Text>,
    /// Shown with its listings, given by a configuration.
    pub(crate) banner: Option<Text>,
    /// The catalog.
    pub(crate) catalog: Catalog,
    /// What was odd.
    pub(crate) notices: Vec<Notice>,
}

/// Why a file gives no catalog.
#[derive(Debug)]
pub(crate) struct Unusable {
    /// Stable kebab-case name of the case.
    pub(crate) code: &'static str,
    /// In words.
    pub(crate) reason: String,
    /// What to do, in words.
    pub(crate) fix: &'static str,
}

/// What came of one file.
#[derive(Debug)]
pub(crate) enum Content {
    /// A catalog.
    Catalog(Box<Loaded>),
    /// A configuration; its sources follow as entries of their own.
    Config(Box<Parsed<Config>>),
    /// A source of a configuration that stands on the web: named, not read.
    Remote,
    /// Nothing usable.
    Unusable(Unusable),
}

/// One file, or one source of a configuration.
#[derive(Debug)]
pub(crate) struct Entry {
    /// The file, or the address of a remote source, as it was named.
    pub(crate) path: String,
    /// What came of it.
    pub(crate) content: Content,
}

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
