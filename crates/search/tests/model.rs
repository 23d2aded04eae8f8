//! The engine against a model that looks at every listing in the plainest way: totals,
//! every count of every facet, the set of hits, and that several sources count as one.

#![expect(clippy::unwrap_used, reason = "a failed step fails the test")]

mod invented;

use catalog::{DeliveryMode, ListingStatus, PriceState, PriceType};
use invented::{CATEGORIES, SOURCES, SPREADS, Spec, TERMS, joined, reader, spec, spread_over};
use proptest::prelude::*;
use search::{Ask, Facet, How, NOT_STATED, Query, Sort};
use std::collections::{BTreeMap, BTreeSet};

/// Words as a person sees them: Latin and digits between anything else, the rest as it stands.
fn holds(text: &str, term: &str, last: bool) -> bool {
    let narrow = |c: char| match c {
        '\u{FF01}'..='\u{FF5E}' => char::from_u32(c as u32 - 0xFEE0).unwrap(),
        _ => c,
    };
    let text: String = text
        .chars()
        .map(narrow)
        .flat_map(char::to_lowercase)
        .collect();
    let term: String = term
        .chars()
        .map(narrow)
        .flat_map(char::to_lowercase)
        .collect();
    if !term.is_ascii() {
        return text.contains(&term);
    }
    text.split(|c: char| !c.is_ascii_alphanumeric())
        .any(|word| {
            if last {
                word.starts_with(&term)
            } else {
                word == term
            }
        })
}

fn matches(spec: &Spec, include: &[usize], exclude: &[usize]) -> bool {
    let texts = [joined(&spec.title), joined(&spec.far)];
    let found = |term: usize, last| texts.iter().any(|text| holds(text, TERMS[term], last));
    let mut terms = include.iter().enumerate();
    terms.all(|(place, term)| found(*term, place + 1 == include.len()))
        && !exclude.iter().any(|term| found(*term, false))
}

fn values(spec: &Spec, facet: Facet) -> BTreeSet<String> {
    let source = SOURCES[spec.source];
    let known: BTreeSet<String> = match facet {
        Facet::Price => [match spec.price {
            PriceType::Free => "free",
            PriceType::Negotiable => "negotiable",
            _ => "not_stated",
        }]
        .map(str::to_owned)
        .into(),
        Facet::Exchange => spec
            .exchange
            .iter()
            .filter(|id| **id < 2)
            .map(|id| format!("{source}~e{id}"))
            .collect(),
        Facet::Provider => spec
            .provider
            .iter()
            .filter(|id| **id < 3)
            .map(|id| format!("{source}~p{id}"))
            .collect(),
        Facet::Category => spec
            .categories
            .iter()
            .flat_map(|at| {
                let mut line = vec![CATEGORIES[*at]];
                while let Some(above) = line.last().and_then(|(_, above)| *above) {
                    line.push(*CATEGORIES.iter().find(|(id, _)| *id == above).unwrap());
                }
                line
            })
            .map(|(id, _)| format!("{source}~{id}"))
            .collect(),
        Facet::Delivery => spec
            .delivery
            .iter()
            .map(|mode| mode.as_str())
            .filter(|t| *t != "unspecified")
            .map(str::to_owned)
            .collect(),
        Facet::Type => spec
            .kind
            .iter()
            .map(|kind| kind.as_str())
            .filter(|t| *t != "unknown")
            .map(str::to_owned)
            .collect(),
        _ => BTreeSet::new(),
    };
    if known.is_empty() {
        [NOT_STATED.to_owned()].into()
    } else {
        known
    }
}

fn chosen(spec: &Spec, facet: Facet, choice: &BTreeSet<String>) -> bool {
    let means = |value: &String| {
        choice.contains(value)
            || value
                .split_once('~')
                .is_some_and(|(_, id)| choice.contains(id))
    };
    values(spec, facet).iter().any(means)
}

const COUNTED: &[Facet] = &[
    Facet::Price,
    Facet::Exchange,
    Facet::Category,
    Facet::Provider,
    Facet::Delivery,
    Facet::Type,
    Facet::Format,
];

fn choice() -> impl Strategy<Value = (Facet, BTreeSet<String>)> {
    let values = prop_oneof![
        prop::sample::select(vec!["free", "negotiable", "not_stated", "number"])
            .prop_map(|v| (Facet::Price, v.to_owned())),
        (0..4_usize, 0..4_u8).prop_map(|(s, e)| (Facet::Exchange, format!("{}~e{e}", SOURCES[s]))),
        (0..3_u8).prop_map(|e| (Facet::Exchange, format!("e{e}"))),
        (0..4_u8).prop_map(|p| (Facet::Provider, format!("p{p}"))),
        Just((Facet::Provider, NOT_STATED.to_owned())),
        (0..4_usize, 0..CATEGORIES.len()).prop_map(|(s, c)| (
            Facet::Category,
            format!("{}~{}", SOURCES[s], CATEGORIES[c].0)
        )),
        prop::sample::select(DeliveryMode::ALL)
            .prop_map(|m| (Facet::Delivery, m.as_str().to_owned())),
        Just((Facet::Type, "dataset".to_owned())),
        Just((Facet::Type, NOT_STATED.to_owned())),
    ];
    prop::collection::vec(values, 1..4).prop_map(|mut all| {
        let facet = all[0].0;
        all.retain(|(other, _)| *other == facet);
        (facet, all.into_iter().map(|(_, value)| value).collect())
    })
}

