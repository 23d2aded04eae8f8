//! One FILE: its bytes, what they are, and which reader they go to.

use super::large::{self, LARGE};
use super::{Content, Entry, Loaded, Unusable, config, limits, shards, sheet};
use catalog::{NotACatalog, Parsed, SourceKind, detect, read_catalog, read_config};
use std::path::Path;

/// Reads `path` and adds what came of it to `entries`.
pub(super) fn load(path: &Path, mapping: Option<&Path>, entries: &mut Vec<Entry>) {
    let name = path.display().to_string();
    if std::fs::metadata(path).is_ok_and(|file| file.len() >= LARGE)
        && let Ok(Ok(loaded)) = large::read(path, &crate::today())
    {
        let content = Content::Catalog(Box::new(loaded));
        entries.push(Entry {
            path: name,
            content,
        });
        return;
    }
    let bytes = match std::fs::read(path) {
        Ok(bytes) => bytes,
        Err(error) => {
            entries.push(Entry {
                path: name,
                content: Content::Unusable(Unusable {
                    code: "cannot-read",
                    reason: error.to_string(),
                    fix: "Name a file that exists and may be read.",
                }),
            });
            return;
        }
    };
    if is_config(&bytes) {
        let parsed = read_config(&bytes, &limits());
        let sources = parsed.value.sources.clone();
        entries.push(Entry {
            path: name,
            content: Content::Config(Box::new(parsed)),
        });
        config::load_sources(path, &sources, entries);
        return;
    }
    let content = match read(path, &bytes, mapping) {
        Ok(loaded) => Content::Catalog(Box::new(loaded)),
        Err(unusable) => Content::Unusable(unusable),
    };
    entries.push(Entry {
        path: name,
        content,
    });
}

/// Largest configuration; anything larger is not parsed only to find that out.
const LARGEST_CONFIG: usize = 4 << 20;

fn is_config(bytes: &[u8]) -> bool {
    if bytes.len() > LARGEST_CONFIG {
        return false;
    }
    let bytes = bytes.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(bytes);
    detect(bytes) == Some(SourceKind::Config)
}

/// A catalog, or a table with its mapping. Foreign JSON goes through the mapping too.
pub(super) fn read(path: &Path, bytes: &[u8], mapping: Option<&Path>) -> Result<Loaded, Unusable> {
    let error = match read_catalog(bytes, &limits()) {
        Ok(parsed) => {
            // A native file needs no mapping, but one that cannot be read was meant for something.
            if let Some(file) = mapping {
                sheet::load_mapping(file, &mut Vec::new())?;
            }
            return native(path, parsed);
        }
        Err(error) => error,
    };
    let is_json = matches!(
        bytes.iter().find(|b| !b.is_ascii_whitespace()),
        Some(b'{' | b'[')
    );
    let may_be_table = match &error {
        NotACatalog::NotJson { .. } | NotACatalog::NotText { .. } => !is_json,
        // A list of records that is no catalog may still be one by its mapping.
        NotACatalog::NoListings { .. } | NotACatalog::Foreign { .. } => {
            is_json && mapping.is_some()
        }
        _ => false,
    };
    if may_be_table {
        return sheet::read(path, bytes, mapping);
    }
    Err(unusable(&error))
}

/// A native catalog with the listings of its other files.
fn native(path: &Path, parsed: Parsed<catalog::Catalog>) -> Result<Loaded, Unusable> {
    let Parsed {
        value: mut catalog,
        mut notices,
    } = parsed;
    let source = source_id(path, &catalog.id);
    // The listings as the host wrote them come before an index that was made of them.
    shards::load(path, &mut catalog, &mut notices);
    let index = match catalog.listings.is_empty() {
        true => ahead(path, &catalog, &source)?,
        false => None,
    };
    Ok(Loaded {
        source,
        kind: SourceKind::Dxc,
        mapping: None,
        title: None,
        banner: None,
        catalog,
        notices,
        of_table: Vec::new(),
        index,
    })
}

/// The index that an earlier build made of the catalog, if it names one.
fn ahead(
    path: &Path,
    catalog: &catalog::Catalog,
    source: &str,
) -> Result<Option<search::Index>, Unusable> {
    let Some(folder) = search::index_folder(catalog) else {
        return Ok(None);
    };
    let folder = path.parent().unwrap_or(Path::new("")).join(folder);
    match super::ahead::open(&folder, source) {
        Ok(index) => Ok(Some(index)),
        Err(why) => Err(Unusable {
            code: "index-damaged",
            reason: format!("the index of the catalog cannot be read: {why}"),
            fix: "Run jishi build again, with the same version.",
        }),
    }
}

/// The first part of keys: the catalog's own id, which survives a renamed file; for a list
/// of listings without a head the name of the file.
pub(super) fn source_id(path: &Path, catalog_id: &str) -> String {
    let stem = path.file_stem().map(|stem| stem.to_string_lossy());
    let name = match stem {
        Some(stem) if catalog_id == "catalog" => stem.into_owned(),
        _ => catalog_id.to_owned(),
    };
    catalog::stable_id(&name).replace('~', "-")
}

fn unusable(error: &NotACatalog) -> Unusable {
    let (code, fix) = match error {
        NotACatalog::Empty => ("empty-file", "Export the catalog again."),
        NotACatalog::TooLarge { .. } => ("too-large", "Split the catalog into shards."),
        NotACatalog::NotText { .. } => ("not-text", "Save the catalog as UTF-8."),
        NotACatalog::NotJson { .. } => ("not-json", "Mend the JSON at that place."),
        NotACatalog::TooDeep { .. } => ("too-deep", "Flatten what is nested at that place."),
        NotACatalog::Foreign { .. } => (
            "not-read-yet",
            "Export a table (CSV) and give it a mapping, or convert it to the native format.",
        ),
        NotACatalog::NoListings { .. } => (
            "no-listings",
            "A catalog has \"listings\"; see catalog.schema.json.",
        ),
    };
    Unusable {
        code,
        reason: error.to_string(),
        fix,
    }
}
