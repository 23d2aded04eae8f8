//! Goes through a text's runs of letters and digits, and asks each kind that is told by its
//! digits whether a run is one. A run in a fraction, or with more digits beside it, is none.

use super::bank_card::{bank_card, may_be_card};
use super::credit_code::credit_code;
use super::day::timestamp;
use super::group::Groups;
use super::passport::{is_announced, may_be_passport};
use super::phone::{mobile, plus};
use super::resident_id::{old_resident_id, resident_id};
use super::span::{Clue, Span};

/// Notes what numbers a text has, in their order.
pub(super) fn numbers(bytes: &[u8], spans: &mut Vec<Span>) {
    let mut at = timestamp(bytes);
    while let Some(byte) = bytes.get(at) {
        if *byte == b'+' {
            at = international(bytes, at, spans);
        } else if byte.is_ascii_alphanumeric() {
            at = run(bytes, at, spans);
        } else {
            at += 1;
        }
    }
}

/// A number with its country, if it stands apart; where to go on.
fn international(bytes: &[u8], start: usize, spans: &mut Vec<Span>) -> usize {
    let before = start.checked_sub(1).and_then(|before| bytes.get(before));
    if before.is_some_and(|byte| byte.is_ascii_alphanumeric() || *byte == b'+') {
        return start + 1;
    }
    match plus(bytes, start) {
        Some((end, passes)) => {
            let has_separators = bytes
                .get(start + 1..end)
                .is_some_and(|number| number.iter().any(|byte| !byte.is_ascii_digit()));
            // A cell of digits behind a sign may be an amount.
            let bare = start == 0 && end == bytes.len() && !has_separators;
            let clue = if bare {
                Clue::BarePhone
            } else {
                Clue::PlusPhone
            };
            spans.push(Span::new(start, end, clue, passes));
            end
        }
        None => start + 1,
    }
}

/// The run of letters and digits that begins here; where to go on.
fn run(bytes: &[u8], start: usize, spans: &mut Vec<Span>) -> usize {
    let rest = bytes.get(start..).unwrap_or_default();
    let (mut long, mut digits) = (0, 0);
    for byte in rest {
        if !byte.is_ascii_alphanumeric() {
            break;
        }
        digits += usize::from(byte.is_ascii_digit());
        long += 1;
    }
    let end = start + long;
    let token = rest.get(..long).unwrap_or_default();
    let groups = matches!(long, 2..=4 | 6) && digits == long;
    if groups && matches!(rest.get(long), Some(b' ' | b'-')) {
        if let Some((end, span)) = grouped(bytes, start) {
            spans.push(span);
            return end;
        }
        return end;
    }
    if digits >= 7 && long <= 19 && stands_alone(bytes, start, end) {
        let whole = start == 0 && end == bytes.len();
        if let Some((clue, passes)) = token_clue(token, digits, whole, bytes.get(..start)) {
            spans.push(Span::new(start, end, clue, passes));
        }
    }
    end
}

/// What one token is. The first kind whose checks it passes has it; else the first whose shape
/// it has.
fn token_clue(
    token: &[u8],
    digits: usize,
    whole: bool,
    before: Option<&[u8]>,
) -> Option<(Clue, bool)> {
    let all = digits == token.len();
    let (phone, card) = if whole {
        (Clue::BarePhone, Clue::BareCard)
    } else {
        (Clue::PhoneInText, Clue::BankCard)
    };
    match token.len() {
        18 => Some(eighteen(token, all, digits, card)),
        15 if all && old_resident_id(token) => Some((Clue::OldResidentId, true)),
        15 if all && token.starts_with(b"0086") => Some((phone, mobile(token.get(4..)?))),
        15 if all && may_be_card(token) => Some((card, bank_card(token))),
        15 if all => Some((Clue::OldResidentId, false)),
        13 if all && token.starts_with(b"86") => Some((phone, mobile(token.get(2..)?))),
        11 if all => Some((phone, mobile(token))),
        14..=19 if all && may_be_card(token) => Some((card, bank_card(token))),
        7..=10 if may_be_passport(token) && is_announced(before?) => Some((Clue::Passport, true)),
        _ => None,
    }
}

fn eighteen(token: &[u8], all: bool, digits: usize, card: Clue) -> (Clue, bool) {
    let may_be_id = all || (digits == 17 && matches!(token.last(), Some(b'X' | b'x')));
    let credit = if all {
        Clue::CreditDigits
    } else {
        Clue::CreditCode
    };
    if may_be_id && resident_id(token) {
        (Clue::ResidentId, true)
    } else if credit_code(token) {
        (credit, true)
    } else if all && may_be_card(token) {
        (card, bank_card(token))
    } else if may_be_id {
        (Clue::ResidentId, false)
    } else {
        (credit, false)
    }
}

