//! Files the visitor opens from the disk: handed to a worker, read in pieces. Nothing of them
//! leaves the machine.

use js_sys::{Array, ArrayBuffer, Uint8Array};
use std::ops::Range;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{Blob, File};

/// The bytes of `range` of a file, fewer at its end. `None` when it can no longer be read
/// (moved, changed or deleted since it was chosen).
pub async fn read_slice(file: &Blob, range: Range<u64>) -> Option<Vec<u8>> {
    let (start, end) = (range.start as f64, range.end as f64);
    let slice = file.slice_with_f64_and_f64(start, end).ok()?;
    let buffer = JsFuture::from(slice.array_buffer()).await.ok()?;
    let buffer: ArrayBuffer = buffer.dyn_into().ok()?;
    Some(Uint8Array::new(&buffer).to_vec())
}

/// The handle of a file; its bytes stay where they are until they are read.
#[derive(Clone)]
pub struct OwnFile(Blob);

impl OwnFile {
    /// Bytes of the file.
    #[must_use]
    pub fn size(&self) -> u64 {
        self.0.size() as u64
    }

    /// The bytes of `range`, fewer at the end of the file. `None` when it can no longer be
    /// read: moved, changed or deleted since it was chosen.
    pub async fn read(&self, range: Range<u64>) -> Option<Vec<u8>> {
        read_slice(&self.0, range).await
    }

    /// The message with this file beside it, as a worker takes it.
    pub(crate) fn beside(message: &str, file: &File) -> JsValue {
        Array::of2(&message.into(), file).into()
    }

    /// The text of a message and the file beside it.
    pub(crate) fn parted(data: &JsValue) -> Option<(String, Self)> {
        let pair: &Array = data.dyn_ref()?;
        let blob: Blob = pair.get(1).dyn_into().ok()?;
        Some((pair.get(0).as_string()?, Self(blob)))
    }
}

impl From<File> for OwnFile {
    fn from(file: File) -> Self {
        Self(file.into())
    }
}
