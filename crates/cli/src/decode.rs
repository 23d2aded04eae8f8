//! Older encodings at the command line: `encoding_rs`, which the browser's own decoder agrees
//! with. The only file here that knows that crate.

use readers::{Decoder, NoSuchEncoding};

/// Decodes one file.
#[derive(Default)]
pub(crate) struct Legacy {
    decoder: Option<encoding_rs::Decoder>,
}

impl Decoder for Legacy {
    fn decode(
        &mut self,
        label: &str,
        bytes: &[u8],
        last: bool,
        text: &mut String,
    ) -> Result<(), NoSuchEncoding> {
        let encoding =
            encoding_rs::Encoding::for_label(label.as_bytes()).ok_or_else(|| NoSuchEncoding {
                label: label.to_owned(),
            })?;
        let decoder = self.decoder.get_or_insert_with(|| encoding.new_decoder());
        // A length of `None` means more than fits in memory; the reservation then fails no
        // worse than reading the bytes would have.
        text.reserve(
            decoder
                .max_utf8_buffer_length(bytes.len())
                .unwrap_or(bytes.len()),
        );
        let mut rest = bytes;
        loop {
            let (result, read, _) = decoder.decode_to_string(rest, text, last);
            rest = rest.get(read..).unwrap_or_default();
            match result {
                encoding_rs::CoderResult::InputEmpty => return Ok(()),
                encoding_rs::CoderResult::OutputFull => text.reserve(rest.len() + 16),
            }
        }
    }
}
