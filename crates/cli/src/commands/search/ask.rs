//! The words of the command line as a query.

use super::bounds::{self, BoundsError};
use crate::args::SearchArgs;
use ::search::{Facet, Merged, Query, Range, Sort};
use std::fmt;

/// What makes no sense as a query.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum AskError {
    /// `--facet` without `=`, or without a value.
    NoValue(String),
    /// No such facet.
    NoFacet(String),
    /// A value that the facet can never have.
    NeverValue(Facet, String),
    /// No such order.
    NoOrder(String),
    /// An order by amounts, without the unit that gives it a meaning.
    NoUnit(Sort, Range),
    /// Bounds that mean nothing.
    Bounds(BoundsError),
}

impl fmt::Display for AskError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let facets = || {
            Facet::ALL
                .iter()
                .map(|facet| facet.as_str())
                .collect::<Vec<_>>()
                .join(", ")
        };
        let orders = || {
            Sort::ALL
                .iter()
                .map(|sort| sort.as_str())
                .collect::<Vec<_>>()
                .join(", ")
        };
        match self {
            Self::NoValue(written) => write!(f, "--facet wants FACET=VALUE, not {written:?}"),
            Self::NoFacet(name) => write!(f, "the facets are {}; there is no {name:?}", facets()),
            Self::NeverValue(facet, value) => {
                write!(f, "facet {} has no value {value:?}", facet.as_str())
            }
            Self::NoOrder(name) => write!(f, "the orders are {}; there is no {name:?}", orders()),
            Self::NoUnit(order, range) => {
                let (order, range) = (order.as_str(), range.as_str());
                write!(f, "the order {order} wants one unit: add --unit {range}=…")
            }
            Self::Bounds(error) => error.fmt(f),
        }
    }
}

/// The query that `args` ask.
pub(super) fn query(args: &SearchArgs) -> Result<Query, AskError> {
    let mut query = Query {
        text: args.query.clone(),
        ..Query::default()
    };
    bounds::put(args, &mut query)?;
    if let Some(order) = &args.sort {
        let order = Sort::parse(order).ok_or_else(|| AskError::NoOrder(order.clone()))?;
        // Nothing is less than another while nobody says in which unit.
        if let Some(range) = order
            .within()
            .filter(|range| query.unit_of(*range).is_empty())
        {
            return Err(AskError::NoUnit(order, range));
        }
        query.sort = order;
    }
    for written in &args.facets {
        let (name, values) = written
            .split_once('=')
            .filter(|(_, values)| !values.is_empty())
            .ok_or_else(|| AskError::NoValue(written.clone()))?;
        let facet = Facet::parse(name).ok_or_else(|| AskError::NoFacet(name.to_owned()))?;
        // Tokens may be listed as in a link; other values may hold commas.
        let list: Vec<&str> = if facet.is_closed() {
            values.split(',').collect()
        } else {
            vec![values]
        };
        for value in list {
            if !facet.accepts(value) {
                return Err(AskError::NeverValue(facet, value.to_owned()));
            }
            query
                .choices
                .entry(facet)
                .or_default()
                .insert(value.to_owned());
        }
    }
    Ok(query)
}

