//! Where the values of a facet stand. What was shown stays where it was while the visitor
//! chooses: counts change, places do not.

use super::facet_rows::Wish;
use crate::{
    i18n::{Lang, facet_value},
    state::told_apart,
};
use search::{FacetCounts, NOT_STATED, ValueCount};

/// The order of the values when it was last made, and for what.
#[derive(Default)]
pub(super) struct Held {
    made_for: Option<(String, bool, bool)>,
    /// The place of each value, by the value.
    places: Vec<(String, usize)>,
}

impl Held {
    /// The values with their names in the order held; a new order when other words were typed,
    /// another order was asked for, or sources are still coming.
    pub(super) fn arrange<'c>(
        &mut self,
        counts: &'c FacetCounts,
        wish: &Wish,
        (text, loading): (String, bool),
        lang: Lang,
    ) -> Vec<(&'c ValueCount, String)> {
        let named = counts.values.iter().map(|value| {
            let name = facet_value(counts.facet, &value.value, value.label.as_ref(), lang);
            (value.value.as_str(), name)
        });
        let values: Vec<_> = counts.values.iter().zip(told_apart(named)).collect();
        let made_for = Some((text, wish.by_name, loading));
        if self.made_for != made_for || self.places.is_empty() || loading {
            let values = match wish.by_name {
                true => by_name(values, lang),
                false => values,
            };
            self.made_for = made_for;
            self.hold(&values);
            return values;
        }
        // A new value goes to the end.
        let placed = values
            .into_iter()
            .map(|pair| (self.place(&pair.0.value), pair));
        let placed = search::ordered(placed.collect(), &|one: &(usize, _), other: &(usize, _)| {
            one.0.cmp(&other.0)
        });
        let is_new = placed.last().is_some_and(|(place, _)| *place == usize::MAX);
        let values: Vec<_> = placed.into_iter().map(|(_, pair)| pair).collect();
        if is_new {
            self.hold(&values);
        }
        values
    }

    fn hold(&mut self, values: &[(&ValueCount, String)]) {
        let places = values.iter().map(|(value, _)| value.value.clone()).zip(0..);
        self.places = search::ordered(places.collect(), &|one: &(String, usize), other| {
            one.0.cmp(&other.0)
        });
    }

    fn place(&self, value: &str) -> usize {
        let at = self
            .places
            .binary_search_by(|(known, _)| known.as_str().cmp(value));
        let found = at.ok().and_then(|at| self.places.get(at));
        found.map_or(usize::MAX, |(_, place)| *place)
    }
}

/// As a list of names is looked through in this language; "not stated" last.
fn by_name(values: Vec<(&ValueCount, String)>, lang: Lang) -> Vec<(&ValueCount, String)> {
    let names: Vec<&str> = values.iter().map(|(_, name)| name.as_str()).collect();
    let places = platform::name_places(&names, lang.tag());
    let place = |at: usize, value: &ValueCount| match value.value == NOT_STATED {
        true => usize::MAX,
        false => places.get(at).copied().unwrap_or(at),
    };
    let placed = values.into_iter().enumerate();
    let placed = placed.map(|(at, pair)| (place(at, pair.0), pair)).collect();
    let placed = search::ordered(placed, &|one: &(usize, _), other: &(usize, _)| {
        one.0.cmp(&other.0)
    });
    placed.into_iter().map(|(_, pair)| pair).collect()
}
