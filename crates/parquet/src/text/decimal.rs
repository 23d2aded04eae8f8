//! Numbers with a fixed number of digits behind the point (LogicalTypes.md "DECIMAL").

use std::fmt::Write as _;

/// More zeros than this are not written; `scale` can be any number in a hostile file.
const MOST_SCALE: i32 = 1_000;

/// All digits, as many behind the point as `scale` says.
pub(super) fn write(value: i128, scale: i32, out: &mut String) {
    if value < 0 {
        out.push('-');
    }
    let start = out.len();
    let _ = match u64::try_from(value.unsigned_abs()) {
        Ok(value) => write!(out, "{value}"),
        Err(_longer) => write!(out, "{}", value.unsigned_abs()),
    };
    point(start, scale, out);
}

/// The same for a number of any length: two's complement, most significant byte first.
pub(super) fn write_large(bytes: &[u8], scale: i32, out: &mut String) {
    /// Larger numbers are not decimals of anything; conversion is quadratic.
    const MOST_BYTES: usize = 64;
    if bytes.len() > MOST_BYTES {
        return super::write_hex(bytes, out);
    }
    let negative = bytes.first().is_some_and(|byte| *byte >= 0x80);
    let mut digits: Vec<u8> = vec![0];
    for byte in bytes {
        let mut carry = u32::from(if negative { !byte } else { *byte });
        for digit in &mut digits {
            carry += u32::from(*digit) * 256;
            *digit = (carry % 10) as u8;
            carry /= 10;
        }
        while carry > 0 {
            digits.push((carry % 10) as u8);
            carry /= 10;
        }
    }
    if negative {
        out.push('-');
        // The bits were turned, and one more makes the number.
        let nine = digits.iter().position(|digit| *digit != 9);
        let until = nine.unwrap_or(digits.len());
        digits.iter_mut().take(until).for_each(|digit| *digit = 0);
        match digits.get_mut(until) {
            Some(digit) => *digit += 1,
            None => digits.push(1),
        }
    }
    let start = out.len();
    out.extend(digits.iter().rev().map(|digit| char::from(b'0' + digit)));
    point(start, scale, out);
}

/// Puts the point into the digits from `start` on.
fn point(start: usize, scale: i32, out: &mut String) {
    let scale = scale.clamp(-MOST_SCALE, MOST_SCALE);
    let Ok(behind) = usize::try_from(scale) else {
        if out.get(start..) != Some("0") {
            out.extend((scale..0).map(|_| '0'));
        }
        return;
    };
    let digits = out.len() - start;
    if behind == 0 {
        return;
    }
    if digits <= behind {
        let zeros = "0".repeat(behind + 1 - digits);
        out.insert_str(start, &zeros);
    }
    out.insert(out.len() - behind, '.');
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
    fn the_point_stands_where_the_scale_says() {
        assert_eq!(text(|out| write(12_345, 2, out)), "123.45");
        assert_eq!(text(|out| write(-5, 2, out)), "-0.05");
        assert_eq!(text(|out| write(100, 2, out)), "1.00");
        assert_eq!(text(|out| write(7, -3, out)), "7000");
        assert_eq!(text(|out| write(0, 0, out)), "0");
        assert_eq!(text(|out| write(i128::MIN, 0, out)), i128::MIN.to_string());
    }

    #[test]
    fn numbers_of_more_than_sixteen_bytes_keep_their_digits() {
        let mut bytes = vec![1];
        bytes.extend([0; 16]);
        let two_to_128 = "340282366920938463463374607431768211456";
        assert_eq!(text(|out| write_large(&bytes, 0, out)), two_to_128);
        assert_eq!(text(|out| write_large(&[0xff; 20], 1, out)), "-0.1");
        assert_eq!(text(|out| write_large(&[0xff, 0x38], 0, out)), "-200");
    }
}
