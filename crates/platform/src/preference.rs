//! The two small choices that must be known before anything is drawn: theme and language.
//! Everything else that is kept goes into `Storage`.

use web_sys::Storage;

/// Text values in `localStorage`, under the prefix of this shop.
#[derive(Clone, Debug)]
pub struct Preferences {
    prefix: String,
}

impl Preferences {
    /// The choices of the shop at `base_path`, such as `/x/y/`.
    #[must_use]
    pub fn new(base_path: &str) -> Self {
        Self {
            prefix: format!("jishi:{base_path}:"),
        }
    }

    /// The value kept under `name`.
    #[must_use]
    pub fn get(&self, name: &str) -> Option<String> {
        store()?.get_item(&self.key(name)).ok()?
    }

    /// Keeps `value`. `false` when the device keeps nothing (private mode, full).
    pub fn set(&self, name: &str, value: &str) -> bool {
        store().is_some_and(|store| store.set_item(&self.key(name), value).is_ok())
    }

    /// Forgets `name`.
    pub fn remove(&self, name: &str) {
        if let Some(store) = store() {
            // Removing what is not there is no failure.
            let _ = store.remove_item(&self.key(name));
        }
    }

    /// Every name and value of this shop, sorted by name.
    #[must_use]
    pub fn all(&self) -> Vec<(String, String)> {
        let Some(store) = store() else {
            return Vec::new();
        };
        let count = store.length().unwrap_or(0);
        let mut all: Vec<(String, String)> = (0..count)
            .filter_map(|index| store.key(index).ok()?)
            .filter_map(|key| {
                let name = key.strip_prefix(&self.prefix)?.to_owned();
                Some((name, store.get_item(&key).ok()??))
            })
            .collect();
        all.sort();
        all
    }

    fn key(&self, name: &str) -> String {
        format!("{}{name}", self.prefix)
    }
}

/// `None` where reading it throws, as it does when the visitor blocks site data.
fn store() -> Option<Storage> {
    web_sys::window()?.local_storage().ok()?
}
