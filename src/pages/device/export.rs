//! Everything kept, as one JSON document. What a newer version wrote goes out as it is.

use crate::state::{KeptItem, Router};
use serde_json::{Map, Value, json};

/// The document's `type`; other programs know it by this.
const TYPE: &str = "jishi.kept";
const VERSION: u32 = 1;

/// Offers the document as a file. `false` when the browser would not make it.
pub(super) fn download(items: &[KeptItem], preferences: &[(String, String)]) -> bool {
    let preferences: Map<String, Value> = preferences
        .iter()
        .map(|(name, value)| (name.clone(), value.clone().into()))
        .collect();
    let records: Vec<Value> = items.iter().map(record).collect();
    let document = json!({
        "type": TYPE,
        "version": VERSION,
        "shop": Router::here().base(),
        "exportedAt": platform::now_iso(),
        "preferences": preferences,
        "records": records,
    });
    let day: String = platform::now_iso().chars().take(10).collect();
    let text = format!("{document:#}\n");
    platform::download(
        &format!("jishi-{day}.json"),
        "application/json",
        text.as_bytes(),
    )
}

fn record(item: &KeptItem) -> Value {
    let stored = &item.stored;
    // Data that is no JSON goes out as the text it is.
    let data: Value =
        record::from_text(&stored.data).unwrap_or_else(|_| stored.data.clone().into());
    json!({ "kind": item.kind, "key": stored.key, "version": stored.version, "data": data })
}
