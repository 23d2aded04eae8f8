//! Numbers as text: digits that a file writes stay, noise behind the fifteenth goes.

/// Digits that spreadsheet programs keep apart.
const DIGITS: usize = 15;

/// A number that a file writes in digits: whole ones stay as they are, however long.
pub(super) fn of_written(written: &str, value: f64) -> String {
    let digits = written.strip_prefix('-').unwrap_or(written);
    let is_whole = !digits.is_empty() && digits.bytes().all(|b| b.is_ascii_digit());
    // Beyond what is exact, the file's own digits say more than the number.
    let is_long = value.abs() >= 1e15;
    match is_whole || is_long {
        true => written.to_owned(),
        false => of_value(value),
    }
}

/// A number without a text: the shortest one of fifteen digits; with an exponent where it is
/// beyond what is exact, as such files in XML write it.
pub(crate) fn of_value(value: f64) -> String {
    if !value.is_finite() {
        return "#NUM!".to_owned();
    }
    if value == 0.0 {
        return "0".to_owned();
    }
    if value.abs() >= 1e15 {
        let text = format!("{value:e}");
        return match text.split_once('e') {
            Some((mantissa, exponent)) => format!("{mantissa}E+{exponent}"),
            None => text,
        };
    }
    let text = format!("{value:.*e}", DIGITS - 1);
    let (mantissa, exponent) = text.split_once('e').unwrap_or((&text, "0"));
    let exponent: i32 = exponent.parse().unwrap_or(0);
    let (sign, mantissa) = match mantissa.strip_prefix('-') {
        Some(mantissa) => ("-", mantissa),
        None => ("", mantissa),
    };
    let digits: String = mantissa.chars().filter(char::is_ascii_digit).collect();
    let digits = digits.trim_end_matches('0');
    if exponent < -9 {
        let (first, rest) = digits.split_at_checked(1).unwrap_or((digits, ""));
        let point = if rest.is_empty() { "" } else { "." };
        return format!("{sign}{first}{point}{rest}E{exponent}");
    }
    format!("{sign}{}", placed(digits, exponent))
}

/// Digits with a point behind the one with this exponent.
fn placed(digits: &str, exponent: i32) -> String {
    let before = usize::try_from(exponent + 1).unwrap_or(0);
    if exponent < 0 {
        let zeros = "0".repeat(usize::try_from(-exponent - 1).unwrap_or(0));
        return format!("0.{zeros}{digits}");
    }
    match digits.split_at_checked(before) {
        Some((whole, "")) => whole.to_owned(),
        Some((whole, part)) => format!("{whole}.{part}"),
        None => format!("{digits:0<before$}"),
    }
}

/// The hundredfold of a number that is written in digits, with `%`: the point moves, so that no
/// digit changes.
pub(crate) fn percent(text: &str) -> String {
    let (sign, digits) = match text.strip_prefix('-') {
        Some(digits) => ("-", digits),
        None => ("", text),
    };
    if digits.contains(['E', 'e']) || !digits.starts_with(|c: char| c.is_ascii_digit()) {
        return text.to_owned();
    }
    let (whole, part) = digits.split_once('.').unwrap_or((digits, ""));
    let moved = format!("{part:0<2}");
    let (up, rest) = moved.split_at_checked(2).unwrap_or((&moved, ""));
    let joined = format!("{whole}{up}");
    let trimmed = joined.trim_start_matches('0');
    let whole = if trimmed.is_empty() { "0" } else { trimmed };
    let rest = rest.trim_end_matches('0');
    match rest {
        "" => format!("{sign}{whole}%"),
        rest => format!("{sign}{whole}.{rest}%"),
    }
}

/// A whole number with zeros in front.
pub(super) fn padded(text: &str, digits: usize) -> String {
    match text.bytes().all(|b| b.is_ascii_digit()) {
        true => format!("{text:0>digits$}"),
        false => text.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn noise_goes_and_digits_stay() {
        for (value, text) in [
            (1.0, "1"),
            (-0.5, "-0.5"),
            (0.1 + 0.2, "0.3"),
            (69.999_999_999_999_99, "70"),
            (0.7 * 0.1, "0.07"),
            (123_456_789_012_345.0, "123456789012345"),
            (1e14, "100000000000000"),
            (1.234_567_890_123_456_8e17, "1.2345678901234568E+17"),
            (1.5e-7, "0.00000015"),
            (1.5e-12, "1.5E-12"),
            (-0.0, "0"),
            (1e300, "1E+300"),
        ] {
            assert_eq!(of_value(value), text);
        }
        assert_eq!(
            of_written("110101199003070011", 110_101_199_003_070_011.0),
            "110101199003070011"
        );
        assert_eq!(of_written("6.9999999999999993E-2", 0.07), "0.07");
        assert_eq!(
            of_written("1.2345678901234568E+17", 1.234_567_890_123_456_8e17),
            "1.2345678901234568E+17"
        );
        assert_eq!(of_written("007", 7.0), "007");
    }

    #[test]
    fn percentages_move_the_point() {
        for (text, seen) in [
            ("0.1234", "12.34%"),
            ("0.07", "7%"),
            ("1", "100%"),
            ("-0.005", "-0.5%"),
            ("0", "0%"),
            ("12.5", "1250%"),
            ("1E-12", "1E-12"),
        ] {
            assert_eq!(percent(text), seen);
        }
    }

    #[test]
    fn codes_keep_their_length() {
        assert_eq!(padded("123", 6), "000123");
        assert_eq!(padded("1.5", 6), "1.5");
    }
}
