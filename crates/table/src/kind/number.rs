//! Numbers as people write them in tables. Reads a value for ordering; keeps no value.

use super::fit::{DECIMAL, DECIMAL_COMMA, GROUPED, IDENTIFIER, INTEGER, PERCENT, SCIENTIFIC};

/// More digits than this and a floating-point number no longer tells neighbours apart.
const EXACT_DIGITS: usize = 15;

/// The longest text that can be a number, in bytes; longer ones are text.
const LONGEST: usize = 96;

/// The forms a text has as a number (bits of `fit`) and its value, or `None` if it is none.
/// `text` is trimmed and not empty.
pub(super) fn number(text: &str) -> Option<(u16, f64)> {
    let first = *text.as_bytes().first()?;
    if !(first.is_ascii_digit() || matches!(first, b'+' | b'-' | b'.' | 0xEF)) {
        return None;
    }
    if let Some(found) = usual(text.as_bytes()) {
        return Some(found);
    }
    if text.len() > LONGEST {
        return None;
    }
    if text.is_ascii() {
        return suffixed(text);
    }
    suffixed(&half_width(text)?)
}

/// Digits with perhaps a minus before and a point among them, which most numbers are; what is
/// read here is read the same by the general way.
fn usual(text: &[u8]) -> Option<(u16, f64)> {
    const POWERS: [f64; 16] = [
        1e0, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15,
    ];
    let (digits, negative) = match text {
        [b'-', digits @ ..] => (digits, true),
        digits => (digits, false),
    };
    let (mut value, mut point) = (0u64, None);
    if digits.is_empty() || digits.len() > EXACT_DIGITS {
        return None;
    }
    for (at, byte) in digits.iter().enumerate() {
        let digit = byte.wrapping_sub(b'0');
        if digit < 10 {
            value = value * 10 + u64::from(digit);
        } else if *byte == b'.' && point.is_none() {
            point = Some(at);
        } else {
            return None;
        }
    }
    let whole = point.unwrap_or(digits.len());
    if whole > 1 && digits.first() == Some(&b'0') {
        return (point.is_none() && !negative).then_some((IDENTIFIER, 0.0));
    }
    let sign = if negative { -1.0 } else { 1.0 };
    match point {
        None => Some((INTEGER, sign * value as f64)),
        Some(point) => {
            let places = digits.len() - point - 1;
            let power = POWERS.get(places).filter(|_| places > 0)?;
            Some((DECIMAL, sign * (value as f64 / power)))
        }
    }
}

/// `１２３` as `123`. `None` where a character has no place in a number.
fn half_width(text: &str) -> Option<String> {
    text.chars()
        .map(|c| match c {
            '０'..='９' => char::from_u32(c as u32 - '０' as u32 + '0' as u32),
            '．' => Some('.'),
            '，' => Some(','),
            '％' => Some('%'),
            '＋' => Some('+'),
            '－' => Some('-'),
            '万' | '亿' => Some(c),
            c if c.is_ascii() => Some(c),
            _ => None,
        })
        .collect()
}

fn suffixed(text: &str) -> Option<(u16, f64)> {
    // Most numbers end in a digit, and comparing characters costs a call each.
    if text.as_bytes().last().is_some_and(u8::is_ascii_digit) {
        return signed(text);
    }
    let (body, factor, mark) = if let Some(body) = text.strip_suffix('%') {
        (body, 1.0, PERCENT)
    } else if let Some(body) = text.strip_suffix('万') {
        (body, 1e4, DECIMAL)
    } else if let Some(body) = text.strip_suffix('亿') {
        (body, 1e8, DECIMAL)
    } else {
        return signed(text);
    };
    let (form, value) = signed(body.trim_end())?;
    // A code such as `007` with a sign behind it is no amount.
    (form & IDENTIFIER == 0).then_some(((form & (GROUPED | DECIMAL_COMMA)) | mark, value * factor))
}

