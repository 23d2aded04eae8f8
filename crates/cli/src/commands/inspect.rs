//! `jishi inspect`.

use crate::{Outcome, args::InspectArgs};

/// Runs the verb.
pub(crate) fn run(args: &InspectArgs) -> anyhow::Result<Outcome> {
    anyhow::bail!("not in this build yet: {args:?}")
}
