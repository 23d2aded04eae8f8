//! The value of a cell as text.

use crate::SheetError;
use crate::text::{Epoch, Shape, duration_of, of_number};
use crate::xml::{Xml, append, attribute};
use quick_xml::events::{BytesStart, Event};

/// What the attributes of a cell say.
pub(super) enum Value {
    /// This text.
    Text(String),
    /// The paragraphs in the cell.
    Paragraphs,
}

impl Value {
    pub(super) fn of(cell: &BytesStart<'_>) -> Self {
        let said = |name| attribute(cell, name).filter(|value| !value.is_empty());
        let mut kind = None;
        let mut error = false;
        // `office:value-type` and `calcext:value-type` differ in their prefix only.
        let mut attributes = cell.attributes();
        for attribute in attributes.with_checks(false).flatten() {
            if attribute.key.local_name().as_ref() == "value-type" {
                error |= attribute.value == "error";
                let own = attribute.key.as_ref() == "office:value-type";
                if own || kind.is_none() {
                    kind = Some(attribute.value);
                }
            }
        }
        let text = match kind.as_deref() {
            _ if error => None,
            Some(kind @ ("float" | "currency" | "percentage")) => said("value").map(|value| {
                let shape = match kind {
                    "percentage" => Shape::Percent,
                    _ => Shape::Plain,
                };
                match value.trim().parse::<f64>() {
                    Ok(number) if number.is_finite() => {
                        of_number(number, Some(value.trim()), shape, Epoch::Of1900)
                    }
                    _ => value.into_owned(),
                }
            }),
            Some("date") => said("date-value").map(|value| date(&value)),
            Some("time") => {
                said("time-value").map(|value| duration_of(&value).unwrap_or(value.into_owned()))
            }
            Some("boolean") => said("boolean-value").map(|value| value.to_uppercase()),
            Some("string") => said("string-value").map(|value| value.into_owned()),
            _ => None,
        };
        text.map_or(Self::Paragraphs, Self::Text)
    }
}

/// A moment without the noughts behind its seconds.
fn date(value: &str) -> String {
    match value.split_once('.') {
        Some((whole, part)) if part.bytes().all(|b| b == b'0') => whole.to_owned(),
        _ => value.to_owned(),
    }
}

/// The text of the cell that began last, read to its end.
pub(super) fn value(xml: &mut Xml<'_>, value: Value) -> Result<String, SheetError> {
    if let Value::Text(text) = value {
        xml.skip()?;
        return Ok(text);
    }
    let mut out = String::new();
    let (mut depth, mut paragraphs) = (1_u32, 0_u32);
    let mut in_paragraph = 0_u32;
    while depth > 0 {
        match xml.next()? {
            Event::Start(element) => {
                match element.local_name().as_ref() {
                    // What is said about a cell, or laid over it, does not stand in it.
                    "annotation" | "frame" | "table" => {
                        xml.skip()?;
                        continue;
                    }
                    "p" => {
                        if paragraphs > 0 {
                            out.push('\n');
                        }
                        paragraphs += 1;
                        in_paragraph = depth + 1;
                    }
                    "s" => {
                        let count = attribute(&element, "c");
                        let count = count.and_then(|count| count.trim().parse().ok());
                        let count: usize = count.unwrap_or(1);
                        out.extend(std::iter::repeat_n(' ', count.min(1_000)));
                    }
                    "tab" => out.push('\t'),
                    "line-break" => out.push('\n'),
                    _ => {}
                }
                depth += 1;
            }
            Event::End(_) => {
                if depth == in_paragraph {
                    in_paragraph = 0;
                }
                depth -= 1;
            }
            Event::Eof => return Err(xml.wrong("ends-early")),
            event if in_paragraph > 0 => append(&event, &mut out),
            _ => {}
        }
    }
    Ok(out)
}
