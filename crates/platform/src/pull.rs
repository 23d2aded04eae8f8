//! The bytes of a stream through one buffer, which goes to the browser and comes back filled: a
//! gigabyte leaves no garbage behind. (Given out by the browser, each piece is a new buffer, and a
//! hundred megabytes of them are there before they are collected.) Where a browser cannot do that
//! the pieces are its own.

use crate::{
    body::chunk,
    scope::{Thrown, call_method},
};
use js_sys::{ArrayBuffer, Object, Promise, Reflect, Uint8Array};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::ReadableStream;

/// Bytes of the buffer. The browser's own pipe holds twice as much; a larger one is not faster.
const BUFFER: u32 = 256 * 1024;

/// A stream that is read.
pub(crate) struct Pull {
    reader: JsValue,
    /// The browser fills a buffer of ours; else it gives some of its own.
    fills: bool,
    /// That buffer while the browser has it not.
    buffer: Option<ArrayBuffer>,
    /// What came and was not taken.
    rest: Uint8Array,
    /// What is under way: whoever waited for it may have given up, and what it brings is the next
    /// of the stream nevertheless.
    waiting: Option<Promise>,
}

impl Pull {
    /// Reads this stream, which nobody else does.
    pub(crate) fn of(stream: &ReadableStream) -> Self {
        let options = Object::new();
        // An object of our own takes every property.
        let _ = Reflect::set(&options, &"mode".into(), &"byob".into());
        // Streams that are none of bytes, and browsers without such readers, throw.
        let (reader, fills) = match call_method(stream, "getReader", &options) {
            Ok(reader) => (reader, true),
            Err(_thrown) => (stream.get_reader().into(), false),
        };
        Self {
            reader,
            fills,
            buffer: None,
            rest: Uint8Array::new_with_length(0),
            waiting: None,
        }
    }

    /// Nothing is left to take.
    pub(crate) fn is_spent(&self) -> bool {
        self.rest.length() == 0
    }

    /// Waits for more, when nothing is left; `false` at the end.
    pub(crate) async fn read(&mut self) -> Result<bool, Thrown> {
        let promise = match self.waiting.take() {
            Some(promise) => promise,
            None => self.ask()?,
        };
        self.waiting = Some(promise.clone());
        let came = JsFuture::from(promise).await;
        self.waiting = None;
        let came = came?;
        let Some(piece) = chunk(&came) else {
            return Ok(false);
        };
        self.buffer = self.fills.then(|| piece.buffer());
        self.rest = piece;
        // The end gives the buffer back with nothing in it.
        Ok(!self.is_spent())
    }

    fn ask(&mut self) -> Result<Promise, Thrown> {
        let given = match self.fills {
            true => {
                let buffer = self.buffer.take();
                Uint8Array::new(&buffer.unwrap_or_else(|| ArrayBuffer::new(BUFFER))).into()
            }
            false => JsValue::UNDEFINED,
        };
        let promise = call_method(&self.reader, "read", &given)?;
        Ok(promise.unchecked_into())
    }

    /// At most so many bytes of what came.
    pub(crate) fn take(&mut self, most: usize) -> Vec<u8> {
        let most = u32::try_from(most)
            .unwrap_or(u32::MAX)
            .min(self.rest.length());
        let bytes = self.rest.subarray(0, most).to_vec();
        self.rest = self.rest.subarray(most, self.rest.length());
        bytes
    }
}
