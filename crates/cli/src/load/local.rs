//! Addresses inside a file become files beside it.

use std::path::{Component, Path, PathBuf};

/// Whether `address` leads to the web and not to a file.
pub(crate) fn is_remote(address: &str) -> bool {
    address.starts_with("//")
        || catalog::SafeUrl::parse(address).is_none_or(|url| url.is_absolute())
}

/// The file that `address` means: the host's own, by its whole path, or one relative to the
/// file it stands in. `None` for the web.
pub(crate) fn beside(file: &Path, address: &str) -> Option<PathBuf> {
    // A path from the root of the machine looks like one from the root of a site; only the
    // former names a file that is there.
    let whole = Path::new(address);
    if whole.is_absolute() && whole.is_file() {
        return Some(whole.to_owned());
    }
    relative(file, address)
}

fn relative(file: &Path, address: &str) -> Option<PathBuf> {
    if is_remote(address) {
        return None;
    }
    let bare = address.split(['?', '#']).next()?;
    let folder = file.parent().unwrap_or(Path::new(""));
    Some(folder.join(decode(bare.trim_start_matches('/'))))
}

/// The same, for a third party's file: it cannot name what lies outside its own folder.
pub(crate) fn below(file: &Path, address: &str) -> Option<PathBuf> {
    let path = relative(file, address)?;
    let relative = path
        .strip_prefix(file.parent().unwrap_or(Path::new("")))
        .ok()?;
    relative
        .components()
        .all(|part| matches!(part, Component::Normal(_) | Component::CurDir))
        .then_some(path)
}

/// Percent-decoding; what is not an escape stays.
fn decode(text: &str) -> String {
    let mut bytes = Vec::with_capacity(text.len());
    let mut rest = text.as_bytes();
    while let Some((&first, tail)) = rest.split_first() {
        let escaped = tail
            .first_chunk::<2>()
            .filter(|_| first == b'%')
            .and_then(|pair| u8::from_str_radix(std::str::from_utf8(pair).ok()?, 16).ok());
        match escaped {
            Some(byte) => {
                bytes.push(byte);
                rest = tail.get(2..).unwrap_or_default();
            }
            None => {
                bytes.push(first);
                rest = tail;
            }
        }
    }
    String::from_utf8(bytes).unwrap_or_else(|_| text.to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_host_may_name_a_file_by_its_whole_path_and_a_third_party_may_not() {
        let file = tempfile::NamedTempFile::new().unwrap();
        let (there, address) = (file.path(), file.path().to_str().unwrap());
        let config = Path::new("shop/config.json");
        assert_eq!(beside(config, address).as_deref(), Some(there));
        assert_ne!(below(config, address).as_deref(), Some(there));
        assert_eq!(
            beside(config, "/data/is-not-there.csv"),
            Some("shop/data/is-not-there.csv".into())
        );
    }

    #[test]
    fn finds_files_and_leaves_the_web_alone() {
        let config = Path::new("shop/config.json");
        assert_eq!(
            beside(config, "data/a%20b.csv?v=1"),
            Some("shop/data/a b.csv".into())
        );
        assert_eq!(beside(config, "../a.csv"), Some("shop/../a.csv".into()));
        assert_eq!(beside(config, "https://example.org/a.json"), None);
        assert_eq!(beside(config, "//example.org/a.json"), None);
        assert_eq!(below(config, "../a.csv"), None);
        assert_eq!(below(config, "%2e%2e/a.csv"), None);
        assert_eq!(
            below(config, "part/1.json"),
            Some("shop/part/1.json".into())
        );
    }
}
