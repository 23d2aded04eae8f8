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
pub(super) fn write_double(value: f64, out: &mut String) {
    let size = value.abs();
    let _ = if !value.is_finite() {
        return write_special(value, out);
    } else if size == 0.0 || (1e-7..1e21).contains(&size) {
        write!(out, "{value}")
    } else {
        write!(out, "{value:e}")
    };
}

/// The same in single precision, which needs fewer digits.
pub(super) fn write_single(value: f32, out: &mut String) {
    let size = value.abs();
    let _ = if !value.is_finite() {
        return write_special(f64::from(value), out);
    } else if size == 0.0 || (1e-7..1e21).contains(&size) {
        write!(out, "{value}")
    } else {
        write!(out, "{value:e}")
    };
}

/// The same in half precision: the fewest digits behind the first from which rounding gives
/// the number back, which five always are.
pub(super) fn write_half(value: f64, out: &mut String) {
    if !value.is_finite() || value == 0.0 {
        return write_double(value, out);
    }
    let mut short = value;
    for digits in 0..5 {
        let text = format!("{value:.digits$e}");
        short = text.parse().unwrap_or(value);
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
