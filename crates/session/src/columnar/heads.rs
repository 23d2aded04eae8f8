//! The columns as a table names them, and what their kinds mean there.

use parquet::Heading;
use std::collections::HashSet;
use table::{Column, Kind};

/// The columns; names that are empty or taken get another.
pub(super) fn columns(headings: &[Heading], word: &str) -> Vec<Column> {
    let mut taken: HashSet<String> = headings
        .iter()
        .map(|heading| heading.name.clone())
        .collect();
    let mut used = HashSet::new();
    let named = headings.iter().enumerate().map(|(at, heading)| {
        let name = heading.name.trim();
        let mut column = if name.is_empty() {
            Column::invented(format!("{word}{}", at + 1))
        } else if used.insert(heading.name.clone()) {
            Column::new(heading.name.clone())
        } else {
            let mut names = (2..).map(|number| format!("{name} {number}"));
            let free = names.find(|name| !taken.contains(name));
            Column::invented(free.unwrap_or_default())
        };
        taken.insert(column.name.clone());
        column.kind = stated(heading.kind).unwrap_or(Kind::Text);
        column
    });
    named.collect()
}

/// The kind that the file states; `None` where only the texts of the cells tell.
pub(super) fn stated(kind: parquet::Kind) -> Option<Kind> {
    match kind {
        parquet::Kind::Boolean => Some(Kind::Boolean),
        parquet::Kind::Integer | parquet::Kind::Unsigned { .. } => Some(Kind::Integer),
        parquet::Kind::Float16 | parquet::Kind::Float32 | parquet::Kind::Float64 => {
            Some(Kind::Decimal)
        }
        parquet::Kind::Decimal { scale } if scale <= 0 => Some(Kind::Integer),
        parquet::Kind::Decimal { .. } => Some(Kind::Decimal),
        parquet::Kind::Date => Some(Kind::Date),
        parquet::Kind::Timestamp(..) | parquet::Kind::Int96 => Some(Kind::DateTime),
        parquet::Kind::Nested | parquet::Kind::Json | parquet::Kind::Bson => Some(Kind::Nested),
        parquet::Kind::Time(..)
        | parquet::Kind::Uuid
        | parquet::Kind::Interval
        | parquet::Kind::Geometry => Some(Kind::Text),
        parquet::Kind::Text | parquet::Kind::Binary => None,
    }
}

/// Whether the bytes of a value are its text, as a cell shows it.
pub(super) fn is_plain(kind: parquet::Kind) -> bool {
    matches!(
        kind,
        parquet::Kind::Text | parquet::Kind::Json | parquet::Kind::Nested
    )
}
