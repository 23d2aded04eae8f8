//! How the words of a room are declared: a struct whose every text has both languages.

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
