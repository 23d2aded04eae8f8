//! Writes a catalog of invented listings in the likeness of real ones: their lengths, gaps and
//! price words, in the proportions counted in `product.md` §2. Everything says that it is
//! invented; equal arguments give equal bytes.

mod chance;
mod offers;
mod subjects;
mod words;

use chance::Chance;
use offers::{delivery, offers};
use serde_json::{Map, Value, json};
use subjects::SUBJECTS;
use words::{
    CATEGORIES, EXCHANGES, FREQUENCIES, KINDS, PLACES, Prices, SCOPES, SENTENCES, SUPPLIERS,
};

/// The mark on everything invented.
const MARK: &str = "x-invented";

/// A native catalog as JSON text with `count` listings, told apart by `seed`.
pub(crate) fn invent(count: usize, seed: u64) -> String {
    let mut chance = Chance(seed);
    let listings: Vec<Value> = (0..count)
        .map(|number| listing(number, &mut chance))
        .collect();
    let catalog = json!({
        "formatVersion": "0.1",
        "id": "invented",
        "title": { "zh": "虚构挂牌（演示用）", "en": "Invented listings (for demonstration)" },
        "description": {
            "zh": "本目录中的交易所、供应方与挂牌全部为虚构，仅用于演示浏览、筛选与检索。",
            "en": "Every exchange, supplier and listing here is invented, to show browsing, filters and search."
        },
        "defaultLanguage": "zh",
        "languages": ["zh", "en"],
        "license": "https://creativecommons.org/publicdomain/zero/1.0/",
        "defaultAssertion": { "status": "editorial" },
        "categories": CATEGORIES.iter().map(category).collect::<Vec<_>>(),
        "organizations": SUPPLIERS.iter().enumerate().map(|(at, (zh, en))| json!({
            "id": supplier_id(at), "name": { "zh": zh, "en": en }, "note": note(), MARK: true
        })).collect::<Vec<_>>(),
        "exchanges": EXCHANGES.iter().map(|(id, zh, en, _)| json!({
            "id": id, "name": { "zh": zh, "en": en },
            "location": { "verbatim": "示例市", "note": note() }, "note": note(), MARK: true
        })).collect::<Vec<_>>(),
        "listings": listings,
        MARK: true
    });
    format!("{catalog}\n")
}

fn category((id, zh, en, _, parent): &(&str, &str, &str, &str, Option<&str>)) -> Value {
    let mut category = json!({ "id": id, "label": { "zh": zh, "en": en } });
    if let (Some(parent), Some(members)) = (parent, category.as_object_mut()) {
        members.insert("parent".into(), json!(parent));
    }
    category
}

fn note() -> Value {
    json!({ "zh": "虚构，仅供演示。", "en": "Invented, for demonstration only." })
}

fn supplier_id(at: usize) -> String {
    format!("example-supplier-{:02}", at + 1)
}

fn listing(number: usize, chance: &mut Chance) -> Value {
    // Shares of the exchanges among each other, roughly as crawled; the doubtful one is kept small.
    let exchange = match chance.below(100) {
        0..30 => 0,
        30..58 => 1,
        58..80 => 2,
        80..90 => 3,
        _ => 4,
    };
    let (exchange_id, _, _, prices) = &EXCHANGES[exchange];
    let (category, supplier, zh, en, modality) = chance.of(SUBJECTS);
    let (kind, kind_zh, ending_zh, ending_en) = chance.of(KINDS);
    let (scope_zh, scope_en) = chance.of(SCOPES);
    let mut out = Map::new();
    out.insert("id".into(), json!(format!("iv-{:04}", number + 1)));
    let title_zh = format!("{scope_zh}{zh}{ending_zh}（虚构）");
    let title_en = capital(
        &format!("{scope_en}{en} {ending_en}")
            .trim()
            .replace("  ", " "),
    );
    let title_en = format!("{title_en} (invented)");
    let english = *prices == Prices::English;
    let both = chance.percent(35);
    out.insert("title".into(), texts(&title_zh, &title_en, english, both));
    if chance.percent(97) {
        out.insert(
            "description".into(),
            description(zh, en, english, both, chance),
        );
    }
    if chance.percent(92) {
        out.insert("productType".into(), json!(kind));
        out.insert("x-productType".into(), json!(kind_zh));
    }
    out.insert(
        "status".into(),
        json!(if chance.percent(2) {
            "delisted"
        } else {
            "listed"
        }),
    );
    out.insert("exchange".into(), json!(exchange_id));
    if chance.percent(95) {
        out.insert("provider".into(), json!(supplier_id(*supplier)));
    }
    out.insert("categories".into(), json!([category]));
    out.insert("industries".into(), industries(category, chance));
    out.insert("modalities".into(), json!([modality]));
    facts(&mut out, modality, chance);
    privacy(&mut out, zh, chance);
    let delivery = delivery(kind, *prices, chance);
    out.insert(
        "offers".into(),
        offers(*prices, kind, delivery, number, chance),
    );
    out.insert(MARK.into(), json!(true));
    Value::Object(out)
}

