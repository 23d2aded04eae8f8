//! Which characters are letters and digits. The standard library's tables weigh 2 kB in each
//! program after gzip, and are loaded for this one question; these weigh a third.

use std::sync::OnceLock;

/// How many characters in turn are neither and are one, from U+0000 to U+FFFF: seven bits of
/// a number a byte, the lowest first.
static RUNS: &[u8] = include_bytes!("letters.runs");

/// Whether `c` is a letter or a digit of any script, or a numeral in one character. Beyond
/// U+FFFF everything is but musical notes, pictures and what is for private use: scripts that
/// come to Unicode are words before this list hears of them.
#[must_use]
pub fn is_letter_or_digit(c: char) -> bool {
    static LETTERS: OnceLock<Vec<u64>> = OnceLock::new();
    if c.is_ascii() {
        return c.is_ascii_alphanumeric();
    }
    let code = c as usize;
    if code > 0xFFFF {
        return !matches!(code, 0x1_D000..=0x1_D3FF | 0x1_F000..=0x1_FAFF | 0xE_0000..);
    }
    let word = LETTERS.get_or_init(unpack).get(code / 64);
    word.is_some_and(|word| word >> (code % 64) & 1 != 0)
}

/// A bit for every character up to U+FFFF.
fn unpack() -> Vec<u64> {
    let mut letters = vec![0_u64; 0x1_0000 / 64];
    let (mut at, mut are, mut length, mut shift) = (0, false, 0, 0);
    for byte in RUNS {
        length |= usize::from(byte & 127) << shift;
        shift += 7;
        if byte & 128 != 0 {
            continue;
        }
        for code in (at..at + length).filter(|_| are) {
            if let Some(word) = letters.get_mut(code / 64) {
                *word |= 1 << (code % 64);
            }
        }
        (at, are, length, shift) = (at + length, !are, 0, 0);
    }
    letters
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::path::Path;

    /// Blocks of the scripts in which data is offered; nothing new comes to them, or so little
    /// that a new edition of Unicode is worth a look.
    const SCRIPTS: [(&str, u32, u32); 15] = [
        ("Latin", 0, 0x24F),
        ("Latin, added", 0x1E00, 0x1EFF),
        ("Greek", 0x370, 0x3FF),
        ("Greek, extended", 0x1F00, 0x1FFF),
        ("Cyrillic", 0x400, 0x52F),
        ("Armenian", 0x530, 0x58F),
        ("Hebrew", 0x590, 0x5FF),
        ("Arabic", 0x600, 0x6FF),
        ("Devanagari", 0x900, 0x97F),
        ("Thai", 0xE00, 0xE7F),
        ("signs, numerals", 0x2000, 0x2BFF),
        ("Kana, Bopomofo", 0x3000, 0x31FF),
        ("Chinese", 0x3400, 0x9FFF),
        ("Hangul", 0xAC00, 0xD7AF),
        ("compatible forms", 0xF900, 0xFFFF),
    ];

    fn differ(first: u32, last: u32) -> Vec<char> {
        let characters = (first..=last).filter_map(char::from_u32);
        characters
            .filter(|c| is_letter_or_digit(*c) != c.is_alphanumeric())
            .collect()
    }

    /// `JISHI_BLESS=1 cargo test -p catalog letters` writes the list as the standard library
    /// has it, for a new edition of Unicode.
    #[test]
    fn agrees_with_the_standard_library_on_the_scripts_of_data() {
        if std::env::var_os("JISHI_BLESS").is_some() {
            let file = Path::new(env!("CARGO_MANIFEST_DIR")).join("src/parse/letters.runs");
            std::fs::write(file, runs()).expect("the list can be written");
        }
        for (script, first, last) in SCRIPTS {
            assert_eq!(differ(first, last), [], "{script}");
        }
        // The other scripts of the first 65,536 agree as well with the edition of Unicode that
        // the list is of; a later one may know a few more.
        let others = differ(0, 0xFFFF).len();
        assert!(others < 100, "{others}: bless the list");
    }

    /// Not covered: what lies beyond U+FFFF is told by blocks. There the rarer Chinese
    /// characters are right, as are historic scripts but for their few signs.
    #[test]
    fn characters_beyond_the_first_plane_are_told_by_blocks() {
        for c in ['𠀀', '𠮷', '𝒳', '𐎠', '\u{2A6DF}', '\u{30000}'] {
            assert!(is_letter_or_digit(c) && c.is_alphanumeric(), "{c}");
        }
        for c in ['😀', '🚀', '𝄞', '\u{1F1E8}', '\u{E0100}', '\u{10FFFF}'] {
            assert!(!is_letter_or_digit(c), "{c}");
        }
    }

    fn runs() -> Vec<u8> {
        let (mut runs, mut start, mut are) = (Vec::new(), 0, false);
        for code in 0..=0xFFFF_u32 {
            let is = char::from_u32(code).is_some_and(char::is_alphanumeric);
            if is != are {
                let mut length = code - start;
                while length >= 128 {
                    runs.push((length & 127 | 128) as u8);
                    length >>= 7;
                }
                runs.push(length as u8);
                (start, are) = (code, is);
            }
        }
        runs
    }
}
