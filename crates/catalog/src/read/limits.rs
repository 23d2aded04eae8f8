//! Bounds on what is read, so that no file can exhaust the page.

/// Bounds of one reading. The defaults suit a page; a host may raise them.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Limits {
    /// Largest file read, in bytes.
    pub bytes: usize,
    /// Most listings kept; also most records of any other kind.
    pub listings: usize,
    /// Most notices kept; the rest are counted.
    pub notices: usize,
    /// Longest running text kept (descriptions, notes), in characters.
    pub text_chars: usize,
    /// Longest name kept (titles, labels, words), in characters.
    pub name_chars: usize,
    /// Most items kept of one list inside a record.
    pub items: usize,
}

impl Default for Limits {
    fn default() -> Self {
        Self {
            bytes: 256 << 20,
            listings: 1_000_000,
            notices: 1_000,
            text_chars: 20_000,
            name_chars: 1_000,
            items: 1_000,
        }
    }
}
