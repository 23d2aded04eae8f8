//! How much of a workbook is read.

/// How much of a workbook is read; beyond it the figure is said and nothing is shown, since part
/// of a sheet would look like all of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Limits {
    /// Bytes of the parts in XML together, unpacked, and of the text of one sheet's cells.
    pub bytes: u64,
    /// Cells of one sheet with something in them.
    pub cells: u64,
}

impl Limits {
    /// What the memory of a browser's worker bears.
    pub const USUAL: Self = Self {
        bytes: 256_000_000,
        cells: 5_000_000,
    };
}

impl Default for Limits {
    fn default() -> Self {
        Self::USUAL
    }
}

/// Rows of a sheet, as in all programs of today.
pub(crate) const MOST_ROWS: u32 = 1 << 20;

/// Columns of a sheet, as in all programs of today.
pub(crate) const MOST_COLUMNS: u32 = 1 << 14;
