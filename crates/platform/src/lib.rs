//! The browser's edges: every call that needs a window, a worker scope, a network or a disk stands
//! here and nowhere else. For wasm32 only, in a window and in a worker alike; knows no listing.

#![warn(missing_docs)]

mod abort;
mod address;
mod blob;
mod body;
mod clipboard;
mod clock;
mod collate;
mod connection;
mod download;
mod fetch;
mod fetch_error;
mod inflate;
mod link;
mod listener;
mod page;
mod post;
mod preference;
mod pull;
mod scope;
mod storage;
mod storage_device;
mod storage_request;
mod stream;
mod task;
mod text_decoder;
mod timer;
mod worker;
pub mod worker_scope;

pub use abort::Abort;
pub use address::{Refusal, is_private_host, resolve};
pub use blob::{OwnFile, read_slice};
pub use clipboard::copy_text;
pub use clock::{local_minute, monotonic_millis, now_iso, now_millis, random_uuid};
pub use collate::name_places;
pub use connection::{is_online, on_connection};
pub use download::{Pieces, download};
pub use fetch::{Cache, FetchOptions, Fetched, get_bytes, get_pieces};
pub use fetch_error::FetchError;
pub use inflate::inflate;
pub use link::{on_link, on_link_ahead};
pub use listener::Listener;
pub use page::{
    Address, address, base_uri, data_of, focus, languages, matches_media, on_hidden, on_media,
    on_popstate, press, push_address, reload, remove_element, replace_address, set_lang,
    set_root_attribute, set_root_property, set_title, to_top,
};
pub use post::{Posted, post_json, post_text};
pub use preference::Preferences;
pub use storage::{Kept, Storage, StorageError, Stored};
pub use stream::{Stream, open_stream, stated_size};
pub use task::{Task, Waiting, all, breathe, spawn};
pub use text_decoder::{BrowserDecoder, DecodeError};
pub use timer::{Timer, sleep, within};
pub use worker::{WorkerError, WorkerHandle, spawn_worker};
