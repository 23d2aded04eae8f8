//! Keys that stay the same when a catalog is rebuilt (`model.md` §B rule 11).

use record::Record;
use sha2::{Digest, Sha256};

/// A record's name across sources: `source~id`.
#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Record)]
pub struct Key(String);

impl Key {
    /// The key of `id` in `source`.
    #[must_use]
    pub fn new(source: &str, id: &str) -> Self {
        Self(format!("{source}~{id}"))
    }

    /// The key written as `text`, if it has both parts.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        let (source, id) = text.split_once('~')?;
        (!source.is_empty() && !id.is_empty()).then(|| Self(text.to_owned()))
    }

    /// The whole key.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// The source's part.
    #[must_use]
    pub fn source(&self) -> &str {
        self.0.split_once('~').map_or("", |(source, _)| source)
    }

    /// The part that is unique in the source.
    #[must_use]
    pub fn id(&self) -> &str {
        self.0.split_once('~').map_or(&self.0, |(_, id)| id)
    }
}

impl std::fmt::Display for Key {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(&self.0)
    }
}

/// The id to use for `original`: itself if the schema's pattern accepts it, else
/// `h-` and the first 16 hexadecimal digits of its SHA-256.
#[must_use]
pub fn stable_id(original: &str) -> String {
    if is_id(original) {
        return original.to_owned();
    }
    let digest = Sha256::digest(original.as_bytes());
    let mut id = String::from("h-");
    for byte in digest.iter().take(8) {
        id.push_str(&format!("{byte:02x}"));
    }
    id
}

/// The id of a listing that has none: of what names it (`model.md` §B rule 11). The parts are
/// joined by line feeds, which no id has, so the result is always a hash.
#[must_use]
pub fn derived_id(exchange: &str, title: &str, provider: &str, landing_page: &str) -> String {
    let parts = [exchange, title, provider, landing_page];
    stable_id(&crate::parse::joined(&mut parts.into_iter(), "\n"))
}

/// `^[A-Za-z0-9][A-Za-z0-9._:/~-]{0,199}$`
pub(crate) fn is_id(text: &str) -> bool {
    text.len() <= 200
        && text.starts_with(|c: char| c.is_ascii_alphanumeric())
        && text
            .bytes()
            .all(|b| b.is_ascii_alphanumeric() || b"._:/~-".contains(&b))
}
