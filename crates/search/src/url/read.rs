//! Reading a query string.

use super::percent::shown;
use super::{Dropped, MAX_TEXT, MAX_VALUE, MAX_VALUES, PAGE_PARAMETERS, VERSION, Why, decode};
use crate::{Bounds, Facet, NOT_STATED, Query, Range, Sort};

/// Most bytes of a search string that are read.
const MAX_BYTES: usize = 64 * 1024;

/// Reads the raw query string, with or without its `?`.
#[must_use]
pub fn read(search: &str) -> (Query, Vec<Dropped>) {
    let mut reading = Reading::default();
    let raw = search.strip_prefix('?').unwrap_or(search);
    let mut end = raw.len().min(MAX_BYTES);
    while !raw.is_char_boundary(end) {
        end -= 1;
    }
    let whole = raw.get(..end).unwrap_or("");
    for pair in whole.split('&').filter(|pair| !pair.is_empty()) {
        let (name, value) = pair.split_once('=').unwrap_or((pair, ""));
        reading.parameter(&shown(name), value);
    }
    if end < raw.len() {
        reading.drop("…", raw.get(end..).unwrap_or(""), Why::Size);
    }
    // Nothing is less than another while nobody says in which unit.
    let sort = reading.query.sort;
    reading.query.settle_sort();
    if reading.query.sort != sort {
        reading.drop("sort", sort.as_str(), Why::Unit);
    }
    (reading.query, reading.dropped)
}

/// What was understood so far.
#[derive(Default)]
struct Reading {
    query: Query,
    dropped: Vec<Dropped>,
    seen: Vec<&'static str>,
    values: usize,
}

impl Reading {
    fn parameter(&mut self, name: &str, raw: &str) {
        match name {
            "q" => self.once("q", raw, |query, text| {
                if text.chars().nth(MAX_TEXT).is_some() {
                    return Err(Why::Size);
                }
                query.text = text;
                Ok(())
            }),
            "sort" => self.once("sort", raw, |query, token| {
                query.sort = Sort::parse(&token).ok_or(Why::Value)?;
                Ok(())
            }),
            "page" => self.once("page", raw, |query, number| {
                query.page = page(&number).ok_or(Why::Value)?;
                Ok(())
            }),
            "v" => self.once("v", raw, |_, number| match number.parse::<u32>() {
                Ok(1..=VERSION) => Ok(()),
                Ok(0) | Err(_) => Err(Why::Value),
                Ok(_) => Err(Why::Newer),
            }),
            page if PAGE_PARAMETERS.contains(&page) => {}
            _ => match (Facet::parse(name), Range::parse(name)) {
                (Some(facet), _) => raw.split(',').for_each(|value| self.value(facet, value)),
                (_, Some(range)) => self.once(range.as_str(), raw, |query, written| {
                    query
                        .ranges
                        .extend(bounds(range, &written)?.map(|bounds| (range, bounds)));
                    Ok(())
                }),
                _ => self.drop(name, raw, Why::Unknown),
            },
        }
    }

    /// A parameter that may stand once.
    fn once(
        &mut self,
        name: &'static str,
        raw: &str,
        set: impl FnOnce(&mut Query, String) -> Result<(), Why>,
    ) {
        let done = match decode(raw) {
            Some(value) if !self.seen.contains(&name) => set(&mut self.query, value),
            _ => Err(Why::Value),
        };
        match done {
            Ok(()) => self.seen.push(name),
            Err(why) => self.drop(name, raw, why),
        }
    }

    fn value(&mut self, facet: Facet, raw: &str) {
        if raw.is_empty() {
            return;
        }
        let fits = |value: &String| facet.accepts(value) && value.chars().nth(MAX_VALUE).is_none();
        match decode(raw).filter(fits) {
            Some(value) if self.values < MAX_VALUES => {
                let new = self.query.choices.entry(facet).or_default().insert(value);
                self.values += usize::from(new);
            }
            Some(_) => self.drop(facet.as_str(), raw, Why::Size),
            None => self.drop(facet.as_str(), raw, Why::Value),
        }
    }

    fn drop(&mut self, name: &str, raw: &str, why: Why) {
        if self.dropped.len() < MAX_VALUES {
            let clamp = |text: &str| text.chars().take(MAX_VALUE).collect();
            self.dropped.push(Dropped {
                name: clamp(name),
                value: clamp(&shown(raw)),
                why,
            });
        }
    }
}

/// The page from 0 of its number from 1.
fn page(number: &str) -> Option<u32> {
    let from_zero = number.parse::<u64>().ok()?.checked_sub(1)?;
    u32::try_from(from_zero).ok()
}

/// `from..to@unit,not_stated`, of which any may be missing; `None` if all are.
fn bounds(range: Range, written: &str) -> Result<Option<Bounds>, Why> {
    let (rest, unstated) = match written.strip_suffix(NOT_STATED) {
        Some("") => ("", true),
        Some(rest) => (rest.strip_suffix(',').ok_or(Why::Value)?, true),
        None => (written, false),
    };
    let (span, unit) = rest.split_once('@').unwrap_or((rest, ""));
    let (from, to) = catalog::parse::halves(span, "..").unwrap_or((span, span));
    range.settled(&Bounds {
        unit: unit.to_owned(),
        from: from.to_owned(),
        to: to.to_owned(),
        unstated,
    })
}
