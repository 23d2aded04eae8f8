//! Numbers, sizes, dates and money as the two languages write them.

use super::Lang;
use catalog::{BillingModel, FuzzyDate, Offer, Price, PriceType, Quantity, Unit};

/// Puts values into the `{name}` places of a text.
pub(crate) fn fill(template: &str, values: &[(&str, &str)]) -> String {
    let mut out = template.to_owned();
    for (name, value) in values {
        out = out.replace(&format!("{{{name}}}"), value);
    }
    out
}

/// The start of a text of somebody else's; a cut one ends with `…`.
pub(crate) fn clipped(text: &str, chars: usize) -> String {
    match text.char_indices().nth(chars) {
        Some((at, _)) => format!("{}…", text.get(..at).unwrap_or_default()),
        None => text.to_owned(),
    }
}

/// `1284` as `1,284`, in both languages.
pub(crate) fn grouped(number: u64) -> String {
    let digits = number.to_string();
    let mut out = String::with_capacity(digits.len() + digits.len() / 3);
    for (index, digit) in digits.chars().enumerate() {
        if index > 0 && (digits.len() - index).is_multiple_of(3) {
            out.push(',');
        }
        out.push(digit);
    }
    out
}

/// A share in per cent, never rounded to 0 or 100 when it is not.
pub(crate) fn share(part: u64, all: u64) -> String {
    if all == 0 {
        return String::from("0%");
    }
    let percent = (part * 100 + all / 2) / all;
    match percent {
        0 if part > 0 => String::from("<1%"),
        100 if part < all => String::from(">99%"),
        percent => format!("{percent}%"),
    }
}

/// A number of bytes, decimal units, two digits at most after the point.
pub(crate) fn bytes(count: u64) -> String {
    const UNITS: [&str; 4] = ["KB", "MB", "GB", "TB"];
    if count < 1000 {
        return format!("{count} B");
    }
    let mut value = count as f64;
    let mut unit = "B";
    for next in UNITS {
        value /= 1000.0;
        unit = next;
        if value < 1000.0 {
            break;
        }
    }
    if value < 10.0 {
        format!("{value:.1} {unit}")
    } else {
        format!("{value:.0} {unit}")
    }
}

/// A date: the source's words where it has them, else the days it can mean.
pub(crate) fn date(date: &FuzzyDate) -> String {
    match &date.verbatim {
        Some(words) => words.clone(),
        None if date.earliest == date.latest => date.earliest.clone(),
        None => format!("{}\u{2060}—\u{2060}{}", date.earliest, date.latest),
    }
}

/// A size with its unit; the source's words where it has them.
pub(crate) fn quantity(quantity: &Quantity, lang: Lang) -> String {
    if let Some(words) = &quantity.verbatim
        && lang == Lang::Zh
        && !words.is_ascii()
    {
        return words.clone();
    }
    let value = decimal(quantity.value);
    let about = if quantity.approximate {
        lang.pick("约 ", "about ")
    } else {
        ""
    };
    format!(
        "{about}{value} {}",
        unit(quantity.unit, lang, quantity.value == 1.0)
    )
}

fn decimal(value: f64) -> String {
    if value.fract() == 0.0 && value < 9e15 {
        #[expect(
            clippy::cast_possible_truncation,
            clippy::cast_sign_loss,
            reason = "whole and small"
        )]
        return grouped(value as u64);
    }
    value.to_string()
}

pub(super) const fn unit(unit: Unit, lang: Lang, one: bool) -> &'static str {
    match (unit, one) {
        (Unit::Byte, _) => lang.pick("字节", "bytes"),
        (Unit::Kilobyte, _) => "KB",
        (Unit::Megabyte, _) => "MB",
        (Unit::Gigabyte, _) => "GB",
        (Unit::Terabyte, _) => "TB",
        (Unit::Hour, true) => lang.pick("小时", "hour"),
        (Unit::Hour, false) => lang.pick("小时", "hours"),
        (Unit::Minute, _) => lang.pick("分钟", "minutes"),
        (Unit::Second, _) => lang.pick("秒", "seconds"),
        (Unit::Record, true) => lang.pick("条", "record"),
        (Unit::Record, false) => lang.pick("条", "records"),
        (Unit::Row, true) => lang.pick("行", "row"),
        (Unit::Row, false) => lang.pick("行", "rows"),
        (Unit::File, _) => lang.pick("个文件", "files"),
        (Unit::Image, _) => lang.pick("张图", "images"),
        (Unit::Sentence, _) => lang.pick("句", "sentences"),
        (Unit::Token, _) => lang.pick("个词元", "tokens"),
        (Unit::Person, _) => lang.pick("人", "people"),
        (Unit::Item, _) => lang.pick("项", "items"),
    }
}

