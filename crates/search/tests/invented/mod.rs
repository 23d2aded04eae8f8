//! Invented listings of any kind, spread over sources.
#![allow(clippy::unwrap_used, reason = "a failed step fails the test")]

use catalog::{
    Catalog, Category, DeliveryMode, Exchange, FuzzyDate, Listing, ListingStatus, Offer,
    Organization, Precision, PriceType, ProductType, Text,
};
use proptest::prelude::*;
use search::{Index, Reader};

pub(crate) const WORDS: &[&str] = &[
    "data",
    "Database",
    "API",
    "art",
    "party",
    "speech",
    "语音",
    "语音数据",
    "数据",
    "北京",
    "（2021年）",
    "，",
    "-",
    "API数据",
];
pub(crate) const TERMS: &[&str] = &[
    "data",
    "dat",
    "api",
    "ART",
    "speech",
    "语音",
    "音数",
    "数据",
    "据",
    "北京",
    "2021",
    "ＡＰＩ",
    "zzz",
];
/// Each with the one above it.
pub(crate) const CATEGORIES: &[(&str, Option<&str>)] = &[
    ("top", None),
    ("left", Some("top")),
    ("leaf", Some("left")),
    ("right", Some("top")),
    ("alone", None),
];
/// Their order is that of their names.
pub(crate) const SOURCES: &[&str] = &[
    "a", "b", "c", "d", "e", "f", "g", "h", "i", "j", "k", "l", "m", "n", "o", "p", "q", "r", "s",
    "t",
];
/// How many of them a catalog is spread over.
pub(crate) const SPREADS: &[usize] = &[1, 3, 20];

#[derive(Clone, Debug)]
pub(crate) struct Spec {
    pub(crate) source: usize,
    pub(crate) title: Vec<usize>,
    pub(crate) far: Vec<usize>,
    pub(crate) exchange: Option<u8>,
    pub(crate) provider: Option<u8>,
    pub(crate) categories: Vec<usize>,
    pub(crate) price: PriceType,
    pub(crate) delivery: Vec<DeliveryMode>,
    pub(crate) kind: Option<ProductType>,
    pub(crate) status: ListingStatus,
    pub(crate) day: Option<u8>,
}

pub(crate) fn spec() -> impl Strategy<Value = Spec> {
    let words = |most| prop::collection::vec(0..WORDS.len(), 0..most);
    (
        (0..SOURCES.len(), words(4), words(6)),
        (prop::option::of(0..3_u8), prop::option::of(0..4_u8)),
        prop::collection::vec(0..CATEGORIES.len(), 0..3),
        prop::sample::select(&[PriceType::Free, PriceType::Negotiable, PriceType::Unknown][..]),
        prop::sample::subsequence(DeliveryMode::ALL.to_vec(), 0..3),
        prop::option::of(prop::sample::select(ProductType::ALL)),
        prop::sample::select(ListingStatus::ALL),
        prop::option::of(1..28_u8),
    )
        .prop_map(
            |(
                (source, title, far),
                (exchange, provider),
                categories,
                price,
                delivery,
                kind,
                status,
                day,
            )| {
                Spec {
                    source,
                    title,
                    far,
                    exchange,
                    provider,
                    categories,
                    price,
                    delivery,
                    kind,
                    status,
                    day,
                }
            },
        )
}

pub(crate) fn joined(words: &[usize]) -> String {
    words
        .iter()
        .map(|word| WORDS[*word])
        .collect::<Vec<_>>()
        .join(" ")
}

pub(crate) fn listing(number: usize, spec: &Spec) -> Listing {
    let mut offer = Offer::new("o", spec.price);
    offer.delivery = spec.delivery.clone();
    Listing {
        id: format!("l{number:03}"),
        title: Text::new("zh", joined(&spec.title)),
        description: Some(Text::new("en", joined(&spec.far))),
        exchange: spec.exchange.map(|id| format!("e{id}")),
        provider: spec.provider.map(|id| format!("p{id}")),
        categories: spec
            .categories
            .iter()
            .map(|at| CATEGORIES[*at].0.to_owned())
            .collect(),
        offers: vec![offer],
        product_type: spec.kind,
        status: Some(spec.status),
        modified: spec.day.map(|day| FuzzyDate {
            verbatim: None,
            edtf: None,
            earliest: format!("2021-01-{day:02}"),
            latest: format!("2021-01-{day:02}"),
            precision: Precision::Day,
            approximate: false,
            event: None,
        }),
        ..Listing::default()
    }
}

pub(crate) fn catalog(source: usize, specs: &[Spec]) -> Catalog {
    let named = |id: String| (id.clone(), Text::new("en", format!("name{id}")));
    Catalog {
        default_language: "zh".to_owned(),
        categories: (CATEGORIES.iter())
            .map(|(id, parent)| Category {
                id: (*id).to_owned(),
                label: Text::new("en", format!("shelf{id}")),
                parent: parent.map(str::to_owned),
                ..Category::default()
            })
            .collect(),
        // One exchange and one provider are named by listings but not in the catalog: once read
        // again, those name none.
        exchanges: (0..2)
            .map(|id| named(format!("e{id}")))
            .map(|(id, name)| Exchange {
                id,
                name,
                ..Exchange::default()
            })
            .collect(),
        organizations: (0..3)
            .map(|id| named(format!("p{id}")))
            .map(|(id, name)| Organization {
                id,
                name,
                ..Organization::default()
            })
            .collect(),
        listings: (specs.iter().enumerate())
            .filter(|(_, spec)| spec.source == source)
            .map(|(number, spec)| listing(number, spec))
            .collect(),
        ..Catalog::default()
    }
}

pub(crate) fn spread_over(mut specs: Vec<Spec>, sources: usize) -> Vec<Spec> {
    for spec in &mut specs {
        spec.source %= sources;
    }
    specs
}

pub(crate) fn reader(specs: &[Spec]) -> Reader {
    let mut reader = Reader::default();
    for (number, source) in SOURCES.iter().enumerate() {
        reader.put(Index::build(source, catalog(number, specs), "2024-05-10"));
    }
    reader
}
