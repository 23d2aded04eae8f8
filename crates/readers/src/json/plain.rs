//! A line that holds an object with known keys: read in one go, with cells as places in the
//! text. What is not like that is left to the general way, which reads it to the same end.

use super::escape::compact_into;
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
    /// The bytes of the line with its end, if the text begins with such a line. White space is
    /// what may stand inside a line.
    pub(super) fn line(&mut self, text: &str, keys: &mut Keys, limits: Limits) -> Option<usize> {
        self.spans.clear();
        self.own.clear();
        let bytes = text.as_bytes();
        let mut at = take(bytes, 0, b'{')?;
        let mut behind = BEFORE;
        loop {
            let (number, column, after) = keys.take(text, blanks(bytes, at), behind)?;
            behind = number;
            let start = blanks(bytes, take(bytes, after, b':')?);
            let (span, after) = self.value(text, start)?;
            if after - start > limits.cell_bytes || column >= limits.columns {
                return None;
            }
            self.put(column, span)?;
            at = blanks(bytes, after);
            match bytes.get(at)? {
                b',' => at += 1,
                b'}' => {
                    at = blanks(bytes, at + 1);
                    return (bytes.get(at) == Some(&b'\n')).then_some(at + 1);
                }
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
    fn value(&mut self, text: &str, at: usize) -> Option<(Span, usize)> {
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
            b'{' | b'[' => self.nested(text, at),
            b'n' => word("null", Span::NOTHING),
            b't' => word("true", Span::in_piece(at, at + 4)),
            b'f' => word("false", Span::in_piece(at, at + 5)),
            _ => {
                let end = number_end(bytes, at)?;
                Some((Span::in_piece(at, end), end))
            }
        }
    }

    /// A string with escapes.
    #[inline(never)]
    fn escaped(&mut self, text: &str, at: usize) -> Option<(Span, usize)> {
        let mut lexer = Lexer::new(text.get(at..)?, false);
        let before = self.own.len();
        lexer.string().ok()?.append_to(&mut self.own);
        Some((Span::own(before, self.own.len()), at + lexer.at))
    }

    /// An array or an object, which no white space is kept of.
    #[inline(never)]
    fn nested(&mut self, text: &str, at: usize) -> Option<(Span, usize)> {
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
        // A line ends there, and what stands in it is no value.
        if value.contains('\n') {
            return None;
        }
        let before = self.own.len();
        compact_into(value, &mut self.own);
        Some((Span::own(before, self.own.len()), end))
    }
}

/// Behind this byte, which must be next after blanks.
#[inline]
fn take(bytes: &[u8], at: usize, byte: u8) -> Option<usize> {
    let at = blanks(bytes, at);
    (bytes.get(at) == Some(&byte)).then_some(at + 1)
}

/// Behind white space; most often there is none.
#[inline]
fn blanks(bytes: &[u8], mut at: usize) -> usize {
    while let Some(byte) = bytes.get(at).filter(|byte| **byte <= b' ') {
        if !matches!(byte, b' ' | b'\t' | b'\r') {
            break;
        }
        at += 1;
    }
    at
}
