//! The query's form in a URL:
//! `q=…&price=free,negotiable&modified=2024..2025-06&sort=newest&page=2`.
//!
//! Read from the raw search string, never from decoded maps: a raw `,` parts two values,
//! an encoded one belongs to a value. What cannot be honoured is handed back, not swallowed.
//!
//! A range is `from..to@unit`, each of the three left out where it is open: `2024..2025-06`,
//! `..2020`, `1000..@byte`, `100..500@CNY/one-time`, `@CNY/one-time`; one bound alone is both,
//! so `2024` is that year. `,not_stated` behind it lets pass what states nothing as well.
//!
//! **Versions.** Links are short and old ones go on working: a link of version 1 carries no
//! number, and parameters are only ever added. Should one ever change its meaning, links say
//! `v=2` from then on. A link of a later version than this is honoured as far as it is
//! understood, and its `v` is handed back with what is not, so that the visitor is told.

mod dropped;
mod percent;
mod read;
mod write;

pub use dropped::{Dropped, Why};
pub use percent::{decode, encode};
pub use read::read;
pub use write::write;

/// The version of the form that is written.
pub const VERSION: u32 = 1;

/// Parameters that belong to the page, not to the query; `read` passes over them.
pub const PAGE_PARAMETERS: &[&str] = &["file", "from", "id", "lang", "theme"];

/// Most characters of `q`; what is longer is dropped.
pub const MAX_TEXT: usize = crate::terms::MAX_CHARS;
/// Most characters of one value.
pub const MAX_VALUE: usize = 500;
/// Most values in all.
pub const MAX_VALUES: usize = 200;
