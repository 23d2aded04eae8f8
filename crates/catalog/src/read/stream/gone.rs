//! What of a file went by, so that a fault is named by its place in the whole.

use crate::read::{NotACatalog, json::line_ends};

/// What was dropped at the front.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Gone {
    pub(super) bytes: usize,
    lines: usize,
    /// Bytes since the last line end.
    column: usize,
}

impl Gone {
    /// Counts `bytes` as gone too.
    pub(super) fn add(&mut self, bytes: &[u8]) {
        self.bytes += bytes.len();
        self.lines += line_ends(bytes);
        let last = bytes.iter().rposition(|byte| *byte == b'\n');
        self.column = last.map_or(self.column + bytes.len(), |last| bytes.len() - last - 1);
    }

    /// As if the first `count` of `bytes` were gone.
    pub(super) fn up_to(&self, bytes: &[u8], count: usize) -> Self {
        let mut gone = *self;
        gone.add(bytes.get(..count).unwrap_or_default());
        gone
    }

    /// The error with its place in the file, where it has it from here on.
    pub(super) fn behind(&self, mut error: NotACatalog) -> NotACatalog {
        if let NotACatalog::NotJson { line, column, .. } | NotACatalog::TooDeep { line, column } =
            &mut error
        {
            *column += if *line == 1 { self.column } else { 0 };
            *line += self.lines;
        }
        error
    }
}
