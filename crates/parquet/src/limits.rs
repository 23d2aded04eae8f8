//! How much is read at most. Every size that a file announces is held against these before any
//! memory is taken for it.

/// Bounds of memory. What is above is refused with its size, column by column where possible.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Limits {
    /// Bytes of the footer.
    pub footer_bytes: u64,
    /// Nodes of the schema, groups included.
    pub schema_nodes: usize,
    /// Column chunks of all row groups together.
    pub chunks: usize,
    /// Bytes of one page or dictionary when unpacked, and of the texts of one column in a batch.
    pub page_bytes: u64,
    /// Entries (values and blanks) of one page.
    pub page_entries: u64,
    /// Cells of one batch over all leaf columns; a batch has fewer rows than asked rather than
    /// more cells than this.
    pub batch_cells: u64,
    /// Bytes that a row group being read holds at once: an unpacked page and a dictionary of each
    /// leaf column, and the batch. Columns over that are refused; wide files are read some
    /// columns at a time.
    pub held_bytes: u64,
}

impl Default for Limits {
    fn default() -> Self {
        Self {
            footer_bytes: 64 << 20,
            schema_nodes: 1 << 16,
            chunks: 1 << 20,
            page_bytes: 256 << 20,
            page_entries: 32 << 20,
            batch_cells: 4 << 20,
            held_bytes: 512 << 20,
        }
    }
}
