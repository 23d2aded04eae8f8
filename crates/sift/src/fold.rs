//! Letters without their case and width, so that `ＡＢＣ` is found by `abc`.

/// Appends the folded text.
pub(crate) fn fold(text: &str, out: &mut String) {
    if text.is_ascii() {
        out.extend(
            text.bytes()
                .map(|byte| char::from(byte.to_ascii_lowercase())),
        );
        return;
    }
    for c in text.chars() {
        match c {
            '\u{3000}' => out.push(' '),
            '\u{FF01}'..='\u{FF5E}' => {
                let half = char::from_u32(u32::from(c) - 0xFEE0).unwrap_or(c);
                out.push(half.to_ascii_lowercase());
            }
            // Most of a Chinese text has no case, and asking costs a search in a table.
            '\u{2E80}'..='\u{FFFF}' => out.push(c),
            _ => out.extend(c.to_lowercase()),
        }
    }
}

/// A text that others are searched for.
#[derive(Clone, Debug)]
pub(crate) struct Needle {
    folded: String,
    /// Both cases of its first byte, if that is ASCII.
    first: Option<[u8; 2]>,
}

impl Needle {
    pub(crate) fn new(text: &str) -> Self {
        let mut folded = String::new();
        fold(text, &mut folded);
        let first = folded.bytes().next().filter(u8::is_ascii);
        Self {
            first: first.map(|byte| [byte, byte.to_ascii_uppercase()]),
            folded,
        }
    }

    /// Whether the text holds it; `scratch` is used again from call to call.
    pub(crate) fn is_in(&self, text: &str, scratch: &mut String) -> bool {
        if self.folded.is_empty() {
            return true;
        }
        if text.is_ascii() {
            return self.is_in_ascii(text.as_bytes());
        }
        scratch.clear();
        fold(text, scratch);
        scratch.contains(&self.folded)
    }

    fn is_in_ascii(&self, text: &[u8]) -> bool {
        let Some(first) = self.first else {
            return false;
        };
        let needle = self.folded.as_bytes();
        let mut rest = text;
        while rest.len() >= needle.len() {
            let Some(at) = rest.iter().position(|byte| first.contains(byte)) else {
                return false;
            };
            rest = rest.get(at..).unwrap_or_default();
            let alike = |part: &[u8]| part.eq_ignore_ascii_case(needle);
            if rest.get(..needle.len()).is_some_and(alike) {
                return true;
            }
            rest = rest.get(1..).unwrap_or_default();
        }
        false
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn case_and_width_make_no_difference() {
        for (needle, text, is_in) in [
            ("abc", "xxABCxx", true),
            ("ＡＢＣ", "1abc", true),
            ("abc", "ＡＢＣ公司", true),
            ("É", "café", true),
            ("（北京）", "某某(北京)公司", true),
            ("ab", "a", false),
            ("", "", true),
            ("é", "cafe", false),
            ("a b", "A　B", true),
        ] {
            let found = Needle::new(needle).is_in(text, &mut String::new());
            assert_eq!(found, is_in, "{needle} in {text}");
        }
    }
}
