//! The budget as typed, and as a decimal text: no number of money goes through a float.

use crate::clean;

/// `300,000`, `30万`, `￥30 万元`, `1.5亿` as plain decimals; `None` if it is no amount.
pub(crate) fn amount(typed: &str) -> Option<String> {
    let text = clean::code(typed);
    let text = text.trim_start_matches(['¥', '￥', '$', '€']);
    let text = text.strip_suffix(['元', '圆']).unwrap_or(text);
    let (number, places) = match text.char_indices().next_back() {
        Some((at, '万')) => (text.get(..at)?, 4),
        Some((at, '亿')) => (text.get(..at)?, 8),
        _ => (text, 0),
    };
    let (whole, fraction) = number.split_once('.').unwrap_or((number, ""));
    let whole = ungroup(whole)?;
    let is_digits = |part: &str| part.bytes().all(|b| b.is_ascii_digit());
    if whole.is_empty() || !is_digits(&whole) || !is_digits(fraction) || number.ends_with('.') {
        return None;
    }
    // The budget of no one has more digits; what has is a slip of the hand.
    if whole.len() > 15 || fraction.len() > 6 {
        return None;
    }
    Some(shifted(&whole, fraction, places))
}

/// Group commas go if every group after the first has three digits.
fn ungroup(whole: &str) -> Option<String> {
    let mut groups = whole.split(',');
    let mut digits = groups.next()?.to_owned();
    for group in groups {
        if group.len() != 3 || digits.is_empty() {
            return None;
        }
        digits.push_str(group);
    }
    Some(digits)
}

fn shifted(whole: &str, fraction: &str, places: usize) -> String {
    let mut fraction = fraction.chars();
    let mut digits = whole.to_owned();
    digits.extend((0..places).map(|_| fraction.next().unwrap_or('0')));
    let rest: String = fraction.collect();
    let whole = digits.trim_start_matches('0');
    let whole = if whole.is_empty() { "0" } else { whole };
    if rest.is_empty() {
        whole.to_owned()
    } else {
        format!("{whole}.{rest}")
    }
}

#[cfg(test)]
mod tests {
    use super::amount;

    #[test]
    fn reads_budgets_as_people_write_them() {
        for (typed, plain) in [
            ("300000", "300000"),
            ("300,000.50", "300000.50"),
            ("30万", "300000"),
            ("￥１.25 万元", "12500"),
            ("1.23456789亿", ""),
            ("2亿", "200000000"),
            ("0.00001万", "0.1"),
            ("007", "7"),
        ] {
            assert_eq!(amount(typed).unwrap_or_default(), plain, "{typed}");
        }
    }

    #[test]
    fn refuses_what_is_no_amount() {
        for typed in [
            "",
            "面议",
            "-5",
            "1-5万",
            "3,00",
            "1.",
            "12abc",
            "1e9",
            "9999999999999999",
        ] {
            assert_eq!(amount(typed), None, "{typed}");
        }
    }
}
