//! Reads a mapping file leniently: what is unknown is named in a notice, the rest works.

use catalog::parse::{DateOrder, is_iso_day, is_language_tag};
use catalog::{Exchange, Notice, Parsed, SafeUrl, Severity, Source, stable_id};
use serde_json::{Map, Value};

use super::read_rule::strings;
use super::record::{record, text};
use super::{Ignored, Mapping, Target};

/// Why there is no mapping at all.
#[derive(Debug, thiserror::Error)]
pub enum MappingError {
    /// The file is no JSON.
    #[error("not JSON: line {line}, column {column}: {reason}")]
    Json {
        /// Line of the fault, from 1.
        line: usize,
        /// Column of the fault, from 1.
        column: usize,
        /// What was wrong.
        reason: String,
    },
    /// The file is JSON but no object.
    #[error("a mapping is a JSON object")]
    NotAnObject,
    /// The mapping has no usable `fields`.
    #[error("a mapping needs fields, with at least a rule for title")]
    NoFields,
    /// It is of a later version than this program knows.
    #[error("mapping version {found} is not known here; this program reads version 1")]
    Version {
        /// The version it states.
        found: String,
    },
}

/// Members of a mapping; any other is named in a notice.
const MEMBERS: &[&str] = &[
    "$schema",
    "$comment",
    "version",
    "id",
    "title",
    "description",
    "language",
    "currency",
    "dateOrder",
    "modified",
    "license",
    "exchange",
    "source",
    "rows",
    "defaults",
    "fields",
    "ignore",
];

fn parse_json(bytes: &[u8]) -> Result<Value, MappingError> {
    let text = std::str::from_utf8(bytes).map_err(|error| {
        let before = bytes.get(..error.valid_up_to()).unwrap_or_default();
        let line_start = before.iter().rposition(|byte| *byte == b'\n');
        MappingError::Json {
            line: 1 + before.iter().filter(|byte| **byte == b'\n').count(),
            column: before.len() - line_start.map_or(0, |at| at + 1) + 1,
            reason: "not UTF-8".to_owned(),
        }
    })?;
    serde_json::from_str(text).map_err(|error| MappingError::Json {
        line: error.line(),
        column: error.column(),
        reason: error.to_string(),
    })
}

/// Reads a mapping (`schema/mapping.schema.json`).
///
/// # Errors
/// When the bytes are no JSON object, state a later version, or have no field that is known.
pub fn read_mapping(bytes: &[u8]) -> Result<Parsed<Mapping>, MappingError> {
    let bytes = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes);
    let value = parse_json(bytes)?;
    let members = value.as_object().ok_or(MappingError::NotAnObject)?;
    match members.get("version") {
        None => {}
        Some(version) if version.as_u64() == Some(1) || version.as_str() == Some("1") => {}
        Some(version) => {
            return Err(MappingError::Version {
                found: version.to_string(),
            });
        }
    }
    let mut reading = Reading {
        notices: Vec::new(),
    };
    let mapping = reading.mapping(members);
    if mapping.fields.is_empty() {
        return Err(MappingError::NoFields);
    }
    Ok(Parsed {
        value: mapping,
        notices: reading.notices,
    })
}

pub(super) struct Reading {
    notices: Vec<Notice>,
}

impl Reading {
    pub(super) fn note(&mut self, code: &str, at: &str, data: impl AsRef<str>) {
        self.notices
            .push(Notice::new(Severity::Warning, code, at, data));
    }

    pub(super) fn unknown_members(
        &mut self,
        members: &Map<String, Value>,
        known: &[&str],
        at: &str,
    ) {
        for name in members
            .keys()
            .filter(|name| !known.contains(&name.as_str()) && !name.starts_with("x-"))
        {
            self.note("unknown-member", &format!("{at}/{name}"), name);
        }
    }

