//! The directory of exchanges: figures, table with timeline, map of tiles, platforms, plans,
//! sources. Everything is computed from the loaded catalogs.

mod names;
mod opening;
mod page;
mod planned;
mod platforms;
mod region;
mod row;
mod sources;
mod summary;
mod table;
mod tiles;
mod timeline;

pub(super) use names::{Written, address_of, name_path, other_name};
pub(super) use opening::{Opened, Opening, is_planned};
pub(crate) use page::Exchanges;
pub(super) use platforms::PlatformTable;
