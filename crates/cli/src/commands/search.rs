//! `jishi search`: the shop's own search over files, so that every machine reads the same
//! answer as a visitor.

mod ask;
mod report;
mod text;

use crate::{
    Outcome,
    args::SearchArgs,
    load::{Content, Entry, load},
    output,
};
use ::search::{Index, Query, Reader};

/// Runs the verb. A file that gives no catalog is told and makes the exit 1; the others
/// are searched all the same.
pub(crate) fn run(args: &SearchArgs) -> anyhow::Result<Outcome> {
    let mut query = match ask::query(args) {
        Ok(query) => query,
        Err(error) => {
            output::say(&format!("jishi: {error}"));
            return Ok(Outcome::WrongUse);
        }
    };
    let (mut reader, mut usable) = (Reader::default(), true);
    for entry in load(&args.inputs) {
        usable &= take(entry, &mut reader);
    }
    if reader.indexes().next().is_none() {
        return Ok(Outcome::NotUsable);
    }
    let all = reader.run(&Query::default(), 0, &args.lang).merge();
    ask::names_to_keys(&mut query, &all);
    let merged = reader.run(&query, args.limit, &args.lang).merge();
    for (facet, value) in query.unknown(&all.facets) {
        let facet = facet.as_str();
        output::say(&format!("jishi: no listing has {facet}={value}"));
    }
    if args.json {
        output::json(&report::Report::of(&merged, &reader, &args.lang))?;
    } else {
        output::line(&text::of(&merged, &args.lang))?;
    }
    Ok(if usable {
        Outcome::Done
    } else {
        Outcome::NotUsable
    })
}

/// Adds what one file gave; whether it was usable.
fn take(entry: Entry, reader: &mut Reader) -> bool {
    match entry.content {
        Content::Catalog(loaded) => {
            reader.put(Index::build(
                &loaded.source,
                loaded.catalog,
                &crate::today(),
            ));
        }
        Content::Config(_) => {}
        Content::Remote => {
            output::say(&format!("jishi: {}: on the web, not searched", entry.path));
        }
        Content::Unusable(unusable) => {
            output::say(&format!(
                "jishi: {}: {}\n  {}",
                entry.path, unusable.reason, unusable.fix
            ));
            return false;
        }
    }
    true
}
