//! Writing a query string.

use super::encode;
use crate::{Bounds, NOT_STATED, Query, Sort};
use std::fmt::Write as _;

/// Writes the shortest query string (without `?`) that reads back as `query`, provided that
/// its text and values are within the bounds above, its values are ones `Facet::accepts`, and
/// its ranges and order are settled.
#[must_use]
pub fn write(query: &Query) -> String {
    let mut out = String::new();
    if !query.text.is_empty() {
        parameter(&mut out, "q");
        encode(&query.text, &mut out);
    }
    for (facet, values) in &query.choices {
        let mut first = true;
        for value in values.iter().filter(|value| !value.is_empty()) {
            if std::mem::take(&mut first) {
                parameter(&mut out, facet.as_str());
            } else {
                out.push(',');
            }
            encode(value, &mut out);
        }
    }
    for (range, bounds) in &query.ranges {
        if let Ok(Some(bounds)) = range.settled(bounds) {
            parameter(&mut out, range.as_str());
            span(&bounds, &mut out);
        }
    }
    if query.sort != Sort::default() {
        parameter(&mut out, "sort");
        out.push_str(query.sort.as_str());
    }
    if query.page > 0 {
        parameter(&mut out, "page");
        // Writing to a string cannot fail.
        let _ = write!(out, "{}", u64::from(query.page) + 1);
    }
    out
}

fn parameter(out: &mut String, name: &str) {
    if !out.is_empty() {
        out.push('&');
    }
    out.push_str(name);
    out.push('=');
}

/// The short form of settled bounds.
fn span(bounds: &Bounds, out: &mut String) {
    out.push_str(&bounds.from);
    if bounds.from != bounds.to {
        out.push_str("..");
        out.push_str(&bounds.to);
    }
    if !bounds.unit.is_empty() {
        out.push('@');
        // A query string may hold a slash, and a unit mostly does.
        let mut parts = bounds.unit.split('/');
        encode(parts.next().unwrap_or_default(), out);
        for part in parts {
            out.push('/');
            encode(part, out);
        }
    }
    if bounds.unstated {
        out.push(',');
        out.push_str(NOT_STATED);
    }
}