fn signed(text: &str) -> Option<(u16, f64)> {
    let (body, sign) = match text.as_bytes() {
        [b'-', ..] => (text.get(1..)?, -1.0),
        [b'+', ..] => (text.get(1..)?, 1.0),
        _ => (text, 1.0),
    };
    let (form, value) = plain(body)?;
    if form & IDENTIFIER != 0 && body.len() != text.len() {
        return None;
    }
    Some((form, sign * value))
}

/// Digits with separators, no sign.
fn plain(text: &str) -> Option<(u16, f64)> {
    let bytes = text.as_bytes();
    if bytes.iter().all(u8::is_ascii_digit) {
        return digits(bytes);
    }
    if let Some(e) = bytes.iter().position(|b| matches!(b, b'e' | b'E')) {
        let (form, _) = plain(text.get(..e)?)?;
        let exponent = text.get(e + 1..)?.trim_start_matches(['+', '-']);
        let sound = form & (INTEGER | DECIMAL) != 0
            && (1..=3).contains(&exponent.len())
            && exponent.bytes().all(|b| b.is_ascii_digit());
        return sound
            .then(|| value(text, &[]))
            .flatten()
            .map(|value| (SCIENTIFIC, value));
    }
    match (text.find(','), text.find('.')) {
        (Some(_), None) if grouped(text, ',') => Some((GROUPED, value(text, &[','])?)),
        (Some(_), None) => with_fraction(text, ',').map(|value| (DECIMAL_COMMA, value)),
        (None, Some(_)) if grouped(text, '.') && text.matches('.').count() > 1 => {
            Some((DECIMAL_COMMA, value(text, &['.'])?))
        }
        (None, Some(_)) => with_fraction(text, '.').map(|value| (DECIMAL, value)),
        (Some(comma), Some(dot)) if comma < dot => {
            let (whole, fraction) = text.split_once('.')?;
            (grouped(whole, ',') && all_digits(fraction))
                .then(|| value(text, &[',']))
                .flatten()
                .map(|value| (GROUPED | DECIMAL, value))
        }
        (Some(_), Some(_)) => {
            let (whole, fraction) = text.split_once(',')?;
            (grouped(whole, '.') && all_digits(fraction))
                .then(|| value(&text.replace('.', "").replace(',', "."), &[]))
                .flatten()
                .map(|value| (DECIMAL_COMMA, value))
        }
        (None, None) => None,
    }
}

fn digits(bytes: &[u8]) -> Option<(u16, f64)> {
    if bytes.is_empty() {
        return None;
    }
    let leading_zero = bytes.len() > 1 && bytes.first() == Some(&b'0');
    if leading_zero || bytes.len() > EXACT_DIGITS {
        return Some((IDENTIFIER, 0.0));
    }
    let value = bytes
        .iter()
        .fold(0u64, |value, b| value * 10 + u64::from(b - b'0'));
    Some((INTEGER, value as f64))
}

/// `1,234,567`: one to three digits, then groups of exactly three.
fn grouped(text: &str, separator: char) -> bool {
    let mut parts = text.split(separator);
    let head = parts.next().unwrap_or_default();
    (1..=3).contains(&head.len())
        && all_digits(head)
        && (head.len() == 1 || !head.starts_with('0'))
        && parts.all(|part| part.len() == 3 && all_digits(part))
}

fn all_digits(text: &str) -> bool {
    !text.is_empty() && text.bytes().all(|b| b.is_ascii_digit())
}

/// Digits, one separator, digits; the digits before it may be absent, and have no leading zero.
fn with_fraction(text: &str, separator: char) -> Option<f64> {
    let (whole, fraction) = text.split_once(separator)?;
    let sound = all_digits(fraction)
        && whole.bytes().all(|b| b.is_ascii_digit())
        && (whole.len() < 2 || !whole.starts_with('0'));
    if !sound {
        return None;
    }
    let value = |part: &str, start: f64| part.bytes().fold(start, add_digit);
    Some(scaled(
        value(fraction, value(whole, 0.0)),
        -(fraction.len() as i32),
    ))
}

