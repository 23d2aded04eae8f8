//! Every option of the configuration, with its default.

use super::Theme;
use crate::{Contact, InquiryTarget, Text, sources::SourceKind};
use record::Record;
use std::collections::BTreeMap;

/// The shop's configuration.
#[derive(Clone, Debug, PartialEq, Record)]
#[record(default = own)]
pub struct Config {
    /// Version of the configuration's form, `0.1`.
    pub version: String,
    /// Name of the shop; empty means the page's own name.
    pub name: Text,
    /// One line under the name; empty means the page's own.
    #[record(omit)]
    pub tagline: Text,
    /// Picture beside the name, relative to the configuration.
    pub logo: Option<String>,
    /// Colours and corners.
    pub theme: Theme,
    /// Interface languages offered, BCP 47; the page knows `zh-Hans` and `en`.
    #[record(keep)]
    pub languages: Vec<String>,
    /// Interface language when the browser asks for none of them.
    pub default_language: Option<String>,
    /// Links in the footer.
    pub links: Vec<ConfigLink>,
    /// What is loaded, in this order.
    #[record(keep)]
    pub sources: Vec<ConfigSource>,
    /// How inquiries are delivered where listing and exchange do not say.
    pub inquiry: Vec<InquiryTarget>,
    /// Whom visitors ask about the shop itself.
    pub contact: Option<Contact>,
    /// Texts of the host by the page's name for them.
    pub texts: BTreeMap<String, Text>,
}

/// A link of the shop.
#[derive(Clone, Debug, PartialEq, Eq, Record)]
pub struct ConfigLink {
    /// What it says.
    pub label: Text,
    /// Where it leads; checked.
    pub href: String,
}

/// A catalog to load.
#[derive(Clone, Debug, PartialEq, Eq, Record)]
pub struct ConfigSource {
    /// First part of every key `source~id`; never changes for a shop.
    pub id: String,
    /// What it is.
    pub kind: SourceKind,
    /// Address, relative to the configuration.
    pub url: String,
    /// The mapping of a table, relative to the configuration.
    pub mapping: Option<String>,
    /// Name for the visitor; else the catalog's own title.
    pub title: Option<Text>,
    /// Shown wherever listings of this source are shown, such as "these listings are invented".
    pub banner: Option<Text>,
    /// The catalog names an index that was built ahead, so that what builds one is not fetched
    /// before that is known. The catalog decides.
    #[record(rename = "x-jishi-index", omit)]
    pub ahead: bool,
}

impl Default for Config {
    /// The configuration of a shop without one: the catalog beside the page.
    fn default() -> Self {
        Self {
            version: String::from("0.1"),
            name: Text::default(),
            tagline: Text::default(),
            logo: None,
            theme: Theme::default(),
            languages: vec![String::from("zh-Hans"), String::from("en")],
            default_language: None,
            links: Vec::new(),
            sources: vec![ConfigSource {
                id: String::from("catalog"),
                kind: SourceKind::Dxc,
                url: String::from("catalog.json"),
                mapping: None,
                title: None,
                banner: None,
                ahead: false,
            }],
            inquiry: Vec::new(),
            contact: None,
            texts: BTreeMap::new(),
        }
    }
}
