//! The wasm programs beside the page. Edges only: take a message, call the crates that
//! think, answer. No words for visitors, no Leptos.
#![warn(missing_docs)]

mod decoder;
mod failure;

#[cfg(any(feature = "preview", feature = "parquet", feature = "sheets"))]
pub mod preview;
#[cfg(feature = "search")]
pub mod search;
