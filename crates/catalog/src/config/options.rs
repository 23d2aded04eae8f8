//! Every option of the configuration, with its default.

use super::Theme;
use crate::{Contact, InquiryTarget, Text, sources::SourceKind};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// The shop's configuration.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", default)]
pub struct Config {
    /// Version of the configuration's form, `0.1`.
    pub version: String,
    /// Name of the shop; empty means the page's own name.
    pub name: Text,
    /// One line under the name; empty means the page's own.
    #[serde(skip_serializing_if = "Text::is_empty")]
    pub tagline: Text,
    /// Picture beside the name, relative to the configuration.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub logo: Option<String>,
    /// Colours and corners.
    pub theme: Theme,
    /// Interface languages offered, BCP 47; the page knows `zh-Hans` and `en`.
    pub languages: Vec<String>,
    /// Interface language when the browser asks for none of them.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub default_language: Option<String>,
    /// Links in the footer.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub links: Vec<ConfigLink>,
    /// What is loaded, in this order.
    pub sources: Vec<ConfigSource>,
    /// How inquiries are delivered where listing and exchange do not say.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub inquiry: Vec<InquiryTarget>,
    /// Whom visitors ask about the shop itself.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub contact: Option<Contact>,
    /// Texts of the host by the page's name for them.
    #[serde(skip_serializing_if = "BTreeMap::is_empty")]
    pub texts: BTreeMap<String, Text>,
}

/// A link of the shop.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ConfigLink {
    /// What it says.
    pub label: Text,
    /// Where it leads; checked.
    pub href: String,
}

/// A catalog to load.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct ConfigSource {
    /// First part of every key `source~id`; never changes for a shop.
    pub id: String,
    /// What it is.
    pub kind: SourceKind,
    /// Address, relative to the configuration.
    pub url: String,
    /// The mapping of a table, relative to the configuration.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub mapping: Option<String>,
    /// Name for the visitor; else the catalog's own title.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub title: Option<Text>,
    /// Shown wherever listings of this source are shown, such as "these listings are invented".
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub banner: Option<Text>,
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
            }],
            inquiry: Vec::new(),
            contact: None,
            texts: BTreeMap::new(),
        }
    }
}
