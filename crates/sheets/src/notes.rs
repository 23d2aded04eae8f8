//! Notices about a sheet, each with row and column, bounded so that one bad column of 20,000
//! rows cannot flood the page: the first ones stand, the rest are counted.

use std::collections::{BTreeSet, HashMap};

use catalog::{Notice, Severity};

/// How many notices of one code and column stand by themselves.
const MOST_OF_A_KIND: usize = 5;

/// Stands between code and column; sorts before all that a code has.
const BETWEEN: char = '\0';

/// Codes that say only how a value was understood; nothing was lost or doubted.
const INFORMING: &[&str] = &[
    "placeholder-price",
    "placeholder-frequency",
    "approximate-price",
    "date-from-number",
    "size-unit-ambiguous",
    "several-frequencies",
    "unused-columns",
    "markup-removed",
    "blank-row",
    "blank-title",
];

/// Collects notices in reading order.
#[derive(Debug, Default)]
pub(crate) struct Notes {
    list: Vec<Notice>,
    /// How often a code was noted in a column, by both.
    counts: HashMap<String, usize>,
    /// Those that were noted more often than stands by itself.
    more: BTreeSet<String>,
}

impl Notes {
    /// A notice at one cell; `column` also groups notices of one kind.
    pub(crate) fn cell(
        &mut self,
        code: &str,
        place: impl Into<String>,
        column: &str,
        data: impl AsRef<str>,
    ) {
        let kind = format!("{code}{BETWEEN}{column}");
        let count = 1 + self.counts.get(&kind).copied().unwrap_or(0);
        if count <= MOST_OF_A_KIND {
            self.list
                .push(Notice::new(severity(code), code, place, data));
        } else if !self.more.contains(&kind) {
            self.more.insert(kind.clone());
        }
        self.counts.insert(kind, count);
    }

    /// A notice about the whole sheet or the mapping.
    pub(crate) fn whole(
        &mut self,
        severity: Severity,
        code: &str,
        place: &str,
        data: impl AsRef<str>,
    ) {
        self.list.push(Notice::new(severity, code, place, data));
    }

    /// Every notice; what was only counted ends the list as `more-of-the-same`, whose data is
    /// the code and how many more there are.
    pub(crate) fn finish(mut self) -> Vec<Notice> {
        for kind in &self.more {
            let (code, column) = kind.split_once(BETWEEN).unwrap_or((kind, ""));
            let count = self.counts.get(kind).copied().unwrap_or(0);
            let data = format!("{code}: {}", count.saturating_sub(MOST_OF_A_KIND));
            let place = if column.is_empty() {
                String::new()
            } else {
                format!("column {column}")
            };
            self.list
                .push(Notice::new(severity(code), "more-of-the-same", place, data));
        }
        self.list
    }
}

fn severity(code: &str) -> Severity {
    if INFORMING.contains(&code) {
        Severity::Info
    } else {
        Severity::Warning
    }
}
