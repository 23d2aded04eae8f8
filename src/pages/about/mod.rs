//! About this catalogue: sources and how they stand, what was repaired, the configuration,
//! and how this site speaks.

mod page;
mod repairs;
mod sources;

pub(crate) use page::About;
