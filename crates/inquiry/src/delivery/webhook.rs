//! A POST by this page. The id is in the body as well as in the header, so that a receiver drops
//! a second try of the same inquiry whichever of the two it can see.

use super::{Prepared, WebhookMode};
use crate::Document;
use record::{Map, Record, Value};

pub(crate) fn prepare(document: &Document, url: &str, mode: WebhookMode) -> Prepared {
    let headers = match mode {
        WebhookMode::Json => vec![
            ("Content-Type", "application/json".to_owned()),
            // A structured string: the quotes are part of it (IETF idempotency-key draft).
            ("Idempotency-Key", format!("\"{}\"", document.id)),
        ],
        WebhookMode::Text => vec![("Content-Type", "text/plain;charset=UTF-8".to_owned())],
    };
    Prepared::Webhook {
        url: url.to_owned(),
        headers,
        body: document.to_json(),
    }
}

/// For form services: no nesting, so keys become `request.budget.max`; beside them the names
/// such services know.
pub(crate) fn prepare_flat(document: &Document, url: &str) -> Prepared {
    let mut flat = Map::new();
    let known = [
        ("email", document.requester.email.clone()),
        ("name", document.requester.name.clone()),
        (
            "_subject",
            document
                .listing
                .as_ref()
                .map(|listing| listing.title.clone()),
        ),
        ("message", Some(document.to_text(&document.lang))),
    ];
    for (key, value) in known {
        if let Some(value) = value {
            flat.insert(key.to_owned(), Value::String(value));
        }
    }
    flatten(&document.write(), "", &mut flat);
    Prepared::Webhook {
        url: url.to_owned(),
        headers: vec![
            ("Content-Type", "application/json".to_owned()),
            ("Accept", "application/json".to_owned()),
        ],
        body: Value::Object(flat).to_string(),
    }
}

/// Depth is that of a document, four at most.
fn flatten(value: &Value, path: &str, flat: &mut Map<String, Value>) {
    let below = |key: &str| {
        if path.is_empty() {
            key.to_owned()
        } else {
            format!("{path}.{key}")
        }
    };
    match value {
        Value::Object(members) => {
            for (key, member) in members {
                flatten(member, &below(key), flat);
            }
        }
        Value::Array(items) => {
            let texts: Vec<&str> = items.iter().filter_map(Value::as_str).collect();
            flat.insert(path.to_owned(), Value::String(texts.join(", ")));
        }
        plain => {
            flat.insert(path.to_owned(), plain.clone());
        }
    }
}
