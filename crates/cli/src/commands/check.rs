//! `jishi check`: what is in the files, and what the publisher should mend.

mod report;
mod text;

use crate::{
    Outcome,
    args::CheckArgs,
    load::{Content, Entry, load},
    output::{self, Failure},
};
use report::Report;

/// Runs the verb. Faults of the publisher profile do not make a catalog unusable; a file that
/// gives no catalog at all does.
pub(crate) fn run(args: &CheckArgs) -> anyhow::Result<Outcome> {
    let in_full = |entry: Entry| match entry.content {
        Content::Catalog(loaded) => Entry {
            content: Content::Catalog(Box::new(loaded.in_full())),
            ..entry
        },
        _ => entry,
    };
    let entries: Vec<Entry> = load(&args.inputs).into_iter().map(in_full).collect();
    Failure::of(&entries).iter().for_each(Failure::say);
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
