//! What the reader of a table noted stands among the notices of the catalog made from it.

use catalog::{Notice, Severity};

/// The notice in the catalog's form. Its data is one text, `name: value, name: value`, from
/// which the page makes its sentence.
#[must_use]
pub fn table_notice(notice: &table::Notice) -> Notice {
    let row = notice.row.map(|row| format!("row {row}"));
    let column = notice.column.map(|column| format!("column {}", column + 1));
    let at: Vec<String> = row.into_iter().chain(column).collect();
    let data = notice.data.iter();
    let data: Vec<String> = data
        .map(|(name, value)| format!("{name}: {value}"))
        .collect();
    Notice::new(
        Severity::Info,
        notice.code.name(),
        at.join(", "),
        data.join(", "),
    )
}
