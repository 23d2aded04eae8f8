//! The document as files: JSON for machines, a name, and reading it back.

use crate::{Document, DocumentError};
use record::Record;

impl Document {
    /// The `type` of the document.
    pub const KIND: &'static str = "data-inquiry";
    /// The `version` this crate writes.
    pub const VERSION: u32 = 1;

    /// Readable JSON with a line end at its end.
    #[must_use]
    pub fn to_json(&self) -> String {
        format!("{:#}\n", self.write())
    }

    /// Reads a document back, such as one that was kept on the device.
    ///
    /// # Errors
    /// [`DocumentError`].
    pub fn from_json(json: &str) -> Result<Self, DocumentError> {
        let read: Self = record::from_text(json)?;
        if read.kind != Self::KIND || read.version != Self::VERSION {
            return Err(DocumentError::Unknown {
                kind: read.kind,
                version: read.version,
            });
        }
        Ok(read)
    }

    /// A file name of plain ASCII, such as `inquiry-2026-11-23-8f1c2a90.json`.
    #[must_use]
    pub fn file_name(&self, extension: &str) -> String {
        let plain = |text: &str, length: usize| -> String {
            text.chars()
                .take(length)
                .filter(|c| c.is_ascii_alphanumeric() || *c == '-')
                .collect()
        };
        format!(
            "inquiry-{}-{}.{extension}",
            plain(&self.created_at, 10),
            plain(&self.id, 8)
        )
    }

    /// The document without anything by which the asker can be reached or named, for targets
    /// that anyone can read. The texts the asker wrote are kept: the page warns of that.
    #[must_use]
    pub fn without_contact(&self) -> Self {
        let mut public = self.clone();
        let requester = &mut public.requester;
        requester.organization = None;
        requester.uscc = None;
        requester.name = None;
        requester.role = None;
        requester.email = None;
        requester.tel = None;
        public
    }
}
