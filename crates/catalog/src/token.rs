//! A macro for closed sets that are written as one token in JSON, so that the token
//! stands once beside its variant and reader, writer and facet agree on it.

/// Declares an enum whose variants are JSON tokens: `as_str`, `parse`, `ALL`, serde.
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

            /// The token as written in a catalog.
            #[must_use]
            pub const fn as_str(self) -> &'static str {
                match self { $(Self::$variant => $token),+ }
            }

            /// The member written as `token`, if the set has it. Exact match.
            #[must_use]
            pub fn parse(token: &str) -> Option<Self> {
                match token { $($token => Some(Self::$variant),)+ _ => None }
            }
        }

        impl serde::Serialize for $name {
            fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                serializer.serialize_str(self.as_str())
            }
        }

        impl<'de> serde::Deserialize<'de> for $name {
            fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                let token = <std::borrow::Cow<'de, str>>::deserialize(deserializer)?;
                Self::parse(&token)
                    .ok_or_else(|| serde::de::Error::unknown_variant(&token, &[$($token),+]))
            }
        }
    };
}
pub(crate) use tokens;
