//! A mapping as it is once read: what the catalog is called, and the rules of each target.

use catalog::parse::DateOrder;
use catalog::{Exchange, Source, Text};

use super::{Rule, Target};

/// A column that is left out on purpose, and why.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Ignored {
    /// Name of the column, or pointer into the row.
    pub from: String,
    /// Why, in the publisher's words; may be empty.
    pub reason: String,
}

/// How a sheet becomes a catalog.
#[derive(Clone, Debug, PartialEq)]
pub struct Mapping {
    /// Id of the catalog.
    pub id: String,
    /// Name of the catalog.
    pub title: Text,
    /// What the catalog is.
    pub description: Option<Text>,
    /// BCP 47 tag of the sheet's texts.
    pub language: String,
    /// ISO 4217 code of bare numbers, and of 元 and `$`.
    pub currency: String,
    /// In which order `03/04/2021` is written.
    pub date_order: DateOrder,
    /// Last change of the sheet, `YYYY-MM-DD`.
    pub modified: Option<String>,
    /// Licence of the sheet.
    pub license: Option<String>,
    /// The exchange all listings are on; its `name` is empty when only an id was given.
    pub exchange: Option<Exchange>,
    /// Where the sheet comes from.
    pub source: Option<Source>,
    /// JSON Pointer of the list of rows, for JSON only.
    pub rows: Option<String>,
    /// Texts for targets that the row's own cells leave empty.
    pub defaults: Vec<(Target, String)>,
    /// The rules of each target, in the order of the file.
    pub fields: Vec<(Target, Vec<Rule>)>,
    /// Columns that are left out on purpose.
    pub ignore: Vec<Ignored>,
}

impl Default for Mapping {
    /// A mapping that maps nothing, in Chinese and yuan.
    fn default() -> Self {
        Self {
            id: "sheet".to_owned(),
            title: Text::default(),
            description: None,
            language: "zh".to_owned(),
            currency: "CNY".to_owned(),
            date_order: DateOrder::Unknown,
            modified: None,
            license: None,
            exchange: None,
            source: None,
            rows: None,
            defaults: Vec::new(),
            fields: Vec::new(),
            ignore: Vec::new(),
        }
    }
}

impl Mapping {
    /// The rules of one target; none if the mapping has none.
    pub(crate) fn rules(&self, target: &Target) -> &[Rule] {
        self.fields
            .iter()
            .find(|(known, _)| known == target)
            .map_or(&[], |(_, rules)| rules.as_slice())
    }
}
