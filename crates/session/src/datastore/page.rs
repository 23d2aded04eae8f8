//! One answer of `datastore_search`.

use crate::failed::failure;
use serde_json::Value;
use table::{Cell, Column, Count, Table};
use wire::search::Failure;

/// A page of rows.
pub(super) struct Page {
    pub(super) rows: Table,
    /// How many rows the resource has.
    pub(super) total: Option<Count>,
}

/// The address of a page.
pub(super) fn address(api: &str, resource: &str, offset: u64, limit: u64) -> String {
    let mut id = String::new();
    for byte in resource.bytes() {
        match byte {
            b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9' | b'-' | b'_' | b'.' => {
                id.push(char::from(byte))
            }
            _ => id.push_str(&format!("%{byte:02X}")),
        }
    }
    let api = api.trim_end_matches('/');
    format!("{api}/datastore_search?resource_id={id}&limit={limit}&offset={offset}")
}

/// Reads an answer.
pub(super) fn page(bytes: &[u8]) -> Result<Page, Failure> {
    if bytes.trim_ascii_start().starts_with(b"<") {
        return Err(failure("login-page", ""));
    }
    // As text, since messages are read so: one parser less in the program.
    let json = std::str::from_utf8(bytes).map_err(|_faulty| failure("unreadable", ""))?;
    let answer: Value = serde_json::from_str(json).map_err(|_faulty| failure("unreadable", ""))?;
    let result = &answer["result"];
    let (Some(fields), Some(records)) = (result["fields"].as_array(), result["records"].as_array())
    else {
        let words = answer["error"]["message"].as_str().unwrap_or_default();
        return Err(failure("unreadable", words));
    };
    // `_id` is the datastore's own.
    let names = fields.iter().filter_map(|field| field["id"].as_str());
    let names: Vec<&str> = names.filter(|name| *name != "_id").collect();
    let mut rows = Table::new(names.iter().map(|name| Column::new(*name)).collect());
    for record in records {
        let texts: Vec<Option<String>> = names.iter().map(|name| text(&record[*name])).collect();
        let cells = texts.iter().map(|text| match text {
            Some(text) => Cell::Text(text),
            None => Cell::Missing,
        });
        rows.push_row(cells);
    }
    let total = result["total"].as_u64().map(|total| {
        match result["total_was_estimated"].as_bool().unwrap_or(false) {
            true => Count::AtLeast(total),
            false => Count::Exactly(total),
        }
    });
    Ok(Page { rows, total })
}

fn text(value: &Value) -> Option<String> {
    match value {
        Value::Null => None,
        Value::String(text) => Some(text.clone()),
        other => Some(other.to_string()),
    }
}