type Asked = (Vec<usize>, Vec<usize>, BTreeMap<Facet, BTreeSet<String>>);

fn asked() -> impl Strategy<Value = Asked> {
    (
        prop::collection::vec(0..TERMS.len(), 0..3),
        prop::collection::vec(0..TERMS.len(), 0..2),
        prop::collection::vec(choice(), 0..4).prop_map(|all| all.into_iter().collect()),
    )
        // A word typed twice is one word; the model keeps to what is asked once.
        .prop_filter("different words", |(include, _, _)| include.iter().collect::<BTreeSet<_>>().len() == include.len())
}

fn query((include, exclude, choices): &Asked, sort: Sort) -> Query {
    let mut words: Vec<String> = exclude
        .iter()
        .map(|term| format!("-{}", TERMS[*term]))
        .collect();
    words.extend(include.iter().map(|term| TERMS[*term].to_owned()));
    Query {
        text: words.join(" "),
        choices: choices.clone(),
        sort,
        page: 0,
        ..Query::default()
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(1_500))]

    #[test]
    fn totals_and_counts_are_those_of_the_model(
        specs in prop::collection::vec(spec(), 0..40),
        spread in prop::sample::select(SPREADS),
        asked in prop::collection::vec(asked(), 1..9),
    ) {
        let specs = spread_over(specs, spread);
        let reader = reader(&specs);
        let shelf: Vec<(usize, &Spec)> = specs.iter().enumerate()
            .filter(|(_, s)| matches!(s.status, ListingStatus::Listed | ListingStatus::Unknown))
            .collect();
        for asked in &asked {
            let (include, exclude, choices) = asked;
            let merged = reader.run(&Ask::all(query(asked, Sort::Newest), 1_000, "zh")).merge();
            let passes = |spec: &Spec, but: Option<Facet>| matches(spec, include, exclude)
                && choices.iter().all(|(facet, choice)| Some(*facet) == but || chosen(spec, *facet, choice));
            let mut expected: Vec<(Option<u8>, &str, usize)> = shelf.iter().filter(|(_, s)| passes(s, None))
                .map(|(number, s)| (s.day, SOURCES[s.source], *number)).collect();
            // What nothing holds as it stands is read in another way.
            if merged.reading.how != How::Typed {
                prop_assert_eq!(shelf.iter().filter(|(_, s)| matches(s, include, exclude)).count(), 0);
                continue;
            }
            prop_assert_eq!(merged.total.value, expected.len() as u64);
            prop_assert_eq!(merged.searched, shelf.len() as u64);
            prop_assert_eq!(merged.searched + merged.off_shelf, specs.len() as u64);
            // Newest first, then source and id.
            expected.sort_by_key(|(day, source, number)| (std::cmp::Reverse(*day), *source, *number));
            let order: Vec<String> = expected.iter().map(|(_, source, number)| format!("{source}~l{number:03}")).collect();
            prop_assert_eq!(merged.hits.iter().map(|hit| hit.key.clone()).collect::<Vec<_>>(), order);
            for facet in COUNTED {
                let mut counts: BTreeMap<String, u64> = BTreeMap::new();
                if *facet == Facet::Price && !shelf.is_empty() {
                    counts.extend(PriceState::ALL.iter().map(|state| (state.as_str().to_owned(), 0)));
                }
                for (_, spec) in &shelf {
                    for value in values(spec, *facet) {
                        *counts.entry(value).or_default() += u64::from(passes(spec, Some(*facet)));
                    }
                }
                let ours = merged.facets.iter().find(|c| c.facet == *facet).unwrap();
                let ours: BTreeMap<String, u64> = ours.values.iter().map(|v| (v.value.clone(), v.count)).collect();
                prop_assert_eq!(ours, counts, "{:?}", facet);
            }
        }
    }

    #[test]
    fn pages_laid_side_by_side_are_the_whole(
        specs in prop::collection::vec(spec(), 0..40),
        asked in asked(),
        spread in prop::sample::select(SPREADS),
        limit in 1..7_u32,
        sort in prop::sample::select(Sort::ALL),
    ) {
        let specs = spread_over(specs, spread);
        let reader = reader(&specs);
        let mut query = query(&asked, sort);
        let whole = reader.run(&Ask::all(query.clone(), 1_000, "zh")).merge();
        let mut laid = Vec::new();
        for page in 0..=whole.total.value as u32 / limit + 1 {
            query.page = page;
            let merged = reader.run(&Ask::all(query.clone(), limit, "zh")).merge();
            prop_assert!(merged.hits.len() <= limit as usize);
            prop_assert_eq!(&merged.facets, &whole.facets);
            laid.extend(merged.hits);
        }
        prop_assert_eq!(laid.iter().map(|hit| hit.position).collect::<Vec<_>>(), (0..whole.total.value).collect::<Vec<_>>());
        prop_assert_eq!(laid, whole.hits);
    }
}
