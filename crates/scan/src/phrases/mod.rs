//! Text written as the numbers of phrases that stand in it again and again. Where a catalog says
//! the same words about every listing, a listing is as short as what it says of its own; and each
//! is read by itself.

mod book;
mod coder;
mod learn;

use book::LONGEST;
pub use book::Phrases;
pub use coder::Coder;
pub use learn::learn;
