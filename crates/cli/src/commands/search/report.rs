//! The answer for machines. A hit has its id as its catalog writes it, and its key, which is
//! unique. Values of facets are written as short as they are unique, and as `--facet` takes
//! them: the id alone, or `source~id` where two sources have the same.

use ::search::{Facet, Hit, Merged, Named};
use catalog::Text;
use serde::Serialize;
use std::collections::HashMap;

/// `jishi search --json`.
#[derive(Debug, Serialize)]
pub(super) struct Report {
    /// Listings that match.
    total: u64,
    /// The first of them.
    hits: Vec<Listed>,
    /// Counts by facet token, each facet counted without its own choice.
    facets: InOrder,
}

/// One hit.
#[derive(Debug, Serialize)]
struct Listed {
    /// As its catalog writes it; two sources may have the same.
    id: String,
    /// In the language asked for, else the next best.
    title: String,
    /// Name; null is not stated.
    exchange: Option<String>,
    /// Name; null is not stated.
    provider: Option<String>,
    /// Price state: a value of facet `price`.
    price: &'static str,
    /// `source~id`, the listing's name in links.
    key: String,
}

/// One value of a facet.
#[derive(Debug, Serialize)]
struct Counted {
    value: String,
    count: u64,
    /// Name, where the value is an id.
    #[serde(skip_serializing_if = "Option::is_none")]
    label: Option<String>,
}

/// The facets by token, in the order of the shop's panel.
#[derive(Debug)]
struct InOrder(Vec<(&'static str, Vec<Counted>)>);

impl Serialize for InOrder {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_map(self.0.iter().map(|(facet, values)| (facet, values)))
    }
}

impl Report {
    /// The report of an answer.
    pub(super) fn of(merged: &Merged, lang: &str) -> Self {
        let facets = merged.facets.iter().map(|counts| {
            let keys = counts.values.iter().map(|value| value.value.as_str());
            let short = short_values(counts.facet, keys);
            let values = short.into_iter().zip(&counts.values);
            let counted = values.map(|(value, counted)| Counted {
                value,
                count: counted.count,
                label: counted.label.as_ref().map(|label| shown(label, lang)),
            });
            (counts.facet.as_str(), counted.collect())
        });
        Self {
            total: merged.total.value,
            hits: merged.hits.iter().map(|hit| listed(hit, lang)).collect(),
            facets: InOrder(facets.collect()),
        }
    }
}

fn listed(hit: &Hit, lang: &str) -> Listed {
    let id = hit
        .key
        .split_once('~')
        .map_or(hit.key.as_str(), |(_, id)| id);
    Listed {
        id: id.to_owned(),
        title: shown(&hit.title, lang),
        exchange: hit.exchange.as_ref().map(|named| name(named, lang)),
        provider: hit.provider.as_ref().map(|named| name(named, lang)),
        price: hit.price.state.as_str(),
        key: hit.key.clone(),
    }
}

/// The values of a facet, keys without their source where that leaves them unique.
fn short_values<'v>(facet: Facet, values: impl Iterator<Item = &'v str> + Clone) -> Vec<String> {
    if !facet.has_keys() {
        return values.map(str::to_owned).collect();
    }
    let id = |value: &'v str| value.split_once('~').map_or(value, |(_, id)| id);
    let mut uses: HashMap<&str, u32> = HashMap::new();
    for value in values.clone() {
        *uses.entry(id(value)).or_default() += 1;
    }
    let short = |value| {
        if uses.get(id(value)) == Some(&1) {
            id(value)
        } else {
            value
        }
    };
    values.map(|value| short(value).to_owned()).collect()
}

/// The name of a record in `lang`, else the next best.
pub(super) fn name(named: &Named, lang: &str) -> String {
    shown(&named.name, lang)
}

/// A text in `lang`, else the next best; empty if there is none.
pub(super) fn shown(text: &Text, lang: &str) -> String {
    text.pick(lang, lang)
        .map_or_else(String::new, |(_, value)| value.to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn keys_are_as_short_as_they_are_unique() {
        let short = |facet, values: &[&str]| short_values(facet, values.iter().copied());
        assert_eq!(
            short(Facet::Exchange, &["a~x", "b~x", "b~y", "not_stated"]),
            ["a~x", "b~x", "y", "not_stated"]
        );
        assert_eq!(short(Facet::Place, &["a~x"]), ["a~x"]);
    }
}