/// Chosen names become the keys of all that have the name, in any language: an id such as
/// `h-5bcac9d0454c7258` is nothing to type.
pub(super) fn names_to_keys(query: &mut Query, all: &Merged) {
    for (facet, chosen) in query
        .choices
        .iter_mut()
        .filter(|(facet, _)| facet.has_keys())
    {
        let tables = || all.facets.iter().filter(|counts| counts.facet == *facet);
        let keys = |written: String| -> Vec<String> {
            let values = tables().flat_map(|counts| &counts.values);
            let named = values.filter(|value| {
                let mut names = value.label.iter().flat_map(|label| label.iter());
                names.any(|(_, name)| name == written)
            });
            let keys: Vec<String> = named.map(|value| value.value.clone()).collect();
            if keys.is_empty() { vec![written] } else { keys }
        };
        *chosen = std::mem::take(chosen).into_iter().flat_map(keys).collect();
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::args::{Cli, Verb};
    use clap::Parser as _;

    fn asked(words: &[&str]) -> Result<Query, AskError> {
        let line = ["jishi", "search", "x.json"].iter().chain(words);
        match Cli::try_parse_from(line).unwrap().verb {
            Verb::Search(args) => query(&args),
            other => panic!("{other:?}"),
        }
    }

    #[test]
    fn facets_are_joined_as_in_a_link() {
        let query = asked(&[
            "--query",
            "语音",
            "--facet",
            "price=free,number",
            "--facet",
            "price=negotiable",
            "--facet",
            "place=Washington, D.C.",
            "--sort",
            "newest",
        ])
        .unwrap();
        assert_eq!(query.sort, Sort::Newest);
        assert_eq!(query.choices[&Facet::Price].len(), 3);
        assert!(query.has(Facet::Place, "Washington, D.C."));
    }

    #[test]
    fn bounds_and_orders_mean_what_a_link_means() {
        for (words, link) in [
            ("--from modified=2024-06", "modified=2024-06.."),
            (
                "--from issued=2020 --to issued=2021-03 --unstated issued",
                "issued=2020..2021-03,not_stated",
            ),
            ("--from size=2 --unit size=gigabyte", "size=2..@gigabyte"),
            (
                "--to amount=0.50 --unit amount=CNY/per-call",
                "amount=..0.50@CNY/per-call",
            ),
            (
                "--unit amount=CNY/subscription/P1Y --sort price",
                "amount=@CNY/subscription/P1Y&sort=price",
            ),
            ("--unit size=row --sort size", "size=@row&sort=size"),
        ] {
            let words: Vec<&str> = words.split(' ').collect();
            let (query, dropped) = ::search::url::read(link);
            assert_eq!((asked(&words), dropped.len()), (Ok(query), 0), "{link}");
        }
    }

    #[test]
    fn bounds_that_mean_nothing_are_refused_with_the_reason() {
        for (words, said) in [
            (
                "--from price=1",
                "the ranges are modified, issued, size, amount; there is no \"price\"",
            ),
            (
                "--from modified",
                "--from wants RANGE=VALUE, not \"modified\"",
            ),
            (
                "--to amount=5",
                "amount means nothing without its unit: add --unit amount=…",
            ),
            (
                "--from modified=2025 --to modified=2024",
                "modified ends before it begins: \"2025\" to \"2024\"",
            ),
            (
                "--from modified=2024-13",
                "modified is 2024, 2024-06 or 2024-06-01, and has no unit; not \"2024-13\", \"\", \"\"",
            ),
            (
                "--from size=1 --unit size=yard",
                "size is a number such as 20 or 0.5, and its unit as in a link of the shop; not \"1\", \"\", \"yard\"",
            ),
            (
                "--from size=1 --from size=2",
                "--from is said twice of size",
            ),
            (
                "--unstated amount",
                "--unstated amount wants --from amount=… or --to amount=…",
            ),
            (
                "--sort price",
                "the order price wants one unit: add --unit amount=…",
            ),
            (
                "--sort size --unit amount=CNY",
                "the order size wants one unit: add --unit size=…",
            ),
        ] {
            let words: Vec<&str> = words.split(' ').collect();
            assert_eq!(asked(&words).unwrap_err().to_string(), said);
        }
    }

    #[test]
    fn wrong_words_are_told_apart() {
        for (words, error) in [
            (["--facet", "price"], AskError::NoValue("price".to_owned())),
            (
                ["--facet", "price="],
                AskError::NoValue("price=".to_owned()),
            ),
            (
                ["--facet", "colour=red"],
                AskError::NoFacet("colour".to_owned()),
            ),
            (
                ["--facet", "price=cheap"],
                AskError::NeverValue(Facet::Price, "cheap".to_owned()),
            ),
            (
                ["--sort", "popular"],
                AskError::NoOrder("popular".to_owned()),
            ),
        ] {
            assert_eq!(asked(&words), Err(error));
        }
    }
}
