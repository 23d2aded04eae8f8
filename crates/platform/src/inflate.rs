//! Unpacking what was packed with DEFLATE: the browser's own, so that no program carries one.

use crate::body::append;
use js_sys::{Array, Function, Reflect, Uint8Array};
use wasm_bindgen::JsCast;
use wasm_bindgen_futures::JsFuture;
use web_sys::{Blob, ReadableStream, ReadableStreamDefaultReader, ReadableWritablePair};

/// The bytes that `packed` (raw DEFLATE) holds, if they are at most `most`. `None` if it is
/// damaged, holds more, or the browser cannot unpack.
pub async fn inflate(packed: &[u8], most: usize) -> Option<Vec<u8>> {
    let parts = Array::of1(&Uint8Array::from(packed));
    let blob = Blob::new_with_u8_array_sequence(&parts).ok()?;
    // By its name: web-sys has it only among what may still change.
    let unpack = Reflect::get(&js_sys::global(), &"DecompressionStream".into()).ok()?;
    let unpack: Function = unpack.dyn_into().ok()?;
    let unpack = Reflect::construct(&unpack, &Array::of1(&"deflate-raw".into())).ok()?;
    let pair: &ReadableWritablePair = unpack.unchecked_ref();
    let stream: ReadableStream = blob.stream().pipe_through(pair);
    let reader: ReadableStreamDefaultReader = stream.get_reader().unchecked_into();
    let mut bytes = Vec::new();
    loop {
        let piece = JsFuture::from(reader.read()).await.ok()?;
        let get = |name: &str| Reflect::get(&piece, &name.into()).ok();
        if get("done")?.is_truthy() {
            return Some(bytes);
        }
        let piece: Uint8Array = get("value")?.unchecked_into();
        if bytes.len() + piece.length() as usize > most {
            let _ = reader.cancel();
            return None;
        }
        append(&mut bytes, &piece);
    }
}