    fn mapping(&mut self, members: &Map<String, Value>) -> Mapping {
        self.unknown_members(members, MEMBERS, "");
        let mut mapping = Mapping::default();
        if let Some(tag) = self.string(members, "language", is_language_tag) {
            mapping.language = tag;
        }
        let lang = mapping.language.clone();
        let iso_4217 = |code: &str| code.len() == 3 && code.bytes().all(|b| b.is_ascii_uppercase());
        if let Some(currency) = self.string(members, "currency", iso_4217) {
            mapping.currency = currency;
        } else if lang.starts_with("en") {
            mapping.currency = "USD".to_owned();
        }
        mapping.date_order = match self.string(members, "dateOrder", |s| {
            matches!(s, "day-first" | "month-first")
        }) {
            Some(order) if order == "day-first" => DateOrder::DayFirst,
            Some(_) => DateOrder::MonthFirst,
            None => DateOrder::Unknown,
        };
        mapping.exchange = members
            .get("exchange")
            .and_then(|value| self.exchange(value, &lang));
        mapping.source = members
            .get("source")
            .and_then(|value| self.source(value, &lang));
        mapping.description = members
            .get("description")
            .and_then(|value| text(value, &lang));
        mapping.modified = self.string(members, "modified", is_iso_day);
        mapping.license = self.string(members, "license", |s| SafeUrl::parse(s).is_some());
        mapping.rows = self.string(members, "rows", |s| s.is_empty() || s.starts_with('/'));
        let exchange = mapping.exchange.as_ref();
        let id = self
            .string(members, "id", |_| true)
            .or_else(|| exchange.map(|exchange| exchange.id.clone()));
        mapping.id = stable_id(&id.unwrap_or(mapping.id));
        let name = exchange
            .map(|exchange| exchange.name.clone())
            .filter(|name| !name.is_empty());
        let title = members.get("title").and_then(|value| text(value, &lang));
        // Without either it is the file that has a name, and whoever read it knows that.
        mapping.title = title.or(name).unwrap_or_default();
        mapping.defaults = self.defaults(members);
        mapping.fields = self.fields(members);
        mapping.ignore = ignored(members.get("ignore"));
        mapping
    }

    /// A member that is a string `fits` accepts; another value is named in a notice.
    fn string(
        &mut self,
        members: &Map<String, Value>,
        name: &str,
        fits: impl Fn(&str) -> bool,
    ) -> Option<String> {
        let value = members.get(name).filter(|value| !value.is_null())?;
        match value.as_str().filter(|text| fits(text)) {
            Some(text) => Some(text.to_owned()),
            None => {
                self.note("bad-value", &format!("/{name}"), value.to_string());
                None
            }
        }
    }

    fn exchange(&mut self, value: &Value, lang: &str) -> Option<Exchange> {
        if let Some(id) = value.as_str() {
            return Some(Exchange {
                id: stable_id(id),
                ..Exchange::default()
            });
        }
        match record::<Exchange>(value, lang) {
            Ok(mut exchange) => {
                let name = exchange.name.iter().next().map(|(_, name)| name.to_owned());
                let id = if exchange.id.is_empty() {
                    name?
                } else {
                    exchange.id.clone()
                };
                exchange.id = stable_id(&id);
                exchange.homepage = exchange
                    .homepage
                    .filter(|href| SafeUrl::parse(href).is_some());
                Some(exchange)
            }
            Err(reason) => {
                self.note("bad-value", "/exchange", reason);
                None
            }
        }
    }

    fn source(&mut self, value: &Value, lang: &str) -> Option<Source> {
        match record::<Source>(value, lang) {
            Ok(mut source) => {
                let name = source
                    .title
                    .iter()
                    .next()
                    .map(|(_, name)| name.to_owned())
                    .unwrap_or_default();
                source.id = stable_id(if source.id.is_empty() {
                    &name
                } else {
                    &source.id
                });
                source.url = source.url.filter(|href| SafeUrl::parse(href).is_some());
                Some(source)
            }
            Err(reason) => {
                self.note("bad-value", "/source", reason);
                None
            }
        }
    }

    fn defaults(&mut self, members: &Map<String, Value>) -> Vec<(Target, String)> {
        let mut defaults = Vec::new();
        let Some(object) = members.get("defaults").and_then(Value::as_object) else {
            return defaults;
        };
        for (name, value) in object {
            match (Target::parse(name), value.as_str()) {
                (Some(target), Some(text)) => defaults.push((target, text.to_owned())),
                (None, _) => self.note("unknown-field", &format!("/defaults/{name}"), name),
                (_, None) => {
                    self.note("bad-value", &format!("/defaults/{name}"), value.to_string())
                }
            }
        }
        defaults
    }
}

/// A list of columns, or a map from column to reason.
fn ignored(value: Option<&Value>) -> Vec<Ignored> {
    match value {
        Some(Value::Object(members)) => members
            .iter()
            .map(|(from, reason)| Ignored {
                from: from.clone(),
                reason: reason.as_str().unwrap_or_default().to_owned(),
            })
            .collect(),
        other => strings(other)
            .into_iter()
            .map(|from| Ignored {
                from,
                reason: String::new(),
            })
            .collect(),
    }
}
