//! Parquet files as tables of a session: the footer says where everything is, rows are fetched
//! where they are looked at, and a profile of all of them goes by row groups.

mod errors;
mod file_table;
mod gather;
mod heads;
mod open;
mod parts;
mod pass;
mod row;
mod rows;
mod state;
mod texts;
mod walk;

pub use open::ParquetOpener;
