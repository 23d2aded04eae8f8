//! What a visitor asked to see of a table.

use record::Record;

/// Filters, a search and an order over the rows of one table. Empty is "all rows as they stand".
///
/// Columns are named by their place in the table, from 0.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash, Record)]
#[record(default)]
pub struct View {
    /// Text that some cell of the row must hold, case and width set aside. Empty: any row.
    #[record(omit)]
    pub search: String,
    /// All must hold.
    pub filters: Vec<Filter>,
    /// The order; `None` is that of the file.
    pub order: Option<Order>,
    /// Columns whose personal data the visitor asked to see unmasked.
    pub bare: Vec<u32>,
}

/// A condition on one column.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Record)]
pub struct Filter {
    /// The column.
    pub column: u32,
    /// What its cell must be.
    pub test: Test,
}

/// What a cell must be.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Record)]
pub enum Test {
    /// Holds this text, case and width set aside.
    Contains {
        /// The text.
        text: String,
    },
    /// Is one of these texts, white space at their ends set aside.
    OneOf {
        /// The texts.
        values: Vec<String>,
    },
    /// A number or date between two, written as the file could write them. Which of the two is
    /// the column's kind. Cells that are neither do not pass.
    Between {
        /// From this one on; `None` is open.
        from: Option<String>,
        /// Up to this one; `None` is open.
        to: Option<String>,
        /// Whether `to` itself passes; the bars of a histogram leave it to the next one.
        with_to: bool,
    },
    /// Has nothing to read in it.
    Missing,
    /// Has something to read in it.
    Filled,
}

/// An order by one column: numbers by value, dates by day, all else as text; blank cells come
/// last both ways, and rows that are alike stay as the file has them.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Record)]
pub struct Order {
    /// The column.
    pub column: u32,
    /// The largest first.
    #[record(omit)]
    pub descending: bool,
}

impl View {
    /// Whether every row passes, in the order of the file.
    #[must_use]
    pub fn is_all(&self) -> bool {
        self.search.is_empty() && self.filters.is_empty() && self.order.is_none()
    }
}
