//! Sizes as sources write them: `1.22 MB`, `20KB`, `约5万条`, `303小时` (`model.md` §D row 25).

use super::decimal::{decimal, shift};
use super::float::float;
use super::fold::{fold, is_placeholder};
use super::reading::Reading;
use crate::{Quantity, Unit};

/// Units and their words, folded.
const UNITS: &[(Unit, &[&str])] = &[
    (Unit::Byte, &["b", "byte", "bytes", "字节"]),
    (Unit::Kilobyte, &["k", "kb"]),
    (Unit::Megabyte, &["m", "mb", "兆"]),
    (Unit::Gigabyte, &["g", "gb"]),
    (Unit::Terabyte, &["t", "tb"]),
    (Unit::Hour, &["hour", "hours", "h", "小时", "个小时"]),
    (Unit::Minute, &["分钟", "min", "minutes"]),
    (Unit::Second, &["秒", "seconds"]),
    (
        Unit::Record,
        &["条", "条数据", "条记录", "笔", "record", "records"],
    ),
    (Unit::Row, &["行", "row", "rows"]),
    (Unit::File, &["个文件", "file", "files"]),
    (Unit::Image, &["张", "张图片", "幅", "image", "images"]),
    (Unit::Sentence, &["句", "sentences"]),
    (Unit::Token, &["token", "tokens"]),
    (Unit::Person, &["人", "persons", "people"]),
    (Unit::Item, &["个", "项", "份", "篇", "件", "家", "items"]),
];

/// Multiples that are no unit of the model: the unit they are counted in, and how many of it.
const MULTIPLES: &[(&str, Unit, f64)] = &[
    ("kib", Unit::Byte, 1024.0),
    ("mib", Unit::Byte, 1_048_576.0),
    ("gib", Unit::Byte, 1_073_741_824.0),
    ("tib", Unit::Byte, 1_099_511_627_776.0),
    ("pb", Unit::Terabyte, 1000.0),
    ("eb", Unit::Terabyte, 1_000_000.0),
];

/// Reads a size. `bare` is the unit of a number without one; `None` when such a number says
/// nothing. Notes: `no-size` (words that are no size), `size-unit-ambiguous` (`KB` is 1,000 or
/// 1,024 bytes, so the quantity is approximate).
pub fn size(text: &str, bare: Option<Unit>) -> Reading<Option<Quantity>> {
    let words = text.trim();
    if words.is_empty() {
        return Reading::sure(None);
    }
    if is_placeholder(words) || words.chars().count() > 100 {
        return Reading::noted(None, "no-size");
    }
    let folded = fold(words);
    let (rest, mut approximate) = about(&folded);
    let Some((value, unit, round)) = measured(rest, bare) else {
        return Reading::noted(None, "no-size");
    };
    // The capital letter decides: kB is defined as 1,000 bytes, KB is used for both.
    let ambiguous = unit == Unit::Kilobyte && !super::holds(words, "kB");
    approximate |= ambiguous || round;
    let verbatim = rest
        .chars()
        .any(|c| !c.is_ascii_digit())
        .then(|| words.to_owned());
    let quantity = Quantity {
        value,
        unit,
        approximate,
        verbatim,
    };
    let notes = if ambiguous {
        vec!["size-unit-ambiguous"]
    } else {
        Vec::new()
    };
    Reading {
        value: Some(quantity),
        notes,
    }
}

/// The text without its words for "about" and "more than", and whether there were any.
fn about(folded: &str) -> (&str, bool) {
    let mut rest = folded;
    let mut found = false;
    loop {
        let before = rest;
        for word in [
            "约", "大约", "近", "超过", "超", "逾", "共", "about", "approx.", "approx", "over",
            "~", ">", "≈",
        ] {
            rest = rest.strip_prefix(word).map_or(rest, str::trim_start);
        }
        for word in ["以上", "左右", "+", "余", "多"] {
            rest = rest.strip_suffix(word).map_or(rest, str::trim_end);
        }
        if rest == before {
            return (rest, found);
        }
        found = true;
    }
}

/// The number, its unit, and whether `+` or `余` behind it makes it a round one.
fn measured(text: &str, bare: Option<Unit>) -> Option<(f64, Unit, bool)> {
    let length = text
        .find(|c: char| !c.is_ascii_digit() && c != '.' && c != ',')
        .unwrap_or(text.len());
    let (number, rest) = text.split_at_checked(length)?;
    let mut value = decimal(number)?;
    let more = |text: &str| text.starts_with(['+', '余', '多']);
    let mut round = more(rest);
    let mut rest = rest.trim_start_matches(['+', '余', '多']).trim_start();
    for (word, places) in [
        ("百万", 6),
        ("千万", 7),
        ("万", 4),
        ("亿", 8),
        ("千", 3),
        ("million ", 6),
        ("billion ", 9),
    ] {
        if let Some(after) = rest.strip_prefix(word) {
            value = shift(&value, places);
            round |= more(after);
            rest = after.trim_start_matches(['+', '余', '多']).trim_start();
            break;
        }
    }
    let value = float(&value)?;
    if rest.is_empty() {
        return bare.map(|unit| (value, unit, round));
    }
    if let Some((_, unit, factor)) = MULTIPLES.iter().find(|(word, ..)| *word == rest) {
        return Some((value * factor, *unit, round));
    }
    let unit = UNITS.iter().find(|(_, words)| words.contains(&rest));
    unit.map(|(unit, _)| (value, *unit, round))
}
