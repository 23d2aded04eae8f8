//! Places as written, with what the catalog made of them.

use crate::Text;
use record::Record;

/// A place. `verbatim` is the source's wording; codes may be editorial.
#[derive(Clone, Debug, Default, PartialEq, Record)]
#[record(default)]
pub struct Location {
    /// The source's words.
    pub verbatim: Option<String>,
    /// Name of the place.
    pub name: Option<Text>,
    /// City.
    pub locality: Option<Text>,
    /// Province or the like.
    pub region: Option<Text>,
    /// ISO 3166-1 alpha-2.
    pub country: Option<String>,
    /// GB/T 2260, six digits.
    pub admin_code: Option<String>,
    /// ISO 3166-2.
    pub subdivision: Option<String>,
    /// What the catalog says about it.
    pub note: Option<Text>,
    /// West, south, east, north in degrees.
    pub bbox: Option<[f64; 4]>,
}
