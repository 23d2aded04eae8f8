//! The browser's own decoder of GB18030, Big5, UTF-16 and the rest: no tables in our wasm.

use web_sys::{TextDecodeOptions, TextDecoder, TextDecoderOptions};

/// Why bytes did not become text.
#[derive(Debug, thiserror::Error, PartialEq, Eq)]
pub enum DecodeError {
    /// The browser knows no encoding of this name.
    #[error("unknown encoding {0}")]
    UnknownLabel(String),
    /// The bytes are not of this encoding (strict decoders only).
    #[error("not {0}")]
    Malformed(String),
}

/// A decoder that keeps what a cut character left over until the next bytes come.
pub struct BrowserDecoder {
    inner: TextDecoder,
    more: TextDecodeOptions,
}

impl BrowserDecoder {
    /// A decoder for `label` (WHATWG names and aliases). `fatal`: refuse malformed bytes
    /// instead of writing U+FFFD. A byte order mark is removed.
    ///
    /// # Errors
    /// [`DecodeError::UnknownLabel`].
    pub fn new(label: &str, fatal: bool) -> Result<Self, DecodeError> {
        let options = TextDecoderOptions::new();
        options.set_fatal(fatal);
        let inner = TextDecoder::new_with_label_and_options(label, &options)
            .map_err(|_thrown| DecodeError::UnknownLabel(label.to_owned()))?;
        let more = TextDecodeOptions::new();
        more.set_stream(true);
        Ok(Self { inner, more })
    }

    /// The name of the encoding in lower case, such as `gb18030`.
    #[must_use]
    pub fn encoding(&self) -> String {
        self.inner.encoding()
    }

    /// The text of `bytes`, which go on after those of the call before. `last`: nothing follows,
    /// so a cut character at the end is an error or U+FFFD, and the decoder starts anew.
    ///
    /// # Errors
    /// [`DecodeError::Malformed`] from a strict decoder.
    pub fn decode(&mut self, bytes: &[u8], last: bool) -> Result<String, DecodeError> {
        let decoded = if last {
            self.inner.decode_with_u8_array(bytes)
        } else {
            self.inner
                .decode_with_u8_array_and_options(bytes, &self.more)
        };
        decoded.map_err(|_thrown| DecodeError::Malformed(self.inner.encoding()))
    }
}
