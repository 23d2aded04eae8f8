//! The closed set of pages and the one codec between a page and its address.

use crate::{Params, Preview, Previewed};
use catalog::Key;
use search::{
    Query,
    url::{self, Dropped, Why, encode},
};

/// Folders that hold a copy of the page, one for each route but home.
pub const FOLDERS: &[&str] = &[
    "browse",
    "category",
    "listing",
    "preview",
    "exchanges",
    "exchange",
    "provider",
    "inquiry",
    "about",
    "device",
];

/// One page with its state.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Route {
    /// Search, shelf, newest, exchanges.
    Home,
    /// Search and facets.
    Browse(Query),
    /// All shelves, or one with its children and listings.
    Category(Option<Key>),
    /// One listing.
    Listing(Key),
    /// Rows of a file.
    Preview(Preview),
    /// The directory of exchanges.
    Exchanges,
    /// One exchange.
    Exchange(Key),
    /// One supplier.
    Provider(Key),
    /// The inquiry form, perhaps about a listing.
    Inquiry(Option<Key>),
    /// Sources, what loaded, what was repaired.
    About,
    /// What is kept on the device.
    Device,
    /// An address that names nothing.
    NotFound,
}

impl Route {
    /// All rows of one of a listing's files that can be shown, from 0.
    #[must_use]
    pub fn preview(key: Key, file: usize) -> Self {
        Self::Preview(Preview::new(Previewed::File { key, file }))
    }

    /// Reads the folder (path below the shop's base, without slashes at its ends) and the raw
    /// query string. Parameters that could not be honoured come back to be shown.
    #[must_use]
    pub fn read(folder: &str, search: &str) -> (Self, Vec<Dropped>) {
        let params = Params::read(search);
        let key = || params.get("id").and_then(Key::parse);
        let found = |make: fn(Key) -> Self| key().map_or(Self::NotFound, make);
        let folder = folder.trim_matches('/');
        let route = match folder
            .strip_suffix("index.html")
            .unwrap_or(folder)
            .trim_matches('/')
        {
            "" => Self::Home,
            "browse" => {
                let (query, dropped) = url::read(search.strip_prefix('?').unwrap_or(search));
                return (Self::Browse(query), dropped);
            }
            "category" => {
                // An id without its source: the page may know which is meant.
                let id = params.get("id").filter(|_| key().is_none());
                let dropped = id.map(|id| Dropped {
                    name: String::from("id"),
                    value: id.to_owned(),
                    why: Why::Value,
                });
                return (Self::Category(key()), dropped.into_iter().collect());
            }
            "listing" => found(Self::Listing),
            "preview" => {
                let (preview, dropped) = Preview::read(&params);
                return (preview.map_or(Self::NotFound, Self::Preview), dropped);
            }
            "exchanges" => Self::Exchanges,
            "exchange" => found(Self::Exchange),
            "provider" => found(Self::Provider),
            "inquiry" => Self::Inquiry(key()),
            "about" => Self::About,
            "device" => Self::Device,
            _ => Self::NotFound,
        };
        (route, Vec::new())
    }

    /// The address relative to the shop's base: `""` for home, `listing/?id=…`.
    #[must_use]
    pub fn href(&self) -> String {
        let with_id = |folder: &str, key: &Key| {
            let mut href = format!("{folder}/?id=");
            encode(key.as_str(), &mut href);
            href
        };
        match self {
            Self::Home | Self::NotFound => String::from("./"),
            Self::Browse(query) => match url::write(query) {
                search if search.is_empty() => String::from("browse/"),
                search => format!("browse/?{search}"),
            },
            Self::Category(None) => String::from("category/"),
            Self::Category(Some(key)) => with_id("category", key),
            Self::Listing(key) => with_id("listing", key),
            Self::Preview(preview) => preview.href(),
            Self::Exchanges => String::from("exchanges/"),
            Self::Exchange(key) => with_id("exchange", key),
            Self::Provider(key) => with_id("provider", key),
            Self::Inquiry(None) => String::from("inquiry/"),
            Self::Inquiry(Some(key)) => with_id("inquiry", key),
            Self::About => String::from("about/"),
            Self::Device => String::from("device/"),
        }
    }
}
