//! Typed handles to the two workers. The page asks in values and gets signals; messages,
//! generations and worker lives stay in here.

mod aside;
mod left_open;
mod loadable;
mod preview;
mod program;
mod search;
mod spare;

pub(crate) use aside::{Digest, Looked, only_hits};
pub(crate) use left_open::LeftOpen;
pub(crate) use loadable::Loadable;
pub(crate) use preview::{
    Exporting, Look, PreviewEngine, PreviewState, Progress, RowsCame, Stands, WholeCell,
};
pub(crate) use search::{Found, SearchEngine};
pub(crate) use spare::Spare;
