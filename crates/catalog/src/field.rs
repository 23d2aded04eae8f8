//! Columns of a dataset: Table Schema v2 plus the privacy role.

use crate::{Text, token::tokens};
use record::Record;

tokens! {
    /// Table Schema v2 types.
    FieldType {
        String = "string", Number = "number", Integer = "integer", Boolean = "boolean",
        Object = "object", Array = "array", List = "list", Datetime = "datetime", Date = "date",
        Time = "time", Year = "year", Yearmonth = "yearmonth", Duration = "duration",
        Geopoint = "geopoint", Geojson = "geojson", Any = "any",
    }
}

tokens! {
    /// Role of a column in re-identification (ARX attribute types).
    PrivacyRole {
        Identifying = "identifying", QuasiIdentifying = "quasi-identifying",
        Sensitive = "sensitive", Insensitive = "insensitive", Unknown = "unknown",
    }
}

/// One column.
#[derive(Clone, Debug, Default, PartialEq, Record)]
#[record(default)]
pub struct Field {
    /// Name in the file.
    pub name: String,
    /// Name for people.
    pub title: Option<Text>,
    /// Type.
    #[record(rename = "type")]
    pub kind: Option<FieldType>,
    /// Table Schema format.
    pub format: Option<String>,
    /// What it means.
    pub description: Option<Text>,
    /// Table Schema constraints, carried through.
    pub constraints: Option<serde_json::Value>,
    /// Texts that mean "missing".
    pub missing_values: Vec<String>,
    /// Role in re-identification.
    pub privacy_role: Option<PrivacyRole>,
    /// Kind of identifier it holds, such as `resident-id`.
    pub identifier_kind: Option<String>,
}

/// The columns of a dataset, as far as they are given.
#[derive(Clone, Debug, Default, PartialEq, Record)]
#[record(default)]
pub struct Schema {
    /// The columns.
    pub fields: Vec<Field>,
    /// Names of the key columns.
    pub primary_key: Vec<String>,
    /// Whether every column is listed; `None` is not stated.
    pub complete: Option<bool>,
}
