//! Numbers that are no money, to and from text. The standard library does both exactly for
//! every digit; its tables and code would be a twentieth of the search worker, and what is
//! read here is sizes and places on the globe.

use super::decimal::shift;

/// More digits than this do not fit the integer they are gathered in.
const MOST_DIGITS: usize = 18;

/// The powers of ten up to this one are exact as floats.
const EXACT_POWER: i32 = 22;

/// Reads `-1.5`, `.5`, `2e3`. Up to 15 digits give the nearest float there is; the last bit
/// of a longer number may be off.
pub(crate) fn float(text: &str) -> Option<f64> {
    let (sign, body) = match text.strip_prefix('-') {
        Some(body) => (-1.0, body),
        None => (1.0, text.strip_prefix('+').unwrap_or(text)),
    };
    let (digits, exponent) = match body.split_once(['e', 'E']) {
        Some((digits, exponent)) => (digits, exponent.parse::<i32>().ok()?),
        None => (body, 0),
    };
    let (whole, fraction) = digits.split_once('.').unwrap_or((digits, ""));
    let all = || whole.bytes().chain(fraction.bytes());
    if all().next().is_none() || !all().all(|b| b.is_ascii_digit()) {
        return None;
    }
    let leading = all().take_while(|b| *b == b'0').count();
    let mantissa = all()
        .skip(leading)
        .take(MOST_DIGITS)
        .fold(0_u64, |value, b| value * 10 + u64::from(b - b'0'));
    let read = (leading + MOST_DIGITS).min(all().count());
    let power = i64::try_from(whole.len()).ok()? - i64::try_from(read).ok()?;
    let power = power.saturating_add(i64::from(exponent)).clamp(-400, 400);
    Some(sign * scaled(mantissa, i32::try_from(power).ok()?))
}

/// `mantissa` times ten to the power of `power`. A power that is exact is used once, so that
/// only one step rounds.
fn scaled(mantissa: u64, power: i32) -> f64 {
    #[expect(
        clippy::cast_precision_loss,
        reason = "the nearest float is what is wanted"
    )]
    let mut value = mantissa as f64;
    let mut left = power.abs();
    while left > 0 {
        let step = 10_f64.powi(left.min(EXACT_POWER));
        value = if power < 0 {
            value / step
        } else {
            value * step
        };
        left -= EXACT_POWER;
    }
    value
}

/// The shortest digits that mean `number`, without an exponent: `0.000015`, `20`.
pub(crate) fn digits(number: f64) -> String {
    // serde_json's digits are the shortest ones too, and are linked anyway.
    let Some(number) = serde_json::Number::from_f64(number) else {
        return String::new();
    };
    let text = number.to_string();
    let (sign, text) = match text.strip_prefix('-') {
        Some(text) => ("-", text),
        None => ("", text.as_str()),
    };
    let (digits, exponent) = text.split_once(['e', 'E']).unwrap_or((text, "0"));
    let digits = digits.strip_suffix(".0").unwrap_or(digits);
    match exponent.parse() {
        Ok(0) | Err(_) => format!("{sign}{digits}"),
        Ok(power) => format!("{sign}{}", shift(digits, power)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reads_what_the_standard_library_reads() {
        for text in [
            "0",
            "-0",
            "1",
            "+1",
            "20480",
            "1.5",
            ".5",
            "5.",
            "0.007",
            "-12.25",
            "1e3",
            "2.5E-3",
            "1e22",
            "1.22",
            "303.1415926",
            "116.397428",
            "9007199254740992",
            "0.000000000000000000001",
            "000000000000000000000012.5",
            "1e400",
            "1e-400",
            "",
            ".",
            "-",
            "e5",
            "1e",
            "1.2.3",
            "12a",
            "1 2",
            "+-1",
            "0x10",
        ] {
            assert_eq!(float(text), text.parse().ok(), "{text}");
        }
        assert_eq!(float("NaN"), None);
    }

    #[test]
    fn is_near_where_there_are_more_digits_than_a_float_has() {
        for text in [
            "0.12345678901234567890123",
            "123456789012345678901234567890",
            "1.7976931348623157e308",
            "2.2250738585072014e-308",
        ] {
            let (near, exact) = (float(text).unwrap(), text.parse::<f64>().unwrap());
            assert!((near - exact).abs() <= exact * 1e-15, "{text}");
        }
    }

    #[test]
    fn writes_what_the_standard_library_writes() {
        for number in [
            0.0,
            -0.0,
            1.0,
            20.0,
            -1.5,
            0.1,
            0.000_015,
            1e15,
            1e16,
            1.25e17,
            1e21,
            1e300,
            5e-324,
            -2.5e-9,
            116.397_428,
            9_007_199_254_740_993.0,
            f64::MAX,
            f64::MIN_POSITIVE,
        ] {
            assert_eq!(digits(number), number.to_string());
        }
    }
}
