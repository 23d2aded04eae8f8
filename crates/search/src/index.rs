//! One source's catalog, made ready to be searched. Here an exact scan over prepared
//! columns; a byte format can slip under it without a change above.

use catalog::Catalog;

/// A searchable catalog.
#[derive(Debug)]
pub struct Index {
    source: String,
    catalog: Catalog,
}

impl Index {
    /// Prepares `catalog`, read from the source named `source`.
    #[must_use]
    pub fn build(source: &str, catalog: Catalog) -> Self {
        Self {
            source: source.to_owned(),
            catalog,
        }
    }

    /// The source's id.
    #[must_use]
    pub fn source(&self) -> &str {
        &self.source
    }

    /// The catalog it was built from.
    #[must_use]
    pub const fn catalog(&self) -> &Catalog {
        &self.catalog
    }
}
