//! Zip archives: the directory at their end, the small header before each file. Paths are
//! names to show and to choose by; nothing is ever written under them.

mod directory;
mod end;
mod entry;
mod field;
mod member;

pub use directory::{directory, local};
pub use end::{End, Found, MOST_TAIL, end, end64};
pub use entry::{Entry, Method};
pub use member::Member;

/// Whether these are the first bytes of a zip archive.
#[must_use]
pub fn is_zip(head: &[u8]) -> bool {
    head.starts_with(b"PK\x03\x04") || head.starts_with(b"PK\x05\x06")
}
