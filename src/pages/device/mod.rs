//! What is kept on this device: shown, exported, erased. Nobody else sees it.

mod desk;
mod erase;
mod export;
mod import;
mod page;
mod price_changes;
mod records;
mod searches;
mod shortlist;
mod shortlist_item;

pub(crate) use page::Device;
