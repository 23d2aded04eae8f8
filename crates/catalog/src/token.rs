//! A macro for closed sets that are written as one token in JSON, so that the token
//! stands once beside its variant and reader, writer and facet agree on it.

/// Declares an enum whose variants are JSON tokens: `as_str`, `parse`, `ALL`, `Record`.
macro_rules! tokens {
    ($(#[$meta:meta])* $name:ident { $($(#[$vmeta:meta])* $variant:ident = $token:literal),+ $(,)? }) => {
        $(#[$meta])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
        pub enum $name {
            $(#[doc = concat!("`", $token, "`")] $(#[$vmeta])* $variant),+
        }

        impl $name {
            /// Every member of the set, in the order of the schema.
            pub const ALL: &'static [Self] = &[$(Self::$variant),+];

            /// Their tokens, in the same order.
            const TOKENS: &'static [&'static str] = &[$($token),+];

            /// The token as written in a catalog.
            #[must_use]
            pub const fn as_str(self) -> &'static str {
                match self { $(Self::$variant => $token),+ }
            }

            /// The member written as `token`, if the set has it. Exact match.
            #[must_use]
            pub fn parse(token: &str) -> Option<Self> {
                Self::ALL.get(record::place_of(token, Self::TOKENS)?).copied()
            }
        }

        impl record::Record for $name {
            fn read(value: Option<&mut record::Value>, reader: &mut record::Reader) -> Self {
                let place = reader.token(value, Self::TOKENS);
                Self::ALL.get(place).copied().unwrap_or(Self::ALL[0])
            }

            fn write(&self) -> record::Value {
                record::text(self.as_str())
            }
        }

        record::by_serde!($name);
    };
}
pub(crate) use tokens;
