//! A table with its mapping becomes a catalog. Most shops have none, so all of this comes in a
//! chunk (`chunks.rs`).

use crate::{decoder::Browser, failure::failure};
use catalog::{Catalog, Parsed, Text};
use wire::search::{Failure, SourceSpec};

/// Reads the table of `spec`; its notices come with those of the mapping.
pub(super) fn read(
    spec: &SourceSpec,
    table: &[u8],
    mapping: &[u8],
) -> Result<Parsed<Catalog>, Failure> {
    let mapping = sheets::read_mapping(mapping).map_err(|error| failure("bad-mapping", error))?;
    let sheet = readers::read_sheet(table, &mut Browser::default())
        .map_err(|error| failure("not-a-catalog", error))?;
    let mut notices = mapping.notices;
    notices.extend(sheet.notices.iter().map(sheets::table_notice));
    let mut made = sheets::apply(&sheet.table, &mapping.value);
    // A mapping need not name the table; then its file does.
    if made.value.title.is_empty() {
        let name = wire::search::file_name(&spec.url).unwrap_or_else(|| spec.id.clone());
        made.value.title = Text::new(made.value.default_language.as_str(), name);
    }
    notices.append(&mut made.notices);
    made.notices = notices;
    Ok(made)
}
