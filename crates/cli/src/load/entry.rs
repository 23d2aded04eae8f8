//! What comes of a FILE.

use catalog::{Catalog, Config, Notice, Parsed, SourceKind, Text};
use search::Index;
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
    /// What was odd about the bytes of a table; `notices` has it too, in words.
    pub(crate) of_table: Vec<table::Notice>,
    /// The index of a catalog too large to be held otherwise, or of one that was built ahead;
    /// `catalog` has no listings then.
    pub(crate) index: Option<Index>,
}

impl Loaded {
    /// The same with every listing in the catalog, whatever it was read from.
    pub(crate) fn in_full(mut self) -> Self {
        if let Some(index) = self.index.take() {
            let listings = &mut self.catalog.listings;
            index.each_listing(&mut |listing| listings.push(listing));
        }
        self
    }

    /// How many listings there are.
    pub(crate) fn listings(&self) -> u64 {
        match &self.index {
            Some(index) => index.searched() + index.off_shelf(),
            None => self.catalog.listings.len() as u64,
        }
    }
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