fn capital(text: &str) -> String {
    let mut chars = text.chars();
    chars.next().map_or_else(String::new, |first| {
        first.to_uppercase().chain(chars).collect()
    })
}

fn texts(zh: &str, en: &str, english: bool, both: bool) -> Value {
    match (english, both) {
        (false, false) => json!({ "zh": zh }),
        (false, true) => json!({ "zh": zh, "en": en }),
        (true, false) => json!({ "en": en }),
        (true, true) => json!({ "en": en, "zh": zh }),
    }
}

/// One sentence for a quarter of the listings, up to five for a tenth, as real ones are long.
fn description(zh: &str, en: &str, english: bool, both: bool, chance: &mut Chance) -> Value {
    let sentences = match chance.below(100) {
        0..25 => 1,
        25..60 => 2,
        60..90 => 3,
        _ => 5,
    };
    let start = chance.below(SENTENCES.len());
    let chosen: Vec<_> = SENTENCES
        .iter()
        .cycle()
        .skip(start)
        .take(sentences)
        .collect();
    let zh_text: String = chosen
        .iter()
        .map(|(text, _)| text.replace("{s}", zh))
        .collect();
    let en_text: Vec<String> = chosen
        .iter()
        .map(|(_, text)| text.replace("{s}", en))
        .collect();
    texts(&zh_text, &en_text.join(" "), english, both)
}

/// One section, now and then a handful: some real listings name nine and more.
fn industries(category: &str, chance: &mut Chance) -> Value {
    let own = CATEGORIES
        .iter()
        .find(|(id, ..)| *id == category)
        .map_or("I", |(_, _, _, code, _)| code);
    if chance.percent(3) {
        return json!(["A", "C", "D", "F", "G", "I", "J", "N", "S"]);
    }
    if chance.percent(20) && own != "S" {
        json!([own, "S"])
    } else {
        json!([own])
    }
}

/// Dates, update promise, size, place, keywords, limits: each is missing as often as it is really.
fn facts(out: &mut Map<String, Value>, modality: &str, chance: &mut Chance) {
    if chance.percent(60) {
        let issued = day(chance);
        out.insert("issued".into(), date(&issued, "issued"));
        if chance.percent(60) {
            // Never before it was issued: the later half of the same calendar.
            out.insert(
                "modified".into(),
                date(&day(chance).max(issued), "modified"),
            );
        }
    }
    if chance.percent(45) {
        let (promise, _) = chance.of(FREQUENCIES);
        out.insert("updateFrequency".into(), json!(promise));
    } else if chance.percent(30) {
        out.insert("x-updateFrequency".into(), json!("待完善"));
    }
    if chance.percent(40) {
        out.insert("extent".into(), json!([extent(modality, chance)]));
    }
    if chance.percent(45) {
        out.insert("spatial".into(), json!([{ "verbatim": chance.of(PLACES) }]));
    }
    if chance.percent(35) {
        let words = ["示例", "大数据", "风险识别", "指数", "监测", "核验"];
        let start = chance.below(words.len());
        let chosen: Vec<Value> = words
            .iter()
            .cycle()
            .skip(start)
            .take(3)
            .map(|word| json!({ "zh": word }))
            .collect();
        out.insert("keywords".into(), Value::Array(chosen));
    }
    if chance.percent(25) {
        let limit = json!({ "zh": "仅限买方内部使用，不得向第三方提供。", "en": "For the buyer's internal use only." });
        out.insert("usageRestrictions".into(), json!([limit]));
    }
}

