//! What of the Parquet program comes later: codecs that the build cuts off and that are fetched
//! when the footer of a file names them. The name in brackets is the chunk's, and of its file.
//!
//! Asking again costs nothing once a chunk is here, and asks the network again after a failure.

use crate::failure::failure;
use parquet::{LaterCodec, Unpack};
use wasm_split_helpers::{SplitLoaderError, wasm_split};
use wire::search::Failure;

/// Fetches a codec and makes it known.
pub(super) async fn bring(codec: LaterCodec) -> Result<(), Failure> {
    let came = match codec {
        LaterCodec::Brotli => brotli().await,
        LaterCodec::Zstd => zstd().await,
    };
    codec.bring(came.map_err(|error| failure("worker-start", error))?);
    Ok(())
}

#[wasm_split(brotli, fallible)]
fn brotli() -> Result<Unpack, SplitLoaderError> {
    Ok(parquet::brotli_codec())
}

#[wasm_split(zstd, fallible)]
fn zstd() -> Result<Unpack, SplitLoaderError> {
    Ok(parquet::zstd_codec())
}
