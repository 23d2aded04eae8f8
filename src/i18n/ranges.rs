//! Words of ranges: what is bounded, in which unit, from where to where.

use super::{
    Lang, Named as _, fill,
    format::{group_decimal, sign, unit},
    words,
};
use catalog::{BillingModel, PriceState, ShortPrice, Unit};
use search::{Bounds, Range};

words! {
    /// Words of the forms of ranges.
    Ranges {
        from: "从", "From";
        to: "到", "To";
        least: "最少", "Least";
        most: "最多", "Most";
        unit: "单位", "Unit";
        choose_unit: "选一个单位", "Choose a unit";
        unit_of: "{unit}（{n}）", "{unit} ({n})";
        unstated: "也含未说明的", "Also those not stated";
        apply: "应用", "Apply";
        lift: "清除", "Clear";
        how_day: "写年、年月或年月日，例如 2024、2024-06、2024年6月1日。", "A year, month or day, e.g. 2024, 2024-06, 2024-06-01.";
        how_number: "写数字，例如 1,000 或 1.5万。", "A number, e.g. 1,000.";
        how_bytes: "写数字，例如 20 MB。", "A number, e.g. 20 MB.";
        stated: "写明的：{least} 至 {most}", "Stated: {least} to {most}";
        nothing: "这些挂牌里没有一条写明。", "None of these listings states it.";
        many_prices: "价格有 {n} 种币种和计价单位，不能放在一起比。先选一个。", "Prices are in {n} currencies and units; choose one.";
        many_sizes: "规模有 {n} 种单位，不能放在一起比。先选一个。", "Sizes are in {n} units; choose one.";
        bad_day: "这不是年、年月或日期：{text}", "Not a year, month or day: {text}";
        bad_number: "这不是数字：{text}", "Not a number: {text}";
        bad_order: "终点在起点之前。", "It ends before it begins.";
        bad_unit: "先选单位。", "Choose a unit first.";
    }
}

/// The name of a range.
pub(crate) const fn range_name(range: Range, lang: Lang) -> &'static str {
    match range {
        Range::Modified => lang.pick("更新日期", "Changed"),
        Range::Issued => lang.pick("挂牌日期", "Listed"),
        Range::Size => lang.pick("规模", "Size"),
        Range::Amount => lang.pick("金额", "Amount"),
    }
}

/// The name of a unit of a range.
pub(crate) fn unit_name(range: Range, token: &str, lang: Lang) -> String {
    if range == Range::Size {
        let known = Unit::parse(token).map(|known| unit(known, lang, false));
        return known.unwrap_or(token).to_owned();
    }
    let mut parts = token.split('/');
    let currency = match parts.next().unwrap_or_default() {
        "CNY" => lang.pick("人民币", "CNY"),
        "USD" => lang.pick("美元", "USD"),
        "EUR" => lang.pick("欧元", "EUR"),
        other => other,
    };
    let rest = parts.map(|part| match (BillingModel::parse(part), part) {
        (Some(model), _) => model.name(lang),
        (None, "P1Y") => lang.pick("按年", "a year"),
        (None, "P3M") => lang.pick("按季", "a quarter"),
        (None, "P1M") => lang.pick("按月", "a month"),
        (None, "P1W") => lang.pick("按周", "a week"),
        (None, "P1D") => lang.pick("按天", "a day"),
        (None, other) => other,
    });
    let parts: Vec<&str> = std::iter::once(currency).chain(rest).collect();
    parts.join(" · ")
}

/// What bounds ask, in words.
pub(crate) fn bounds_words(range: Range, bounds: &Bounds, lang: Lang) -> String {
    let shown = |bound: &str| match range.is_of_days() {
        true => bound.to_owned(),
        false => group_decimal(bound),
    };
    let (from, to) = (shown(&bounds.from), shown(&bounds.to));
    let span = match (from.is_empty(), to.is_empty(), range.is_of_days()) {
        (true, true, _) => "",
        _ if from == to => "{from}",
        (false, false, _) => lang.pick("{from} 至 {to}", "{from} to {to}"),
        (false, true, true) => lang.pick("{from} 起", "since {from}"),
        (false, true, false) => lang.pick("不少于 {from}", "at least {from}"),
        (true, false, true) => lang.pick("到 {to} 为止", "until {to}"),
        (true, false, false) => lang.pick("不超过 {to}", "at most {to}"),
    };
    let span = fill(span, &[("from", &from), ("to", &to)]);
    let unit = match bounds.unit.as_str() {
        "" => String::new(),
        unit => unit_name(range, unit, lang),
    };
    let sep = if span.is_empty() || unit.is_empty() {
        ""
    } else {
        " "
    };
    let unstated = match bounds.unstated {
        true => lang.pick("，或未说明", ", or not stated"),
        false => "",
    };
    format!("{span}{sep}{unit}{unstated}")
}

/// A price told short, such as `¥300 · 按周期 · 按年`.
pub(crate) fn short_price(price: &ShortPrice, lang: Lang) -> String {
    let state = price.state.name(lang);
    if price.amount.is_empty() {
        return state.to_owned();
    }
    let name = unit_name(Range::Amount, &price.unit, lang);
    let currency = price.unit.split('/').next().unwrap_or_default();
    let write = |amount: &str| format!("{}{}", sign(currency), group_decimal(amount));
    let mut said = match price.amount.split_once("..") {
        None => write(&price.amount),
        Some((least, "")) => fill(
            lang.pick("{least} 起", "from {least}"),
            &[("least", &write(least))],
        ),
        Some((least, most)) => format!("{}{}{}", write(least), lang.pick("—", "–"), write(most)),
    };
    // What is paid for; the currency is said by its sign.
    if let Some((_, per)) = name.split_once(" · ") {
        said = format!("{said} · {per}");
    }
    match price.state {
        PriceState::Doubtful => format!("{said} · {state}"),
        _ => said,
    }
}