/// A day from 2021 to May 2024.
fn day(chance: &mut Chance) -> String {
    let month = chance.below(41);
    format!(
        "{}-{:02}-{:02}",
        2021 + month / 12,
        month % 12 + 1,
        chance.below(28) + 1
    )
}

fn date(day: &str, event: &str) -> Value {
    json!({ "earliest": day, "latest": day, "precision": "day", "event": event })
}

fn extent(modality: &str, chance: &mut Chance) -> Value {
    let value = *chance.of(&[1.22, 15.0, 200.0, 1.8, 50.0, 303.0, 10.0]);
    match modality {
        "audio" => json!({ "value": value, "unit": "hour", "verbatim": format!("{value}小时") }),
        "image" => {
            json!({ "value": value * 10_000.0, "unit": "image", "approximate": true, "verbatim": format!("约{value}万张") })
        }
        _ if chance.percent(40) => {
            json!({ "value": value * 10_000.0, "unit": "record", "approximate": true, "verbatim": format!("约{value}万条") })
        }
        _ => {
            let (unit, word) =
                *chance.of(&[("megabyte", "MB"), ("gigabyte", "GB"), ("terabyte", "TB")]);
            json!({ "value": value, "unit": unit, "verbatim": format!("{value} {word}") })
        }
    }
}

/// Six in a hundred real listings have words of personal information.
fn privacy(out: &mut Map<String, Value>, subject: &str, chance: &mut Chance) {
    let personal = ["手机", "语音", "户籍"]
        .iter()
        .any(|word| subject.contains(word));
    if personal && chance.percent(60) {
        out.insert(
            "privacy".into(),
            json!({ "personalInformation": "possible" }),
        );
    } else if chance.percent(10) {
        out.insert(
            "privacy".into(),
            json!({ "personalInformation": "none-stated" }),
        );
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn equal_arguments_give_equal_bytes_and_everything_says_invented() {
        assert_eq!(invent(50, 7), invent(50, 7));
        assert_ne!(invent(50, 7), invent(50, 8));
        let catalog: Value = serde_json::from_str(&invent(300, 1)).unwrap();
        let listings = catalog["listings"].as_array().unwrap();
        assert_eq!(listings.len(), 300);
        for list in ["listings", "exchanges", "organizations"] {
            assert!(
                catalog[list]
                    .as_array()
                    .unwrap()
                    .iter()
                    .all(|record| record[MARK] == true),
                "{list}"
            );
        }
        for listing in listings {
            let words = listing["title"].to_string();
            assert!(
                words.contains("虚构") || words.contains("invented"),
                "{words}"
            );
        }
    }

    #[test]
    fn prices_are_missing_about_as_often_as_really() {
        let catalog: Value = serde_json::from_str(&invent(2_000, 1)).unwrap();
        let listings = catalog["listings"].as_array().unwrap();
        let share = |kinds: &[&str]| {
            let found = listings.iter().filter(|listing| {
                listing["offers"][0]["priceType"]
                    .as_str()
                    .is_some_and(|kind| kinds.contains(&kind))
            });
            found.count() * 100 / listings.len()
        };
        assert!(
            (10..30).contains(&share(&["unknown"])),
            "{}",
            share(&["unknown"])
        );
        assert!(
            (40..60).contains(&share(&["negotiable"])),
            "{}",
            share(&["negotiable"])
        );
        assert!((4..12).contains(&share(&["free"])), "{}", share(&["free"]));
    }
}
