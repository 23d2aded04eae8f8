//! A file of the visitor's own: chosen or dropped, handed to a worker, read there in pieces.
//! Nothing of it leaves the machine.

use crate::read_slice;
use js_sys::Array;
use std::ops::Range;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Blob, File};

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
