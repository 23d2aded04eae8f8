//! Files the visitor opens from the disk, read in pieces.

use js_sys::{ArrayBuffer, Uint8Array};
use std::ops::Range;
use wasm_bindgen::JsCast;
use wasm_bindgen_futures::JsFuture;
use web_sys::Blob;

/// The bytes of `range` of a file, fewer at its end. `None` when it can no longer be read
/// (moved, changed or deleted since it was chosen).
pub async fn read_slice(file: &Blob, range: Range<u64>) -> Option<Vec<u8>> {
    let (start, end) = (range.start as f64, range.end as f64);
    let slice = file.slice_with_f64_and_f64(start, end).ok()?;
    let buffer = JsFuture::from(slice.array_buffer()).await.ok()?;
    let buffer: ArrayBuffer = buffer.dyn_into().ok()?;
    Some(Uint8Array::new(&buffer).to_vec())
}
