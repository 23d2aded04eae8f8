//! What every reading function needs: limits, language, the ids known so far, the notices.

use crate::{
    Category, Exchange, Limits, Notice, Organization, Severity, Text,
    read::{
        at::At,
        json::Value,
        known::{Kind, Known, Names},
        notes::Notes,
        stream::Frame,
    },
    stable_id,
};
use std::sync::Arc;

/// The state of one reading.
///
/// The rule for severities: an `Error` is whatever the publisher profile (the JSON schema)
/// refuses, and nothing else is. So the errors of a reading are the answer of `check`,
/// and there is no second walk that could disagree with this one.
#[derive(Debug)]
pub(crate) struct Reader {
    pub(crate) limits: Limits,
    /// BCP 47 tag of bare strings.
    pub(crate) language: String,
    /// Records that ids may point to. Shared with every reading of a single listing again.
    known: Arc<Known>,
    /// Ids of the listings before.
    pub(crate) listings: Names,
    /// The id of the listing, where it was told before.
    pub(crate) given: Option<String>,
    /// Records made from names in listings; `None` where none can be made, as in a shard.
    pub(crate) made: Option<Made>,
    pub(super) notes: Notes,
}

/// Records that the file names without declaring them.
#[derive(Debug, Default, PartialEq)]
pub struct Made {
    /// Categories.
    pub categories: Vec<Category>,
    /// Organisations.
    pub organizations: Vec<Organization>,
    /// Exchanges.
    pub exchanges: Vec<Exchange>,
}

impl Reader {
    pub(crate) fn new(limits: &Limits, language: impl Into<String>) -> Self {
        Self::knowing(Arc::default(), limits, language)
    }

    /// A reader that knows the records of a reading before.
    pub(crate) fn knowing(known: Arc<Known>, limits: &Limits, language: impl Into<String>) -> Self {
        Self {
            limits: *limits,
            language: language.into(),
            known,
            listings: Names::default(),
            given: None,
            made: None,
            notes: Notes::new(limits.notices),
        }
    }

    /// The records of one kind, to add to them.
    pub(crate) fn names(&mut self, kind: Kind) -> &mut Names {
        match kind {
            Kind::Listing => &mut self.listings,
            kind => Arc::make_mut(&mut self.known).names(kind),
        }
    }

    /// All declared records are read.
    pub(crate) fn close_records(&mut self) {
        Arc::make_mut(&mut self.known).close();
    }

    /// What is known of the records that listings point to.
    pub(crate) const fn known(&self) -> &Arc<Known> {
        &self.known
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
        self.made.as_ref()?;
        if !matches!(kind, Kind::Category | Kind::Organization | Kind::Exchange) {
            return None;
        }
        let id = self.names(kind).take_free(&stable_id(written));
        self.names(kind).alias(written, &id);
        let made = self.made.as_mut()?;
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

    /// Hands over the notices so far, and begins anew.
    pub(crate) fn take_notes(&mut self) -> Notes {
        std::mem::replace(&mut self.notes, Notes::new(self.limits.notices))
    }

    /// What listings are read with from here on.
    pub(super) fn into_frame(self) -> Frame {
        Frame {
            known: self.known,
            listings: self.listings,
            language: self.language,
            limits: self.limits,
        }
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
