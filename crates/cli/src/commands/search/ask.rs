//! The words of the command line as a query.

use crate::args::SearchArgs;
use ::search::{Facet, Merged, Query, Sort};
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
                .filter(|order| order.within().is_none())
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
        }
    }
}

/// The query that `args` ask.
pub(super) fn query(args: &SearchArgs) -> Result<Query, AskError> {
    let mut query = Query {
        text: args.query.clone(),
        ..Query::default()
    };
    if let Some(order) = &args.sort {
        // Without a unit, which only a page can choose, prices and sizes have no order.
        let known = Sort::parse(order).filter(|order| order.within().is_none());
        query.sort = known.ok_or_else(|| AskError::NoOrder(order.clone()))?;
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
