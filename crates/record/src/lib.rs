//! One codec for every record that crosses a worker or is kept on the device: JSON's own tree
//! in, a record out, and back.
//!
//! It exists for its size. Nothing here is generic over formats, so a member costs some tens of
//! bytes of the page and not a parser of its own. Reading never stops halfway: a fault is noted
//! once, with its place, an empty value stands in, and whoever asked gets the fault instead of
//! the record. Without early returns there is no code that takes half a record apart.
#![warn(missing_docs)]

mod containers;
mod doors;
mod fault;
mod reader;
mod scalars;
mod write;

pub use doors::{deserialize, from_text, from_value, to_text};
pub use fault::Fault;
pub use reader::Reader;
pub use record_derive::Record;
pub use serde;
pub use serde_json::{Map, Value};
pub use write::{object, place_of, put, put_all, put_some, put_text, tagged, text};

/// What has a JSON form. Derive it: `#[derive(Record)]` also gives serde's two traits by way of
/// this one, so that a record has one form whoever writes it.
pub trait Record {
    /// The record written as `value`. `None` gives the empty form, of a member that is not
    /// there; what cannot be read is noted in `reader` and gives it too.
    fn read(value: Option<&mut Value>, reader: &mut Reader) -> Self
    where
        Self: Sized;

    /// The JSON form.
    fn write(&self) -> Value;

    /// Whether it says nothing, so that a member may be left out.
    fn is_absent(&self) -> bool {
        false
    }
}
