//! Where the chunks of an index come from.

use std::sync::Arc;

/// The bytes of one chunk, shared.
pub type Bytes = Arc<Vec<u8>>;

/// Why a chunk cannot be read now.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Unread {
    /// It is not here yet: whoever asked must fetch it and ask again.
    Elsewhere,
    /// It was fetched, and is not what was written.
    Damaged,
}

/// Where the chunks of one index come from: memory, a folder, or what has been fetched so far.
/// Reading never waits. A search over chunks that are elsewhere notes which it needs, gives no
/// answer, and is run again once they are there.
pub trait Store: std::fmt::Debug {
    /// The chunk with this number.
    ///
    /// # Errors
    /// It is elsewhere, or damaged.
    fn chunk(&self, number: u32) -> Result<Bytes, Unread>;
}

/// All chunks of an index that was just built.
#[derive(Clone, Default)]
pub struct Memory {
    /// By number.
    pub chunks: Vec<Bytes>,
}

/// Megabytes of numbers tell nobody anything, and what would write them is code.
impl std::fmt::Debug for Memory {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Memory")
    }
}

impl Store for Memory {
    fn chunk(&self, number: u32) -> Result<Bytes, Unread> {
        self.chunks
            .get(number as usize)
            .cloned()
            .ok_or(Unread::Damaged)
    }
}
