//! What of a listing can be looked at here: values of facet `preview`.

use crate::format::can_be_shown;
use catalog::{AccessRights, Listing, PreviewMode, PriceState};

/// The most that can be looked at without asking anyone.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Preview {
    /// Rows of the data itself.
    Rows,
    /// Rows of a sample.
    Sample,
    /// The names of the columns.
    Columns,
    /// Nothing.
    Nothing,
}

impl Preview {
    /// Every value, most first.
    pub const ALL: &'static [Self] = &[Self::Rows, Self::Sample, Self::Columns, Self::Nothing];

    /// The token in URLs and answers.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Rows => "rows",
            Self::Sample => "sample",
            Self::Columns => "columns",
            Self::Nothing => "nothing",
        }
    }

    /// What `listing` lets a visitor see. The owner's rule comes first. Rows of a file need
    /// data that is free or open to the public, or an owner who says `full`; rows that stand
    /// in the catalog are open already.
    #[must_use]
    pub fn of(listing: &Listing, price: PriceState) -> Self {
        let mode = listing.preview.as_ref().map(|rule| rule.mode);
        let open = mode == Some(PreviewMode::Full)
            || price == PriceState::Free
            || listing.access_rights == Some(AccessRights::Public);
        let rows = || {
            listing.distributions.iter().any(|distribution| {
                !distribution.rows.is_empty() || open && can_be_shown(distribution)
            })
        };
        let sample = || {
            let mut samples = listing
                .samples
                .iter()
                .filter_map(|s| s.distribution.as_ref());
            samples.any(can_be_shown)
        };
        let columns = || {
            listing
                .schema
                .as_ref()
                .is_some_and(|schema| !schema.fields.is_empty())
        };
        let (may_rows, may_sample, may_columns) = match mode {
            None | Some(PreviewMode::Full) => (true, true, true),
            Some(PreviewMode::Sample) => (false, true, true),
            Some(PreviewMode::Schema) => (false, false, true),
            Some(PreviewMode::None) => (false, false, false),
        };
        match () {
            () if may_rows && rows() => Self::Rows,
            () if may_sample && sample() => Self::Sample,
            () if may_columns && columns() => Self::Columns,
            () => Self::Nothing,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use catalog::{Field, PreviewRule, Schema};

    fn listing(distribution: &str) -> Listing {
        Listing {
            distributions: vec![serde_json::from_str(distribution).unwrap()],
            schema: Some(Schema {
                fields: vec![Field::default()],
                ..Schema::default()
            }),
            ..Listing::default()
        }
    }

    #[test]
    fn rows_of_a_file_need_free_data_and_a_readable_format() {
        let file = r#"{"id":"d","access":"download","downloadURL":"https://a.example/x.csv"}"#;
        let pdf = r#"{"id":"d","access":"download","downloadURL":"https://a.example/x.pdf"}"#;
        assert_eq!(Preview::of(&listing(file), PriceState::Free), Preview::Rows);
        assert_eq!(
            Preview::of(&listing(file), PriceState::NotStated),
            Preview::Columns
        );
        assert_eq!(
            Preview::of(&listing(pdf), PriceState::Free),
            Preview::Columns
        );
    }

    #[test]
    fn the_owners_rule_comes_first() {
        let rows = r#"{"id":"d","access":"view-online","rows":[["a"]]}"#;
        let ruled = |mode| {
            let mut listing = listing(rows);
            listing.preview = Some(PreviewRule { mode, reason: None });
            Preview::of(&listing, PriceState::Number)
        };
        assert_eq!(
            Preview::of(&listing(rows), PriceState::Number),
            Preview::Rows
        );
        assert_eq!(ruled(PreviewMode::Full), Preview::Rows);
        assert_eq!(ruled(PreviewMode::Sample), Preview::Columns);
        assert_eq!(ruled(PreviewMode::Schema), Preview::Columns);
        assert_eq!(ruled(PreviewMode::None), Preview::Nothing);
    }
}
