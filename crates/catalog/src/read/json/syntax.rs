//! Text becomes a tree. What is refused, and what a number or an escape means, is as
//! `serde_json` has it; a test holds the two together.

use super::{
    scan::text_end,
    tree::{Map, Member, Value},
};
use serde_json::Number;
use std::borrow::Cow;

/// Lists in lists, at most one less than this, as `serde_json` counts.
const DEPTH: usize = 128;

/// Reads `text` as one value of which `outside` levels are open already. `None` where
/// `serde_json` would find a fault; it is asked for its words.
pub(in crate::read) fn parse(text: &str, outside: usize) -> Option<Value<'_>> {
    let mut parser = Parser {
        text,
        bytes: text.as_bytes(),
        at: 0,
        left: DEPTH.saturating_sub(outside),
        members: Vec::with_capacity(32),
    };
    let value = parser.value()?;
    parser.space();
    (parser.at == text.len()).then_some(value)
}

struct Parser<'t> {
    text: &'t str,
    bytes: &'t [u8],
    at: usize,
    /// Levels that may still be opened, and one.
    left: usize,
    /// The members so far of every object that is open, so that each takes its memory once.
    members: Vec<Member<'t>>,
}

impl<'t> Parser<'t> {
    fn peek(&self) -> Option<u8> {
        self.bytes.get(self.at).copied()
    }

    fn space(&mut self) {
        while let Some(b' ' | b'\n' | b'\t' | b'\r') = self.peek() {
            self.at += 1;
        }
    }

