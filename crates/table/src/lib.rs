//! Rows and columns, whatever file they came from, and the profile of each column.
//! Nothing here knows bytes, files, listings or a browser; what must cross a worker is a `Record`.

mod cell;
mod column;
mod count;
mod kind;
mod notice;
mod profile;
mod rows;
mod table;

pub use cell::Cell;
pub use column::Column;
pub use count::Count;
pub use kind::{Kind, amount};
pub use notice::{Code, Notice};
pub use profile::{
    ColumnProfile, Histogram, Profile, Profiler, Spread, Standing, TopValue, profile,
};
pub use rows::{Cells, Rows};
pub use table::{Table, TableRow};
