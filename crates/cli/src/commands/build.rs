//! `jishi build`.

use crate::{Outcome, args::BuildArgs};

/// Runs the verb.
pub(crate) fn run(args: &BuildArgs) -> anyhow::Result<Outcome> {
    anyhow::bail!("not in this build yet: {args:?}")
}
