//! XML parts, event by event, with the place of what is wrong.

use crate::SheetError;
use quick_xml::Reader;
use quick_xml::events::{BytesStart, Event};
use std::borrow::Cow;

/// The text of a part: UTF-8, or UTF-16 with its mark.
pub(crate) fn text_of(bytes: Vec<u8>, part: &str) -> Result<String, SheetError> {
    let wide = |pair: fn([u8; 2]) -> u16| {
        let units = bytes.chunks_exact(2).skip(1);
        let units = units.filter_map(|two| two.try_into().ok().map(pair));
        char::decode_utf16(units)
            .map(|c| c.unwrap_or(char::REPLACEMENT_CHARACTER))
            .collect()
    };
    match bytes.as_slice() {
        [0xFF, 0xFE, ..] => return Ok(wide(u16::from_le_bytes)),
        [0xFE, 0xFF, ..] => return Ok(wide(u16::from_be_bytes)),
        _ => {}
    }
    String::from_utf8(bytes).map_err(|error| {
        let at = error.utf8_error().valid_up_to();
        SheetError::broken(part, at as u64, "not-utf-8")
    })
}

/// Reads one part.
pub(crate) struct Xml<'a> {
    reader: Reader<&'a [u8]>,
    part: &'a str,
}

impl<'a> Xml<'a> {
    /// Begins to read a part with this name.
    pub(crate) fn new(text: &'a str, part: &'a str) -> Self {
        let mut reader = Reader::from_str(text.trim_start_matches('\u{FEFF}'));
        let config = reader.config_mut();
        // What is sound to spreadsheet programs is sound here; nothing hangs on the names of ends.
        config.check_end_names = false;
        config.allow_unmatched_ends = true;
        config.allow_dangling_amp = true;
        config.expand_empty_elements = true;
        Self { reader, part }
    }

    /// The next event.
    pub(crate) fn next(&mut self) -> Result<Event<'a>, SheetError> {
        let event = self.reader.read_event();
        event.map_err(|error| SheetError::broken(self.part, self.reader.error_position(), error))
    }

    /// That something is wrong with what came last.
    pub(crate) fn wrong(&self, reason: &str) -> SheetError {
        SheetError::broken(self.part, self.reader.buffer_position(), reason)
    }

    /// Goes behind the end of the element that began last.
    pub(crate) fn skip(&mut self) -> Result<(), SheetError> {
        let mut depth = 1_u32;
        while depth > 0 {
            match self.next()? {
                Event::Start(_) => depth += 1,
                Event::End(_) => depth -= 1,
                Event::Eof => return Err(self.wrong("ends-early")),
                _ => {}
            }
        }
        Ok(())
    }

    /// The text in the element that began last, up to its end; elements in it are left out.
    pub(crate) fn text(&mut self, out: &mut String) -> Result<(), SheetError> {
        loop {
            match self.next()? {
                Event::Start(_) => self.skip()?,
                Event::End(_) => return Ok(()),
                Event::Eof => return Err(self.wrong("ends-early")),
                event => append(&event, out),
            }
        }
    }
}

/// Appends what an event says as text.
pub(crate) fn append(event: &Event<'_>, out: &mut String) {
    match event {
        Event::Text(text) => out.push_str(&text.xml10_content()),
        Event::CData(text) => out.push_str(&text.xml10_content()),
        Event::GeneralRef(name) => match name.as_ref() {
            "amp" => out.push('&'),
            "lt" => out.push('<'),
            "gt" => out.push('>'),
            "quot" => out.push('"'),
            "apos" => out.push('\''),
            other => match name.resolve_char_ref() {
                Ok(Some(c)) => out.push(c),
                _ => out.extend(["&", other, ";"]),
            },
        },
        _ => {}
    }
}

/// The value of an attribute, by its name without prefix.
pub(crate) fn attribute<'a>(element: &'a BytesStart<'_>, name: &str) -> Option<Cow<'a, str>> {
    let mut attributes = element.attributes();
    let attributes = attributes.with_checks(false);
    for attribute in attributes.flatten() {
        if attribute.key.local_name().as_ref() == name {
            return Some(unescaped(attribute.value));
        }
    }
    None
}

/// A value with its references resolved; those that nobody knows stay.
fn unescaped(value: Cow<'_, str>) -> Cow<'_, str> {
    if !value.contains('&') {
        return value;
    }
    match quick_xml::escape::unescape(&value) {
        Ok(text) => Cow::Owned(text.into_owned()),
        Err(_) => value,
    }
}

/// Whether an attribute says yes.
pub(crate) fn is_true(value: Option<Cow<'_, str>>) -> bool {
    value.is_some_and(|value| matches!(value.trim(), "1" | "true" | "on"))
}
