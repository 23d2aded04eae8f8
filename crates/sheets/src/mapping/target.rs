//! What a rule fills: a member of a listing, of its offers or of its one distribution.

/// A target by its name in `fields`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Target {
    /// A member with a name of the table below.
    Known(&'static str),
    /// `title.en`, `description.en`, `keywords.en`: the same in a language of its own.
    Translated(&'static str, String),
    /// `x-…`: kept as text beside the listing.
    Own(String),
}

/// Every name of a target, as in `schema/mapping.schema.json`.
pub(crate) const TARGETS: &[&str] = &[
    "id",
    "identifiers",
    "title",
    "description",
    "verbatim",
    "keywords",
    "categories",
    "industries",
    "productType",
    "status",
    "exchange",
    "provider",
    "rightsHolder",
    "contact.name",
    "contact.organization",
    "contact.email",
    "contact.tel",
    "contact.url",
    "landingPage",
    "issued",
    "modified",
    "updateFrequency",
    "temporal",
    "spatial",
    "languages",
    "modalities",
    "extent",
    "dataSubject",
    "acquisition",
    "intendedUse",
    "usageRestrictions",
    "license",
    "accessRights",
    "version",
    "personalInformation",
    "gradingLevel",
    "offers",
    "delivery",
    "eligibility",
    "downloadURL",
    "accessURL",
    "format",
    "mediaType",
    "characterEncoding",
];

/// Targets that may carry a language tag.
const TEXTS: &[&str] = &["title", "description", "keywords"];

impl Target {
    /// The target named `name`, or `None` if there is no such target.
    #[must_use]
    pub fn parse(name: &str) -> Option<Self> {
        if let Some(known) = TARGETS.iter().find(|known| **known == name) {
            return Some(Self::Known(known));
        }
        if name.len() > 2 && name.starts_with("x-") {
            return Some(Self::Own(name.to_owned()));
        }
        let (text, lang) = name.split_once('.')?;
        let text = TEXTS.iter().find(|known| **known == text)?;
        catalog::parse::is_language_tag(lang).then(|| Self::Translated(text, lang.to_owned()))
    }

    /// The name in the mapping file.
    #[must_use]
    pub fn name(&self) -> String {
        match self {
            Self::Known(name) => (*name).to_owned(),
            Self::Translated(name, lang) => format!("{name}.{lang}"),
            Self::Own(name) => name.clone(),
        }
    }

    /// Whether the target keeps line ends; every other is a name, or is read by a parser.
    pub(crate) fn keeps_lines(&self) -> bool {
        match self {
            Self::Known(name) => matches!(
                *name,
                "description"
                    | "usageRestrictions"
                    | "verbatim"
                    | "eligibility"
                    | "offers"
                    | "updateFrequency"
            ),
            Self::Translated(name, _) => *name == "description",
            Self::Own(_) => true,
        }
    }

    /// The JSON Pointer of what the target fills, relative to the listing.
    pub(crate) fn pointer(&self) -> String {
        match self {
            Self::Known("delivery") => "/offers/0/delivery".to_owned(),
            Self::Known("eligibility") => "/offers/0/eligibility/note".to_owned(),
            Self::Known("personalInformation") => "/privacy/personalInformation".to_owned(),
            Self::Known("gradingLevel") => "/privacy/gradingLevel".to_owned(),
            Self::Known(
                name @ ("downloadURL" | "accessURL" | "format" | "mediaType" | "characterEncoding"),
            ) => {
                format!("/distributions/0/{name}")
            }
            Self::Translated("keywords", _) => "/keywords".to_owned(),
            other => format!("/{}", other.name().replace('.', "/")),
        }
    }
}
