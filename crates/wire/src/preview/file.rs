//! Which file, and what the visitor overrode about it.

use super::Program;
use record::Record;

/// Where the rows are.
#[derive(Clone, Debug, PartialEq, Record)]
pub enum File {
    /// A distribution's address.
    Url {
        /// Absolute address.
        url: String,
        /// Media type or format of the catalog, a hint only.
        declared: Option<String>,
        /// Encoding label of the catalog, a hint only.
        encoding: Option<String>,
        /// Size of the catalog in bytes, a hint only.
        size: Option<u64>,
    },
    /// Rows given in the catalog itself.
    Inline {
        /// JSON array of objects or arrays, or `{"columns": […], "data": […]}`.
        json: String,
    },
    /// Rows of a CKAN datastore: `{api}/datastore_search?resource_id=…` gives them in pages.
    Datastore {
        /// Absolute address of the API, ending in `/api/3/action`.
        api: String,
        /// The resource.
        resource: String,
    },
    /// A file of the visitor's own, which never leaves the machine: its handle comes beside the
    /// message (`[message, File]` instead of the message alone).
    Own {
        /// Its name.
        name: String,
        /// Its size in bytes.
        size: u64,
        /// Its media type as the system knows it; often empty.
        declared: Option<String>,
    },
}

impl File {
    /// The program to ask first, by what the address and the catalog promise. Whoever is asked
    /// decides by the bytes, and answers [`Elsewhere`](super::Reply::Elsewhere) where they are
    /// not what was promised: that costs a program and a second look at the beginning, as asking
    /// the text program about each Parquet file would.
    #[must_use]
    pub fn likely_program(&self) -> Program {
        match self {
            Self::Url { url, declared, .. } => Program::likely(url, declared.as_deref()),
            _ => Program::Text,
        }
    }
}

impl Program {
    /// The one that a file at `url` is probably for; `declared` is its media type or format as
    /// the catalog says.
    #[must_use]
    pub fn likely(url: &str, declared: Option<&str>) -> Self {
        let path = url.split(['?', '#']).next().unwrap_or_default();
        let declared = declared.unwrap_or_default();
        let declared = declared.split(';').next().unwrap_or_default();
        if ends(path, "parquet") || ends(declared, "parquet") {
            Self::Parquet
        } else if ends(path, ".xlsx") || ends(path, ".ods") {
            Self::Sheets
        } else {
            // What is called .xls is often text.
            Self::Text
        }
    }
}

/// Whether a text ends so, in letters of either case.
fn ends(text: &str, end: &str) -> bool {
    let text = text.trim_ascii_end();
    let from = text.len().wrapping_sub(end.len());
    text.get(from..)
        .is_some_and(|text| text.eq_ignore_ascii_case(end))
}

/// What the visitor overrode; `None` is "decide on the data".
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash, Record)]
#[record(default)]
pub struct Options {
    /// Encoding label.
    pub encoding: Option<String>,
    /// Delimiter.
    pub delimiter: Option<char>,
    /// Whether the first row names the columns.
    pub header: Option<bool>,
    /// The word that names columns without a name: `列` makes `列3`.
    pub column_word: String,
    /// Which sheet of a spreadsheet, from 0.
    pub sheet: Option<u32>,
    /// Which file of an archive, by its path there.
    pub entry: Option<String>,
}

#[cfg(test)]
mod tests {
    use super::*;

    fn likely(url: &str, declared: Option<&str>) -> Program {
        let file = File::Url {
            url: url.to_owned(),
            declared: declared.map(str::to_owned),
            encoding: None,
            size: None,
        };
        file.likely_program()
    }

    #[test]
    fn name_or_catalog_promise_a_program() {
        let host = "https://host.example";
        let sheet = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
        for (path, declared, program) in [
            ("/a.parquet", None, Program::Parquet),
            ("/a.PARQUET?v=1#rows", Some("text/csv"), Program::Parquet),
            (
                "/get?id=7",
                Some("application/vnd.apache.parquet"),
                Program::Parquet,
            ),
            (
                "/get?id=7",
                Some("application/x-parquet; version=2"),
                Program::Parquet,
            ),
            ("/get?id=7", Some("Parquet"), Program::Parquet),
            ("/a.xlsx", None, Program::Sheets),
            ("/a.ods", Some(sheet), Program::Sheets),
            ("/a.xls", Some("application/vnd.ms-excel"), Program::Text),
            ("/a.csv", None, Program::Text),
            ("/parquet.csv?like=a.parquet", None, Program::Text),
            ("", None, Program::Text),
        ] {
            assert_eq!(
                likely(&format!("{host}{path}"), declared),
                program,
                "{path}"
            );
        }
    }
}
