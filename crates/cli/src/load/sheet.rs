//! A table and its mapping become a catalog; without a mapping one is guessed, and that is said.

use super::{Loaded, Unusable, file::source_id};
use crate::{decode::Legacy, table_words};
use catalog::{Catalog, Notice, Parsed, Severity, SourceKind, Text};
use readers::{Limits, Opened, Options, read_table};
use sheets::{Mapping, apply, apply_json, guess_mapping, read_mapping};
use std::path::Path;
use table::Table;

const GIVE_A_MAPPING: &str = "Give the table a mapping with --mapping; see examples/mappings.";

/// Reads the table, or the JSON records, in `bytes`.
pub(super) fn read(
    path: &Path,
    bytes: &[u8],
    mapping_file: Option<&Path>,
) -> Result<Loaded, Unusable> {
    let (mut notices, mut of_table) = (Vec::new(), Vec::new());
    let mapping = match mapping_file {
        Some(file) => Some(load_mapping(file, &mut notices)?),
        None => None,
    };
    let json = serde_json::from_slice(bytes.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(bytes));
    let parsed = match (json, mapping) {
        (Ok(document), Some(mapping)) => apply_json(&document, &mapping),
        (_, mapping) => {
            let opened = table(bytes)?;
            notices.extend(opened.notices.iter().map(as_notice));
            of_table = opened.notices;
            let table = opened.table;
            let mapping = match mapping {
                Some(mapping) => mapping,
                None => guess(&table, &mut notices)?,
            };
            apply(&table, &mapping)
        }
    };
    let Parsed {
        value: mut catalog,
        notices: found,
    } = parsed;
    notices.extend(found);
    if catalog.listings.is_empty() {
        return Err(no_listings(&notices));
    }
    if catalog.title.is_empty() {
        let stem = path.file_stem().unwrap_or_default().to_string_lossy();
        catalog.title = Text::new(catalog.default_language.as_str(), stem);
    }
    Ok(Loaded {
        of_table,
        index: None,
        ..loaded(path, mapping_file, catalog, notices)
    })
}

fn loaded(path: &Path, mapping: Option<&Path>, catalog: Catalog, notices: Vec<Notice>) -> Loaded {
    // A guessed mapping has no id of its own; the file's name stands for it.
    let id = if mapping.is_some() {
        catalog.id.as_str()
    } else {
        "catalog"
    };
    Loaded {
        source: source_id(path, id),
        kind: SourceKind::Sheet,
        mapping: mapping.map(Path::to_owned),
        title: None,
        banner: None,
        catalog,
        notices,
        of_table: Vec::new(),
        index: None,
    }
}

fn table(bytes: &[u8]) -> Result<Opened, Unusable> {
    let options = Options {
        limits: Limits::WHOLE,
        ..Options::default()
    };
    read_table(bytes, &options, &mut Legacy::default()).map_err(|error| Unusable {
        code: "no-table",
        reason: error.to_string(),
        fix: "Export the table as CSV with one header row.",
    })
}

/// A notice of the table's reader in the catalog's form.
fn as_notice(notice: &table::Notice) -> Notice {
    let place = match (notice.row, notice.column) {
        (Some(row), Some(column)) => format!("row {row}, column {}", column + 1),
        (Some(row), None) => format!("row {row}"),
        (None, Some(column)) => format!("column {}", column + 1),
        (None, None) => String::new(),
    };
    Notice::new(
        Severity::Info,
        notice.code.name(),
        place,
        table_words::sentence(notice),
    )
}

pub(super) fn load_mapping(file: &Path, notices: &mut Vec<Notice>) -> Result<Mapping, Unusable> {
    let unusable = |reason: String| Unusable {
        code: "mapping-not-usable",
        reason: format!("{}: {reason}", file.display()),
        fix: "Mend the mapping; its form is mapping.schema.json.",
    };
    let bytes = std::fs::read(file).map_err(|error| unusable(error.to_string()))?;
    let parsed = read_mapping(&bytes).map_err(|error| unusable(error.to_string()))?;
    notices.extend(parsed.notices.into_iter().map(|notice| Notice {
        at: format!("{} {}", file.display(), notice.at),
        ..notice
    }));
    Ok(parsed.value)
}

fn guess(table: &Table, notices: &mut Vec<Notice>) -> Result<Mapping, Unusable> {
    let mapping = guess_mapping(table).ok_or_else(|| Unusable {
        code: "no-mapping",
        reason: String::from("this is a table, and none of its columns looks like a title"),
        fix: GIVE_A_MAPPING,
    })?;
    notices.push(Notice::new(Severity::Warning, "mapping-guessed", "", ""));
    Ok(mapping)
}

fn no_listings(notices: &[Notice]) -> Unusable {
    let first = notices
        .iter()
        .find(|notice| notice.severity == Severity::Error)
        .map(|notice| format!(": {} {}", notice.code, notice.at));
    Unusable {
        code: "no-listings",
        reason: format!("no row became a listing{}", first.unwrap_or_default()),
        fix: GIVE_A_MAPPING,
    }
}
