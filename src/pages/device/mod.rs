//! What is kept on this device: shown, exported, erased. Nobody else sees it.

mod desk;
mod erase;
mod export;
mod page;
mod records;

pub(crate) use page::Device;
