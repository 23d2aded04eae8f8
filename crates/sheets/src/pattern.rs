//! The pattern language of a mapping: enough to take an id out of an address, without the
//! 500 kB that regular expressions would add to the page.

use catalog::parse::is_letter_or_digit;
use std::fmt;

/// A pattern with one group, such as `detail?id={digits}`.
///
/// Everything is literal but `*` (any text, also none) and one group: `{}` or `{any}` (the
/// text up to the next literal, or to the end), `{digits}` (0-9), `{word}` (letters, digits,
/// `_` and `-`). The pattern may fit anywhere in the text; the first place where it does counts,
/// and a group holds at least one character. `{{` and `**` are a literal brace and star.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Pattern {
    source: String,
    before: Vec<String>,
    group: Group,
    after: Vec<String>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Group {
    Any,
    Digits,
    Word,
}

impl Group {
    fn holds(self, c: char) -> bool {
        match self {
            Self::Any => true,
            Self::Digits => c.is_ascii_digit(),
            Self::Word => is_letter_or_digit(c) || c == '_' || c == '-',
        }
    }
}

impl Pattern {
    /// The pattern written as `source`; `None` unless it has exactly one known group.
    #[must_use]
    pub fn parse(source: &str) -> Option<Self> {
        let mut literals = vec![String::new()];
        let mut before = None;
        let mut rest = source;
        while let Some(c) = rest.chars().next() {
            let doubled = ["{{", "**"].iter().any(|pair| rest.starts_with(pair));
            if doubled || !matches!(c, '{' | '*') {
                literals.last_mut()?.push(c);
                rest = rest.get(if doubled { 2 } else { c.len_utf8() }..)?;
            } else if c == '*' {
                literals.push(String::new());
                rest = rest.get(1..)?;
            } else {
                let (name, tail) = rest.get(1..)?.split_once('}')?;
                let group = match name {
                    "" | "any" => Group::Any,
                    "digits" => Group::Digits,
                    "word" => Group::Word,
                    _ => return None,
                };
                if before
                    .replace((std::mem::replace(&mut literals, vec![String::new()]), group))
                    .is_some()
                {
                    return None;
                }
                rest = tail;
            }
        }
        let (before, group) = before?;
        Some(Self {
            source: source.to_owned(),
            before,
            group,
            after: literals,
        })
    }

    /// The text of the group in the first place of `text` where the pattern fits.
    #[must_use]
    pub fn find<'a>(&self, text: &'a str) -> Option<&'a str> {
        let (first, more) = self.before.split_first()?;
        text.match_indices(first.as_str()).find_map(|(at, _)| {
            let mut rest = text.get(at + first.len()..)?;
            for literal in more {
                let found = rest.find(literal.as_str())?;
                rest = rest.get(found + literal.len()..)?;
            }
            self.capture(rest)
        })
    }

    /// The group at the start of `text`, if what stands behind it fits as well.
    fn capture<'a>(&self, text: &'a str) -> Option<&'a str> {
        let end = text.find(|c| !self.group.holds(c)).unwrap_or(text.len());
        let (behind, more) = self.after.split_first()?;
        let length = match self.group {
            Group::Any if !behind.is_empty() => text.find(behind.as_str())?,
            _ => end,
        };
        let (group, rest) = text.split_at_checked(length)?;
        let mut rest = rest.strip_prefix(behind.as_str())?;
        for literal in more {
            let found = rest.find(literal.as_str())?;
            rest = rest.get(found + literal.len()..)?;
        }
        (!group.is_empty()).then_some(group)
    }
}

impl fmt::Display for Pattern {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.source)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn find<'a>(pattern: &str, text: &'a str) -> Option<&'a str> {
        Pattern::parse(pattern).unwrap().find(text)
    }

    #[test]
    fn takes_the_group_from_the_first_place_that_fits() {
        let url = "https://x.example/a/#/b/detail?id=1856&tab=2";
        assert_eq!(find("detail?id={digits}", url), Some("1856"));
        assert_eq!(find("detail?id={}&", url), Some("1856"));
        assert_eq!(find("detail?id={}", url), Some("1856&tab=2"));
        assert_eq!(find("https://*/#/{word}/detail*tab=2", url), Some("b"));
        assert_eq!(find("id={digits}", "id=x id=7"), Some("7"));
        assert_eq!(
            find(
                "/market/detail/{digits}",
                "https://g.example/market/detail/1427"
            ),
            Some("1427")
        );
        assert_eq!(find("编号：{digits}号", "产品编号：88号"), Some("88"));
    }

    #[test]
    fn an_empty_group_is_no_match() {
        assert_eq!(find("id={}", "id="), None);
        assert_eq!(find("id={digits}", "id=abc"), None);
        assert_eq!(find("id={}&", "id=5"), None);
    }

    #[test]
    fn a_pattern_has_exactly_one_group() {
        for bad in ["id=", "{}{}", "{digits", "{number}", ""] {
            assert!(Pattern::parse(bad).is_none(), "{bad}");
        }
        assert_eq!(find("a{{b**={}", "a{b*=5"), Some("5"));
    }
}
