//! What of a listing can be looked at here: values of facet `preview`, and the files behind
//! them. The one rule that the facet, the cards and the preview page follow.

use crate::format::can_be_shown;
use catalog::{
    AccessRights, Distribution, Listing, ListingStatus, PreviewMode, PriceState, Sample,
};

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

    /// What `listing` lets a visitor see: the first of [`preview_files`], else its columns.
    #[must_use]
    pub fn of(listing: &Listing, price: PriceState) -> Self {
        let files = preview_files(listing, price);
        let columns = || {
            let schema = listing.schema.as_ref();
            schema.is_some_and(|schema| !schema.fields.is_empty())
        };
        match files.first() {
            Some(file) if file.sample.is_none() => Self::Rows,
            Some(_) => Self::Sample,
            None if mode(listing) != PreviewMode::None && columns() => Self::Columns,
            None => Self::Nothing,
        }
    }
}

/// One file whose rows a visitor may look at here.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct PreviewFile<'a> {
    /// Where the rows are.
    pub distribution: &'a Distribution,
    /// The sample that it is; `None` for the data itself.
    pub sample: Option<&'a Sample>,
}

/// The files of `listing` whose rows may be looked at here, the data before the samples. A
/// position in this list is what the address of a preview names.
///
/// The owner's rule comes first. Rows of a file need data that is free or open to the public,
/// or an owner who says `full`; rows that stand in the catalog are open already. What was
/// taken down is not opened.
#[must_use]
pub fn preview_files(listing: &Listing, price: PriceState) -> Vec<PreviewFile<'_>> {
    let delisted = listing.status == Some(ListingStatus::Delisted) || listing.removed.is_some();
    let mode = mode(listing);
    if delisted || matches!(mode, PreviewMode::None | PreviewMode::Schema) {
        return Vec::new();
    }
    let says_full = listing
        .preview
        .as_ref()
        .is_some_and(|rule| rule.mode == PreviewMode::Full);
    let open = says_full
        || price == PriceState::Free
        || listing.access_rights == Some(AccessRights::Public);
    let data = listing
        .distributions
        .iter()
        .filter(|file| mode == PreviewMode::Full && (open || !file.rows.is_empty()))
        .map(|distribution| PreviewFile {
            distribution,
            sample: None,
        });
    let samples = listing.samples.iter().filter_map(|sample| {
        Some(PreviewFile {
            distribution: sample.distribution.as_ref()?,
            sample: Some(sample),
        })
    });
    data.chain(samples)
        .filter(|file| can_be_shown(file.distribution))
        .collect()
}

/// The owner's rule; an owner without one takes nothing away.
fn mode(listing: &Listing) -> PreviewMode {
    let rule = listing.preview.as_ref();
    rule.map_or(PreviewMode::Full, |rule| rule.mode)
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
    fn rows_of_a_datastore_follow_the_rule_of_files() {
        let store = r#"{"id":"d","access":"api","downloadURL":"https://a.example/x.pdf",
            "datastoreURL":"https://a.example/api/3/action/datastore_search?resource_id=r"}"#;
        let of = |price| Preview::of(&listing(store), price);
        assert_eq!(of(PriceState::Free), Preview::Rows);
        assert_eq!(of(PriceState::NotStated), Preview::Columns);
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

    #[test]
    fn the_data_comes_before_the_samples_and_a_delisted_listing_has_neither() {
        let mut listing = listing(r#"{"id":"d","access":"view-online","rows":[["a"]]}"#);
        listing.samples = vec![
            serde_json::from_str(r#"{"origin":"provider"}"#).unwrap(),
            serde_json::from_str(
                r#"{"origin":"synthetic","distribution":{"id":"s","access":"download","rows":[[1]]}}"#,
            )
            .unwrap(),
        ];
        let ids = |listing: &Listing| -> Vec<String> {
            let files = preview_files(listing, PriceState::NotStated);
            let id = |file: &PreviewFile<'_>| file.distribution.id.clone();
            files.iter().map(id).collect()
        };
        assert_eq!(ids(&listing), ["d", "s"]);
        listing.preview = Some(PreviewRule {
            mode: PreviewMode::Sample,
            reason: None,
        });
        assert_eq!(ids(&listing), ["s"]);
        listing.status = Some(ListingStatus::Delisted);
        assert!(ids(&listing).is_empty());
    }
}