/// A number in groups with a space or a hyphen between, and where it ends.
fn grouped(bytes: &[u8], start: usize) -> Option<(usize, Span)> {
    let groups = Groups::at(bytes, start);
    let (long, clue) = match groups.lengths() {
        [3, 4, 4, ..] => (3, Clue::PhoneInText),
        [2, 3, 4, 4, ..] | [4, 3, 4, 4, ..] => (4, Clue::PhoneInText),
        [2, 11, ..] | [4, 11, ..] => (2, Clue::PhoneInText),
        [4, 4, 4, 4, 3] => (5, Clue::BankCard),
        [4, 4, 4, 4] => (4, Clue::BankCard),
        [4, 6, 5] => (3, Clue::BankCard),
        [6, 8, 4] => (3, Clue::ResidentId),
        _ => return None,
    };
    let (number, end) = groups.first(long)?;
    if !stands_alone(bytes, start, end) {
        return None;
    }
    let passes = match clue {
        Clue::BankCard => bank_card(number),
        Clue::ResidentId => resident_id(number),
        // 86 or 0086 stand before the eleven.
        _ => match number.len() {
            11 => mobile(number),
            13 => number.starts_with(b"86") && mobile(number.get(2..)?),
            _ => number.starts_with(b"0086") && mobile(number.get(4..)?),
        },
    };
    passes.then(|| (end, Span::new(start, end, clue, true)))
}

/// Whether a run is neither a part of a fraction nor an amount of money.
fn stands_alone(bytes: &[u8], start: usize, end: usize) -> bool {
    let before = bytes.get(..start).unwrap_or_default();
    let after = bytes.get(end..).unwrap_or_default();
    let fraction = match (before, after) {
        ([.., digit, b'.'], _) if digit.is_ascii_digit() => true,
        (_, [b'.', digit, ..]) if digit.is_ascii_digit() => true,
        _ => false,
    };
    let money = before.ends_with(b"$")
        || before.ends_with("¥".as_bytes())
        || before.ends_with("￥".as_bytes())
        || after.starts_with("元".as_bytes());
    // A sign before the whole cell.
    let negative = before == b"-";
    !fraction && !money && !negative
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(text: &str) -> Vec<(&str, Clue, bool)> {
        let mut spans = Vec::new();
        numbers(text.as_bytes(), &mut spans);
        let found = spans.into_iter();
        found
            .map(|span| (&text[span.range], span.clue, span.passes))
            .collect()
    }

    #[test]
    fn numbers_stand_apart_from_letters_fractions_and_money() {
        for text in [
            "A13812345678",
            "13812345678A",
            "0.13812345678",
            "13812345678.5",
            "¥13812345678",
            "13812345678元",
            "-13812345678",
            "2024-01-15 10:30:00",
            "550e8400-e29b-41d4-a716-446655440000",
        ] {
            assert_eq!(found(text), [], "{text}");
        }
    }

    #[test]
    fn a_number_is_found_within_a_text_with_its_separators() {
        for (text, number) in [
            ("电话13812345678，请勿", "13812345678"),
            ("tel: 138-1234-5678", "138-1234-5678"),
            ("138 1234 5678 / 139 8765 4321", "138 1234 5678"),
            ("(86) 13812345678", "13812345678"),
            ("call 86 138 1234 5678", "86 138 1234 5678"),
            ("+86-13812345678;", "+86-13812345678"),
            ("p=13812345678&x=1", "13812345678"),
        ] {
            let first = found(text).into_iter().next();
            let (first, clue, passes) = first.unwrap_or(("", Clue::Mac, false));
            assert_eq!((first, passes), (number, true), "{text}");
            assert!(
                matches!(clue, Clue::PhoneInText | Clue::PlusPhone),
                "{text}: {clue:?}"
            );
        }
        assert_eq!(found("138 1234 5678 139 8765 4321").len(), 2);
    }

    #[test]
    fn what_only_has_the_shape_is_noted_as_that() {
        assert_eq!(
            found("110105194912310021 x 20000012345"),
            [
                ("110105194912310021", Clue::ResidentId, false),
                ("20000012345", Clue::PhoneInText, false),
            ]
        );
    }
}
