//! The texts that cells share, and what stands in a text: runs, and characters written as
//! `_x000D_`.

use crate::SheetError;
use crate::xml::{Xml, append, attribute};
use quick_xml::events::Event;

/// The texts that cells share, by their number.
#[derive(Default)]
pub(super) struct Strings {
    text: String,
    ends: Vec<usize>,
}

impl Strings {
    pub(super) fn read(text: &str, part: &str) -> Result<Self, SheetError> {
        let mut strings = Self::default();
        let mut xml = Xml::new(text, part);
        let mut item = String::new();
        loop {
            match xml.next()? {
                Event::Start(element) if element.local_name().as_ref() == "si" => {
                    item.clear();
                    runs(&mut xml, &mut item)?;
                    strings.text.push_str(&unescaped(&item));
                    strings.ends.push(strings.text.len());
                }
                Event::Eof => return Ok(strings),
                _ => {}
            }
        }
    }

    pub(super) fn get(&self, number: usize) -> Option<&str> {
        let end = *self.ends.get(number)?;
        let before = number.checked_sub(1).and_then(|at| self.ends.get(at));
        self.text.get(before.copied().unwrap_or(0)..end)
    }
}

/// The text of the element that began last, run after run, without how it is pronounced. Blanks
/// around a run count only where it says so, as in the programs that write such files.
pub(super) fn runs(xml: &mut Xml<'_>, out: &mut String) -> Result<(), SheetError> {
    let mut depth = 1_u32;
    let mut in_text = false;
    // Where the run begins, unless its blanks count.
    let mut trimmed = None;
    while depth > 0 {
        match xml.next()? {
            Event::Start(element) => match element.local_name().as_ref() {
                "rPh" => xml.skip()?,
                name => {
                    in_text = name == "t";
                    let keeps = || attribute(&element, "space").as_deref() == Some("preserve");
                    trimmed = (in_text && !keeps()).then_some(out.len());
                    depth += 1;
                }
            },
            Event::End(_) => {
                depth -= 1;
                in_text = false;
                if let Some(start) = trimmed.take() {
                    let run = out.split_off(start);
                    out.push_str(run.trim_matches([' ', '\t', '\r', '\n']));
                }
            }
            Event::Eof => return Err(xml.wrong("ends-early")),
            event if in_text => append(&event, out),
            _ => {}
        }
    }
    Ok(())
}

/// Characters that XML cannot hold are written as `_xHHHH_` in UTF-16.
pub(super) fn unescaped(text: &str) -> String {
    if !text.contains("_x") {
        return text.to_owned();
    }
    let mut out = String::with_capacity(text.len());
    let mut units: Vec<u16> = Vec::new();
    let mut rest = text;
    while !rest.is_empty() {
        if let Some(unit) = escape(rest) {
            units.push(unit);
            rest = rest.get(7..).unwrap_or_default();
            continue;
        }
        flush(&mut units, &mut out);
        let next = rest.char_indices().nth(1).map_or(rest.len(), |(at, _)| at);
        let (c, after) = rest.split_at_checked(next).unwrap_or((rest, ""));
        out.push_str(c);
        rest = after;
    }
    flush(&mut units, &mut out);
    out
}

fn flush(units: &mut Vec<u16>, out: &mut String) {
    let chars = char::decode_utf16(units.drain(..));
    out.extend(chars.map(|c| c.unwrap_or(char::REPLACEMENT_CHARACTER)));
}

fn escape(text: &str) -> Option<u16> {
    let digits = text.strip_prefix("_x")?.get(..4)?;
    let is_hex = digits.bytes().all(|b| b.is_ascii_hexdigit());
    (is_hex && text.as_bytes().get(6) == Some(&b'_'))
        .then(|| u16::from_str_radix(digits, 16).ok())?
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn runs_are_one_text_without_pronunciation() {
        let text = "<sst><si><t>a</t></si><si><r><rPr><b/></rPr><t xml:space='preserve'>b </t></r>\
            <r><t>&amp;c</t></r><rPh sb='0' eb='1'><t>no</t></rPh></si><si/></sst>";
        let strings = Strings::read(text, "p").unwrap();
        let all: Vec<_> = (0..4).map(|number| strings.get(number)).collect();
        assert_eq!(all, [Some("a"), Some("b &c"), Some(""), None]);
    }

    #[test]
    fn characters_that_xml_cannot_hold() {
        assert_eq!(unescaped("a_x000D_\nb"), "a\r\nb");
        assert_eq!(unescaped("_xD83D__xDE00_"), "😀");
        assert_eq!(unescaped("_x005F_x000D_"), "_x000D_");
        assert_eq!(unescaped("_xyz_ _x12"), "_xyz_ _x12");
    }
}
