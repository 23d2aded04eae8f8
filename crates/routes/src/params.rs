//! The page's own parameters in a raw query string. The query's parameters are `search::url`'s.

use search::url::decode;

/// The parameters of a raw query string, decoded once, in order.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Params(Vec<(String, String)>);

impl Params {
    /// Reads `a=b&c=d` (with or without `?`). At most 64 KiB are read: nothing that this shop
    /// writes is longer.
    #[must_use]
    pub fn read(search: &str) -> Self {
        let search = search.strip_prefix('?').unwrap_or(search);
        let search = search
            .get(..search.floor_char_boundary(64 * 1024))
            .unwrap_or(search);
        // A pair that is no UTF-8 once decoded names nothing of this shop.
        let pairs = search.split('&').filter_map(|pair| {
            let (name, value) = pair.split_once('=').unwrap_or((pair, ""));
            Some((decode(name)?, decode(value)?))
        });
        Self(pairs.collect())
    }

    /// All of them, with their values.
    pub fn pairs(&self) -> impl Iterator<Item = (&str, &str)> {
        self.0
            .iter()
            .map(|(name, value)| (name.as_str(), value.as_str()))
    }

    /// The first value of `name`, if there is one that is not empty.
    #[must_use]
    pub fn get(&self, name: &str) -> Option<&str> {
        let found = self
            .0
            .iter()
            .find(|(key, value)| key == name && !value.is_empty());
        found.map(|(_, value)| value.as_str())
    }
}
