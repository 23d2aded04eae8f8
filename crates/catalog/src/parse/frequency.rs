//! Update promises in words: `每日更新`, `24次/天`, `动态 (每半年更新)`, `R/P1M`, `QUARTERLY`.

use super::fold::{fold, is_placeholder};
use super::reading::Reading;
use crate::UpdateFrequency;

/// Whole texts whose promise is one word: Chinese, English, Dublin Core and EU codes.
const WORDS: &[(&str, &[&str])] = &[
    (
        "continuous",
        &[
            "实时",
            "准实时",
            "秒级",
            "秒级别",
            "continuous",
            "continuously",
            "real-time",
            "real time",
            "realtime",
            "cont",
            "update_cont",
        ],
    ),
    ("PT1M", &["分钟级", "分钟级别"]),
    ("PT1H", &["小时级", "hourly"]),
    ("P1D", &["日", "天", "日度", "t+1", "daily"]),
    ("P7D", &["周", "周度", "weekly"]),
    ("P14D", &["biweekly", "fortnightly"]),
    ("P10D", &["旬"]),
    ("P1M", &["月", "月度", "monthly"]),
    ("P2M", &["bimonthly"]),
    ("P3M", &["季", "季度", "quarterly"]),
    (
        "P6M",
        &["半年", "半年度", "semiannual", "semi-annual", "annual_2"],
    ),
    ("P1Y", &["年", "年度", "annual", "annually", "yearly"]),
    ("P2Y", &["biennial"]),
    ("P3Y", &["triennial"]),
    ("irregular", &["不定时", "不定期", "irregular", "irreg"]),
    (
        "as-needed",
        &["按需", "as needed", "as-needed", "on demand"],
    ),
    (
        "never",
        &[
            "不",
            "静态",
            "一次性",
            "不再",
            "never",
            "static",
            "not updated",
            "one-off",
        ],
    ),
];

/// Reads an update promise. The value is `None` where nothing usable is said; the caller keeps
/// the words then. Notes: `placeholder-frequency`, `frequency-not-understood`,
/// `several-frequencies` (the rarest is taken, since only it holds for all of the data).
pub fn frequency(text: &str) -> Reading<Option<UpdateFrequency>> {
    let folded = fold(text).replace(['\n', '\r'], " ");
    if folded.is_empty() {
        return Reading::sure(None);
    }
    if is_placeholder(&folded) {
        return Reading::noted(None, "placeholder-frequency");
    }
    if folded.chars().count() > 200 {
        return Reading::noted(None, "frequency-not-understood");
    }
    let mut found: Vec<UpdateFrequency> = Vec::new();
    for clause in folded.split([',', ';']) {
        found.extend(promise(&inner(clause)).map(UpdateFrequency));
    }
    found.dedup();
    match found.len() {
        0 => Reading::noted(None, "frequency-not-understood"),
        1 => Reading::sure(found.pop()),
        _ => Reading::noted(
            found.into_iter().max_by_key(interval),
            "several-frequencies",
        ),
    }
}

/// How long one waits for an update, in minutes; a month counts thirty days.
fn interval(promise: &UpdateFrequency) -> u64 {
    let Some(rest) = promise.0.strip_prefix('P') else {
        return if promise.0 == "continuous" {
            0
        } else {
            u64::MAX
        };
    };
    let digits: String = rest.chars().filter(char::is_ascii_digit).collect();
    let minutes = match (rest.starts_with('T'), rest.chars().next_back()) {
        (true, Some('S')) => 0,
        (true, Some('M')) => 1,
        (true, _) => 60,
        (_, Some('D')) => 1_440,
        (_, Some('W')) => 10_080,
        (_, Some('M')) => 43_200,
        _ => 525_600,
    };
    digits.parse().unwrap_or(1_u64).saturating_mul(minutes)
}

/// `动态 (每月更新)` says its promise in the brackets.
fn inner(clause: &str) -> String {
    let clause = clause.trim().trim_end_matches('.');
    let bracket = clause
        .split_once('(')
        .and_then(|(_, rest)| rest.split(')').next());
    match (clause.strip_prefix("动态"), bracket) {
        (Some(_), Some(inner)) => inner.trim().to_owned(),
        (Some(rest), None) => rest.trim().to_owned(),
        _ => clause.to_owned(),
    }
}

