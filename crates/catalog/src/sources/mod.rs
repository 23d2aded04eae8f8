//! The kinds of sources, and what a file is by its content. One file a kind that is read.

mod detect;

pub use detect::detect;
pub(crate) use detect::{detect_bytes, detect_object, detect_value};

use crate::token::tokens;

tokens! {
    /// What a source is. The page and `jishi` read `dxc` and `sheet`; the others are named,
    /// so that a visitor is told what the file is and that it is not read yet.
    SourceKind {
        /// The native format, whole or as a list of listings.
        Dxc = "dxc",
        /// CSV or TSV of listings, with a mapping.
        Sheet = "sheet",
        /// The shop's own `config.json`.
        Config = "config",
        /// DCAT-US `data.json`.
        DcatUs = "dcat-us",
        /// DCAT as JSON-LD.
        Dcat = "dcat",
        /// An answer of CKAN's action API.
        Ckan = "ckan",
        /// SpatioTemporal Asset Catalog.
        Stac = "stac",
        /// Croissant, MLCommons.
        Croissant = "croissant",
        /// Frictionless data package.
        DataPackage = "datapackage",
        /// Opendatasoft, udata and the like: an API answer with a page of results.
        Udata = "udata",
        /// An answer of a `_search` endpoint.
        Elasticsearch = "elasticsearch",
        /// schema.org `Dataset` as JSON-LD.
        SchemaOrg = "schema-org",
        /// RDF as Turtle or XML.
        Rdf = "rdf",
        /// A web page.
        Html = "html",
        /// A zip archive or a spreadsheet.
        Zip = "zip",
    }
}

impl SourceKind {
    /// Whether this release reads it.
    #[must_use]
    pub const fn is_read(self) -> bool {
        matches!(self, Self::Dxc | Self::Sheet)
    }
}
