//! The bounds of ranges on the command line: what a link of the shop says in one parameter.

use super::ask::AskError;
use crate::args::SearchArgs;
use ::search::{Bounds, Query, Range, url::Why};
use std::collections::BTreeMap;

/// Why bounds cannot be had, with the option that says so.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum BoundsError {
    /// An option without `=`, or without a value.
    NoValue(&'static str, String),
    /// No such range.
    NoRange(String),
    /// Said twice of one range.
    Twice(&'static str, Range),
    /// Neither a bound nor a unit.
    Nothing(Range),
    /// Why the bounds mean nothing.
    Refused(Range, Bounds, Why),
}

impl std::fmt::Display for BoundsError {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::NoValue(option, written) => {
                write!(f, "{option} wants RANGE=VALUE, not {written:?}")
            }
            Self::NoRange(name) => {
                let ranges: Vec<&str> = Range::ALL.iter().map(|range| range.as_str()).collect();
                write!(
                    f,
                    "the ranges are {}; there is no {name:?}",
                    ranges.join(", ")
                )
            }
            Self::Twice(option, range) => {
                write!(f, "{option} is said twice of {}", range.as_str())
            }
            Self::Nothing(range) => {
                let range = range.as_str();
                write!(
                    f,
                    "--unstated {range} wants --from {range}=… or --to {range}=…"
                )
            }
            Self::Refused(range, _, Why::Unit) => {
                let range = range.as_str();
                write!(
                    f,
                    "{range} means nothing without its unit: add --unit {range}=…"
                )
            }
            Self::Refused(range, bounds, Why::Order) => {
                let (range, Bounds { from, to, .. }) = (range.as_str(), bounds);
                write!(f, "{range} ends before it begins: {from:?} to {to:?}")
            }
            Self::Refused(range, Bounds { from, to, unit, .. }, _) => {
                let form = match range.is_of_days() {
                    true => "2024, 2024-06 or 2024-06-01, and has no unit",
                    false => "a number such as 20 or 0.5, and its unit as in a link of the shop",
                };
                let said = [from, to, unit].map(|said| format!("{said:?}")).join(", ");
                write!(f, "{} is {form}; not {said}", range.as_str())
            }
        }
    }
}

/// Puts the bounds of `args` into the query.
pub(super) fn put(args: &SearchArgs, query: &mut Query) -> Result<(), AskError> {
    for (range, bounds) in read(args).map_err(AskError::Bounds)? {
        let refused = |why| AskError::Bounds(BoundsError::Refused(range, bounds.clone(), why));
        query.bound(range, &bounds).map_err(refused)?;
        if !query.ranges.contains_key(&range) {
            return Err(AskError::Bounds(BoundsError::Nothing(range)));
        }
    }
    Ok(())
}

fn read(args: &SearchArgs) -> Result<BTreeMap<Range, Bounds>, BoundsError> {
    let mut all: BTreeMap<Range, Bounds> = BTreeMap::new();
    let range =
        |name: &str| Range::parse(name).ok_or_else(|| BoundsError::NoRange(name.to_owned()));
    type Place = fn(&mut Bounds) -> &mut String;
    let options: [(&'static str, &Vec<String>, Place); 3] = [
        ("--from", &args.from, |bounds| &mut bounds.from),
        ("--to", &args.to, |bounds| &mut bounds.to),
        ("--unit", &args.unit, |bounds| &mut bounds.unit),
    ];
    for (option, written, place) in options {
        for written in written {
            let (name, value) = written
                .split_once('=')
                .filter(|(_, value)| !value.is_empty())
                .ok_or_else(|| BoundsError::NoValue(option, written.clone()))?;
            let range = range(name)?;
            let place = place(all.entry(range).or_default());
            if !place.is_empty() {
                return Err(BoundsError::Twice(option, range));
            }
            value.clone_into(place);
        }
    }
    for name in &args.unstated {
        all.entry(range(name)?).or_default().unstated = true;
    }
    Ok(all)
}
