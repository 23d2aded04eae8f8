//! **The other half of the seam:** who makes a table of bytes.

use crate::{Failed, Scan, Table, Wait, World, source::Source};
use std::rc::Rc;
use wire::preview::{Opened, Options, Program};

/// Makes tables of the files of some formats.
pub trait Opener {
    /// Opens what is left once the wrappings are off. What it is, its bytes say.
    ///
    /// # Errors
    /// When nothing can be shown of it; see [`Failed`] for the codes.
    fn open(&self, given: Given) -> Wait<'static, Result<Answer, Failed>>;

    /// Opens rows of a CKAN datastore, which are no file. One program does; `None` is another.
    fn datastore(&self, _rows: Rows) -> Option<Wait<'static, Result<Rc<dyn Table>, Failed>>> {
        None
    }
}

/// Rows of a CKAN datastore to open.
pub struct Rows {
    /// Absolute address of the API.
    pub api: String,
    /// The resource.
    pub resource: String,
    /// Show it every row that is read.
    pub scan: Scan,
    /// The page, the clock, the network.
    pub world: Rc<dyn World>,
}

/// A file to open.
pub struct Given {
    /// Its bytes.
    pub source: Rc<dyn Source>,
    /// Its first bytes: 64 KiB or more, fewer only where the file ends.
    pub magic: Vec<u8>,
    /// Its name, or the last part of its address, without what was unwrapped.
    pub name: Option<String>,
    /// Its media type as the host sent it, or the catalog states it: a hint.
    pub media_type: Option<String>,
    /// The character set of the catalog: a hint.
    pub charset: Option<String>,
    /// What the visitor overrode.
    pub options: Options,
    /// Show it every row that is read.
    pub scan: Scan,
    /// The page, the clock, the network.
    pub world: Rc<dyn World>,
    /// Says how many bytes of how many came, for openers that read much before there is a table.
    pub progress: Box<dyn Fn(u64, Option<u64>)>,
}

/// What became of a file.
pub enum Answer {
    /// It is open.
    Table(Rc<dyn Table>),
    /// It is no table: `leads` says what it is.
    Leads(Box<Opened>),
    /// Another program opens it.
    Elsewhere(Program),
}
