//! Whole numbers and numbers with a fraction.

use std::fmt::Write as _;

/// Digits and a sign.
pub(super) fn write_integer(value: i128, out: &mut String) {
    // Most numbers are short, and 64 bits divide faster.
    let _ = match i64::try_from(value) {
        Ok(value) => write!(out, "{value}"),
        Err(_longer) => write!(out, "{value}"),
    };
}

/// A number without a sign, stored in the bits of one that has it.
pub(super) fn write_unsigned(value: i64, bits: u8, out: &mut String) {
    let mask = u64::MAX >> (64 - u32::from(bits.clamp(1, 64)));
    let _ = write!(out, "{}", value as u64 & mask);
}

/// The shortest digits that read back as the same number.
pub(crate) fn write_double(value: f64, out: &mut String) {
    if value.is_finite() {
        lay_out(zmij::Buffer::new().format_finite(value), out);
    } else {
        write_special(value, out);
    }
}

/// The same in single precision, which needs fewer digits.
pub(super) fn write_single(value: f32, out: &mut String) {
    if value.is_finite() {
        lay_out(zmij::Buffer::new().format_finite(value), out);
    } else {
        write_special(f64::from(value), out);
    }
}

/// Writes a number as people do: all places from 1e-7 to 1e21, an exponent beyond. `text` has the
/// shortest digits, laid out in some way. (What the standard library brings for this, and for
/// rounding, weighs 10 kB.)
fn lay_out(text: &str, out: &mut String) {
    let (text, exponent) = text.split_once('e').unwrap_or((text, "0"));
    let text = match text.strip_prefix('-') {
        Some(text) => {
            out.push('-');
            text
        }
        None => text,
    };
    let (whole, fraction) = text.split_once('.').unwrap_or((text, ""));
    let all = [whole, fraction].concat();
    let digits = all.trim_start_matches('0');
    let zeros = all.len() - digits.len();
    let digits = digits.trim_end_matches('0');
    if digits.is_empty() {
        out.push('0');
        return;
    }
    // Digits in front of the point.
    let point = whole.len() as i32 - zeros as i32 + exponent.parse().unwrap_or(0);
    let dot = |at: usize, out: &mut String| {
        let (whole, fraction) = digits.split_at_checked(at).unwrap_or((digits, ""));
        out.push_str(whole);
        if !fraction.is_empty() {
            out.push('.');
            out.push_str(fraction);
        }
    };
    let zeros = |count: usize, out: &mut String| out.extend(std::iter::repeat_n('0', count));
    match usize::try_from(point) {
        Ok(0) | Err(_) if point > -7 => {
            out.push_str("0.");
            zeros(point.unsigned_abs() as usize, out);
            out.push_str(digits);
        }
        Ok(point) if point <= 21 => {
            dot(point, out);
            zeros(point.saturating_sub(digits.len()), out);
        }
        _ => {
            dot(1, out);
            let _ = write!(out, "e{}", point - 1);
        }
    }
}

/// The same in half precision: the fewest digits behind the first from which rounding gives
/// the number back, which five always are.
pub(super) fn write_half(value: f64, out: &mut String) {
    if !value.is_finite() || value == 0.0 {
        return write_double(value, out);
    }
    let exponent = value.abs().log10().floor() as i32;
    let mut short = value;
    for digits in 0..5 {
        let places = digits - exponent;
        let scale = 10_f64.powi(places.abs());
        // Powers of ten that are whole are exact, and so these round once.
        short = match places >= 0 {
            true => (value * scale).round_ties_even() / scale,
            false => (value / scale).round_ties_even() * scale,
        };
        if to_half(short) == to_half(value) {
            break;
        }
    }
    write_double(short, out);
}

fn write_special(value: f64, out: &mut String) {
    out.push_str(match value {
        _ if value.is_nan() => "NaN",
        _ if value > 0.0 => "Infinity",
        _ => "-Infinity",
    });
}

/// The number that two bytes stand for (IEEE 754 binary16).
pub(crate) fn from_half(bits: u16) -> f64 {
    let sign = if bits >> 15 == 1 { -1.0 } else { 1.0 };
    let (exponent, fraction) = (i32::from(bits >> 10 & 31), f64::from(bits & 1023));
    sign * match exponent {
        0 => fraction * 2_f64.powi(-24),
        31 if fraction == 0.0 => f64::INFINITY,
        31 => f64::NAN,
        _ => (1024.0 + fraction) * 2_f64.powi(exponent - 25),
    }
}

