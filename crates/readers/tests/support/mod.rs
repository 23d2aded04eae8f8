//! The decoder of the command line, for tests of this crate.

use readers::{Decoder, NoSuchEncoding};

/// Decodes with `encoding_rs`, as `jishi` does.
#[derive(Default)]
pub(crate) struct Legacy(Option<encoding_rs::Decoder>);

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
        let decoder = self.0.get_or_insert_with(|| encoding.new_decoder());
        text.reserve(decoder.max_utf8_buffer_length(bytes.len()).unwrap());
        let (result, read, _) = decoder.decode_to_string(bytes, text, last);
        assert_eq!(
            (result, read),
            (encoding_rs::CoderResult::InputEmpty, bytes.len())
        );
        Ok(())
    }
}
