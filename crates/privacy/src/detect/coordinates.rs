//! Latitude and longitude in degrees with a decimal point: two in one cell, or one in a column
//! that is named after it and has its counterpart.

/// Decimals below which a pair is no place: two tell a square kilometre.
const LEAST_DECIMALS: usize = 3;

/// Digits are taken up to this number; it is so small that 180 times as much has 64 bits.
const ENOUGH: u64 = 10_000_000_000_000_000;

/// Whether a cell is two numbers that can be a place, as `39.9042, 116.4074`, in brackets, or
/// `POINT (116.4074 39.9042)`.
pub(crate) fn is_pair(cell: &str) -> bool {
    if cell.len() > 80 {
        return false;
    }
    let inner = cell.strip_prefix("POINT").unwrap_or(cell).trim_start();
    let bracketed = |open: char, close: char| {
        inner
            .strip_prefix(open)
            .and_then(|inner| inner.strip_suffix(close))
    };
    let inner = bracketed('(', ')')
        .or_else(|| bracketed('[', ']'))
        .unwrap_or(inner);
    let mut parts = inner
        .split([',', ';', ' ', '，'])
        .filter(|part| !part.is_empty());
    let (Some(first), Some(second), None) = (parts.next(), parts.next(), parts.next()) else {
        return false;
    };
    let (Some(first), Some(second)) = (exact(first), exact(second)) else {
        return false;
    };
    let place = |latitude: f64, longitude: f64| latitude.abs() <= 90.0 && longitude.abs() <= 180.0;
    place(first, second) || place(second, first)
}

/// A number with enough decimals.
fn exact(text: &str) -> Option<f64> {
    let (_, decimals) = text.split_once('.')?;
    (decimals.len() >= LEAST_DECIMALS).then(|| decimal(text))?
}

/// A number without an exponent.
fn decimal(text: &str) -> Option<f64> {
    let sign = if text.starts_with('-') { -1.0 } else { 1.0 };
    parts(text).map(|[value, power]| sign * value as f64 / power as f64)
}

/// The digits of a number without an exponent as a whole number, and the power of ten that it is
/// to be divided by. Of more digits than count, which is far less than a meter, the last are left
/// out. The standard library's exact parser is ten kilobytes of tables in a program.
fn parts(text: &str) -> Option<[u64; 2]> {
    let ([b'-' | b'+', digits @ ..] | digits) = text.as_bytes();
    let (mut value, mut power, mut ten, mut found) = (0_u64, 1_u64, 1, false);
    for byte in digits {
        let digit = byte.wrapping_sub(b'0');
        if digit < 10 {
            found = true;
            if value < ENOUGH && power < ENOUGH {
                value = value * 10 + u64::from(digit);
                power *= ten;
            }
        } else if *byte == b'.' && ten == 1 {
            ten = 10;
        } else {
            return None;
        }
    }
    found.then_some([value, power])
}

/// Whether a cell is degrees up to `most` either way. Whole numbers are degrees too.
pub(crate) fn is_degree(cell: &str, most: u64) -> bool {
    // Whole numbers are compared, since a division is as long as all the rest.
    cell.len() <= 32 && parts(cell).is_some_and(|[value, power]| value <= most * power)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_pair_is_exact_and_on_the_globe() {
        for (cell, pair) in [
            ("39.9042,116.4074", true),
            ("(116.4074, 39.9042)", true),
            ("POINT (116.4074 39.9042)", true),
            ("39.90，116.40", false),
            ("139.9042,116.4074", false),
            ("39.9042,216.4074", false),
            ("1.234 5.678 9.012", false),
            ("39.9042", false),
            ("39.9042,x.4074", false),
        ] {
            assert_eq!(is_pair(cell), pair, "{cell}");
        }
        for (cell, number) in [
            ("-39.9042", Some(-39.9042)),
            ("+7", Some(7.0)),
            (".5", Some(0.5)),
            ("5.", Some(5.0)),
            ("", None),
            (".", None),
            ("-", None),
            ("1.2.3", None),
            ("--1", None),
        ] {
            assert_eq!(decimal(cell), number, "{cell}");
        }
        assert!(is_degree("-39.9", 90) && !is_degree("116.4", 90) && !is_degree("北", 90));
    }

    #[test]
    fn degrees_are_those_of_the_globe_however_many_digits_they_have() {
        for (cell, is) in [
            ("90", true),
            ("-90.0", true),
            ("+90.00000000000000", true),
            ("90.0000000000000000000000", true),
            ("90.000001", false),
            ("-90.00000000000001", false),
            ("90.0000000001000000000000", false),
            ("00000000000000089.9", true),
            ("999999999999999999", false),
            (".00000000000000001", true),
            ("5.", true),
            ("1.2.3", false),
            ("1e1", false),
            ("12,5", false),
            (".", false),
            ("-", false),
            ("", false),
        ] {
            assert_eq!(is_degree(cell, 90), is, "{cell}");
        }
        assert!(is_degree("180.0000000000000", 180) && !is_degree("180.00000000000001", 180));
    }
}
