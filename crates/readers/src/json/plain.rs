//! An object with known keys: read in one go, with cells as places in the text. What is not
//! like that is left to the general way, which reads it to the same end.

use super::escape::{compact_into, unescape_into};
use super::keys::{BEFORE, Keys};
use super::lex::{Lexer, number_end, plain_end};
use crate::options::Limits;
use crate::record::Span;

/// The cells of a row, with memory that is used again.
#[derive(Clone, Debug, Default)]
pub(super) struct Plain {
    pub(super) spans: Vec<Span>,
    /// Texts that are not written as they are: with escapes, or with white space among tokens.
    pub(super) own: String,
}

impl Plain {
    /// The bytes of the line with its end, if the text begins with a line of such an object.
    pub(super) fn line(&mut self, text: &str, keys: &mut Keys, limits: Limits) -> Option<usize> {
        let end = self.object(text, keys, limits, false)?;
        let end = blanks(text.as_bytes(), end, false);
        (text.as_bytes().get(end) == Some(&b'\n')).then_some(end + 1)
    }

    /// The bytes of the object, if the text begins with such a one; `breaks`: lines may end
    /// inside it.
    pub(super) fn object(
        &mut self,
        text: &str,
        keys: &mut Keys,
        limits: Limits,
        breaks: bool,
    ) -> Option<usize> {
        self.spans.clear();
        self.own.clear();
        let bytes = text.as_bytes();
        let blanks = |at| blanks(bytes, at, breaks);
        // Behind this byte, which must be next after blanks.
        let take = |at, byte: u8| {
            let at = blanks(at);
            (bytes.get(at) == Some(&byte)).then_some(at + 1)
        };
        let mut at = take(0, b'{')?;
        let mut behind = BEFORE;
        loop {
            let (number, column, after) = keys.take(text, blanks(at), behind)?;
            behind = number;
            let start = blanks(take(after, b':')?);
            let (span, after) = self.value(text, start, breaks)?;
            if after - start > limits.cell_bytes || column >= limits.columns {
                return None;
            }
            self.put(column, span)?;
            at = blanks(after);
            match bytes.get(at)? {
                b',' => at += 1,
                b'}' => return Some(at + 1),
                _ => return None,
            }
        }
    }

    /// Puts a cell into a column that has none yet.
    #[inline]
    fn put(&mut self, column: usize, span: Span) -> Option<()> {
        if column == self.spans.len() {
            self.spans.push(span);
            return Some(());
        }
        if column > self.spans.len() {
            self.spans.resize(column + 1, Span::NOTHING);
        }
        let slot = self.spans.get_mut(column)?;
        (*slot == Span::NOTHING).then(|| *slot = span)
    }

    /// A value as a cell, and the place behind it.
    #[inline]
    fn value(&mut self, text: &str, at: usize, breaks: bool) -> Option<(Span, usize)> {
        let bytes = text.as_bytes();
        let word = |word: &str, span: Span| {
            let end = at + word.len();
            (bytes.get(at..end)? == word.as_bytes()).then_some((span, end))
        };
        match bytes.get(at)? {
            b'"' => {
                let end = at + 1 + plain_end(bytes.get(at + 1..)?)?;
                if bytes.get(end) == Some(&b'"') {
                    return Some((Span::in_piece(at + 1, end), end + 1));
                }
                self.escaped(text, at)
            }
            b'-' | b'0'..=b'9' => {
                let end = number_end(bytes, at)?;
                Some((Span::in_piece(at, end), end))
            }
            b'{' | b'[' => self.nested(text, at, breaks),
            b'n' => word("null", Span::NOTHING),
            b't' => word("true", Span::in_piece(at, at + 4)),
            b'f' => word("false", Span::in_piece(at, at + 5)),
            _ => None,
        }
    }

    /// A string with escapes.
    #[inline(never)]
    fn escaped(&mut self, text: &str, at: usize) -> Option<(Span, usize)> {
        let before = self.own.len();
        let mark = unescape_into(text.get(at + 1..)?, &mut self.own)?;
        Some((Span::own(before, self.own.len()), at + mark + 2))
    }

    /// An array or an object, which no white space is kept of.
    #[inline(never)]
    fn nested(&mut self, text: &str, at: usize, breaks: bool) -> Option<(Span, usize)> {
        let mut lexer = Lexer::new(text.get(at..)?, false);
        lexer.skip(3).ok()?;
        let value = lexer.slice(0);
        let end = at + value.len();
        if !value
            .bytes()
            .any(|byte| matches!(byte, b' ' | b'\n' | b'\r' | b'\t'))
        {
            return Some((Span::in_piece(at, end), end));
        }
        // A line that ends there holds no value.
        if !breaks && value.contains('\n') {
            return None;
        }
        let before = self.own.len();
        compact_into(value, &mut self.own);
        Some((Span::own(before, self.own.len()), end))
    }
}

/// Behind white space; most often there is none.
#[inline]
fn blanks(bytes: &[u8], mut at: usize, breaks: bool) -> usize {
    while let Some(byte) = bytes.get(at).filter(|byte| **byte <= b' ') {
        if !(matches!(byte, b' ' | b'\t' | b'\r') || (breaks && *byte == b'\n')) {
            break;
        }
        at += 1;
    }
    at
}
