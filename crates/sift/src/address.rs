//! A view in an address: parameters that are short, and read back as the same view.
//!
//! `find=…` is the search, `sort=3` or `sort=-3` the order, and `where=` a filter each: `3~has~text`, `3~is~one~another`, `3~in~from~to` (to the end of the
//! second), `3~to~from~to` (up to before it), `3~no` and `3~any`. Columns count from 1, as people
//! do. Between parts stands `~`; one inside a text is written `~~`, an open end of a range is `.`,
//! and a text that is empty or begins with `.`, `~` or `-` has a `-` put before it. Values are handed over decoded: percent signs are the address's business.

use crate::{Filter, Order, Test, View};

/// The most filters, and values of one, that are read.
pub(crate) const MOST: usize = 200;

/// A parameter that could not be honoured.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Dropped {
    /// Its name.
    pub name: String,
    /// Its value.
    pub value: String,
}

/// The parameters of a view, with values that are not encoded yet; none for all rows as they
/// stand. Filters beyond what is read are left out, and which columns are unmasked is nobody's
/// business but the visitor's who asked for it: whoever opens the link sees them masked.
#[must_use]
pub fn write(view: &View) -> Vec<(&'static str, String)> {
    let mut pairs = Vec::new();
    if !view.search.is_empty() {
        pairs.push(("find", view.search.clone()));
    }
    for filter in view.filters.iter().take(MOST) {
        pairs.push(("where", written(filter)));
    }
    if let Some(order) = view.order {
        let sign = if order.descending { "-" } else { "" };
        pairs.push(("sort", format!("{sign}{}", u64::from(order.column) + 1)));
    }
    pairs
}

/// The view that parameters tell, with those that could not be honoured. Other parameters are
/// passed over.
pub fn read<'a>(pairs: impl IntoIterator<Item = (&'a str, &'a str)>) -> (View, Vec<Dropped>) {
    let mut view = View::default();
    let mut dropped = Vec::new();
    let (mut found, mut sorted) = (false, false);
    for (name, value) in pairs {
        let honoured = match name {
            "find" => {
                let new = !std::mem::replace(&mut found, true);
                if new {
                    value.clone_into(&mut view.search);
                }
                new
            }
            "sort" => {
                let order = order(value).filter(|_| !std::mem::replace(&mut sorted, true));
                view.order = view.order.or(order);
                order.is_some()
            }
            "where" => {
                let filter = filter(value).filter(|_| view.filters.len() < MOST);
                let read = filter.is_some();
                view.filters.extend(filter);
                read
            }
            _ => true,
        };
        if !honoured && dropped.len() < MOST {
            let clamped = |text: &str| text.chars().take(MOST).collect();
            dropped.push(Dropped {
                name: clamped(name),
                value: clamped(value),
            });
        }
    }
    (view, dropped)
}

fn written(filter: &Filter) -> String {
    let mut text = (u64::from(filter.column) + 1).to_string();
    let mut part = |part: Option<&str>| match part {
        None => text.push_str("~."),
        Some(part) => {
            text.push('~');
            // Nothing would run two separators together, a dot would be an open end.
            if part.is_empty() || part.starts_with(['.', '~', '-']) {
                text.push('-');
            }
            text.push_str(&part.replace('~', "~~"));
        }
    };
    match &filter.test {
        Test::Contains { text } => {
            part(Some("has"));
            part(Some(text));
        }
        Test::OneOf { values } => {
            part(Some("is"));
            for value in values.iter().take(MOST) {
                part(Some(value));
            }
        }
        Test::Between { from, to, with_to } => {
            part(Some(if *with_to { "in" } else { "to" }));
            part(from.as_deref());
            part(to.as_deref());
        }
        Test::Missing => part(Some("no")),
        Test::Filled => part(Some("any")),
    }
    text
}

fn filter(value: &str) -> Option<Filter> {
    let mut parts = parts(value).into_iter();
    let column = column(parts.next()??.as_str())?;
    let word = parts.next()??;
    let rest: Vec<Option<String>> = parts.collect();
    let test = match (word.as_str(), rest.as_slice()) {
        ("has", [Some(text)]) => Test::Contains { text: text.clone() },
        ("is", values) if values.len() <= MOST => Test::OneOf {
            values: values.iter().cloned().collect::<Option<_>>()?,
        },
        ("in" | "to", [from, to]) => Test::Between {
            from: from.clone(),
            to: to.clone(),
            with_to: word == "in",
        },
        ("no", []) => Test::Missing,
        ("any", []) => Test::Filled,
        _ => return None,
    };
    Some(Filter { column, test })
}

/// The parts of a value; `None` for an open one.
fn parts(value: &str) -> Vec<Option<String>> {
    let mut parts = Vec::new();
    let mut part = String::new();
    let mut chars = value.chars().peekable();
    while let Some(c) = chars.next() {
        if c != '~' {
            part.push(c);
        } else if chars.next_if_eq(&'~').is_some() {
            part.push('~');
        } else {
            parts.push(finished(std::mem::take(&mut part), parts.len()));
        }
    }
    let at = parts.len();
    parts.push(finished(part, at));
    parts
}

fn finished(part: String, at: usize) -> Option<String> {
    match part.strip_prefix('-') {
        _ if at < 2 => Some(part),
        Some(plain) => Some(plain.to_owned()),
        None if part == "." => None,
        None => Some(part),
    }
}

pub(crate) fn column(text: &str) -> Option<u32> {
    text.parse::<u32>().ok()?.checked_sub(1)
}

fn order(text: &str) -> Option<Order> {
    let (number, descending) = match text.strip_prefix('-') {
        Some(number) => (number, true),
        None => (text, false),
    };
    let column = column(number)?;
    Some(Order { column, descending })
}