/// The step of half precision that a number is nearest to, in units of the smallest.
fn to_half(value: f64) -> f64 {
    let exponent = value.abs().log2().floor().max(-14.0) as i32;
    let step = 2_f64.powi(exponent - 10);
    (value / step).round() * step
}

#[cfg(test)]
mod tests {
    use super::*;

    fn text(write: impl FnOnce(&mut String)) -> String {
        let mut out = String::new();
        write(&mut out);
        out
    }

    #[test]
    fn numbers_have_the_fewest_digits_that_read_back() {
        assert_eq!(
            text(|out| write_double(0.1 + 0.2, out)),
            "0.30000000000000004"
        );
        assert_eq!(text(|out| write_double(1.0, out)), "1");
        assert_eq!(text(|out| write_double(-0.0, out)), "-0");
        assert_eq!(text(|out| write_double(1e300, out)), "1e300");
        assert_eq!(text(|out| write_double(2.5e-9, out)), "2.5e-9");
        assert_eq!(text(|out| write_single(0.1, out)), "0.1");
        assert_eq!(text(|out| write_double(f64::NAN, out)), "NaN");
        assert_eq!(text(|out| write_half(from_half(0x2e66), out)), "0.1");
        assert_eq!(text(|out| write_half(from_half(0x7bff), out)), "65500");
        assert_eq!(text(|out| write_half(from_half(0xfc00), out)), "-Infinity");
    }

    /// As many digits in the same places. Where two are equally near, either may be the last.
    fn same<T: std::str::FromStr + PartialEq>(text: &str, expected: &str, value: T) {
        assert_eq!(text.len(), expected.len(), "{text} {expected}");
        assert!(
            text.parse().is_ok_and(|read: T| read == value),
            "{text} {expected}"
        );
        let places = |text: &str| text.replace(|c: char| c.is_ascii_digit(), "0");
        assert_eq!(places(text), places(expected));
    }

    #[test]
    fn numbers_are_laid_out_as_the_standard_library_does() {
        let mut bits = 1_u64;
        for round in 0..200_000 {
            bits = bits
                .wrapping_mul(6_364_136_223_846_793_005)
                .wrapping_add(1_442_695_040_888_963_407);
            // Any number, and numbers as tables have them.
            let value = match round % 4 {
                0 => f64::from_bits(bits),
                1 => (bits >> 40) as f64 / 100.0,
                2 => (bits >> 30) as f64 * 1e-12,
                _ => (bits >> 50) as f64 * 1e17,
            };
            let size = value.abs();
            if !value.is_finite() {
                continue;
            }
            let plain = size == 0.0 || (1e-7..1e21).contains(&size);
            let expected = if plain {
                format!("{value}")
            } else {
                format!("{value:e}")
            };
            same(&text(|out| write_double(value, out)), &expected, value);
            let value = value as f32;
            let size = value.abs();
            if value.is_finite() {
                let plain = size == 0.0 || (1e-7..1e21).contains(&size);
                let expected = if plain {
                    format!("{value}")
                } else {
                    format!("{value:e}")
                };
                same(&text(|out| write_single(value, out)), &expected, value);
            }
        }
    }

    #[test]
    fn every_half_has_as_few_digits_as_rounding_allows() {
        for bits in 0..=u16::MAX {
            let value = from_half(bits);
            if !value.is_finite() || value == 0.0 {
                continue;
            }
            let mut short = value;
            for digits in 0..5 {
                short = format!("{value:.digits$e}").parse().unwrap();
                if to_half(short) == to_half(value) {
                    break;
                }
            }
            let expected = text(|out| write_double(short, out));
            assert_eq!(text(|out| write_half(value, out)), expected, "{bits:#x}");
        }
    }

    #[test]
    fn numbers_without_a_sign_use_all_their_bits() {
        assert_eq!(
            text(|out| write_unsigned(-1, 64, out)),
            "18446744073709551615"
        );
        assert_eq!(text(|out| write_unsigned(-1, 32, out)), "4294967295");
        assert_eq!(text(|out| write_unsigned(-1, 8, out)), "255");
        assert_eq!(
            text(|out| write_integer(i128::from(i64::MIN), out)),
            "-9223372036854775808"
        );
    }
}
