//! Words of the interface. One file a room, the two languages beside each other, so that a
//! reader of one line sees whether they say the same; a missing translation does not compile.

mod codes;
mod common;
mod exchanges;
mod facets;
mod find;
mod format;
mod home;
mod inquiry;
mod listing;
mod notices;
mod preview;
mod shop;
mod tokens;

pub(crate) use codes::{failure, price_note};
pub(crate) use common::Common;
pub(crate) use exchanges::Exchanges;
pub(crate) use facets::{facet_name, facet_value};
pub(crate) use find::Find;
pub(crate) use format::{amount, bytes, date, fill, grouped, other_host, quantity, share};
pub(crate) use home::Home;
pub(crate) use inquiry::Inquiry;
pub(crate) use listing::ListingWords;
pub(crate) use notices::{catalog_notice, table_notice};
pub(crate) use preview::PreviewWords;
pub(crate) use shop::Shop;
pub(crate) use tokens::{Named, industry, language, update_frequency};

/// A language of the interface.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) enum Lang {
    /// 简体中文
    #[default]
    Zh,
    /// English
    En,
}

impl Lang {
    /// BCP 47 tag, for `lang` attributes and for picking listing texts.
    pub(crate) const fn tag(self) -> &'static str {
        match self {
            Self::Zh => "zh-Hans",
            Self::En => "en",
        }
    }

    /// The short form in `?lang=` and on the device.
    pub(crate) const fn short(self) -> &'static str {
        match self {
            Self::Zh => "zh",
            Self::En => "en",
        }
    }

    /// The language of a BCP 47 tag, if the interface speaks it.
    pub(crate) fn parse(tag: &str) -> Option<Self> {
        match tag
            .split('-')
            .next()
            .unwrap_or(tag)
            .to_ascii_lowercase()
            .as_str()
        {
            "zh" => Some(Self::Zh),
            "en" => Some(Self::En),
            _ => None,
        }
    }

    /// The other one.
    pub(crate) const fn other(self) -> Self {
        match self {
            Self::Zh => Self::En,
            Self::En => Self::Zh,
        }
    }

    /// Picks between the two languages.
    pub(crate) const fn pick(self, zh: &'static str, en: &'static str) -> &'static str {
        match self {
            Self::Zh => zh,
            Self::En => en,
        }
    }
}

/// Declares the words of a room: a struct of texts with both languages beside each other.
macro_rules! words {
    ($(#[$meta:meta])* $name:ident { $($key:ident: $zh:literal, $en:literal;)* }) => {
        $(#[$meta])*
        pub(crate) struct $name { $(pub(crate) $key: &'static str),* }

        impl $name {
            const ZH: Self = Self { $($key: $zh),* };
            const EN: Self = Self { $($key: $en),* };

            /// The words in `lang`.
            pub(crate) const fn of(lang: $crate::i18n::Lang) -> &'static Self {
                match lang {
                    $crate::i18n::Lang::Zh => &Self::ZH,
                    $crate::i18n::Lang::En => &Self::EN,
                }
            }
        }
    };
}
pub(crate) use words;