fn promise(text: &str) -> Option<String> {
    let text = text
        .rsplit('/')
        .next()
        .filter(|_| super::holds(text, "://"))
        .unwrap_or(text);
    if let Some(duration) = iso(text) {
        return Some(duration);
    }
    let mut core = super::after_all(text, "数据");
    while let Some(shorter) = core.strip_suffix("更新") {
        core = shorter;
    }
    let core = core.trim_end_matches('级').trim();
    let exact = |core: &str| {
        let found = WORDS.iter().find(|(_, words)| words.contains(&core));
        found.map(|(promise, _)| (*promise).to_owned())
    };
    exact(text)
        .or_else(|| exact(core))
        .or_else(|| {
            exact(core.strip_prefix('每').unwrap_or(core))
                .filter(|promise| promise.starts_with('P'))
        })
        .or_else(|| times_per(core))
        .or_else(|| every(core))
}

/// `r/p1d` and `p1d`: ISO 8601, as catalogs of DCAT-US write it.
fn iso(text: &str) -> Option<String> {
    let duration = text.strip_prefix("r/").unwrap_or(text).to_ascii_uppercase();
    let known = UpdateFrequency(duration.clone()).class() != crate::UpdateClass::NotStated;
    (known && duration.starts_with('P') && !duration.as_bytes().contains(&b'.')).then_some(duration)
}

/// `1次/日`, `24次/天`: so many times in a unit. Only an even share of it is a duration.
fn times_per(text: &str) -> Option<String> {
    let (times, unit) = super::halves(text, "次/")?;
    let times: u32 = number(times.trim())?;
    let unit = unit.trim();
    if times == 1 {
        return period(1, unit);
    }
    let hours = match unit {
        "日" | "天" => 24,
        "周" => 168,
        _ => {
            return months(unit)
                .filter(|m| m % times == 0)
                .map(|m| format!("P{}M", m / times));
        }
    };
    if hours % times != 0 {
        return None;
    }
    let each = hours / times;
    Some(if each.is_multiple_of(24) {
        format!("P{}D", each / 24)
    } else {
        format!("PT{each}H")
    })
}

/// `每两周`, `30 天一更新`, `every 2 weeks`, `每一年`.
fn every(text: &str) -> Option<String> {
    let text = [
        "每隔",
        "每",
        "every ",
        "once a ",
        "once every ",
        "each ",
        "a ",
    ]
    .iter()
    .find_map(|word| text.strip_prefix(word))
    .map_or_else(
        || {
            // A promise such as `常规飞行区 30 天一更新` may name what it is for.
            let start = text.find(|c: char| c.is_ascii_digit())?;
            text.get(start..)?.strip_suffix('一')
        },
        Some,
    )?
    .trim();
    let text = ["更新一次", "更新1次", "一次", "1次", "一更新", "更新", "次"]
        .iter()
        .fold(text, |text, end| text.strip_suffix(end).unwrap_or(text));
    let length = text.find(|c: char| {
        !c.is_ascii_digit() && !"一二两三四五六七八九十".chars().any(|digit| digit == c)
    })?;
    let (count, unit) = text.split_at_checked(length)?;
    let count = if count.is_empty() { 1 } else { number(count)? };
    period(count, unit.trim())
}

fn number(text: &str) -> Option<u32> {
    let numeral = "零一二三四五六七八九十"
        .chars()
        .position(|c| text == c.to_string());
    match (text, numeral) {
        ("两", _) => Some(2),
        (_, Some(value)) => u32::try_from(value).ok(),
        _ => text.parse().ok(),
    }
    .filter(|value| (1..=1000).contains(value))
}

fn months(unit: &str) -> Option<u32> {
    match unit {
        "月" | "个月" | "month" | "months" => Some(1),
        "季" | "季度" | "quarter" | "quarters" => Some(3),
        "半年" => Some(6),
        "年" | "year" | "years" => Some(12),
        _ => None,
    }
}

fn period(count: u32, unit: &str) -> Option<String> {
    if let Some(months) = months(unit) {
        let months = months * count;
        return Some(if months.is_multiple_of(12) {
            format!("P{}Y", months / 12)
        } else {
            format!("P{months}M")
        });
    }
    match unit {
        "分钟" | "minute" | "minutes" => Some(format!("PT{count}M")),
        "小时" | "时" | "hour" | "hours" => Some(format!("PT{count}H")),
        "日" | "天" | "day" | "days" => Some(format!("P{count}D")),
        "周" | "星期" | "week" | "weeks" => Some(format!("P{}D", count * 7)),
        _ => None,
    }
}
