//! Whether a row passes the filters and the search of a view.

use std::collections::HashSet;

use table::{Cells, Code, Column, Kind, Notice};

use crate::fold::Needle;
use crate::{Test, View};

/// Judges rows, one after the other.
#[derive(Clone, Debug)]
pub struct Sieve {
    search: Option<Needle>,
    filters: Vec<(usize, Check)>,
    /// The columns that are searched.
    width: usize,
    scratch: String,
}

#[derive(Clone, Debug)]
enum Check {
    Contains(Needle),
    OneOf(HashSet<String>),
    Between {
        kind: Kind,
        from: f64,
        to: f64,
        with_to: bool,
    },
    Missing,
    Filled,
}

impl Sieve {
    /// For a view of a table with these columns, of the kinds they are known to have. What of
    /// the view cannot be had is left out and noticed.
    #[must_use]
    pub fn new(view: &View, columns: &[Column]) -> (Self, Vec<Notice>) {
        let mut notices = Vec::new();
        let mut filters = Vec::new();
        for filter in &view.filters {
            let at = filter.column as usize;
            match columns.get(at) {
                Some(column) => {
                    let check = check(&filter.test, column.kind, at, &mut notices);
                    filters.extend(check.map(|check| (at, check)));
                }
                None => notices.push(no_such_column(filter.column)),
            }
        }
        let search = Some(view.search.trim()).filter(|search| !search.is_empty());
        let sieve = Self {
            search: search.map(Needle::new),
            filters,
            width: columns.len(),
            scratch: String::new(),
        };
        (sieve, notices)
    }

    /// Whether every row passes.
    #[must_use]
    pub fn is_open(&self) -> bool {
        self.search.is_none() && self.filters.is_empty()
    }

    /// Whether the row passes.
    pub fn passes(&mut self, row: &dyn Cells) -> bool {
        let Self {
            search,
            filters,
            width,
            scratch,
        } = self;
        filters
            .iter()
            .all(|(column, check)| check.holds(row.cell(*column).text(), scratch))
            && search.as_ref().is_none_or(|needle| {
                let mut texts = (0..*width).filter_map(|column| row.cell(column).text());
                texts.any(|text| needle.is_in(text, scratch))
            })
    }
}

pub(crate) fn no_such_column(column: u32) -> Notice {
    Notice::new(Code::NoSuchColumn).with("column", u64::from(column) + 1)
}

fn check(test: &Test, kind: Kind, at: usize, notices: &mut Vec<Notice>) -> Option<Check> {
    Some(match test {
        Test::Contains { text } => Check::Contains(Needle::new(text)),
        Test::OneOf { values } => {
            let texts = values.iter().map(|value| value.trim().to_owned());
            Check::OneOf(texts.collect())
        }
        Test::Between { from, to, with_to } => {
            let some = from.as_ref().or(to.as_ref());
            let kind = kind.ordering(some.map_or("", String::as_str));
            let mut bound = |text: &Option<String>, value: &dyn Fn(&str) -> Option<f64>| {
                let text = text.as_deref()?;
                let found = value(text).or_else(|| value(&year(text, kind)?));
                if found.is_none() {
                    let notice = Notice::new(Code::BoundNotRead).at_column(at);
                    notices.push(notice.with("text", text));
                }
                found
            };
            let low = bound(from, &|text| kind.value(text));
            // "Up to March" has all of March in it, "before March" nothing of it.
            let high = bound(to, &|text| match with_to {
                true => kind.last_value(text),
                false => kind.value(text),
            });
            if (low.is_none() && from.is_some()) && (high.is_none() && to.is_some()) {
                return None;
            }
            Check::Between {
                kind,
                from: low.unwrap_or(f64::NEG_INFINITY),
                to: high.unwrap_or(f64::INFINITY),
                with_to: *with_to || high.is_none(),
            }
        }
        Test::Missing => Check::Missing,
        Test::Filled => Check::Filled,
    })
}

/// A year alone, which is a number in a cell, and in a bound of dates the year.
fn year(text: &str, kind: Kind) -> Option<String> {
    let text = text.trim();
    let is_year = text.len() == 4 && text.bytes().all(|b| b.is_ascii_digit());
    (is_year && kind.is_date()).then(|| format!("{text}年"))
}

impl Check {
    fn holds(&self, text: Option<&str>, scratch: &mut String) -> bool {
        let filled = || text.filter(|text| !text.trim().is_empty());
        match self {
            Self::Contains(needle) => text.is_some_and(|text| needle.is_in(text, scratch)),
            Self::OneOf(values) => values.contains(text.unwrap_or_default().trim()),
            Self::Between {
                kind,
                from,
                to,
                with_to,
            } => filled()
                .and_then(|text| kind.value(text))
                .is_some_and(|value| value >= *from && (value < *to || (*with_to && value == *to))),
            Self::Missing => filled().is_none(),
            Self::Filled => filled().is_some(),
        }
    }
}
