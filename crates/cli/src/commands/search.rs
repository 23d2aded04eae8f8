//! `jishi search`: the shop's own search over files, so that every machine reads the same
//! answer as a visitor.

mod ask;
mod bounds;
mod report;
mod text;

use crate::load::Loaded;
use crate::{
    Outcome,
    args::SearchArgs,
    load::{Content, Entry, load},
    output::{self, Failure},
};
use ::search::{Ask, Index, Query, Reader};

/// Runs the verb. A file that gives no catalog is told and makes the exit 1; the others
/// are searched all the same.
pub(crate) fn run(args: &SearchArgs) -> anyhow::Result<Outcome> {
    let mut query = match ask::query(args) {
        Ok(query) => query,
        Err(error) => {
            output::failed(args.json, &[Failure::new("wrong-use", error.to_string())])?;
            return Ok(Outcome::WrongUse);
        }
    };
    let mut reader = Reader::default();
    let entries = load(&args.inputs);
    let mut failures = Failure::of(&entries);
    for entry in entries {
        take(entry, &mut reader);
    }
    if reader.indexes().next().is_none() {
        if failures.is_empty() {
            failures.push(Failure::new(
                "no-catalog",
                "no file names a catalog to search",
            ));
        }
        output::failed(args.json, &failures)?;
        return Ok(Outcome::NotUsable);
    }
    failures.iter().for_each(Failure::say);
    let all = reader
        .run(&Ask::all(Query::default(), 0, &args.lang))
        .merge();
    ask::names_to_keys(&mut query, &all);
    let merged = reader
        .run(&Ask::all(query.clone(), args.limit, &args.lang))
        .merge();
    if let Some((source, chunk, _)) = reader.take_unread().first() {
        let what = format!("file {chunk}.bin of the index of {source} is damaged: build it again");
        output::failed(args.json, &[Failure::new("index-damaged", what)])?;
        return Ok(Outcome::NotUsable);
    }
    for (facet, value) in query.unknown(&all.facets) {
        let facet = facet.as_str();
        output::say(&format!("jishi: no listing has {facet}={value}"));
    }
    if args.json {
        output::json(&report::Report::of(&merged, &args.lang))?;
    } else {
        output::line(&text::of(&merged, &args.lang))?;
    }
    Ok(if failures.is_empty() {
        Outcome::Done
    } else {
        Outcome::NotUsable
    })
}

/// Adds what one file gave.
fn take(entry: Entry, reader: &mut Reader) {
    match entry.content {
        Content::Catalog(loaded) => {
            let Loaded {
                source,
                catalog,
                index,
                ..
            } = *loaded;
            let built = || Index::build(&source, catalog, &crate::today());
            let mut index = index.unwrap_or_else(built);
            index.rename(&source);
            reader.put(index);
        }
        Content::Remote => {
            output::say(&format!("jishi: {}: on the web, not searched", entry.path));
        }
        Content::Config(_) | Content::Unusable(_) => {}
    }
}
