//! The handle of the programs that open data files: not fetched before a person opens a preview,
//! ended when the person leaves it, so that nothing of a file stays in memory.

mod export;
mod handle;
mod hear;
mod state;

pub(crate) use export::Exporting;
pub(crate) use handle::PreviewEngine;
pub(crate) use state::{Look, PreviewState, Progress, RowsCame, Stands, WholeCell};
