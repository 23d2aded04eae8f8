//! Columns of a dataset: Table Schema v2 plus the privacy role.

use crate::{Text, token::tokens};
use serde::{Deserialize, Serialize};

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
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", default)]
pub struct Field {
    /// Name in the file.
    pub name: String,
    /// Name for people.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub title: Option<Text>,
    /// Type.
    #[serde(rename = "type", skip_serializing_if = "Option::is_none")]
    pub kind: Option<FieldType>,
    /// Table Schema format.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub format: Option<String>,
    /// What it means.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub description: Option<Text>,
    /// Table Schema constraints, carried through.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub constraints: Option<serde_json::Value>,
    /// Texts that mean "missing".
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub missing_values: Vec<String>,
    /// Role in re-identification.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub privacy_role: Option<PrivacyRole>,
    /// Kind of identifier it holds, such as `resident-id`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub identifier_kind: Option<String>,
}

/// The columns of a dataset, as far as they are given.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", default)]
pub struct Schema {
    /// The columns.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub fields: Vec<Field>,
    /// Names of the key columns.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub primary_key: Vec<String>,
    /// Whether every column is listed; `None` is not stated.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub complete: Option<bool>,
}
