//! `jishi check`: what is in the files, and what the publisher should mend.

mod report;
mod text;

use crate::{
    Outcome,
    args::CheckArgs,
    load::{Content, load},
    output,
};
use report::Report;

/// Runs the verb. Faults of the publisher profile do not make a catalog unusable; a file that
/// gives no catalog at all does.
pub(crate) fn run(args: &CheckArgs) -> anyhow::Result<Outcome> {
    let entries = load(&args.inputs);
    for entry in &entries {
        if let Content::Unusable(unusable) = &entry.content {
            output::say(&format!(
                "jishi: {}: {}\n  {}",
                entry.path, unusable.reason, unusable.fix
            ));
        }
    }
    let report = Report::of(&entries);
    if args.json {
        output::json(&report)?;
    } else {
        output::line(&text::of(&report))?;
    }
    Ok(if report.usable {
        Outcome::Done
    } else {
        Outcome::NotUsable
    })
}
