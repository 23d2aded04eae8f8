//! The answer of `jishi check` as one JSON object: totals, and each file under `files`.

use crate::{
    load::{Content, Entry, Loaded, Unusable},
    words,
};
use catalog::{Config, Fault, Notice, Parsed, PriceStates, Severity, check};
use serde::Serialize;

/// The whole answer.
#[derive(Debug, Default, Serialize)]
pub(super) struct Report {
    /// Every file could be read, and at least one catalog came of them.
    pub(super) usable: bool,
    /// The kind of all files, or `mixed`.
    pub(super) kind: &'static str,
    pub(super) listings: u64,
    pub(super) exchanges: u64,
    pub(super) price_states: PriceStates,
    pub(super) errors: Vec<Error>,
    pub(super) notices: Vec<Remark>,
    pub(super) files: Vec<File>,
}

/// One file.
#[derive(Debug, Serialize)]
pub(super) struct File {
    pub(super) file: String,
    pub(super) usable: bool,
    pub(super) kind: &'static str,
    /// First part of its keys.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) source: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) mapping: Option<String>,
    pub(super) listings: u64,
    pub(super) exchanges: u64,
    pub(super) price_states: PriceStates,
    pub(super) errors: Vec<Error>,
    pub(super) notices: Vec<Remark>,
}

/// Something to mend.
#[derive(Clone, Debug, Serialize)]
pub(super) struct Error {
    pub(super) code: String,
    pub(super) place: String,
    pub(super) message: String,
    pub(super) fix: String,
    /// Which file, in the totals.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) file: Option<String>,
}

/// Something to know.
#[derive(Clone, Debug, Serialize)]
pub(super) struct Remark {
    pub(super) code: String,
    pub(super) place: String,
    pub(super) severity: Severity,
    pub(super) message: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) file: Option<String>,
}

impl Report {
    /// The answer for `entries`.
    pub(super) fn of(entries: &[Entry]) -> Self {
        let mut report = Self {
            files: entries.iter().map(File::of).collect(),
            ..Self::default()
        };
        let many = report.files.len() > 1;
        for file in &report.files {
            report.listings += file.listings;
            report.exchanges += file.exchanges;
            report.price_states.add(&file.price_states);
            let name = many.then(|| file.file.clone());
            report.errors.extend(file.errors.iter().map(|error| Error {
                file: name.clone(),
                ..error.clone()
            }));
            report
                .notices
                .extend(file.notices.iter().map(|remark| Remark {
                    file: name.clone(),
                    ..remark.clone()
                }));
        }
        let has_catalog = entries
            .iter()
            .any(|entry| matches!(entry.content, Content::Catalog(_)));
        report.usable = has_catalog && report.files.iter().all(|file| file.usable);
        report.kind = one_kind(&report.files);
        report
    }
}

/// The kind of all catalogs, or `mixed`. Configurations only lead to catalogs.
fn one_kind(files: &[File]) -> &'static str {
    let mut kinds = files
        .iter()
        .map(|file| file.kind)
        .filter(|kind| *kind != "config");
    match kinds.next() {
        None => files.first().map_or("unknown", |file| file.kind),
        Some(first) if kinds.all(|kind| kind == first) => first,
        Some(_) => "mixed",
    }
}

impl File {
    fn of(entry: &Entry) -> Self {
        match &entry.content {
            Content::Catalog(loaded) => Self::catalog(&entry.path, loaded),
            Content::Config(parsed) => Self::config(&entry.path, parsed),
            Content::Remote => Self {
                notices: vec![remark(&Notice::new(
                    Severity::Info,
                    "source-not-local",
                    "",
                    &entry.path,
                ))],
                ..Self::empty(&entry.path, true, "remote")
            },
            Content::Unusable(unusable) => Self::unusable(&entry.path, unusable),
        }
    }

    fn empty(path: &str, usable: bool, kind: &'static str) -> Self {
        Self {
            file: path.to_owned(),
            usable,
            kind,
            source: None,
            mapping: None,
            listings: 0,
            exchanges: 0,
            price_states: PriceStates::default(),
            errors: Vec::new(),
            notices: Vec::new(),
        }
    }

    fn catalog(path: &str, loaded: &Loaded) -> Self {
        let checked = check(&loaded.catalog, &loaded.notices, &crate::today());
        Self {
            source: Some(loaded.source.clone()),
            mapping: loaded
                .mapping
                .as_ref()
                .map(|path| path.display().to_string()),
            listings: checked.listings,
            exchanges: checked.exchanges,
            price_states: checked.price_states,
            errors: checked.errors.iter().map(error).collect(),
            notices: remarks(&loaded.notices),
            ..Self::empty(path, true, loaded.kind.as_str())
        }
    }

    fn config(path: &str, parsed: &Parsed<Config>) -> Self {
        let errors = parsed
            .notices
            .iter()
            .filter(|notice| notice.severity == Severity::Error);
        Self {
            errors: errors
                .map(|notice| {
                    error(&Fault {
                        code: notice.code.clone(),
                        place: notice.at.clone(),
                        data: notice.data.clone(),
                    })
                })
                .collect(),
            notices: remarks(&parsed.notices),
            ..Self::empty(path, true, "config")
        }
    }

    fn unusable(path: &str, unusable: &Unusable) -> Self {
        Self {
            errors: vec![Error {
                code: unusable.code.to_owned(),
                place: String::new(),
                message: unusable.reason.clone(),
                fix: unusable.fix.to_owned(),
                file: None,
            }],
            ..Self::empty(path, false, "unknown")
        }
    }
}

fn error(fault: &Fault) -> Error {
    Error {
        code: fault.code.clone(),
        place: fault.place.clone(),
        message: words::message(&fault.code, &fault.data),
        fix: words::fix(&fault.code).to_owned(),
        file: None,
    }
}

/// Everything but the errors, which stand by themselves.
fn remarks(notices: &[Notice]) -> Vec<Remark> {
    notices
        .iter()
        .filter(|notice| notice.severity != Severity::Error)
        .map(remark)
        .collect()
}

fn remark(notice: &Notice) -> Remark {
    Remark {
        code: notice.code.clone(),
        place: notice.at.clone(),
        severity: notice.severity,
        message: words::message(&notice.code, &notice.data),
        file: None,
    }
}
