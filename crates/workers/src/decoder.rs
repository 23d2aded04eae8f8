//! The browser's `TextDecoder` behind the readers' door, so that no table of characters is
//! linked into a program.

use platform::BrowserDecoder;
use readers::{Decoder, NoSuchEncoding};

/// Decodes one file; the label stays the same for a file.
#[derive(Default)]
pub(crate) struct Browser(Option<BrowserDecoder>);

impl Decoder for Browser {
    fn decode(
        &mut self,
        label: &str,
        bytes: &[u8],
        last: bool,
        text: &mut String,
    ) -> Result<(), NoSuchEncoding> {
        let unknown = |_| NoSuchEncoding {
            label: label.to_owned(),
        };
        let decoder = match self.0.take() {
            Some(decoder) => decoder,
            None => BrowserDecoder::new(label, false).map_err(unknown)?,
        };
        let decoder = self.0.insert(decoder);
        text.push_str(&decoder.decode(bytes, last).map_err(unknown)?);
        Ok(())
    }
}
