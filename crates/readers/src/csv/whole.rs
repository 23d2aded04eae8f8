//! Rows that stand whole and plainly in a piece of text: nothing is copied, cells are places in
//! the piece. What is unusual or not whole is left to the scanner, which reads it to the same
//! end; almost every row of almost every file is read here.

use super::marks::Marks;
use super::scan::Emit;
use crate::options::Limits;
use crate::record::{Row, Span};

/// Reads whole rows, with memory that is used again for each.
#[derive(Debug, Default)]
pub(super) struct WholeRows {
    spans: Vec<Span>,
    /// Cells in which a quotation mark stands for two.
    own: String,
}

/// How far it came.
pub(super) struct Came {
    /// The bytes of the rows that were read.
    pub(super) bytes: usize,
    /// The last of them is a carriage return: a line feed that follows belongs to it.
    pub(super) after_return: bool,
}

/// How a cell ended.
enum End {
    Delimiter(usize),
    Row(usize),
    /// The piece ends, or something unusual stands there.
    Left,
}

impl WholeRows {
    /// Reads rows from the beginning of the text, where a row begins, up to the first one that
    /// is not whole or not plain. `delimiter` is an ASCII character.
    pub(super) fn read(
        &mut self,
        text: &str,
        delimiter: u8,
        limits: Limits,
        emit: Emit<'_>,
    ) -> Came {
        let bytes = text.as_bytes();
        let mut marks = Marks::new(bytes, delimiter);
        let mut came = Came {
            bytes: 0,
            after_return: false,
        };
        loop {
            self.spans.clear();
            self.own.clear();
            let (mut dropped, mut cut) = (0, 0);
            let mut quoted = false;
            let mut start = came.bytes;
            let end = loop {
                let end = if bytes.get(start) == Some(&b'"') {
                    quoted = true;
                    let (end, span) =
                        self.quoted(text, start, &mut marks, delimiter, limits, &mut cut);
                    if self.spans.len() < limits.columns {
                        self.spans.extend(span);
                    } else {
                        dropped += usize::from(span.is_some());
                    }
                    end
                } else {
                    let (end, at) = bare(bytes, &mut marks, delimiter);
                    if !matches!(end, End::Left) {
                        let mut stop = at;
                        if at - start > limits.cell_bytes {
                            stop = text.floor_char_boundary(start + limits.cell_bytes);
                            cut += 1;
                        }
                        if self.spans.len() < limits.columns {
                            self.spans.push(Span::in_piece(start, stop));
                        } else {
                            dropped += 1;
                        }
                    }
                    end
                };
                match end {
                    End::Delimiter(at) => start = at + 1,
                    End::Row(at) => break at,
                    End::Left => return came,
                }
            };
            let row = Row {
                piece: text,
                own: &self.own,
                spans: &self.spans,
                dropped,
                cut,
            };
            let blank = row.len() == 1 && dropped == 0 && !quoted && row.is_blank();
            emit(&row, blank);
            came.bytes = end + 1;
            came.after_return = bytes.get(end) == Some(&b'\r');
            if came.after_return && bytes.get(end + 1) == Some(&b'\n') {
                marks.next();
                came.bytes += 1;
                came.after_return = false;
            }
        }
    }

    /// A cell that begins with a quotation mark. It ends with the next one that is not doubled,
    /// if a delimiter or a line end follows.
    #[inline(never)]
    fn quoted(
        &mut self,
        text: &str,
        start: usize,
        marks: &mut Marks<'_>,
        delimiter: u8,
        limits: Limits,
        cut: &mut usize,
    ) -> (End, Option<Span>) {
        let bytes = text.as_bytes();
        // The opening mark itself.
        marks.next();
        let mut doubled = false;
        let close = loop {
            let Some(at) = marks.next() else {
                return (End::Left, None);
            };
            match bytes.get(at) {
                Some(b'"') => {}
                Some(0) => return (End::Left, None),
                _ => continue,
            }
            if bytes.get(at + 1) != Some(&b'"') {
                break at;
            }
            marks.next();
            doubled = true;
        };
        let end = match bytes.get(close + 1) {
            Some(0) => return (End::Left, None),
            Some(byte) if *byte == delimiter => End::Delimiter(close + 1),
            Some(b'\n' | b'\r') => End::Row(close + 1),
            _ => return (End::Left, None),
        };
        marks.next();
        let inside = text.get(start + 1..close).unwrap_or_default();
        if !doubled {
            let mut stop = close;
            if inside.len() > limits.cell_bytes {
                stop = text.floor_char_boundary(start + 1 + limits.cell_bytes);
                *cut += 1;
            }
            return (end, Some(Span::in_piece(start + 1, stop)));
        }
        let before = self.own.len();
        for (at, part) in inside.split("\"\"").enumerate() {
            if at > 0 {
                self.own.push('"');
            }
            self.own.push_str(part);
        }
        if self.own.len() - before > limits.cell_bytes {
            let stop = self.own.floor_char_boundary(before + limits.cell_bytes);
            self.own.truncate(stop);
            *cut += 1;
        }
        (end, Some(Span::own(before, self.own.len())))
    }
}

/// A cell without quotation marks around it: where it ends.
#[inline(always)]
fn bare(bytes: &[u8], marks: &mut Marks<'_>, delimiter: u8) -> (End, usize) {
    loop {
        let Some(at) = marks.next() else {
            return (End::Left, 0);
        };
        match bytes.get(at) {
            // Also where NUL stands for "no delimiter".
            Some(0) => return (End::Left, 0),
            Some(byte) if *byte == delimiter => return (End::Delimiter(at), at),
            Some(b'\n' | b'\r') => return (End::Row(at), at),
            _ => {}
        }
    }
}
