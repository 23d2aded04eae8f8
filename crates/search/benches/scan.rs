//! How long a query takes over shelves of invented listings, natively:
//! `cargo bench -p search`. The browser's own figures come from the page's bench.
#![expect(clippy::print_stdout, reason = "a bench prints its table")]
#![expect(
    clippy::disallowed_methods,
    reason = "a bench runs natively and needs a clock"
)]

use catalog::{Catalog, Exchange, Listing, Offer, Organization, PriceType, Text};
use search::{Facet, Index, Query, Reader, Sort};
use std::time::{Duration, Instant};

const PHRASES: &[&str] = &[
    "企业工商基本信息",
    "语音数据",
    "人脸图片",
    "统一社会信用代码",
    "铁路货运",
    "天气预报",
    "核验接口",
    "行政处罚",
    "company register",
    "speech recordings",
    "weather forecast",
    "satellite images",
    "address check",
    "risk score",
];

/// A small generator of its own, so that every run sees the same shelf.
struct Dice(u64);

impl Dice {
    fn roll(&mut self, sides: usize) -> usize {
        self.0 = self
            .0
            .wrapping_mul(6_364_136_223_846_793_005)
            .wrapping_add(1_442_695_040_888_963_407);
        (self.0 >> 33) as usize % sides.max(1)
    }

    fn text(&mut self, phrases: usize) -> String {
        let mut text = String::new();
        for _ in 0..phrases {
            text.push_str(PHRASES[self.roll(PHRASES.len())]);
            text.push_str(["，", " ", "、", "的"][self.roll(4)]);
            text.push_str(&format!("{}", self.roll(900)));
        }
        text
    }
}

fn shelf(count: usize) -> Catalog {
    let mut dice = Dice(7);
    let name = |id: String| (Text::new("zh", format!("供应商{id}有限公司")), id);
    let prices = [PriceType::Negotiable, PriceType::Unknown, PriceType::Free];
    Catalog {
        default_language: "zh".to_owned(),
        exchanges: (0..15)
            .map(|n| name(format!("e{n}")))
            .map(|(name, id)| Exchange {
                id,
                name,
                ..Exchange::default()
            })
            .collect(),
        organizations: (0..400)
            .map(|n| name(format!("p{n}")))
            .map(|(name, id)| Organization {
                id,
                name,
                ..Organization::default()
            })
            .collect(),
        listings: (0..count)
            .map(|n| Listing {
                id: format!("l{n}"),
                title: Text::new("zh", dice.text(2)),
                description: Some(Text::new("zh", dice.text(24))),
                exchange: Some(format!("e{}", dice.roll(15))),
                provider: Some(format!("p{}", dice.roll(400))),
                offers: vec![Offer::new("o", prices[dice.roll(3)])],
                ..Listing::default()
            })
            .collect(),
        ..Catalog::default()
    }
}

fn queries() -> Vec<(&'static str, Query)> {
    let text = |text: &str| Query {
        text: text.to_owned(),
        ..Query::default()
    };
    let mut filtered = text("数据");
    filtered.toggle(Facet::Price, "free");
    filtered.toggle(Facet::Exchange, "bench~e3");
    vec![
        ("nothing typed", Query::default()),
        ("语音数据", text("语音数据")),
        ("的 (in most)", text("的")),
        ("speech rec", text("speech rec")),
        (
            "three words, one excluded",
            text("核验接口 weather 12 -speech"),
        ),
        ("nothing found", text("qqqq")),
        ("filtered by two facets", filtered),
        (
            "by title",
            Query {
                sort: Sort::Title,
                ..Query::default()
            },
        ),
        (
            "page 50",
            Query {
                page: 50,
                ..Query::default()
            },
        ),
    ]
}

fn main() {
    for count in [1_830, 20_000, 100_000] {
        let catalog = shelf(count);
        let start = Instant::now();
        let mut reader = Reader::default();
        reader.put(Index::build("bench", catalog, "2024-05-10"));
        println!("{count} listings: built in {:?}", start.elapsed());
        for (name, query) in queries() {
            let mut times: Vec<Duration> = (0..15)
                .map(|_| {
                    let start = Instant::now();
                    std::hint::black_box(reader.run(&query, 24, "zh"));
                    start.elapsed()
                })
                .collect();
            times.sort();
            let total = reader.run(&query, 24, "zh").merge().total.value;
            println!(
                "  {:>9.3} ms  {total:>7} hits  {name}",
                times[7].as_secs_f64() * 1e3
            );
        }
    }
}
