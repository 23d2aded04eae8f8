//! Unified social credit codes (GB 32100-2015): two characters of the register and the kind of
//! organisation, six digits of a place, an organisation code with a check digit of its own
//! (GB 11714-1997), and a check digit over all.
//!
//! Of random eighteen digits some 1 in 3,000 passes all four, so a column of order numbers holds
//! a few; see the rule in [`report`](crate::report).

use super::resident_id::is_province;

/// The first characters of codes: who registers, and what.
const KINDS: &str = "11 12 13 19 21 29 31 32 33 34 35 39 41 49 51 52 53 54 55 59 61 62 69 71 72 \
    79 81 89 91 92 93 A1 A9 N1 N2 N3 N9 Y1";

/// Whether eighteen characters are a code. Small letters count as capitals.
pub(super) fn credit_code(text: &[u8]) -> bool {
    let mut code = [0; 18];
    if text.len() != code.len() {
        return false;
    }
    for (to, from) in code.iter_mut().zip(text) {
        *to = from.to_ascii_uppercase();
    }
    let known = KINDS
        .as_bytes()
        .chunks(3)
        .any(|kind| kind.get(..2) == code.get(..2));
    let [_, _, place @ .., _, _, _, _, _, _, _, _, organization, last] = &code;
    let [p1, p2, rest @ ..] = place;
    known
        && rest.iter().all(u8::is_ascii_digit)
        // 10 stands for what the state registers as a whole.
        && (is_province(place) || (*p1, *p2) == (b'1', b'0'))
        && digits::organization(code.get(8..).unwrap_or_default()) == Some(*organization)
        && digits::credit_code(&code) == Some(*last)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn published_codes_pass_and_one_changed_character_does_not() {
        for code in [
            b"91440300708461136T",
            b"914403001922038216",
            b"91110000802100433B",
        ] {
            assert!(credit_code(code) && credit_code(&code.to_ascii_lowercase()));
            let mut changed = *code;
            changed[10] = if changed[10] == b'1' { b'2' } else { b'1' };
            assert!(!credit_code(&changed));
        }
        assert!(!credit_code(b"91440300708461136"));
    }
}
