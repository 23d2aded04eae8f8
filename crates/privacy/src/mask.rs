//! Covers what is personal in a cell and leaves its shape: `110***********1234`,
//! `138****5678`, `z***@example.com`. At least a third of what identifies is always covered.

use std::borrow::Cow;

use crate::detect::{Clue, Kinds, Personal, Shape, Span, coordinates, find, passport};

/// Longest cell of which a name or an address is covered character by character.
const LONGEST: usize = 240;

/// The cell as it may be shown while these kinds are covered: those that were reported of its
/// column, or [`Kinds::IN_TEXT`] for a text of unknown origin. Parts within a longer text are
/// covered where they stand; of a column of names or addresses the whole cell is.
#[must_use]
pub fn mask(cell: &str, kinds: Kinds) -> Cow<'_, str> {
    if kinds.is_empty() || !cell.chars().any(char::is_alphanumeric) {
        return Cow::Borrowed(cell);
    }
    let text = cell.trim();
    let by_column = [
        Personal::Name,
        Personal::Address,
        Personal::Passport,
        Personal::Coordinates,
    ];
    for kind in by_column
        .into_iter()
        .filter(|kind| kinds.are_of_column() && kinds.has(*kind))
    {
        let whole = match kind {
            Personal::Passport => passport::passport(text.as_bytes()),
            Personal::Coordinates => {
                coordinates::is_pair(text) || coordinates::is_degree(text, 180)
            }
            _ => true,
        };
        if whole {
            return Cow::Owned(masked(text, kind));
        }
    }
    let mut spans = Vec::new();
    find(cell, Shape::of(cell.as_bytes()), &mut spans);
    // Where a column was told to have addresses, small ones are no versions.
    let believed = |span: &Span| span.passes || (span.clue == Clue::Ipv4 && kinds.are_of_column());
    spans.retain(|span| believed(span) && kinds.has(span.clue.kind()));
    if spans.is_empty() {
        return Cow::Borrowed(cell);
    }
    Cow::Owned(replaced(cell, spans))
}

fn replaced(cell: &str, spans: Vec<Span>) -> String {
    let spans = match spans.len() {
        0 | 1 => spans,
        _ => sorting::ordered(spans, &|a: &Span, b| a.range.start.cmp(&b.range.start)),
    };
    let mut out = String::with_capacity(cell.len());
    let mut done = 0;
    for span in spans {
        // Two kinds may claim the same place; the first covers it, and what goes beyond it is
        // covered whole.
        let Some(part) = cell.get(span.range.start.max(done)..span.range.end) else {
            continue;
        };
        if span.range.start < done {
            out.extend(part.chars().map(|_| '*'));
        } else {
            out.push_str(cell.get(done..span.range.start).unwrap_or_default());
            out.push_str(&masked(part, span.clue.kind()));
        }
        done = span.range.end;
    }
    out.push_str(cell.get(done..).unwrap_or_default());
    out
}

/// One finding, covered.
pub(crate) fn masked(text: &str, kind: Personal) -> String {
    let covered = covered(text, kind);
    // What is too short to keep anything of keeps nothing.
    if covered == text {
        return text
            .chars()
            .map(|c| if c.is_alphanumeric() { '*' } else { c })
            .collect();
    }
    covered
}

fn covered(text: &str, kind: Personal) -> String {
    match kind {
        Personal::ResidentId | Personal::CreditCode => ends(text, 3, 4),
        Personal::Phone if text.starts_with('+') => {
            let china = text.starts_with("+86");
            ends(text, if china { 5 } else { 3 }, if china { 4 } else { 2 })
        }
        Personal::Phone => {
            // 86 or 0086 may stand before the eleven.
            let digits = text.bytes().filter(u8::is_ascii_digit).count();
            ends(text, digits.saturating_sub(8), 4)
        }
        Personal::BankCard => ends(text, 4, 4),
        Personal::Passport => ends(text, 1, 2),
        Personal::Plate => ends(text, 2, 1),
        Personal::Email => email(text),
        Personal::Ip if text.contains(':') => parts(text, ':', 2),
        Personal::Ip => parts(text, '.', 2),
        Personal::Mac => ends(text, 6, 0),
        Personal::Coordinates => degrees(text),
        Personal::Name => name(text),
        Personal::Address => address(text),
    }
}

/// Stars for all letters and digits but the first and the last ones.
fn ends(text: &str, first: usize, last: usize) -> String {
    let is_kept = |c: char| !c.is_alphanumeric();
    let all = text.chars().filter(|c| !is_kept(*c)).count();
    let mut seen = 0;
    let star = |c: char| {
        if is_kept(c) {
            return c;
        }
        seen += 1;
        if seen <= first || seen > all.saturating_sub(last) {
            c
        } else {
            '*'
        }
    };
    text.chars().map(star).collect()
}

/// The first character of who, and where. The stars do not tell how long the name is.
fn email(text: &str) -> String {
    let (local, domain) = text.split_once('@').unwrap_or((text, ""));
    let mut chars = local.chars();
    let first = chars.next();
    // A name of one letter, or one letter and a mark, would be told whole.
    let first = first.filter(|_| chars.any(char::is_alphanumeric));
    let first = first.map(String::from).unwrap_or_default();
    format!("{first}***@{domain}")
}

