//! What every reading function needs: limits, language, the ids known so far, the notices.

use crate::{
    Category, Exchange, Limits, Notice, Organization, Severity, Text,
    read::{
        at::At,
        known::{Kind, Known},
        notes::Notes,
    },
    stable_id,
};
use serde_json::Value;

/// The state of one reading.
///
/// The rule for severities: an `Error` is whatever the publisher profile (the JSON schema)
/// refuses, and nothing else is. So the errors of a reading are the answer of `check`,
/// and there is no second walk that could disagree with this one.
#[derive(Debug)]
pub(crate) struct Reader<'a> {
    pub(crate) limits: &'a Limits,
    /// BCP 47 tag of bare strings.
    pub(crate) language: String,
    /// Records that ids may point to.
    pub(crate) known: Known,
    /// Records made from names in listings; `None` where none can be made, as in a shard.
    pub(crate) made: Option<Made>,
    notes: Notes,
}

/// Records that the file names without declaring them.
#[derive(Debug, Default)]
pub(crate) struct Made {
    pub(crate) categories: Vec<Category>,
    pub(crate) organizations: Vec<Organization>,
    pub(crate) exchanges: Vec<Exchange>,
}

impl<'a> Reader<'a> {
    pub(crate) fn new(limits: &'a Limits, language: impl Into<String>) -> Self {
        Self {
            limits,
            language: language.into(),
            known: Known::default(),
            made: None,
            notes: Notes::new(limits.notices),
        }
    }

    /// The publisher profile refuses this.
    pub(crate) fn error(&mut self, code: &str, at: &At, data: impl AsRef<str>) {
        self.notes.add(Severity::Error, code, at, data.as_ref());
    }

    /// A repair or doubt that the publisher profile does not know.
    pub(crate) fn warn(&mut self, code: &str, at: &At, data: impl AsRef<str>) {
        self.notes.add(Severity::Warning, code, at, data.as_ref());
    }

    /// Worth knowing; nothing was lost.
    pub(crate) fn info(&mut self, code: &str, at: &At, data: impl AsRef<str>) {
        self.notes.add(Severity::Info, code, at, data.as_ref());
    }

    /// `wrong-type`: the schema wants `expected` here, the file has `found`.
    pub(crate) fn wrong_type(&mut self, at: &At, expected: &str, found: &Value) {
        self.error("wrong-type", at, format!("{expected}: {}", excerpt(found)));
    }

    /// Makes a record of `kind` that the file calls `written`; its id.
    pub(crate) fn make(&mut self, kind: Kind, written: &str, label: Text) -> Option<String> {
        let made = self.made.as_mut()?;
        if !matches!(kind, Kind::Category | Kind::Organization | Kind::Exchange) {
            return None;
        }
        let id = self.known.names(kind).take_free(&stable_id(written));
        self.known.names(kind).alias(written, &id);
        match kind {
            Kind::Category => made.categories.push(Category {
                id: id.clone(),
                label,
                ..Category::default()
            }),
            Kind::Organization => made.organizations.push(Organization {
                id: id.clone(),
                name: label,
                ..Organization::default()
            }),
            _ => made.exchanges.push(Exchange {
                id: id.clone(),
                name: label,
                ..Exchange::default()
            }),
        }
        Some(id)
    }

    /// Ends the reading.
    pub(crate) fn finish(self) -> Vec<Notice> {
        self.notes.finish()
    }
}

/// A short look at a value for a notice: scalars as they are, the rest by kind and size.
pub(crate) fn excerpt(value: &Value) -> String {
    match value {
        Value::String(text) => text.chars().take(200).collect(),
        Value::Array(items) => format!("[{} items]", items.len()),
        Value::Object(members) => format!("{{{} members}}", members.len()),
        scalar => scalar.to_string(),
    }
}
