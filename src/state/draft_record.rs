//! A draft as it lies on the device: the JSON of `inquiry::Draft` with four members beside it,
//! so that whoever knows drafts can read the record.

use inquiry::{Draft, Entry};
use platform::{StorageError, Stored};
use record::{Record as _, Value};

/// The members beside those of the draft.
const TITLE: &str = "listingTitle";
const SAVED: &str = "savedAt";
const AGREED: &str = "consentedTo";
const HANDED: &str = "handed";

/// One record.
#[derive(Debug, Default)]
pub(crate) struct Record {
    /// Name of the listing; empty for none.
    pub title: String,
    /// When it was written, milliseconds since 1970.
    pub saved: u64,
    /// Addresses of those the consent was given for.
    pub agreed: Vec<String>,
    /// What was typed.
    pub draft: Draft,
    /// What was handed over.
    pub handed: Vec<Entry>,
}

impl Record {
    /// The record under `key`.
    pub(crate) fn write(&self, key: &str) -> Stored {
        let mut value = self.draft.write();
        record::put(&mut value, TITLE, &self.title);
        record::put(&mut value, SAVED, &self.saved);
        record::put(&mut value, AGREED, &self.agreed);
        record::put(&mut value, HANDED, &self.handed);
        Stored {
            key: key.to_owned(),
            version: Draft::VERSION,
            data: value.to_string(),
        }
    }
}

/// Reads a record back.
///
/// # Errors
/// A newer release wrote it, or it is no draft.
pub(crate) fn read(stored: &Stored) -> Result<Record, StorageError> {
    let text = stored.readable(Draft::VERSION)?;
    let broken = |fault: record::Fault| StorageError::Device(fault.to_string());
    let mut value: Value = record::from_text(text).map_err(broken)?;
    let mut take = |name| {
        value
            .as_object_mut()
            .and_then(|members| members.remove(name))
    };
    let title = take(TITLE).and_then(|title| title.as_str().map(str::to_owned));
    let saved = take(SAVED).and_then(|saved| saved.as_u64());
    let agreed = take(AGREED).and_then(|agreed| record::from_value(agreed).ok());
    // Entries that cannot be read are forgotten: what was typed is worth more than its history.
    let handed = take(HANDED).and_then(|handed| record::from_value(handed).ok());
    Ok(Record {
        title: title.unwrap_or_default(),
        saved: saved.unwrap_or_default(),
        agreed: agreed.unwrap_or_default(),
        handed: handed.unwrap_or_default(),
        draft: record::from_value(value).map_err(broken)?,
    })
}

/// The name of the listing that a kept draft is about; empty for none.
pub(crate) fn title(stored: &Stored) -> String {
    read(stored).map(|record| record.title).unwrap_or_default()
}
