//! A shelf of invented listings of about 1 kB each, the same on every run: words by Zipf's
//! law, half of them Chinese, with as many categories and suppliers as an exchange has.

use catalog::{
    Catalog, Category, DeliveryMode, Distribution, Exchange, FuzzyDate, Listing, Location, Offer,
    Organization, Precision, PriceType, Text, UpdateFrequency,
};

/// A small generator of its own.
pub(crate) struct Dice(pub(crate) u64);

impl Dice {
    pub(crate) fn roll(&mut self, sides: usize) -> usize {
        self.0 = self
            .0
            .wrapping_mul(6_364_136_223_846_793_005)
            .wrapping_add(1_442_695_040_888_963_407);
        (self.0 >> 33) as usize % sides.max(1)
    }

    /// A place among `count`, the first ones far more often than the last.
    fn zipf(&mut self, count: usize) -> usize {
        let unit = self.roll(1 << 30) as f64 / f64::from(1 << 30);
        // The inverse of the distribution function for an exponent of 1.18, nearly.
        let place = ((1.0 - unit) + unit * (count as f64).powf(-0.18)).powf(-1.0 / 0.18);
        (place as usize - 1).min(count - 1)
    }
}

/// The words that listings are made of, frequent ones first.
pub(crate) struct Words {
    english: Vec<String>,
    chinese: Vec<String>,
}

impl Words {
    pub(crate) fn new() -> Self {
        let mut dice = Dice(3);
        let syllables = "da ta re spe ech wea ther com pa ny sa tel lite im age check risk score \
             in de mo gra phy tra ffic me di cal fi nan ce so il wa ter";
        let syllables: Vec<&str> = syllables.split_whitespace().collect();
        let english = (0..20_000).map(|_| {
            let count = 2 + dice.roll(3);
            (0..count)
                .map(|_| syllables[dice.roll(syllables.len())])
                .collect()
        });
        let english = english.collect();
        let chinese = (0..12_000).map(|_| {
            let count = [2, 2, 2, 3, 4][dice.roll(5)];
            let one = |_| char::from_u32(0x4E00 + dice.zipf(3_500) as u32 * 5);
            (0..count).filter_map(one).collect()
        });
        let chinese = chinese.collect();
        Self { english, chinese }
    }

    /// A word among the `most` most frequent.
    pub(crate) fn english(&self, dice: &mut Dice, most: usize) -> &str {
        &self.english[dice.roll(most)]
    }

    pub(crate) fn chinese(&self, dice: &mut Dice, most: usize) -> &str {
        &self.chinese[dice.roll(most)]
    }

    fn text(&self, dice: &mut Dice, count: usize, in_chinese: bool) -> String {
        let mut text = String::new();
        for _ in 0..count {
            if in_chinese {
                text.push_str(&self.chinese[dice.zipf(self.chinese.len())]);
                if dice.roll(6) == 0 {
                    text.push('，');
                }
            } else {
                text.push_str(&self.english[dice.zipf(self.english.len())]);
                text.push_str(if dice.roll(9) == 0 { ", " } else { " " });
            }
        }
        text
    }
}

fn day(dice: &mut Dice) -> FuzzyDate {
    let day = format!(
        "20{:02}-{:02}-{:02}",
        14 + dice.roll(10),
        1 + dice.roll(12),
        1 + dice.roll(28)
    );
    FuzzyDate {
        verbatim: None,
        edtf: None,
        earliest: day.clone(),
        latest: day,
        precision: Precision::Day,
        approximate: false,
        event: None,
    }
}

fn listing(words: &Words, dice: &mut Dice, number: usize) -> Listing {
    const PRICES: [PriceType; 4] = [
        PriceType::Negotiable,
        PriceType::Unknown,
        PriceType::Free,
        PriceType::Negotiable,
    ];
    const FORMATS: [&str; 6] = ["csv", "json", "xlsx", "xml", "pdf", "zip"];
    const UPDATES: [&str; 5] = ["每日", "每月", "每年", "实时", "不更新"];
    let zh = dice.roll(2) == 0;
    let lang = if zh { "zh" } else { "en" };
    let file = |dice: &mut Dice| Distribution {
        id: "d".to_owned(),
        title: None,
        access: DeliveryMode::Download,
        access_url: None,
        download_url: None,
        datastore_url: None,
        media_type: None,
        format: Some(FORMATS[dice.zipf(6)].to_owned()),
        character_encoding: None,
        byte_size: None,
        checksum: None,
        dialect: None,
        license: None,
        modified: None,
        rows: Vec::new(),
        extra: Default::default(),
    };
    let keyword = |dice: &mut Dice| Text::new(lang, words.text(dice, 1, zh));
    Listing {
        id: format!("listing-{number}"),
        title: Text::new(lang, words.text(dice, 6, zh)),
        description: Some(Text::new(
            lang,
            words.text(dice, if zh { 80 } else { 75 }, zh),
        )),
        keywords: (0..3).map(|_| keyword(dice)).collect(),
        exchange: Some(format!("e{}", dice.zipf(15))),
        provider: Some(format!("p{}", dice.zipf(2_000))),
        categories: vec![format!("c{}-{}", dice.roll(20), dice.roll(8))],
        offers: vec![Offer::new("o", PRICES[dice.roll(4)])],
        distributions: (0..1 + dice.roll(2)).map(|_| file(dice)).collect(),
        update_frequency: Some(UpdateFrequency(UPDATES[dice.roll(5)].to_owned())),
        spatial: vec![Location {
            name: Some(Text::new("zh", format!("地区{}", dice.roll(33)))),
            ..Location::default()
        }],
        modified: (dice.roll(20) > 0).then(|| day(dice)),
        ..Listing::default()
    }
}

pub(crate) fn catalog(words: &Words, count: usize) -> Catalog {
    let mut dice = Dice(7);
    let category = |id: String, parent: Option<String>| Category {
        label: Text::new("zh", format!("类目{id}")),
        id,
        parent,
        ..Category::default()
    };
    let tops = (0..20).map(|top| category(format!("c{top}"), None));
    let leaves = (0..160).map(|n| {
        let top = n / 8;
        category(format!("c{top}-{}", n % 8), Some(format!("c{top}")))
    });
    Catalog {
        default_language: "zh".to_owned(),
        categories: tops.chain(leaves).collect(),
        exchanges: (0..15)
            .map(|n| Exchange {
                id: format!("e{n}"),
                name: Text::new("zh", format!("第{n}数据交易所")),
                ..Exchange::default()
            })
            .collect(),
        organizations: (0..2_000)
            .map(|n| Organization {
                id: format!("p{n}"),
                name: Text::new("zh", format!("供应商{n}有限公司")),
                ..Organization::default()
            })
            .collect(),
        listings: (0..count).map(|n| listing(words, &mut dice, n)).collect(),
        ..Catalog::default()
    }
}
