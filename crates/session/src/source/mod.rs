//! Where bytes are: on a host, on the visitor's disk, in the catalog, inside another file.

mod http;
mod kept;
mod local;
mod memory;
mod packed;
mod part;
mod points;
mod seam;
mod url;

pub use http::{Answer, Body, Http};
pub use kept::Kept;
pub use local::{Disk, Local};
pub use memory::Memory;
pub(crate) use packed::{Packed, Packing};
pub(crate) use part::Part;
pub use seam::{PIECE, Pieces, Size, Source};
pub use url::{Head, Url};
