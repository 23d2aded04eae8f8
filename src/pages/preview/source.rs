//! Where the rows of a distribution are: in the catalog, or at an address; and what is known of
//! them beside the bytes.

use catalog::{Datastore, Distribution, Key, PersonalInformation, Privacy, Schema};
use leptos::web_sys;
use serde_json::{Value, json};
use wire::preview::File;

/// A file to be looked at.
#[derive(Clone)]
pub(super) struct Source {
    /// Where it is.
    pub(super) file: File,
    /// The visitor's own file, where it is one.
    pub(super) own: Option<web_sys::File>,
    /// Its name, for what is made of it.
    pub(super) name: String,
    /// Lines that say where it is from, for what is made of it.
    pub(super) from: String,
    /// A page about it, where there is one.
    pub(super) page: Option<String>,
    /// What its owner says of personal data in it.
    pub(super) personal: Personal,
}

/// What the listing says of personal data.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct Personal {
    /// The listing, to be asked about it.
    pub(super) listing: Option<Key>,
    /// It says that there is none.
    pub(super) says_none: bool,
}

impl Personal {
    /// Of a listing.
    pub(super) fn of(listing: Option<Key>, privacy: Option<&Privacy>) -> Self {
        let said = privacy.and_then(|privacy| privacy.personal_information);
        Self {
            listing,
            says_none: matches!(
                said,
                Some(PersonalInformation::None | PersonalInformation::NoneStated)
            ),
        }
    }
}

/// The worker's form of it; rows that stand in the catalog need no request, and a datastore was
/// named for nothing else than to be looked at.
pub(super) fn source_of(distribution: &Distribution, schema: Option<&Schema>) -> File {
    if !distribution.rows.is_empty() {
        return File::Inline {
            json: inline(&distribution.rows, schema).to_string(),
        };
    }
    let store = distribution.datastore_url.as_deref();
    if let Some(Datastore { api, resource }) = store.and_then(Datastore::parse) {
        return File::Datastore {
            api: api.to_owned(),
            resource: resource.to_owned(),
        };
    }
    let declared = distribution.media_type.clone().or_else(|| {
        // A bare `CSV` says the format in the form that a file's ending has.
        let format = distribution.format.clone()?;
        Some(if format.contains('/') {
            format
        } else {
            format!("file.{format}")
        })
    });
    File::Url {
        url: distribution.download_url.clone().unwrap_or_default(),
        declared,
        encoding: distribution.character_encoding.clone(),
        size: distribution.byte_size,
    }
}

/// Rows that are arrays get the names of the listing's columns, where those fit.
fn inline(rows: &[Value], schema: Option<&Schema>) -> Value {
    let wide = rows.iter().filter_map(Value::as_array).map(Vec::len).max();
    let all_arrays = rows.iter().all(Value::is_array);
    match (wide, schema) {
        (Some(wide), Some(schema)) if all_arrays && schema.fields.len() == wide => {
            let names: Vec<&str> = schema
                .fields
                .iter()
                .map(|field| field.name.as_str())
                .collect();
            json!({ "columns": names, "data": rows })
        }
        _ => Value::Array(rows.to_vec()),
    }
}
