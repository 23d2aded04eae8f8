//! Places in a file at which a row begins, so that reading can begin there again.

use crate::Encoding;

/// A place between two rows.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Mark {
    /// The bytes of the file before it.
    pub bytes: u64,
    /// The rows before it, counted as the reader counts them: without header, title and blank
    /// lines. That is the number, from 0, of the row that begins here.
    pub row: u64,
}

/// The most bytes between two marks of a file whose rows are shorter than that.
pub(crate) const STRIDE: usize = 64 * 1024;

/// Whether line ends can be told by their byte: in no encoding that the Encoding Standard
/// decodes byte by byte is a line feed a part of another character, but where escapes switch
/// between character sets a place says nothing without what stands before it.
pub(crate) fn is_placeable(encoding: &Encoding) -> bool {
    !encoding.label().starts_with("iso-2022")
}

/// How many bytes of a piece to take so that they end with a line, if there is one within
/// [`STRIDE`] bytes; `before` is the number of bytes before the piece.
pub(crate) fn cut(bytes: &[u8], before: u64, encoding: Option<&Encoding>) -> usize {
    let window = bytes.get(..STRIDE).unwrap_or(bytes);
    let last = |end: u8| match encoding {
        Some(Encoding::Utf16Le) => last_pair(window, before, [end, 0]),
        Some(Encoding::Utf16Be) => last_pair(window, before, [0, end]),
        _ => window.iter().rposition(|b| *b == end).map(|at| at + 1),
    };
    // A carriage return ends a line where there are no line feeds; else it stands before one.
    last(b'\n').or_else(|| last(b'\r')).unwrap_or(window.len())
}

/// Whether the bytes end with a line end.
pub(crate) fn ends_line(bytes: &[u8], before: u64, encoding: &Encoding) -> bool {
    let pair = |little: bool| {
        let even = (before + bytes.len() as u64).is_multiple_of(2);
        match bytes {
            [.., low, 0] if little => even && matches!(low, b'\n' | b'\r'),
            [.., 0, low] if !little => even && matches!(low, b'\n' | b'\r'),
            _ => false,
        }
    };
    match encoding {
        Encoding::Utf16Le => pair(true),
        Encoding::Utf16Be => pair(false),
        _ => matches!(bytes, [.., b'\n' | b'\r']),
    }
}

/// The bytes of the mark that may begin a file and is no text.
pub(crate) fn byte_order_mark(head: &[u8]) -> usize {
    match head {
        [0xEF, 0xBB, 0xBF, ..] => 3,
        [0xFF, 0xFE, ..] | [0xFE, 0xFF, ..] => 2,
        [0x84, 0x31, 0x95, 0x33, ..] => 4,
        _ => 0,
    }
}

/// The end of the last such pair that stands at an even place of the file.
fn last_pair(window: &[u8], before: u64, pair: [u8; 2]) -> Option<usize> {
    let odd = (before % 2) as usize;
    let mut pairs = window.get(odd..)?.chunks_exact(2);
    let at = pairs.rposition(|found| *found == pair)?;
    Some(odd + at * 2 + 2)
}

/// The head of a file: its first lines each, so that the end of the header can be marked, then
/// the rest.
pub(crate) fn lines<'a>(head: &'a [u8], encoding: &Encoding) -> Vec<&'a [u8]> {
    let mut lines = Vec::new();
    let mut rest = head;
    while lines.len() < MOST_LINES && !rest.is_empty() {
        let before = (head.len() - rest.len()) as u64;
        let end = |byte: &u8| matches!(byte, b'\n');
        let mut at = 0;
        let long = loop {
            match rest.get(at..).and_then(|tail| tail.iter().position(end)) {
                None => break rest.len(),
                Some(step) => {
                    // In UTF-16 the line ends one byte later, little end first.
                    let long = at + step + 1 + usize::from(*encoding == Encoding::Utf16Le);
                    let line = rest.get(..long.min(rest.len())).unwrap_or(rest);
                    if ends_line(line, before, encoding) {
                        break line.len();
                    }
                    at += step + 1;
                }
            }
        };
        let (line, after) = rest.split_at_checked(long).unwrap_or((rest, &[]));
        lines.push(line);
        rest = after;
    }
    if !rest.is_empty() {
        lines.push(rest);
    }
    lines
}

/// Lines of the head that are looked at one by one: more than title rows and header have.
const MOST_LINES: usize = 64;