/// The value of sound digits with at most one point and one exponent. Up to 15 digits it is
/// the nearest float; beyond, the last bits may be off. It only puts cells in order, and the
/// standard library's exact parser is ten kilobytes of tables in a program.
fn value(text: &str, drop: &[char]) -> Option<f64> {
    let (digits, exponent) = match text.split_once(['e', 'E']) {
        Some((digits, exponent)) => (digits, exponent.parse().ok()?),
        None => (text, 0),
    };
    let (mut value, mut places, mut in_fraction) = (0.0, exponent, false);
    for c in digits.chars().filter(|c| !drop.contains(c)) {
        match u8::try_from(c) {
            Ok(digit @ b'0'..=b'9') => {
                value = add_digit(value, digit);
                places -= i32::from(in_fraction);
            }
            _ => in_fraction = true,
        }
    }
    Some(scaled(value, places))
}

fn add_digit(value: f64, digit: u8) -> f64 {
    value * 10.0 + f64::from(digit - b'0')
}

/// `value` times ten to the power of `places`; dividing by a whole power rounds only once.
fn scaled(value: f64, places: i32) -> f64 {
    let power = 10f64.powi(places.abs().min(308));
    if places < 0 {
        value / power
    } else {
        value * power
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reads_the_ways_people_write_numbers() {
        for (text, form, value) in [
            ("0", INTEGER, 0.0),
            ("-42", INTEGER, -42.0),
            ("１２３", INTEGER, 123.0),
            ("1,234", GROUPED, 1234.0),
            ("1,234,567.5", GROUPED | DECIMAL, 1_234_567.5),
            ("1.234,5", DECIMAL_COMMA, 1234.5),
            ("1.234.567", DECIMAL_COMMA, 1_234_567.0),
            ("12,5", DECIMAL_COMMA, 12.5),
            (".5", DECIMAL, 0.5),
            ("0.007", DECIMAL, 0.007),
            ("12%", PERCENT, 12.0),
            ("１２％", PERCENT, 12.0),
            ("3万", DECIMAL, 30_000.0),
            ("３.５ 万", DECIMAL, 35_000.0),
            ("2亿", DECIMAL, 200_000_000.0),
            ("1.23457E+17", SCIENTIFIC, 1.23457e17),
        ] {
            assert_eq!(number(text), Some((form, value)), "{text}");
        }
    }

    #[test]
    fn the_short_way_reads_what_the_general_way_reads() {
        let digits = [
            "0",
            "7",
            "10",
            "007",
            "123456789012345",
            "1234567890123456",
            "",
        ];
        for sign in ["", "-", "+"] {
            for whole in digits {
                for fraction in ["", ".", ".5", ".05", ".123456789", ".000000000000001"] {
                    let text = format!("{sign}{whole}{fraction}");
                    if let Some(found) = usual(text.as_bytes()) {
                        assert_eq!(suffixed(&text), Some(found), "{text}");
                    }
                }
            }
        }
    }

    #[test]
    fn codes_are_not_amounts() {
        for text in ["007", "00", "110101199003070011", "1234567890123456"] {
            assert_eq!(
                number(text).map(|(form, _)| form),
                Some(IDENTIFIER),
                "{text}"
            );
        }
    }

    #[test]
    fn leaves_everything_else_alone() {
        for text in [
            "-",
            "+",
            ".",
            "",
            "%",
            "1,23,4",
            "12,34,567",
            "1.2.3",
            "-007",
            "00.5",
            "1e",
            "1e+",
            "0x10",
            "1 234",
            "12a",
            "万",
            "1.",
            "NaN",
            "Infinity",
            "1e9999",
            "2021-03-31",
        ] {
            assert_eq!(number(text), None, "{text}");
        }
    }
}
