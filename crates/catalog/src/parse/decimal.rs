//! Amounts as decimal text in the schema's form: what the source wrote is what is shown,
//! and no number of money ever goes through a float.

/// Whether `text` is `^(0|[1-9][0-9]*)(\.[0-9]+)?$`.
#[must_use]
pub fn is_decimal(text: &str) -> bool {
    let (whole, fraction) = match text.split_once('.') {
        Some((whole, fraction)) => (whole, Some(fraction)),
        None => (text, None),
    };
    let digits = |part: &str| !part.is_empty() && part.bytes().all(|b| b.is_ascii_digit());
    digits(whole) && (whole == "0" || !whole.starts_with('0')) && fraction.is_none_or(digits)
}

/// The schema's form of folded digits: group commas and leading zeros go, decimals stay as
/// written. `None` if it is no plain amount (negative, exponent, `1,5`).
#[must_use]
pub fn decimal(text: &str) -> Option<String> {
    let (whole, fraction) = match text.split_once('.') {
        Some((whole, fraction)) => (whole, Some(fraction)),
        None => (text, None),
    };
    let mut groups = whole.split(',');
    let mut digits = groups.next()?.to_owned();
    for group in groups {
        if group.len() != 3 || digits.is_empty() {
            return None;
        }
        digits.push_str(group);
    }
    let stripped = digits.trim_start_matches('0');
    let mut out = if stripped.is_empty() { "0" } else { stripped }.to_owned();
    if let Some(fraction) = fraction {
        out.push('.');
        out.push_str(fraction);
    }
    is_decimal(&out).then_some(out)
}

/// `value` times ten to the power of `places`: `shift("1.5", 4)` is `15000`,
/// `shift("5", -2)` is `0.05`. Decimals that the source wrote stay.
#[must_use]
pub fn shift(value: &str, places: i32) -> String {
    let (whole, fraction) = value.split_once('.').unwrap_or((value, ""));
    let mut digits: String = format!("{whole}{fraction}");
    // Digits before the point after the shift; bounded by what a float can be.
    let point = i64::try_from(whole.len()).unwrap_or(0) + i64::from(places.clamp(-400, 400));
    if point < 1 {
        let zeros = usize::try_from(1 - point).unwrap_or(0);
        digits.insert_str(0, &"0".repeat(zeros));
    }
    let point = usize::try_from(point.max(1)).unwrap_or(1);
    while digits.len() < point {
        digits.push('0');
    }
    let (whole, fraction) = digits.split_at_checked(point).unwrap_or((&digits, ""));
    let whole = whole.trim_start_matches('0');
    let whole = if whole.is_empty() { "0" } else { whole };
    if fraction.is_empty() {
        whole.to_owned()
    } else {
        format!("{whole}.{fraction}")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reads_amounts_without_changing_their_digits() {
        for (written, amount) in [
            ("1000.00", "1000.00"),
            ("9,800", "9800"),
            ("1,234,567.5", "1234567.5"),
            ("007", "7"),
            ("0.09", "0.09"),
            ("754300.0000000001", "754300.0000000001"),
            (".5", "0.5"),
            ("0.00", "0.00"),
        ] {
            assert_eq!(decimal(written).as_deref(), Some(amount), "{written}");
        }
        for no_amount in ["-1", "面议", "1-5", "1e5", "1,5", "1.", ",100", "1.234,5"] {
            assert_eq!(decimal(no_amount), None, "{no_amount}");
        }
    }

    #[test]
    fn shifts_the_point_without_a_float() {
        for (value, places, shifted) in [
            ("3", 4, "30000"),
            ("1.5", 4, "15000"),
            ("0.28", 2, "28"),
            ("5", -2, "0.05"),
            ("12.50", 1, "125.0"),
            ("0", 4, "0"),
            ("250", -1, "25.0"),
        ] {
            assert_eq!(shift(value, places), shifted, "{value} {places}");
        }
    }
}
