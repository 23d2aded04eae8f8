//! What a build says: a line a source for people, or one JSON object.

use std::path::{Path, PathBuf};

use anyhow::Result;
use catalog::{ConfigSource, Severity};
use serde_json::{Value, json};

use super::content::Content;
use super::settings::Settings;
use super::site::Site;
use crate::args::BuildArgs;
use crate::load::{Loaded, local};
use crate::output::{json as answer, say};

/// A source of the site, with where it came from.
pub(super) struct Built<'a> {
    pub(super) file: &'a str,
    pub(super) loaded: &'a Loaded,
    pub(super) content: Content,
}

/// Says what was done.
pub(super) fn report(
    args: &BuildArgs,
    page: &Path,
    settings: &Settings,
    site: &Site,
    built: &[Built<'_>],
    gone: usize,
) -> Result<()> {
    for notice in &settings.notices {
        say(&format!(
            "config.json {}: {} {}",
            notice.at, notice.code, notice.data
        ));
    }
    for source in left_out(settings, built) {
        say(&format!(
            "jishi: the source {} of the configuration is none of the FILEs, so it is left out",
            source.id
        ));
    }
    for built in built {
        for address in &built.content.missing {
            say(&format!("{}: no file {address} beside it", built.file));
        }
    }
    if args.json {
        return answer(&json!({
            "out": args.out, "page": page, "files": site.files.len(), "removed": gone,
            "sources": built.iter().map(as_json).collect::<Vec<_>>(),
            "remote": settings.remote().map(|source| &source.id).collect::<Vec<_>>(),
            "notices": settings.notices,
        }));
    }
    for built in built {
        let Content {
            url,
            shards,
            data,
            bytes,
            ..
        } = &built.content;
        let split = if *shards > 0 {
            format!(" in {shards} parts")
        } else {
            String::new()
        };
        let along = if *data > 0 {
            format!(", {data} data files")
        } else {
            String::new()
        };
        say(&format!(
            "{}: {} listings{split}, {} kB{along} -> {url}{}",
            built.file,
            built.loaded.listings(),
            bytes.div_ceil(1000),
            oddities(built.loaded),
        ));
    }
    say(&format!(
        "{} files from {} -> {}",
        site.files.len(),
        page.display(),
        args.out.display()
    ));
    say(&format!(
        "to look at it: python3 -m http.server -d {}",
        args.out.display()
    ));
    Ok(())
}

/// Local sources of `--config` that are not among the files.
fn left_out<'a>(
    settings: &'a Settings,
    built: &'a [Built<'_>],
) -> impl Iterator<Item = &'a ConfigSource> {
    settings.config.sources.iter().filter(|source| {
        !local::is_remote(&source.url)
            && !built.iter().any(|built| built.loaded.source == source.id)
    })
}

fn count(loaded: &Loaded, severity: Severity) -> usize {
    loaded
        .notices
        .iter()
        .filter(|notice| notice.severity == severity)
        .count()
}

fn oddities(loaded: &Loaded) -> String {
    let (errors, warnings) = (
        count(loaded, Severity::Error),
        count(loaded, Severity::Warning),
    );
    if errors + warnings == 0 {
        return String::new();
    }
    format!(" ({errors} errors, {warnings} warnings; see jishi check)")
}

fn as_json(built: &Built<'_>) -> Value {
    json!({
        "id": built.loaded.source,
        "file": PathBuf::from(built.file),
        "kind": built.loaded.kind,
        "url": built.content.url,
        "listings": built.loaded.listings(),
        "shards": built.content.shards,
        "index_files": built.content.index,
        "bytes": built.content.bytes,
        "data_files": built.content.data,
        "missing": built.content.missing,
        "errors": count(built.loaded, Severity::Error),
        "warnings": count(built.loaded, Severity::Warning),
    })
}
