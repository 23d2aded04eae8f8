//! The body of an answer, piece by piece, up to a cap.

use crate::{FetchError, abort::Guard, scope};
use js_sys::Uint8Array;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{ReadableStream, ReadableStreamDefaultReader};

/// No allocation larger than this is made on the word of a header.
const MAX_RESERVE: u64 = 8 << 20;

/// What was read of a body.
pub(crate) struct Body {
    pub(crate) bytes: Vec<u8>,
    /// The body ended before the cap.
    pub(crate) complete: bool,
}

/// Reads at most `max_bytes`; tells `on_read` the sum after every piece.
pub(crate) async fn read_body(
    stream: Option<ReadableStream>,
    max_bytes: u64,
    expected: Option<u64>,
    guard: &mut Guard,
    mut on_read: impl FnMut(u64),
) -> Result<Body, FetchError> {
    let mut bytes = Vec::new();
    let reserve = expected.unwrap_or(0).min(max_bytes).min(MAX_RESERVE);
    bytes.reserve(usize::try_from(reserve).unwrap_or(0));
    let complete = read_pieces(stream, max_bytes, guard, |piece| {
        append(&mut bytes, piece);
        on_read(bytes.len() as u64);
        true
    })
    .await?;
    Ok(Body { bytes, complete })
}

/// Gives `take` the body piece by piece, at most `max_bytes` of it, until it answers `false`.
/// Whether the body was taken to its end.
pub(crate) async fn read_pieces(
    stream: Option<ReadableStream>,
    max_bytes: u64,
    guard: &mut Guard,
    mut take: impl FnMut(&Uint8Array) -> bool,
) -> Result<bool, FetchError> {
    // An answer without a body, such as 204.
    let Some(stream) = stream else {
        return Ok(true);
    };
    let reader: ReadableStreamDefaultReader = stream.get_reader().unchecked_into();
    let mut read = 0;
    loop {
        let piece = JsFuture::from(reader.read())
            .await
            .map_err(|_thrown| guard.cause_or(FetchError::BrokeOff { read }))?;
        guard.alive();
        let Some(piece) = chunk(&piece) else {
            return Ok(true);
        };
        let room = max_bytes.saturating_sub(read);
        let cut = u64::from(piece.length()) > room;
        let piece = if cut {
            piece.subarray(0, u32::try_from(room).unwrap_or(u32::MAX))
        } else {
            piece
        };
        read += u64::from(piece.length());
        if !take(&piece) || cut {
            // Tells the host to stop sending; nobody waits for its answer.
            drop(reader.cancel());
            return Ok(false);
        }
    }
}

/// The bytes of one `read()`; `None` at the end.
pub(crate) fn chunk(piece: &JsValue) -> Option<Uint8Array> {
    scope::member_of(piece, "value")?.dyn_into().ok()
}

pub(crate) fn append(bytes: &mut Vec<u8>, piece: &Uint8Array) {
    let start = bytes.len();
    bytes.resize(start + piece.length() as usize, 0);
    if let Some(room) = bytes.get_mut(start..) {
        piece.copy_to(room);
    }
}
