//! One file a verb. Each has `run(&args) -> anyhow::Result<Outcome>`.

pub(crate) mod build;
pub(crate) mod check;
pub(crate) mod inspect;
pub(crate) mod search;