/// The number of an offer and what it is per, such as `¥0.30` and `／次`.
/// The decimals stay as the source wrote them.
pub(crate) fn amount(offer: &Offer, lang: Lang) -> Option<(String, String)> {
    let price = offer.price.as_ref()?;
    Some((money(offer.price_type, price, lang), per(offer, lang)))
}

fn money(kind: PriceType, price: &Price, lang: Lang) -> String {
    let sign = sign(&price.currency);
    let write = |amount: &str| format!("{sign}{}", group_decimal(amount));
    match (kind, &price.min, &price.max, &price.amount) {
        (PriceType::Range, Some(min), Some(max), _) => {
            format!(
                "{}\u{2060}{}\u{2060}{}",
                write(min),
                lang.pick("—", "–"),
                write(max)
            )
        }
        (PriceType::From, Some(min), ..) | (PriceType::From, None, None, Some(min)) => match lang {
            Lang::Zh => format!("{} 起", write(min)),
            Lang::En => format!("from {}", write(min)),
        },
        (_, _, _, Some(amount)) | (_, Some(amount), _, _) | (_, _, Some(amount), _) => {
            write(amount)
        }
        _ => String::new(),
    }
}

/// What stands before an amount.
pub(super) fn sign(currency: &str) -> String {
    match currency {
        "CNY" => "¥".to_owned(),
        "USD" => "US$".to_owned(),
        "EUR" => "€".to_owned(),
        other => format!("{other} "),
    }
}

/// Groups the digits before the point.
pub(crate) fn group_decimal(amount: &str) -> String {
    let (whole, rest) = amount
        .split_once('.')
        .map_or((amount, None), |(w, r)| (w, Some(r)));
    let whole = whole.parse().map_or_else(|_| whole.to_owned(), grouped);
    rest.map_or(whole.clone(), |rest| format!("{whole}.{rest}"))
}

fn per(offer: &Offer, lang: Lang) -> String {
    let unit = match (offer.billing_model, offer.billing_period.as_deref()) {
        (Some(BillingModel::Subscription), Some("P1Y")) => lang.pick("年", "year"),
        (Some(BillingModel::Subscription), Some("P3M")) => lang.pick("季", "quarter"),
        (Some(BillingModel::Subscription), Some("P1M")) => lang.pick("月", "month"),
        (Some(BillingModel::Subscription), Some("P1W")) => lang.pick("周", "week"),
        (Some(BillingModel::Subscription), Some("P1D")) => lang.pick("天", "day"),
        (Some(BillingModel::PerCall), _) => lang.pick("次", "call"),
        (Some(BillingModel::PerRecord), _) => lang.pick("条", "record"),
        (Some(BillingModel::PerVolume | BillingModel::UsageOther), _) => {
            offer.unit.as_deref().unwrap_or("")
        }
        _ => "",
    };
    let included = offer
        .included_quantity
        .as_ref()
        .map(|quantity| decimal(quantity.value));
    match (unit, included, lang) {
        ("", None, _) => String::new(),
        ("", Some(count), Lang::Zh) => format!("／{count}"),
        ("", Some(count), Lang::En) => format!(" per {count}"),
        (unit, None, Lang::Zh) => format!("／{unit}"),
        (unit, None, Lang::En) => format!(" per {unit}"),
        (unit, Some(count), Lang::Zh) => format!("／{count} {unit}"),
        (unit, Some(count), Lang::En) => format!(" per {count} {unit}s"),
    }
}

/// ` (external site example.org)` for an address that leads off this origin.
pub(crate) fn other_host(address: &str, origin: &str) -> Option<String> {
    if address.starts_with(origin) {
        return None;
    }
    let host = address.split_once("://")?.1.split(['/', '?', '#']).next()?;
    let words = super::Common::of(crate::state::lang()).opens_elsewhere;
    Some(fill(words, &[("host", host)]))
}
