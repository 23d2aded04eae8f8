//! What files come wrapped in: gzip and zip, taken off piece by piece. Bytes in, bytes out; who
//! fetches them is another's business. A state may be copied at any moment and gone on from
//! later, so that the middle of a packed file need not be read from its beginning.
//!
//! Check sums are verified where a file ends: what came before stays, and the damage is said.
#![warn(missing_docs)]

mod checksum;
mod gzip;
mod inflate;
mod summed;
mod unpack_error;
pub mod zip;

pub use checksum::Checksum;
pub use gzip::{Gunzip, is_gzip};
pub use inflate::Inflate;
pub use unpack_error::UnpackError;
