//! Mobile numbers of China (the numbering plan of the ministry, segments as of 2025), and
//! numbers of anywhere written with `+` (ITU-T E.164). Landlines without `+` are left out: a
//! public hotline is no personal information, and their digits have no mark.

use super::twos::Twos;

/// The first three digits that are given out to people and to cards in machines.
const SEGMENTS: Twos = Twos::of(
    " 130 131 132 133 134 135 136 137 138 139 141 144 145 146 147 148 149 150 151 152 153 155 156 \
     157 158 159 162 165 166 167 170 171 172 173 174 175 176 177 178 180 181 182 183 184 185 186 \
     187 188 189 190 191 192 193 195 196 197 198 199",
    4,
);

/// Whether eleven digits are a mobile number.
pub(super) fn mobile(digits: &[u8]) -> bool {
    let Some([first, second, third, rest @ ..]) = digits.first_chunk::<11>() else {
        return false;
    };
    // Eight times the same digit is a number to fill in a form with.
    let filler = rest.iter().all(|digit| digit == third);
    *first == b'1' && digits.len() == 11 && !filler && SEGMENTS.has(*second, *third)
}

/// The end of a number that begins at a `+`, and whether it can be one: eight to fifteen digits
/// in groups, a country code, and the right length where it is fixed.
pub(super) fn plus(bytes: &[u8], start: usize) -> Option<(usize, bool)> {
    let mut digits = [0; 15];
    let (mut count, mut at, mut end) = (0, start + 1, start + 1);
    let (mut groups, mut separated) = (1, false);
    while let Some(byte) = bytes.get(at) {
        match byte {
            b'0'..=b'9' => {
                *digits.get_mut(count)? = *byte;
                count += 1;
                end = at + 1;
                separated = false;
            }
            // One between groups; brackets may stand beside it.
            b' ' | b'-' | b'.' if !separated => {
                separated = true;
                groups += 1;
            }
            b'(' | b')' if at <= end + 2 => {}
            _ => break,
        }
        at += 1;
    }
    if bytes
        .get(end)
        .is_some_and(|byte| byte.is_ascii_alphanumeric() || *byte == b'_')
    {
        return None;
    }
    let number = digits.get(..count)?;
    (count >= 8).then(|| (end, groups <= 6 && is_international(number)))
}

fn is_international(number: &[u8]) -> bool {
    match number {
        // North America: an area and an exchange, neither beginning with 0 or 1.
        [b'1', area, _, _, exchange, ..] => number.len() == 11 && *area > b'1' && *exchange > b'1',
        [b'8', b'6', rest @ ..] => {
            mobile(rest)
                || (rest.first().is_some_and(|first| *first > b'1')
                    && rest.len() >= 9
                    && rest.len() <= 11)
        }
        // Codes that nobody has.
        [b'0', ..] | [b'2', b'8', ..] | [b'8', b'3' | b'9', ..] => false,
        _ => true,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn segments_that_nobody_has_are_no_mobile_numbers() {
        assert!(mobile(b"13812345678") && mobile(b"19912345678"));
        for other in [
            &b"12012345678"[..],
            b"15412345678",
            b"1381234567",
            b"13888888888",
            b"138123456789",
        ] {
            assert!(!mobile(other), "{}", String::from_utf8_lossy(other));
        }
    }

    #[test]
    fn numbers_of_the_world_have_a_code_and_a_length() {
        let found = |text: &str| plus(text.as_bytes(), 0);
        assert_eq!(found("+86 138-1234-5678"), Some((17, true)));
        assert_eq!(found("+44 20 7946 0958."), Some((16, true)));
        assert_eq!(found("+1 (212) 555-0123"), Some((17, true)));
        assert_eq!(found("+1 112 555 0123"), Some((15, false)));
        assert_eq!(found("+8613812345678"), Some((14, true)));
        assert_eq!(found("+1234567"), None);
        assert_eq!(found("+12345678901234567"), None);
        assert_eq!(found("+28 123 456 78"), Some((14, false)));
    }
}
