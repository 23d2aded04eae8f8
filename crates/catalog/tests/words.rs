//! Words of real listings and what they become: a new case is a new line in `tests/data/words/`.
//! `JISHI_BLESS=1 cargo test -p catalog --test words` writes the expected side, to be reviewed.

#![expect(
    clippy::unwrap_used,
    reason = "a test that cannot read its files has failed"
)]

use catalog::parse::{DateOrder, date, frequency, industry, is_place, price, size};
use catalog::{PriceType, Unit};
use serde_json::{Value, json};

/// Runs every line of a table (`words TAB expected JSON`; `\n` in words is a line end).
fn holds(name: &str, read: impl Fn(&str) -> Value) {
    let path = format!("{}/tests/data/words/{name}.tsv", env!("CARGO_MANIFEST_DIR"));
    let table = std::fs::read_to_string(&path).unwrap();
    let mut out = String::new();
    let mut wrong = Vec::new();
    for line in table.lines() {
        if line.starts_with('#') || line.is_empty() {
            out.push_str(line);
        } else {
            let (words, expected) = line.split_once('\t').unwrap_or((line, ""));
            let found = read(&words.replace("\\n", "\n")).to_string();
            if found != expected {
                wrong.push(format!(
                    "{words}\n  expected {expected}\n  found    {found}"
                ));
            }
            out.push_str(&format!("{words}\t{found}"));
        }
        out.push('\n');
    }
    if std::env::var_os("JISHI_BLESS").is_some() {
        std::fs::write(&path, out).unwrap();
    } else {
        assert!(
            wrong.is_empty(),
            "{name}: {} of the lines differ\n{}",
            wrong.len(),
            wrong.join("\n")
        );
    }
}

/// Offers without their verbatim words, which are checked once below.
fn offers(words: &str, currency: &str, lang: &str) -> Value {
    let reading = price(words, currency, lang);
    let mut offers = serde_json::to_value(&reading.value).unwrap();
    for offer in offers.as_array_mut().unwrap() {
        let offer = offer.as_object_mut().unwrap();
        offer.shift_remove("id");
        offer.shift_remove("verbatim");
    }
    if reading.notes.is_empty() {
        offers
    } else {
        json!([offers, reading.notes])
    }
}

#[test]
fn price_words_in_chinese_become_offers() {
    holds("price-zh", |words| offers(words, "CNY", "zh"));
}

#[test]
fn price_words_in_english_become_offers() {
    holds("price-en", |words| offers(words, "USD", "en"));
}

#[test]
fn date_words_become_fuzzy_dates() {
    holds("date", |words| {
        let reading = date(words, DateOrder::Unknown);
        match reading.value {
            Some(date) => json!([
                date.earliest,
                date.latest,
                date.precision,
                date.approximate,
                date.verbatim,
                reading.notes
            ]),
            None => json!(reading.notes),
        }
    });
}

#[test]
fn size_words_become_quantities() {
    holds("size", |words| {
        let reading = size(words, Some(Unit::Byte));
        json!([reading.value, reading.notes])
    });
}

#[test]
fn update_words_become_promises() {
    holds("frequency", |words| {
        let reading = frequency(words);
        json!([reading.value, reading.notes])
    });
}

#[test]
fn industry_names_become_section_letters() {
    holds("industry", |words| json!(industry(words)));
}

#[test]
fn places_are_told_from_other_words_of_a_coverage_column() {
    holds("place", |words| json!(is_place(words)));
}

#[test]
fn a_stated_order_settles_an_ambiguous_date() {
    let day = |order| date("03/04/2021", order).value.unwrap().earliest;
    assert_eq!(day(DateOrder::DayFirst), "2021-04-03");
    assert_eq!(day(DateOrder::MonthFirst), "2021-03-04");
}

#[test]
fn the_words_of_a_price_are_kept() {
    let one = price(" 754300.0000000001元/次 ", "CNY", "zh").value;
    assert_eq!(one[0].verbatim.as_deref(), Some("754300.0000000001元/次"));
    let two = price("基础版：2元；企业版：面议", "CNY", "zh").value;
    let words: Vec<_> = two
        .iter()
        .filter_map(|offer| offer.verbatim.as_deref())
        .collect();
    assert_eq!(words, ["基础版：2元", "企业版：面议"]);
    assert_eq!(price("", "CNY", "zh").value[0].verbatim, None);
    assert_eq!(
        price("-1", "CNY", "zh").value[0].verbatim.as_deref(),
        Some("-1")
    );
}

#[test]
fn what_is_free_on_a_condition_is_not_free_and_keeps_all_its_words() {
    for words in [
        "前100次免费，超出0.1元/次",
        "首次免费，后续5元/次",
        "免费额度100次，0.1元/次",
        "个人免费，企业面议",
        "公益用途免费；商业用途另议",
        "基础版：免费；专业版：99元/月",
        "限时免费",
        "免费?",
    ] {
        let reading = price(words, "CNY", "zh");
        let first = &reading.value[0];
        assert_ne!(first.price_type, PriceType::Free, "{words}");
        assert_eq!(first.verbatim.as_deref(), Some(words));
        assert_eq!(reading.notes, ["conditional-free"], "{words}");
    }
}

#[test]
fn no_text_panics_and_every_one_gives_an_offer() {
    let pieces = [
        "1",
        "元",
        "/",
        "次",
        "-",
        "万",
        "：",
        "；",
        ",",
        "免费",
        "面议",
        "|",
        "\n",
        ".",
        "每",
        "$",
        "per",
        "起",
        "\u{ff10}",
        "年",
        "(",
        "999999999999999999999999999999999999999999999",
        "一",
    ];
    let mut seed = 7_u32;
    for _ in 0..4_000 {
        let mut text = String::new();
        for _ in 0..8 {
            seed = seed.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
            text.push_str(pieces[(seed >> 16) as usize % pieces.len()]);
        }
        assert!(!price(&text, "CNY", "zh").value.is_empty());
        let _ = (
            date(&text, DateOrder::Unknown),
            size(&text, None),
            frequency(&text),
        );
    }
}
