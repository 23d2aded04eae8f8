//! `jishi check`.

use crate::{Outcome, args::CheckArgs};

/// Runs the verb.
pub(crate) fn run(args: &CheckArgs) -> anyhow::Result<Outcome> {
    anyhow::bail!("not in this build yet: {args:?}")
}
