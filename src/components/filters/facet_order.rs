//! Where the values of a facet stand. What was shown stays where it was while the visitor
//! chooses: counts change, places do not.

use super::facet_rows::Wish;
use crate::{
    i18n::{Lang, facet_value},
    state::told_apart,
};
use search::{FacetCounts, NOT_STATED, Query, ValueCount};

/// The order of the values when it was last made, and for what.
#[derive(Default)]
pub(super) struct Held {
    made_for: Option<(String, bool)>,
    order: Vec<String>,
}

impl Held {
    /// The values with their names in the order held; a new order when other words were typed
    /// or another order was asked for.
    pub(super) fn arrange<'c>(
        &mut self,
        counts: &'c FacetCounts,
        query: &Query,
        wish: &Wish,
        lang: Lang,
    ) -> Vec<(&'c ValueCount, String)> {
        let named = counts.values.iter().map(|value| {
            let name = facet_value(counts.facet, &value.value, value.label.as_ref(), lang);
            (value.value.as_str(), name)
        });
        let values: Vec<_> = counts.values.iter().zip(told_apart(named)).collect();
        let made_for = Some((query.text.clone(), wish.by_name));
        if self.made_for != made_for || self.order.is_empty() {
            let values = if wish.by_name {
                by_name(values, lang)
            } else {
                values
            };
            self.made_for = made_for;
            self.order = values
                .iter()
                .map(|(value, _)| value.value.clone())
                .collect();
            return values;
        }
        // A new value, of a source that came meanwhile, goes to the end.
        let places: Vec<(usize, &String)> = self.order.iter().enumerate().collect();
        let places = search::ordered(places, &|one, other| one.1.cmp(other.1));
        let place = |value: &ValueCount| {
            let at = places.binary_search_by(|(_, known)| known.as_str().cmp(&value.value));
            at.ok()
                .and_then(|at| places.get(at))
                .map_or(usize::MAX, |(place, _)| *place)
        };
        let placed = values
            .into_iter()
            .map(|pair| (place(pair.0), pair))
            .collect();
        let placed = search::ordered(placed, &|one: &(usize, _), other: &(usize, _)| {
            one.0.cmp(&other.0)
        });
        let values: Vec<_> = placed.into_iter().map(|(_, pair)| pair).collect();
        self.order = values
            .iter()
            .map(|(value, _)| value.value.clone())
            .collect();
        values
    }
}

/// As a list of names is looked through in this language; "not stated" last.
fn by_name<'c>(values: Vec<(&'c ValueCount, String)>, lang: Lang) -> Vec<(&'c ValueCount, String)> {
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