    fn value(&mut self) -> Option<Value<'t>> {
        self.space();
        match self.peek()? {
            b'"' => self.string().map(Value::String),
            b'{' => self.object(),
            b'[' => self.array(),
            b't' => self.word("true", Value::Bool(true)),
            b'f' => self.word("false", Value::Bool(false)),
            b'n' => self.word("null", Value::Null),
            _ => self.number().map(Value::Number),
        }
    }

    fn word(&mut self, word: &str, value: Value<'t>) -> Option<Value<'t>> {
        let found = self.bytes.get(self.at..self.at + word.len())?;
        self.at += word.len();
        (found == word.as_bytes()).then_some(value)
    }

    /// Goes one level down, past the bracket.
    fn open(&mut self) -> Option<()> {
        self.at += 1;
        self.left = self.left.checked_sub(1).filter(|left| *left > 0)?;
        self.space();
        Some(())
    }

    /// Past the comma to the next item, or past `close` out of the level: whether it goes on.
    fn goes_on(&mut self, close: u8) -> Option<bool> {
        self.space();
        let found = self.peek()?;
        self.at += 1;
        if found == close {
            self.left += 1;
            return Some(false);
        }
        (found == b',').then_some(true)
    }

    fn array(&mut self) -> Option<Value<'t>> {
        self.open()?;
        let mut items = Vec::new();
        if self.peek()? == b']' {
            self.goes_on(b']')?;
            return Some(Value::Array(items));
        }
        loop {
            items.push(self.value()?);
            if !self.goes_on(b']')? {
                return Some(Value::Array(items));
            }
        }
    }

    fn object(&mut self) -> Option<Value<'t>> {
        self.open()?;
        let first = self.members.len();
        if self.peek()? == b'}' {
            self.goes_on(b'}')?;
            return Some(Value::Object(Map::default()));
        }
        loop {
            self.space();
            if self.peek()? != b'"' {
                return None;
            }
            let name = self.string()?;
            self.space();
            if self.peek()? != b':' {
                return None;
            }
            self.at += 1;
            let value = self.value()?;
            self.members.push((name, Some(value)));
            if !self.goes_on(b'}')? {
                return Some(Value::Object(Map::of(self.members.split_off(first))));
            }
        }
    }

    /// A text, from its opening quote.
    fn string(&mut self) -> Option<Cow<'t, str>> {
        let start = self.at + 1;
        let end = text_end(self.bytes, start);
        let plain = self.text.get(start..end)?;
        self.at = end + 1;
        match self.bytes.get(end)? {
            b'"' => Some(Cow::Borrowed(plain)),
            b'\\' => self.escaped(plain).map(Cow::Owned),
            _ => None,
        }
    }

    /// The rest of a text that begins with `plain` and has a backslash then.
    fn escaped(&mut self, plain: &str) -> Option<String> {
        let mut text = plain.to_owned();
        loop {
            let letter = self.peek()?;
            self.at += 1;
            text.push(match letter {
                b'"' | b'\\' | b'/' => char::from(letter),
                b'b' => '\u{8}',
                b'f' => '\u{C}',
                b'n' => '\n',
                b'r' => '\r',
                b't' => '\t',
                b'u' => self.code()?,
                _ => return None,
            });
            let end = text_end(self.bytes, self.at);
            text.push_str(self.text.get(self.at..end)?);
            self.at = end + 1;
            match self.bytes.get(end)? {
                b'"' => return Some(text),
                b'\\' => {}
                _ => return None,
            }
        }
    }

    /// A character by its code, which may take a second one; half a pair is a fault.
    fn code(&mut self) -> Option<char> {
        let first = self.hex()?;
        if !(0xD800..0xDC00).contains(&first) {
            return char::from_u32(first);
        }
        if self.bytes.get(self.at..self.at + 2)? != b"\\u" {
            return None;
        }
        self.at += 2;
        let second = self.hex().filter(|code| (0xDC00..0xE000).contains(code))?;
        char::from_u32(0x1_0000 + ((first - 0xD800) << 10) + (second - 0xDC00))
    }

    fn hex(&mut self) -> Option<u32> {
        let digits = self.bytes.get(self.at..self.at + 4)?;
        self.at += 4;
        let digit = |code: u32, byte: &u8| Some(code * 16 + char::from(*byte).to_digit(16)?);
        digits.iter().try_fold(0, digit)
    }

    fn digits(&mut self) -> usize {
        let start = self.at;
        while self.peek().is_some_and(|byte| byte.is_ascii_digit()) {
            self.at += 1;
        }
        self.at - start
    }

    fn number(&mut self) -> Option<Number> {
        let start = self.at;
        let minus = self.peek() == Some(b'-');
        self.at += usize::from(minus);
        let zero = self.peek() == Some(b'0');
        let whole = self.digits();
        if whole == 0 || (zero && whole > 1) {
            return None;
        }
        let is_whole = !matches!(self.peek(), Some(b'.' | b'e' | b'E'));
        // Short ones need no care about sign, range or rounding.
        if is_whole && !minus && whole < 19 {
            let digits = self.bytes.get(start..self.at)?;
            let digit = |number: u64, byte: &u8| number * 10 + u64::from(byte - b'0');
            return Some(digits.iter().fold(0, digit).into());
        }
        if self.peek() == Some(b'.') {
            self.at += 1;
            if self.digits() == 0 {
                return None;
            }
        }
        if let Some(b'e' | b'E') = self.peek() {
            self.at += 1;
            if let Some(b'+' | b'-') = self.peek() {
                self.at += 1;
            }
            if self.digits() == 0 {
                return None;
            }
        }
        self.text.get(start..self.at)?.parse().ok()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    /// Whether the parser and `serde_json` make the same of `text`.
    fn agree(text: &str) {
        let theirs = serde_json::from_str::<serde_json::Value>(text).ok();
        let ours = parse(text, 0).map(Value::into_owned);
        assert_eq!(ours, theirs, "{text:?}");
    }

    #[test]
    fn makes_of_json_what_serde_json_makes() {
        for text in [
            "",
            " ",
            "null",
            " true ",
            "falsey",
            "nul",
            "tru",
            "1 2",
            "[1,2,]",
            "[,]",
            "[]",
            "[ ]",
            "{}",
            "{ }",
            "{\"a\":1,}",
            "{\"a\" : 1 , \"b\":[{}]}",
            "{a:1}",
            "{\"a\"}",
            "{\"a\":}",
            "{\"a\":1,\"b\":2,\"a\":3}",
            "[1}",
            "-",
            "-0",
            "0",
            "00",
            "01",
            "1.",
            ".5",
            "1.5e",
            "1.5e+3",
            "1e999",
            "-1e-999",
            "18446744073709551615",
            "18446744073709551616",
            "-9223372036854775808",
            "-9223372036854775809",
            "0.1",
            "123456789012345678901234567890",
            "999999999999999999",
            "1E2",
            "1e+",
            "+1",
            "\"\\u4e2d\\n\\t\\\"\\/\\b\\f\\r\\\\\"",
            "\"\\ud83d\\ude00\"",
            "\"\\ud83d\"",
            "\"\\ude00\"",
            "\"\\ud83d\\u0041\"",
            "\"\\x\"",
            "\"\\u12\"",
            "\"\\u12g4\"",
            "\"a\nb\"",
            "\"a",
            "\"中文\\u6587字\"",
            "\u{FEFF}1",
            "\"\\",
            "\"\u{7f}\"",
            "[\"a\",\"b\"",
            "\u{a0}1",
        ] {
            agree(text);
        }
    }

    #[test]
    fn goes_as_deep_as_serde_json_does() {
        for depth in [1, 126, 127, 128, 129, 500] {
            agree(&format!("{}{}", "[".repeat(depth), "]".repeat(depth)));
            agree(&format!(
                "{}1{}",
                "{\"a\":".repeat(depth),
                "}".repeat(depth)
            ));
        }
        let deep = format!("{}{}", "[".repeat(126), "]".repeat(126));
        assert!(parse(&deep, 1).is_some() && parse(&deep, 2).is_none());
    }

    proptest! {
        #[test]
        fn agrees_with_serde_json_on_what_is_almost_json(
            text in "[\\[\\]{}\",:\\\\ 0-9eE.+a-cu\n-]{0,24}|(\\{\"a\":)?[\\[\\]{}\",:0-9.e-]{0,12}\\}?"
        ) {
            agree(&text);
        }

        #[test]
        fn agrees_with_serde_json_on_texts(text in any::<String>(), name in any::<String>()) {
            agree(&serde_json::json!({ name: [text] }).to_string());
        }
    }
}
