//! The one door by which older encodings come in: the browser's `TextDecoder` in the worker,
//! `encoding_rs` at the command line. No table of characters is linked here.

/// Nothing here decodes the encoding that was asked for.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("there is no decoder for the encoding {label}")]
pub struct NoSuchEncoding {
    /// The label that was asked for.
    pub label: String,
}

/// Decodes the bytes of one file, in order, in an encoding other than UTF-8 and UTF-16.
pub trait Decoder {
    /// Appends the text of `bytes` to `text`. A character cut by the end of `bytes` is kept for
    /// the next call, unless `last`: then nothing follows and what is left over is damage.
    /// Bytes that are no text become U+FFFD. The label is the same in every call for one file.
    ///
    /// # Errors
    /// When the decoder does not know the label.
    fn decode(
        &mut self,
        label: &str,
        bytes: &[u8],
        last: bool,
        text: &mut String,
    ) -> Result<(), NoSuchEncoding>;
}

/// For callers whose files are UTF-8 or UTF-16: knows no other encoding.
#[derive(Clone, Copy, Debug, Default)]
pub struct UnicodeOnly;

impl Decoder for UnicodeOnly {
    fn decode(
        &mut self,
        label: &str,
        _bytes: &[u8],
        _last: bool,
        _text: &mut String,
    ) -> Result<(), NoSuchEncoding> {
        Err(NoSuchEncoding {
            label: label.to_owned(),
        })
    }
}
