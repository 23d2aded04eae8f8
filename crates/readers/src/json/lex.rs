//! Strict JSON tokens (RFC 8259) over text that may end early.
//! Numbers are never parsed and strings only when asked: a row is slices of the file.

use std::borrow::Cow;

use super::escape::unescape;

/// Arrays and objects are read this deep inside each other.
pub(crate) const MOST_DEEP: usize = 128;

/// The rule that broken JSON breaks.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Fault {
    /// A character that cannot stand here.
    UnexpectedCharacter,
    /// The text ends in the middle of a value.
    UnexpectedEnd,
    /// A comma with nothing behind it.
    TrailingComma,
    /// `NaN`, `Infinity` and the like, which JSON does not have.
    NotANumber,
    /// A number such as `01`, `1.` or `+1`.
    BadNumber,
    /// A backslash with something behind it that JSON does not have.
    BadEscape,
    /// A line break or another control character inside a string.
    ControlCharacter,
    /// Something follows the one value of the file.
    TrailingContent,
}

impl Fault {
    /// The stable name.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::UnexpectedCharacter => "unexpected-character",
            Self::UnexpectedEnd => "unexpected-end",
            Self::TrailingComma => "trailing-comma",
            Self::NotANumber => "not-a-number",
            Self::BadNumber => "bad-number",
            Self::BadEscape => "bad-escape",
            Self::ControlCharacter => "control-character",
            Self::TrailingContent => "trailing-content",
        }
    }
}

/// Why a token could not be taken.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Trip {
    /// The text ends here, and more may come.
    End,
    /// A rule is broken at this byte.
    Broken { at: usize, fault: Fault },
    /// Nested too deep at this byte.
    Deep { at: usize },
}

/// A string token: what is between the quotation marks, and whether it has escapes.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Text<'a> {
    raw: &'a str,
    escaped: bool,
}

impl<'a> Text<'a> {
    pub(crate) fn value(self) -> Cow<'a, str> {
        if self.escaped {
            Cow::Owned(unescape(self.raw))
        } else {
            Cow::Borrowed(self.raw)
        }
    }
}

/// Takes tokens from a text.
#[derive(Clone, Debug)]
pub(crate) struct Lexer<'a> {
    text: &'a str,
    pub(crate) at: usize,
    /// Nothing follows the text, so running out of it is a fault.
    last: bool,
}

impl<'a> Lexer<'a> {
    pub(crate) fn new(text: &'a str, last: bool) -> Self {
        Self { text, at: 0, last }
    }

