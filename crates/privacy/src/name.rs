//! What the name of a column says: words of Latin letters, told apart as programmers write them,
//! and Chinese words, which stand anywhere in it.

/// A column's name, ready to be asked.
#[derive(Clone, Debug)]
pub(crate) struct Name {
    /// In small letters, words between spaces: `homeCity_2` is ` home city 2 `, `IP地址` is
    /// ` ip 地址 `.
    words: String,
}

impl Name {
    pub(crate) fn new(name: &str) -> Self {
        let mut words = String::from(" ");
        let mut before = ' ';
        for c in name.chars().take(200) {
            let joined = before.is_alphanumeric() && c.is_alphanumeric();
            let begins = (before.is_lowercase() && c.is_uppercase())
                || (joined && before.is_ascii() != c.is_ascii());
            if (begins || !c.is_alphanumeric()) && !words.ends_with(' ') {
                words.push(' ');
            }
            if c.is_alphanumeric() {
                words.push(c.to_ascii_lowercase());
            }
            before = c;
        }
        words.push(' ');
        Self { words }
    }

    /// Whether it has one of these words, which stand between spaces. A Chinese word may be a
    /// part of the name, a Latin one is a whole word of it, or two: `last_name`.
    pub(crate) fn has_any(&self, words: &str) -> bool {
        words.split_whitespace().any(|word| self.has(word))
    }

    fn has(&self, word: &str) -> bool {
        let mut text = self.words.as_str();
        while let Some((before, after)) = cut(text, word) {
            let whole = before.ends_with(' ') && after.starts_with(' ');
            if whole || !word.is_ascii() {
                return true;
            }
            text = after;
        }
        false
    }
}

/// Around the word's first place, of which `_` is a space.
fn cut<'a>(text: &'a str, word: &str) -> Option<(&'a str, &'a str)> {
    let same = |a: u8, b: u8| a == b || (a, b) == (b' ', b'_');
    let (text_bytes, word_bytes) = (text.as_bytes(), word.as_bytes());
    let at = text_bytes
        .windows(word_bytes.len())
        .position(|window| window.iter().zip(word_bytes).all(|(a, b)| same(*a, *b)))?;
    Some((text.get(..at)?, text.get(at + word.len()..)?))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn latin_words_are_whole_and_chinese_words_are_parts() {
        for (name, words, has) in [
            ("patientAge", "age", true),
            ("package", "age", false),
            ("package_age", "age", true),
            ("LAST-NAME", "last_name", true),
            ("lastName2", "last_name", false),
            ("联系人手机号", "手机", true),
            ("IP地址", "ip", true),
            ("客户ID号", "id", true),
            ("ip 地址", "ip", true),
            ("", "age 手机", false),
        ] {
            assert_eq!(Name::new(name).has_any(words), has, "{name}");
        }
    }
}
