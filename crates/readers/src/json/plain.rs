//! A line that holds an object like the one before it, written plainly: read in one go, with
//! cells as places in the text. What is not like that is left to the general way, which reads
//! it to the same end.

use super::lex::{Lexer, is_number, plain_end};
use super::rows::Expected;
use crate::options::Limits;
use crate::record::Span;

/// The bytes of the line with its end, if the text begins with such a line; its cells are in
/// `spans`. White space is what may stand inside a line.
pub(super) fn line(
    text: &str,
    expected: &[Expected],
    limits: Limits,
    spans: &mut Vec<Span>,
) -> Option<usize> {
    spans.clear();
    let bytes = text.as_bytes();
    let mut at = take(bytes, 0, b'{')?;
    for Expected {
        key,
        at: column,
        plain,
    } in expected
    {
        let start = take(bytes, at, b'"')?;
        let end = start + key.len();
        if !plain || bytes.get(start..end)? != key.as_bytes() {
            return None;
        }
        at = take(bytes, take(bytes, end, b'"')?, b':')?;
        at = blanks(bytes, at);
        let (span, after) = value(text, at)?;
        if after - at > limits.cell_bytes || *column >= limits.columns {
            return None;
        }
        if *column == spans.len() {
            spans.push(span);
        } else {
            if *column > spans.len() {
                spans.resize(column + 1, Span::NOTHING);
            }
            let slot = spans.get_mut(*column)?;
            if *slot != Span::NOTHING {
                return None;
            }
            *slot = span;
        }
        at = blanks(bytes, after);
        match bytes.get(at)? {
            b',' => at = blanks(bytes, at + 1),
            b'}' => {
                at = blanks(bytes, at + 1);
                return (bytes.get(at) == Some(&b'\n')).then_some(at + 1);
            }
            _ => return None,
        }
    }
    None
}

/// Behind this byte, which must be next after blanks.
#[inline]
fn take(bytes: &[u8], at: usize, byte: u8) -> Option<usize> {
    let at = blanks(bytes, at);
    (bytes.get(at) == Some(&byte)).then_some(at + 1)
}

#[inline]
fn blanks(bytes: &[u8], mut at: usize) -> usize {
    while matches!(bytes.get(at), Some(b' ' | b'\t' | b'\r')) {
        at += 1;
    }
    at
}

/// A value as a cell, and the place behind it.
#[inline]
fn value(text: &str, at: usize) -> Option<(Span, usize)> {
    let bytes = text.as_bytes();
    match bytes.get(at)? {
        b'"' => {
            let end = at + 1 + plain_end(bytes.get(at + 1..)?)?;
            (bytes.get(end) == Some(&b'"')).then(|| (Span::in_piece(at + 1, end), end + 1))
        }
        b'{' | b'[' => {
            let mut lexer = Lexer::new(text.get(at..)?, false);
            lexer.skip(3).ok()?;
            let slice = lexer.slice(0);
            let blank = |byte: &u8| matches!(byte, b' ' | b'\n' | b'\r' | b'\t');
            let end = at + slice.len();
            (!slice.as_bytes().iter().any(blank)).then(|| (Span::in_piece(at, end), end))
        }
        _ => {
            let rest = bytes.get(at..)?;
            let ends = |byte: &u8| matches!(byte, b',' | b'}' | b' ' | b'\t' | b'\r' | b'\n');
            let end = at + rest.iter().position(ends)?;
            let word = text.get(at..end)?;
            match word {
                "null" => Some((Span::NOTHING, end)),
                "true" | "false" => Some((Span::in_piece(at, end), end)),
                _ => is_number(word).then(|| (Span::in_piece(at, end), end)),
            }
        }
    }
}
