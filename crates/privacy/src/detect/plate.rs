//! Licence plates of China (GA 36-2018): a province's short name, a letter, and five characters
//! or, for cars with new energy, six. A province's character before letters is common in names
//! of models, so length and digits must be right as well.

use super::span::{Clue, Span};

/// The short names of provinces.
const PROVINCES: &str = "京津沪渝冀豫云辽黑湘皖鲁新苏浙赣鄂桂甘晋蒙陕吉闽贵粤青藏川宁琼";

/// What may stand last on a plate of five: schools, police, the border, embassies.
const TAILS: &str = "学警挂港澳领使试超";

/// Notes the plates of a text.
pub(super) fn plates(text: &str, spans: &mut Vec<Span>) {
    let bytes = text.as_bytes();
    let mut at = 3;
    while let Some(byte) = bytes.get(at) {
        if byte.is_ascii_alphabetic() && is_of(PROVINCES, text.get(at - 3..at)) {
            let start = at - 3;
            if let Some(end) = plate(text, at) {
                spans.push(Span::new(start, end, Clue::Plate, true));
                at = end;
                continue;
            }
        }
        at += 1;
    }
}

fn is_of(list: &str, c: Option<&str>) -> bool {
    c.is_some_and(|c| c.len() == 3 && list.contains(c))
}

/// The end of the plate whose letter stands here.
fn plate(text: &str, letter: usize) -> Option<usize> {
    let bytes = text.as_bytes();
    if !is_of_plate(*bytes.get(letter)?) {
        return None;
    }
    let after = text.get(letter + 1..)?;
    let separated = ["·", "•", " ", "-", "."]
        .iter()
        .find_map(|dot| after.strip_prefix(dot));
    let rest = separated.unwrap_or(after);
    let start = text.len() - rest.len();
    let long = rest.bytes().take_while(u8::is_ascii_alphanumeric).count();
    let number = rest.as_bytes().get(..long)?;
    let digits = number.iter().filter(|byte| byte.is_ascii_digit()).count();
    let characters = number.iter().all(|byte| is_of_plate(*byte));
    match number {
        _ if !characters => None,
        [_, _, _, _] if digits >= 2 => is_of(TAILS, rest.get(4..7)).then_some(start + 7),
        [_, _, _, _, _] if digits >= 3 => Some(start + 5),
        [kind, second, four @ ..]
            if four.len() == 4
                && is_new_energy(*kind)
                && four.iter().all(u8::is_ascii_digit)
                && second.is_ascii_alphanumeric() =>
        {
            Some(start + 6)
        }
        [five @ .., last]
            if five.len() == 5 && five.iter().all(u8::is_ascii_digit) && is_new_energy(*last) =>
        {
            Some(start + 6)
        }
        _ => None,
    }
}

/// A to E for electric cars, F to K for others.
fn is_new_energy(byte: u8) -> bool {
    matches!(byte.to_ascii_uppercase(), b'A'..=b'H' | b'J' | b'K')
}

/// Letters without I and O, and digits.
fn is_of_plate(byte: u8) -> bool {
    byte.is_ascii_alphanumeric() && !matches!(byte.to_ascii_uppercase(), b'I' | b'O')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn plates_have_a_province_a_letter_and_the_right_length() {
        for (text, found) in [
            ("京A12345", Some("京A12345")),
            ("车牌粤B·D12345号", Some("粤B·D12345")),
            ("沪A12345D", Some("沪A12345D")),
            ("京A1234警，", Some("京A1234警")),
            ("苏E 05EV8", Some("苏E 05EV8")),
            ("京A1234", None),
            ("京A123456", None),
            ("京AI2345", None),
            ("云ABCDEF", None),
            ("型A12345", None),
            ("A12345", None),
        ] {
            let mut spans = Vec::new();
            plates(text, &mut spans);
            let first = spans.first().map(|span| &text[span.range.clone()]);
            assert_eq!(first, found, "{text}");
        }
    }
}