/// The first parts, and a star for each other.
fn parts(text: &str, separator: char, first: usize) -> String {
    let parts = text.split(separator).enumerate();
    let shown = parts.map(|(at, part)| {
        if at < first || part.is_empty() {
            part
        } else {
            "*"
        }
    });
    shown.collect::<Vec<_>>().join(&separator.to_string())
}

/// Whole degrees and a tenth: some ten kilometres. Whole numbers lose all but the first digit.
fn degrees(text: &str) -> String {
    let has_decimals = text.contains('.');
    let mut decimals = None;
    let mut star = |c: char| {
        decimals = match (c, decimals) {
            ('.', _) => Some(0),
            ('0'..='9', Some(count)) => Some(count + 1),
            ('0'..='9', None) => None,
            _ => None,
        };
        if c.is_alphanumeric() && decimals.is_some_and(|count| count > 1) {
            '*'
        } else {
            c
        }
    };
    if has_decimals {
        text.chars().map(&mut star).collect()
    } else {
        ends(text, 1, 0)
    }
}

/// The first character of each word; a star for each other one.
fn name(text: &str) -> String {
    let mut begins = true;
    let star = |c: char| {
        let shown = if !c.is_alphanumeric() || begins {
            c
        } else {
            '*'
        };
        begins = !c.is_alphanumeric();
        shown
    };
    let covered: String = text.chars().take(LONGEST).map(star).collect();
    // A name of one character, or initials, has nothing left to cover.
    if covered.contains('*') {
        covered
    } else {
        "*".to_owned()
    }
}

/// Down to the district, or the first third; digits never.
fn address(text: &str) -> String {
    let all = text.chars().count();
    let level = |c: char| matches!(c, '省' | '市' | '区' | '县' | '州' | '旗' | '區' | '縣');
    let district = text.chars().take(all / 2).collect::<Vec<_>>();
    let shown = district
        .iter()
        .rposition(|c| level(*c))
        .map_or(all / 3, |at| at + 1);
    let star = |(at, c): (usize, char)| {
        let kept = (at < shown && !c.is_ascii_digit()) || !c.is_alphanumeric();
        if kept { c } else { '*' }
    };
    let covered: String = text.chars().enumerate().take(LONGEST).map(star).collect();
    if covered.contains('*') {
        covered
    } else {
        "*".to_owned()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_kind_keeps_its_shape() {
        for (kind, text, expected) in [
            (
                Personal::ResidentId,
                "11010519491231002X",
                "110***********002X",
            ),
            (Personal::Phone, "13812345678", "138****5678"),
            (Personal::Phone, "138-1234-5678", "138-****-5678"),
            (Personal::Phone, "86 138 1234 5678", "86 138 **** 5678"),
            (Personal::Phone, "+86 138-1234-5678", "+86 138-****-5678"),
            (Personal::Phone, "+44 20 7946 0958", "+44 2* **** **58"),
            (
                Personal::BankCard,
                "6200 0000 0000 0005",
                "6200 **** **** 0005",
            ),
            (Personal::Passport, "E12345678", "E******78"),
            (Personal::Plate, "京A·12345", "京A·****5"),
            (Personal::Email, "zhang@example.com", "z***@example.com"),
            (Personal::Email, "z@example.com", "***@example.com"),
            (Personal::Ip, "203.0.113.7", "203.0.*.*"),
            (Personal::Ip, "2001:db8::8a2e:7334", "2001:db8::*:*"),
            (Personal::Mac, "00:1a:2b:3c:4d:5e", "00:1a:2b:**:**:**"),
            (
                Personal::Coordinates,
                "39.9042, 116.4074",
                "39.9***, 116.4***",
            ),
            (Personal::Coordinates, "116", "1**"),
            (Personal::Name, "欧阳娜娜", "欧***"),
            (Personal::Name, "Owen Harris", "O*** H*****"),
            (Personal::Name, "张", "*"),
            (
                Personal::Address,
                "北京市海淀区中关村大街27号",
                "北京市海淀区********",
            ),
            (Personal::Address, "12 Main Street", "** M*** ******"),
        ] {
            assert_eq!(masked(text, kind), expected, "{text}");
        }
    }

    #[test]
    fn what_stands_within_a_text_is_covered_there() {
        let text = "张三，13812345678，身份证11010519491231002X；z3@example.com";
        assert_eq!(
            mask(text, Kinds::IN_TEXT),
            "张三，138****5678，身份证110***********002X；z***@example.com"
        );
        let phones = Kinds::NONE.with(Personal::Phone);
        assert_eq!(
            mask(text, phones),
            "张三，138****5678，身份证11010519491231002X；z3@example.com"
        );
        assert!(matches!(
            mask("2024-01-15", Kinds::IN_TEXT),
            Cow::Borrowed(_)
        ));
        assert!(matches!(mask(text, Kinds::NONE), Cow::Borrowed(_)));
    }
}
