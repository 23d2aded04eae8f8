//! The query's form in a URL: `q=…&price=free,negotiable&exchange=local~beijing&sort=newest&page=2`.
//!
//! Read from the raw search string, never from decoded maps: a raw `,` parts two values,
//! an encoded one belongs to a value. What cannot be honoured is handed back, not swallowed.

use crate::{Facet, Query, Sort, terms};
use std::fmt::Write as _;

/// A parameter that could not be honoured; the page shows it instead of swallowing it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Dropped {
    /// Parameter name.
    pub name: String,
    /// Its value, decoded.
    pub value: String,
}

/// Parameters that belong to the page, not to the query; `read` passes over them.
pub const PAGE_PARAMETERS: &[&str] = &["file", "from", "id", "lang", "theme"];

/// Most characters of `q`; what is longer is dropped.
pub const MAX_TEXT: usize = terms::MAX_CHARS;
/// Most characters of one value.
pub const MAX_VALUE: usize = 500;
/// Most values in all.
pub const MAX_VALUES: usize = 200;
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
    for pair in raw
        .get(..end)
        .unwrap_or("")
        .split('&')
        .filter(|pair| !pair.is_empty())
    {
        let (name, value) = pair.split_once('=').unwrap_or((pair, ""));
        reading.parameter(&shown(name), value);
    }
    if end < raw.len() {
        reading.drop("…", raw.get(end..).unwrap_or(""));
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
                let fits = text.chars().nth(MAX_TEXT).is_none();
                fits.then(|| query.text = text)
            }),
            "sort" => self.once("sort", raw, |query, token| {
                query.sort = Sort::parse(&token)?;
                Some(())
            }),
            "page" => self.once("page", raw, |query, number| {
                let from_zero = number.parse::<u64>().ok()?.checked_sub(1)?;
                query.page = u32::try_from(from_zero).ok()?;
                Some(())
            }),
            page if PAGE_PARAMETERS.contains(&page) => {}
            _ => match Facet::parse(name) {
                Some(facet) => raw.split(',').for_each(|value| self.value(facet, value)),
                None => self.drop(name, raw),
            },
        }
    }

    /// A parameter that may stand once.
    fn once(
        &mut self,
        name: &'static str,
        raw: &str,
        set: impl FnOnce(&mut Query, String) -> Option<()>,
    ) {
        let done = !self.seen.contains(&name)
            && decode(raw)
                .and_then(|value| set(&mut self.query, value))
                .is_some();
        if done {
            self.seen.push(name);
        } else {
            self.drop(name, raw);
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
            _ => self.drop(facet.as_str(), raw),
        }
    }

    fn drop(&mut self, name: &str, raw: &str) {
        if self.dropped.len() < MAX_VALUES {
            let clamp = |text: &str| text.chars().take(MAX_VALUE).collect();
            self.dropped.push(Dropped {
                name: clamp(name),
                value: clamp(&shown(raw)),
            });
        }
    }
}

/// Writes the shortest query string (without `?`) that reads back as `query`, provided that
/// its text and values are within the bounds above and its values are ones `Facet::accepts`.
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

/// Percent-encodes all but letters, digits and `-._~`; a space becomes `+`.
pub fn encode(text: &str, out: &mut String) {
    for byte in text.bytes() {
        match byte {
            b'A'..=b'Z' | b'a'..=b'z' | b'0'..=b'9' | b'-' | b'.' | b'_' | b'~' => {
                out.push(char::from(byte));
            }
            b' ' => out.push('+'),
            _ => {
                // Writing to a string cannot fail.
                let _ = write!(out, "%{byte:02X}");
            }
        }
    }
}

/// Undoes `encode`. A `%` that begins no byte stands for itself. `None` if the bytes are
/// not UTF-8.
#[must_use]
pub fn decode(raw: &str) -> Option<String> {
    String::from_utf8(bytes(raw)).ok()
}

/// The same for showing: bytes that are no text become `�`.
fn shown(raw: &str) -> String {
    String::from_utf8_lossy(&bytes(raw)).into_owned()
}

fn bytes(raw: &str) -> Vec<u8> {
    let mut out = Vec::with_capacity(raw.len());
    let mut rest = raw.as_bytes();
    while let [byte, after @ ..] = rest {
        rest = after;
        match (byte, after) {
            (b'+', _) => out.push(b' '),
            (b'%', [high, low, beyond @ ..]) => match (digit(*high), digit(*low)) {
                (Some(high), Some(low)) => {
                    out.push(high << 4 | low);
                    rest = beyond;
                }
                _ => out.push(b'%'),
            },
            _ => out.push(*byte),
        }
    }
    out
}

fn digit(hex: u8) -> Option<u8> {
    char::from(hex)
        .to_digit(16)
        .and_then(|digit| u8::try_from(digit).ok())
}
