//! Bytes become a catalog, leniently: every repair is a notice. One file a kind of record.

mod assertions;
mod at;
mod dates;
mod distributions;
mod document;
mod exchanges;
mod head;
mod ids;
mod json;
mod known;
mod limits;
mod links;
mod listings;
mod measures;
mod not_a_catalog;
mod notes;
mod object;
mod offers;
mod prices;
mod privacy;
mod reader;
mod records;
mod repairs;
mod root;
mod shards;
mod split;
pub mod stream;
mod texts;
mod values;
mod whole;

pub use limits::Limits;
pub use not_a_catalog::NotACatalog;
pub use shards::{Part, ShardPlan, read_shard, sha256_hex};
pub use whole::read_catalog;

pub(crate) use at::At;
pub(crate) use json::{Map, Value, decode, parse_json};
pub(crate) use known::Names;
pub(crate) use links::{contact, href, inquiry_target};
pub(crate) use object::{Items, Object, list};
pub(crate) use reader::Reader;
pub(crate) use texts::{name, running};
pub(crate) use values::{flag, language, number, string, strings, token, verbatim};
