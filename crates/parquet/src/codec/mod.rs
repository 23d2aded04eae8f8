//! Compression (parquet-format: Compression.md). Each decoder gives the beginning of a page
//! when it is given the beginning of its bytes, so that the head of a page suffices for the
//! first rows.

mod brotli;
mod gzip;
mod later;
mod lz4;
mod output;
mod snappy;
mod zstd;

pub use later::{LaterCodec, Unpack, brotli as brotli_codec, zstd as zstd_codec};

use crate::fault::Fault;
use crate::metadata::Codec;

/// Unpacks a page of `size` bytes: all of them, which must be exactly so many; or, if `reach` says
/// so, the first so many at least, as far as the input goes.
///
/// # Errors
/// When the bytes break the rules of their format, or unpack to another size.
pub(crate) fn unpack(
    codec: Codec,
    input: &[u8],
    size: usize,
    reach: Option<usize>,
) -> Result<Vec<u8>, Fault> {
    let whole = reach.is_none();
    let out = match codec {
        Codec::Plain => input.get(..size).unwrap_or(input).to_vec(),
        Codec::Snappy => snappy::unpack(input, size, reach)?,
        Codec::Gzip => gzip::unpack(input, size.min(reach.unwrap_or(size)), whole)?,
        Codec::Brotli => LaterCodec::Brotli.unpack()?(input, size, reach)?,
        Codec::Zstd => LaterCodec::Zstd.unpack()?(input, size, reach)?,
        Codec::Lz4Raw => lz4::unpack_block(input, size, whole)?,
        Codec::Lz4 => lz4::unpack_any(input, size, whole)?,
        Codec::Lzo => return Err(Fault::RefusedCodec("LZO")),
        Codec::Unknown(number) => return Err(Fault::UnknownCodec(number)),
    };
    if whole && out.len() != size {
        return Err(Fault::Damaged("another size than announced"));
    }
    Ok(out)
}
