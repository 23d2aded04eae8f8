//! The records that ids may point to, under every name the catalog gives them.

use std::collections::{HashMap, HashSet};

/// One kind of record: ids as written, and names, to the id it has after reading.
#[derive(Clone, Debug, Default)]
pub(crate) struct Names {
    ids: HashSet<String>,
    by_name: HashMap<String, String>,
}

impl Names {
    /// Whether no record of the kind is known.
    pub(crate) fn is_empty(&self) -> bool {
        self.ids.is_empty()
    }

    /// Whether `id` is taken.
    pub(crate) fn has(&self, id: &str) -> bool {
        self.ids.contains(id)
    }

    /// Takes `id`; false if it was taken before.
    pub(crate) fn take(&mut self, id: &str) -> bool {
        self.ids.insert(id.to_owned())
    }

    /// `name` also means the record `id`, unless it means another one already.
    pub(crate) fn alias(&mut self, name: &str, id: &str) {
        self.by_name
            .entry(name.to_owned())
            .or_insert_with(|| id.to_owned());
    }

    /// The id of the record that `written` means.
    pub(crate) fn find(&self, written: &str) -> Option<String> {
        match self.ids.get(written) {
            Some(id) => Some(id.clone()),
            None => self.by_name.get(written).cloned(),
        }
    }

    /// `id` itself if it is free, else `id~2`, `id~3`, …; the result is taken.
    pub(crate) fn take_free(&mut self, id: &str) -> String {
        let mut free = id.to_owned();
        let mut number = 2_u64;
        while !self.take(&free) {
            let suffix = format!("~{number}");
            // The schema allows 200 characters, all ASCII.
            let room = 200_usize.saturating_sub(suffix.len());
            free = format!("{}{suffix}", id.get(..id.len().min(room)).unwrap_or(id));
            number += 1;
        }
        free
    }
}

/// Every kind of record of one catalog.
#[derive(Clone, Debug, Default)]
pub(crate) struct Known {
    pub(crate) sources: Names,
    pub(crate) categories: Names,
    pub(crate) organizations: Names,
    pub(crate) exchanges: Names,
    pub(crate) platforms: Names,
    pub(crate) listings: Names,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn gives_a_free_id_that_fits_the_schema() {
        let mut names = Names::default();
        assert_eq!(names.take_free("a"), "a");
        assert_eq!(names.take_free("a"), "a~2");
        assert_eq!(names.take_free("a"), "a~3");
        let long = "b".repeat(200);
        assert_eq!(names.take_free(&long), long);
        let second = names.take_free(&long);
        assert!(second.len() == 200 && second.ends_with("~2"));
    }
}