    pub(crate) fn slice(&self, from: usize) -> &'a str {
        self.text.get(from..self.at).unwrap_or_default()
    }

    /// The text that no token was taken from.
    pub(crate) fn rest(&self) -> &'a str {
        self.text.get(self.at..).unwrap_or_default()
    }

    fn end(&self) -> Trip {
        if self.last {
            self.broken(Fault::UnexpectedEnd)
        } else {
            Trip::End
        }
    }

    pub(crate) fn broken(&self, fault: Fault) -> Trip {
        Trip::Broken { at: self.at, fault }
    }

    #[inline]
    fn byte(&self) -> Option<u8> {
        self.text.as_bytes().get(self.at).copied()
    }

    /// Skips white space; the next byte, or `None` at the end of the text.
    #[inline]
    pub(crate) fn peek(&mut self) -> Option<u8> {
        while let Some(byte) = self.byte() {
            if !matches!(byte, b' ' | b'\n' | b'\r' | b'\t') {
                return Some(byte);
            }
            self.at += 1;
        }
        None
    }

    /// Skips white space; the next byte.
    #[inline]
    pub(crate) fn next(&mut self) -> Result<u8, Trip> {
        self.peek().ok_or_else(|| self.end())
    }

    /// Takes this byte or fails.
    #[inline]
    pub(crate) fn expect(&mut self, byte: u8) -> Result<(), Trip> {
        if self.next()? != byte {
            return Err(self.broken(Fault::UnexpectedCharacter));
        }
        self.at += 1;
        Ok(())
    }

    /// After a member or an element: `true` for a comma with something behind it, `false` for
    /// the closing bracket.
    #[inline]
    pub(crate) fn more(&mut self, close: u8) -> Result<bool, Trip> {
        match self.next()? {
            b',' => {
                let comma = self.at;
                self.at += 1;
                if self.next()? == close {
                    return Err(Trip::Broken {
                        at: comma,
                        fault: Fault::TrailingComma,
                    });
                }
                Ok(true)
            }
            byte if byte == close => {
                self.at += 1;
                Ok(false)
            }
            _ => Err(self.broken(Fault::UnexpectedCharacter)),
        }
    }

    /// Takes an opening bracket; `false` when the closing one follows at once, which is taken.
    #[inline]
    pub(crate) fn open(&mut self, open: u8, close: u8) -> Result<bool, Trip> {
        self.expect(open)?;
        if self.next()? == close {
            self.at += 1;
            return Ok(false);
        }
        Ok(true)
    }

    /// Takes a string.
    pub(crate) fn string(&mut self) -> Result<Text<'a>, Trip> {
        self.expect(b'"')?;
        let start = self.at;
        let mut escaped = false;
        loop {
            let rest = self.text.as_bytes().get(self.at..).unwrap_or_default();
            let Some(step) = plain_end(rest) else {
                self.at = self.text.len();
                return Err(self.end());
            };
            self.at += step;
            match rest.get(step) {
                Some(b'"') => {
                    let raw = self.slice(start);
                    self.at += 1;
                    return Ok(Text { raw, escaped });
                }
                Some(b'\\') => {
                    escaped = true;
                    self.escape()?;
                }
                _ => return Err(self.broken(Fault::ControlCharacter)),
            }
        }
    }

    fn escape(&mut self) -> Result<(), Trip> {
        self.at += 1;
        match self.byte().ok_or_else(|| self.end())? {
            b'"' | b'\\' | b'/' | b'b' | b'f' | b'n' | b'r' | b't' => self.at += 1,
            b'u' => {
                self.at += 1;
                for _ in 0..4 {
                    if !self.byte().ok_or_else(|| self.end())?.is_ascii_hexdigit() {
                        return Err(self.broken(Fault::BadEscape));
                    }
                    self.at += 1;
                }
            }
            _ => return Err(self.broken(Fault::BadEscape)),
        }
        Ok(())
    }

    /// Takes a number, `true`, `false` or `null`: its text.
    pub(crate) fn scalar(&mut self) -> Result<&'a str, Trip> {
        let first = self.next()?;
        let start = self.at;
        let rest = self.text.get(start..).unwrap_or_default();
        let long = rest
            .bytes()
            .position(|b| !(b.is_ascii_alphanumeric() || matches!(b, b'+' | b'-' | b'.')))
            .unwrap_or(rest.len());
        let word = rest.get(..long).unwrap_or_default();
        if long == rest.len() && !self.last {
            return Err(Trip::End);
        }
        let fault = match word {
            "true" | "false" | "null" => None,
            _ if is_number(word) => None,
            "NaN" | "nan" | "Infinity" | "-Infinity" | "-NaN" | "inf" | "-inf" => {
                Some(Fault::NotANumber)
            }
            _ if first.is_ascii_digit() || matches!(first, b'-' | b'+' | b'.') => {
                Some(Fault::BadNumber)
            }
            _ if self.last
                && ["true", "false", "null"]
                    .iter()
                    .any(|w| w.starts_with(word)) =>
            {
                let ends = long == rest.len() && !word.is_empty();
                Some(if ends {
                    Fault::UnexpectedEnd
                } else {
                    Fault::UnexpectedCharacter
                })
            }
            _ => Some(Fault::UnexpectedCharacter),
        };
        match fault {
            Some(fault) => Err(self.broken(fault)),
            None => {
                self.at += long;
                Ok(word)
            }
        }
    }

    /// Takes any value and looks at none of it but its form.
    pub(crate) fn skip(&mut self, depth: usize) -> Result<(), Trip> {
        match self.next()? {
            b'"' => self.string().map(drop),
            b'{' | b'[' if depth >= MOST_DEEP => Err(Trip::Deep { at: self.at }),
            b'{' => {
                let mut more = self.open(b'{', b'}')?;
                while more {
                    self.string()?;
                    self.expect(b':')?;
                    self.skip(depth + 1)?;
                    more = self.more(b'}')?;
                }
                Ok(())
            }
            b'[' => {
                let mut more = self.open(b'[', b']')?;
                while more {
                    self.skip(depth + 1)?;
                    more = self.more(b']')?;
                }
                Ok(())
            }
            _ => self.scalar().map(drop),
        }
    }
}

const LOW: u64 = 0x0101_0101_0101_0101;
const SEVEN: u64 = 0x7F7F_7F7F_7F7F_7F7F;
const HIGH: u64 = 0x8080_8080_8080_8080;

