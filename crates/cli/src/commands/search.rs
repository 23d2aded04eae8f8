//! `jishi search`.

use crate::{Outcome, args::SearchArgs};

/// Runs the verb.
pub(crate) fn run(args: &SearchArgs) -> anyhow::Result<Outcome> {
    anyhow::bail!("not in this build yet: {args:?}")
}
