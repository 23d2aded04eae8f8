//! The records that ids may point to, under every name the catalog gives them.

use std::collections::HashMap;

/// One kind of record: ids as written, and names, to the id it has after reading.
///
/// Both maps lead to positions, as the maps of the search do: each kind of map is code of its
/// own in a program.
#[derive(Clone, Debug, Default)]
pub(crate) struct Names {
    ids: Vec<String>,
    by_id: HashMap<String, usize>,
    by_name: HashMap<String, usize>,
    /// The file has no record of the kind, so every reference can only be a name.
    pub(crate) none_declared: bool,
}

impl Names {
    /// Whether no record of the kind is known.
    pub(crate) fn is_empty(&self) -> bool {
        self.by_id.is_empty()
    }

    /// Takes `id`; false if it was taken before.
    pub(crate) fn take(&mut self, id: &str) -> bool {
        if self.by_id.contains_key(id) {
            return false;
        }
        self.by_id.insert(id.to_owned(), self.ids.len());
        self.ids.push(id.to_owned());
        true
    }

    /// Frees `id`: its record was left out after all.
    pub(crate) fn forget(&mut self, id: &str) {
        let place = self.by_id.remove(id);
        self.by_name.retain(|_, meant| Some(*meant) != place);
    }

    /// How many ids are taken.
    pub(crate) const fn len(&self) -> usize {
        self.ids.len()
    }

    /// Frees every id that was taken after the first `count`.
    pub(crate) fn back_to(&mut self, count: usize) {
        for id in self.ids.drain(count.min(self.ids.len())..) {
            self.by_id.remove(&id);
        }
        self.by_name.retain(|_, meant| *meant < count);
    }

    /// `name` also means the record `id`, unless it means another one already.
    pub(crate) fn alias(&mut self, name: &str, id: &str) {
        if let Some(place) = self.by_id.get(id)
            && !self.by_name.contains_key(name)
        {
            self.by_name.insert(name.to_owned(), *place);
        }
    }

    /// The id of the record that `written` means.
    pub(crate) fn find(&self, written: &str) -> Option<String> {
        let place = self.by_id.get(written);
        let place = place.or_else(|| self.by_name.get(written))?;
        self.ids.get(*place).cloned()
    }

    /// `id` itself if it is free, else `id~2`, `id~3`, …; the result is taken.
    pub(crate) fn take_free(&mut self, id: &str) -> String {
        free(id, &mut |id| self.take(id))
    }
}

/// The ids of the parts of one listing: mostly so few that a list of them is walked faster than
/// a map is made.
#[derive(Debug, Default)]
pub(crate) struct LocalIds {
    few: Vec<String>,
    more: Names,
}

impl LocalIds {
    /// Most ids that are walked.
    const FEW: usize = 16;

    /// How many ids are taken.
    pub(crate) const fn len(&self) -> usize {
        self.few.len() + self.more.len()
    }

    /// As [`Names::take_free`].
    pub(crate) fn take_free(&mut self, id: &str) -> String {
        free(id, &mut |id| {
            if self.few.iter().any(|taken| taken == id) {
                return false;
            }
            if self.few.len() >= Self::FEW {
                return self.more.take(id);
            }
            self.few.push(id.to_owned());
            true
        })
    }
}

/// `id` itself if `take` has it free, else the first free of `id~2`, `id~3`, ….
fn free(id: &str, take: &mut dyn FnMut(&str) -> bool) -> String {
    let mut free = id.to_owned();
    let mut number = 2_u64;
    while !take(&free) {
        let suffix = format!("~{number}");
        // The schema allows 200 characters, all ASCII.
        let room = 200_usize.saturating_sub(suffix.len());
        free = format!("{}{suffix}", id.get(..id.len().min(room)).unwrap_or(id));
        number += 1;
    }
    free
}

/// A kind of record that ids point to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Kind {
    Source,
    Category,
    Organization,
    Exchange,
    Platform,
    Listing,
}

/// Every kind of record of one catalog.
#[derive(Clone, Debug, Default)]
pub(crate) struct Known {
    sources: Names,
    categories: Names,
    organizations: Names,
    exchanges: Names,
    platforms: Names,
}

impl Known {
    /// The id of the record of `kind` that `written` means.
    pub(crate) fn find(&self, kind: Kind, written: &str) -> Option<String> {
        self.of(kind)?.find(written)
    }

    /// Whether the file has no record of `kind`, so that every reference can only be a name.
    pub(crate) fn none_declared(&self, kind: Kind) -> bool {
        self.of(kind).is_some_and(|names| names.none_declared)
    }

    const fn of(&self, kind: Kind) -> Option<&Names> {
        match kind {
            Kind::Source => Some(&self.sources),
            Kind::Category => Some(&self.categories),
            Kind::Organization => Some(&self.organizations),
            Kind::Exchange => Some(&self.exchanges),
            Kind::Platform => Some(&self.platforms),
            Kind::Listing => None,
        }
    }

    /// The names of one kind, listings aside: the reader counts them.
    pub(crate) const fn names(&mut self, kind: Kind) -> &mut Names {
        match kind {
            Kind::Source => &mut self.sources,
            Kind::Category => &mut self.categories,
            Kind::Organization => &mut self.organizations,
            Kind::Exchange => &mut self.exchanges,
            Kind::Platform | Kind::Listing => &mut self.platforms,
        }
    }

    /// All declared records are read; the kinds without any take names from now on.
    pub(crate) fn close(&mut self) {
        for kind in [Kind::Category, Kind::Organization, Kind::Exchange] {
            let names = self.names(kind);
            names.none_declared = names.is_empty();
        }
    }
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

    #[test]
    fn frees_what_was_taken_since() {
        let mut names = Names::default();
        names.take("a");
        names.take("b");
        names.alias("name", "b");
        names.back_to(1);
        assert_eq!(
            (names.len(), names.find("b"), names.find("name")),
            (1, None, None)
        );
        assert!(!names.take("a") && names.take("b"));
        names.back_to(9);
        assert_eq!(names.len(), 2);
    }

    #[test]
    fn gives_the_parts_of_a_listing_the_same_ids() {
        let (mut local, mut names) = (LocalIds::default(), Names::default());
        for number in 0..100 {
            let id = format!("d{}", number % 7);
            assert_eq!(local.take_free(&id), names.take_free(&id));
        }
        assert_eq!(local.len(), 100);
    }
}