/// Where a string stops being plain: at its end, an escape or a control character. Most of a
/// file is plain text in strings, so this looks at eight bytes at once.
#[inline]
pub(super) fn plain_end(bytes: &[u8]) -> Option<usize> {
    // The high bit of each byte that is not zero; no sum carries into the next byte.
    let other = |word: u64| ((word & SEVEN) + SEVEN) | word;
    let mut at = 0;
    while let Some(chunk) = bytes.get(at..)?.first_chunk::<8>() {
        let word = u64::from_le_bytes(*chunk);
        let text = ((word & SEVEN) + LOW * (0x80 - 0x20)) | word;
        let marks = other(word ^ (LOW * u64::from(b'"'))) & other(word ^ (LOW * u64::from(b'\\')));
        let found = !(text & marks) & HIGH;
        if found != 0 {
            return Some(at + found.trailing_zeros() as usize / 8);
        }
        at += 8;
    }
    let rest = bytes.get(at..)?;
    rest.iter()
        .position(|b| matches!(b, b'"' | b'\\' | 0..=0x1F))
        .map(|step| at + step)
}

/// Whether a word is a number and nothing else.
pub(super) fn is_number(word: &str) -> bool {
    number_end(word.as_bytes(), 0) == Some(word.len())
}

/// Where a number that begins at a place ends:
/// `-?(0|[1-9][0-9]*)(\.[0-9]+)?([eE][+-]?[0-9]+)?`
#[inline(always)]
pub(super) fn number_end(bytes: &[u8], start: usize) -> Option<usize> {
    let start = start + usize::from(bytes.get(start) == Some(&b'-'));
    let mut end = digits_end(bytes, start);
    if end == start || (end > start + 1 && bytes.get(start) == Some(&b'0')) {
        return None;
    }
    if bytes.get(end) == Some(&b'.') {
        let fraction = end + 1;
        end = digits_end(bytes, fraction);
        if end == fraction {
            return None;
        }
    }
    if let Some(b'e' | b'E') = bytes.get(end) {
        let signed = matches!(bytes.get(end + 1), Some(b'+' | b'-'));
        let exponent = end + 1 + usize::from(signed);
        end = digits_end(bytes, exponent);
        if end == exponent {
            return None;
        }
    }
    Some(end)
}

/// The place behind the digits at a place: eight at once, as most numbers have several.
#[inline]
fn digits_end(bytes: &[u8], mut at: usize) -> usize {
    while let Some(chunk) = bytes.get(at..).and_then(|rest| rest.first_chunk::<8>()) {
        let word = u64::from_le_bytes(*chunk) ^ (LOW * u64::from(b'0'));
        let found = (((word & SEVEN) + LOW * (0x80 - 10)) | word) & HIGH;
        if found != 0 {
            return at + found.trailing_zeros() as usize / 8;
        }
        at += 8;
    }
    while bytes.get(at).is_some_and(u8::is_ascii_digit) {
        at += 1;
    }
    at
}

#[cfg(test)]
mod tests {
    use super::*;

    fn skip(text: &str, last: bool) -> Result<usize, Trip> {
        let mut lexer = Lexer::new(text, last);
        lexer.skip(0).map(|()| lexer.at)
    }

    #[test]
    fn says_what_is_wrong_and_where() {
        for (text, at, fault) in [
            ("[1,]", 2, Fault::TrailingComma),
            ("[NaN]", 1, Fault::NotANumber),
            ("[-Infinity]", 1, Fault::NotANumber),
            ("[01]", 1, Fault::BadNumber),
            ("[+1]", 1, Fault::BadNumber),
            (r#"["\x"]"#, 3, Fault::BadEscape),
            ("[\"a\nb\"]", 3, Fault::ControlCharacter),
            ("[1", 2, Fault::UnexpectedEnd),
            ("[tru", 1, Fault::UnexpectedEnd),
            ("{'a':1}", 1, Fault::UnexpectedCharacter),
            ("", 0, Fault::UnexpectedEnd),
        ] {
            assert_eq!(skip(text, true), Err(Trip::Broken { at, fault }), "{text}");
        }
    }

    #[test]
    fn a_cut_is_no_fault_at_any_byte() {
        let text = r#"{"a":[1.5e3,"\u00e9\n",{"b":null}],"名":true}"#;
        for end in (0..text.len()).filter(|end| text.is_char_boundary(*end)) {
            assert_eq!(skip(&text[..end], false), Err(Trip::End), "{end}");
        }
        assert_eq!(skip(text, false), Ok(text.len()));
    }

    #[test]
    fn refuses_a_depth_bomb() {
        let bomb = "[".repeat(100_000);
        assert_eq!(skip(&bomb, true), Err(Trip::Deep { at: MOST_DEEP }));
    }
}
