//! A catalog file read while its bytes come: each listing is handed out, with its own JSON, as
//! soon as it is there. Nothing is kept of it afterwards.
//!
//! ```text
//! for bytes in network { stream.push(&bytes)?; while let Some(found) = stream.next()? { … } }
//! stream.end();          while let Some(found) = stream.next()? { … }
//! match stream.finish()? { Finish::Ended(ended) => …, Finish::Anew(reading) => … }
//! ```
//!
//! Listings come early from a document that says its language and has its records before the
//! list `listings`, as `jishi build` and most others write it. Records that come after the list
//! could have changed each listing: then the stream ends with a reading that knows them, and the
//! caller has it read again what was handed out. All else (bare lists, lines, UTF-16) waits for
//! the end of the file, and is then handed out in the same way.

mod bytes;
mod cut;
mod frame;
mod gone;
mod place;
mod reading;

pub use super::{reader::Made, root::read_root};
pub use bytes::{CatalogStream, Finish, Found};
pub use frame::Frame;
pub use place::Place;
pub use reading::{Ended, Reading};
