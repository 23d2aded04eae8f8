//! The first bytes of a file, and whether they are enough to decide what it is.

use crate::text::WINDOW;

/// Where one row is longer than a window, decisions wait for this many bytes at most.
const MOST: usize = 16 * WINDOW;

/// Where it is open what the file is, for this many.
const MOST_OPEN: usize = 64 * WINDOW;

/// The bytes that came before a decision.
pub(crate) struct Head {
    pub(crate) bytes: Vec<u8>,
    /// Whether more of the file must come.
    is_open: fn(&[u8]) -> bool,
    /// The windows that this was asked of last, and the answer.
    asked: (usize, bool),
}

impl Head {
    /// No byte came yet.
    pub(crate) const fn new(is_open: fn(&[u8]) -> bool) -> Self {
        Self {
            bytes: Vec::new(),
            is_open,
            asked: (0, false),
        }
    }

    /// Takes bytes up to the end of a window; what is left of them, and whether a window is full.
    pub(crate) fn fill<'a>(&mut self, bytes: &'a [u8]) -> (&'a [u8], bool) {
        let room = (WINDOW - self.bytes.len() % WINDOW).min(bytes.len());
        let (now, after) = bytes.split_at_checked(room).unwrap_or((bytes, &[]));
        self.bytes.extend_from_slice(now);
        let is_full = self.bytes.len().is_multiple_of(WINDOW) && !now.is_empty();
        (after, is_full)
    }

    /// Whether they show more than one row, or are as many as may wait.
    pub(crate) fn is_enough(&mut self) -> bool {
        let four = |end: u8| self.bytes.iter().filter(|b| **b == end).take(4).count() == 4;
        let returns = || four(b'\r') && !self.bytes.contains(&b'\n');
        let has_rows = four(b'\n') || returns() || self.bytes.len() >= MOST;
        has_rows && !self.is_undecided()
    }

    /// Whether more of the file tells better what it is. Asked each time that twice as many windows
    /// are full, so that it costs no more than reading the bytes twice.
    pub(crate) fn is_undecided(&mut self) -> bool {
        if self.bytes.len() >= MOST_OPEN {
            return false;
        }
        let full = self.bytes.len() / WINDOW;
        if full == 0 {
            return (self.is_open)(&self.bytes);
        }
        let windows = 1 << full.ilog2();
        if self.asked.0 != windows {
            let seen = self.bytes.get(..windows * WINDOW).unwrap_or_default();
            self.asked = (windows, (self.is_open)(seen));
        }
        self.asked.1
    }
}
