//! Text made comparable: width, case, accents, punctuation and traditional characters folded
//! away, by small tables of our own (Unicode's full tables would weigh more than this whole
//! crate in the page).
//!
//! Folded text holds only letters, digits and single spaces, so that a search is a search
//! for bytes: `API數據（２０２１年）` becomes `api数据 2021年`.

use catalog::parse::{is_letter_or_digit, lower_char};
use hanzi::{may_be_traditional, simplified};

/// Latin letters U+00C0..=U+017F without their accents.
const LATIN: &str = "aaaaaaæceeeeiiiidnooooo ouuuuyþßaaaaaaæceeeeiiiidnooooo ouuuuyþyaaaaaaccccccccddddeeeeeeeeeegggggggghhhhiiiiiiiiiiiijjkkkllllllllllnnnnnnnnnooooooœœrrrrrrssssssssttttttuuuuuuuuuuuuwwyyyzzzzzzs";
/// Tone marks of pinyin, U+01CD..=U+01DC.
const PINYIN: &str = "aaiioouuuuuuuuuu";
/// Romanian and others, U+01F8..=U+021B.
const LATIN_B: &str = "nnaaææooaaaaeeeeiiiioooorrrruuuusstt";
/// Latin Extended Additional, U+1E00..=U+1E99.
const LATIN_ADDED: &str = "aabbbbbbccddddddddddeeeeeeeeeeffgghhhhhhhhhhiiiikkkkkkllllllllmmmmmmnnnnnnnnoooooooopppprrrrrrrrssssssssssttttttttuuuuuuuuuuvvvvwwwwwwwwwwxxxxyyzzzzzzhtwy";
/// Vietnamese, U+1EA0..=U+1EF9.
const VIETNAMESE: &str =
    "aaaaaaaaaaaaaaaaaaaaaaaaeeeeeeeeeeeeeeeeiiiioooooooooooooooooooooooouuuuuuuuuuuuuuyyyyyyyy";

/// The folded form of `text`, without space at its ends.
#[must_use]
pub fn fold(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    fold_into(text, &mut out);
    out
}

/// `text` in narrow small letters: for looking through names on a page, which has no room for
/// the tables of the rest.
#[must_use]
pub fn small(text: &str) -> String {
    text.chars().map(|c| lower_char(narrow(c))).collect()
}

/// Appends the folded form of `text` to `out`; a gap between the two is the caller's. True
/// if Chinese that stands in it may not stand so in `text`: something invisible was left out
/// between its characters, or one was traditional.
pub fn fold_into(text: &str, out: &mut String) -> bool {
    let (start, mut gap, mut odd) = (out.len(), false, false);
    let bytes = text.as_bytes();
    let mut at = 0;
    while at < bytes.len() {
        // Stretches that fold to themselves are copied whole: most of any text.
        let end = plain_end(bytes, at);
        if end > at {
            if gap && out.len() > start {
                out.push(' ');
            }
            gap = false;
            out.push_str(text.get(at..end).unwrap_or_default());
            at = end;
            continue;
        }
        if bytes.get(at) == Some(&b' ') {
            gap = true;
            at += 1;
            continue;
        }
        let Some(c) = text.get(at..).and_then(|rest| rest.chars().next()) else {
            break;
        };
        at += c.len_utf8();
        if is_chinese(c) {
            // The stretch before it has ended here because it is traditional.
            odd = true;
            if gap && out.len() > start {
                out.push(' ');
            }
            gap = false;
            out.push(simplified(c));
            continue;
        }
        odd |= !c.is_ascii() && is_invisible(c);
        each(c, &mut |folded| {
            if folded == ' ' {
                gap = true;
            } else {
                if gap && out.len() > start {
                    out.push(' ');
                }
                gap = false;
                out.push(folded);
            }
        });
    }
    odd
}

/// Where the lower-case letters, digits and simplified Chinese characters that begin at
/// `start` end, single spaces between them included.
#[inline(always)]
fn plain_end(bytes: &[u8], start: usize) -> usize {
    let mut at = start;
    loop {
        match bytes.get(at) {
            Some(b'a'..=b'z' | b'0'..=b'9') => at += 1,
            Some(b' ') if at > start => match bytes.get(at + 1) {
                Some(b'a'..=b'z' | b'0'..=b'9' | 0xE5..=0xE9) => at += 1,
                _ => return at,
            },
            // U+5000 to U+9FFF, and what of the block before is Chinese, from U+4E00.
            Some(0xE4..=0xE9) => match bytes.get(at..at + 3) {
                Some(&[a, b, c]) if (a > 0xE4 || b >= 0xB8) && !may_be_traditional([a, b, c]) => {
                    at += 3
                }
                _ => return at,
            },
            _ => return at,
        }
    }
}

/// Hands every folded character of `c` to `emit`: none, one or several; a space for all
/// that is neither letter nor digit.
pub fn each(c: char, emit: &mut impl FnMut(char)) {
    let c = narrow(c);
    if c.is_ascii() {
        return emit(if c.is_ascii_alphanumeric() {
            c.to_ascii_lowercase()
        } else {
            ' '
        });
    }
    // Most of a Chinese text, which has no case, width or accents to ask tables about.
    if is_chinese(c) {
        return emit(simplified(c));
    }
    if is_invisible(c) {
        return;
    }
    match plain_latin(c).unwrap_or(c) {
        'æ' => "ae".chars().for_each(emit),
        'œ' => "oe".chars().for_each(emit),
        'ß' | 'ẞ' => "ss".chars().for_each(emit),
        'þ' => "th".chars().for_each(emit),
        plain if plain.is_ascii() => emit(plain),
        other => compatible(other, emit),
    }
}

/// Numerals in one character, as titles of series use them; then plain lower case.
fn compatible(c: char, emit: &mut impl FnMut(char)) {
    const ROMAN: [&str; 12] = [
        "i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x", "xi", "xii",
    ];
    const DIGITS: &[u8; 10] = b"0123456789";
    let code = c as usize;
    let digit = |n: usize| DIGITS.get(n).map_or(' ', |d| char::from(*d));
    match code {
        0x2160..=0x216B => {
            (ROMAN.get(code - 0x2160).into_iter()).for_each(|s| s.chars().for_each(&mut *emit))
        }
        0x2170..=0x217B => {
            (ROMAN.get(code - 0x2170).into_iter()).for_each(|s| s.chars().for_each(&mut *emit))
        }
        0x2460..=0x2473 => {
            let number = code - 0x2460 + 1;
            if number >= 10 {
                emit(digit(number / 10));
            }
            emit(digit(number % 10));
        }
        0xB9 => emit('1'),
        0xB2 | 0xB3 => emit(digit(code - 0xB0)),
        0x2070 | 0x2074..=0x2079 => emit(digit(code - 0x2070)),
        0x2080..=0x2089 => emit(digit(code - 0x2080)),
        _ if is_letter_or_digit(c) => emit(lower_char(c)),
        _ => emit(' '),
    }
}

/// Full-width ASCII becomes ASCII.
pub fn narrow(c: char) -> char {
    match c {
        '\u{FF01}'..='\u{FF5E}' => char::from_u32(c as u32 - 0xFEE0).unwrap_or(c),
        '\u{3000}' => ' ',
        _ => c,
    }
}

/// The letter under the accents, for the blocks that have a table.
fn plain_latin(c: char) -> Option<char> {
    let (table, first) = match c as usize {
        code @ 0xC0..=0x17F => (LATIN, code - 0xC0),
        code @ 0x1CD..=0x1DC => (PINYIN, code - 0x1CD),
        code @ 0x1F8..=0x21B => (LATIN_B, code - 0x1F8),
        code @ 0x1E00..=0x1E99 => (LATIN_ADDED, code - 0x1E00),
        code @ 0x1EA0..=0x1EF9 => (VIETNAMESE, code - 0x1EA0),
        _ => return None,
    };
    table.chars().nth(first)
}

/// The block of nearly all Chinese text; folding leads from it into it.
const fn is_chinese(c: char) -> bool {
    matches!(c, '\u{4E00}'..='\u{9FFF}')
}

/// Accents that stand apart, soft hyphens, zero-width and direction marks: nobody types them.
const fn is_invisible(c: char) -> bool {
    matches!(c, '\u{AD}' | '\u{300}'..='\u{36F}' | '\u{200B}'..='\u{200F}'
        | '\u{202A}'..='\u{202E}' | '\u{2060}'..='\u{2069}' | '\u{FE00}'..='\u{FE0F}' | '\u{FEFF}')
}

/// Whether `c` (folded) belongs to a script written without spaces between words, where a
/// run of characters is searched as it stands, anywhere.
pub const fn is_unspaced(c: char) -> bool {
    matches!(c,
        '\u{0E00}'..='\u{0EFF}' | '\u{1000}'..='\u{109F}' | '\u{1780}'..='\u{17FF}'
        | '\u{2E80}'..='\u{2FDF}' | '\u{3005}'..='\u{3007}' | '\u{3040}'..='\u{30FF}'
        | '\u{3100}'..='\u{31FF}' | '\u{3400}'..='\u{4DBF}' | '\u{4E00}'..='\u{9FFF}'
        | '\u{A000}'..='\u{A4CF}' | '\u{AC00}'..='\u{D7AF}' | '\u{F900}'..='\u{FAFF}'
        | '\u{20000}'..='\u{3FFFF}')
}

/// Whether `c` (folded) is part of a word that spaces bound: letters and digits.
pub const fn is_word(c: char) -> bool {
    !matches!(c, ' ' | '\n') && !is_unspaced(c)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tables_have_one_letter_for_each_code() {
        let sizes = [LATIN, PINYIN, LATIN_B, LATIN_ADDED, VIETNAMESE].map(|t| t.chars().count());
        assert_eq!(
            sizes,
            [0x180 - 0xC0, 16, 0x21C - 0x1F8, 0x1E9A - 0x1E00, 90]
        );
    }

    #[test]
    fn chinese_characters_are_letters_without_case() {
        for c in '\u{4E00}'..='\u{9FFF}' {
            assert!(c.is_alphanumeric() && c.to_lowercase().eq([c]), "{c}");
        }
    }

    #[test]
    fn folds_width_case_accents_and_punctuation() {
        for (text, folded) in [
            ("API数据（２０２１年）", "api数据 2021年"),
            ("  Ｈｅｌｌｏ，　世界！", "hello 世界"),
            ("Crème brûlée à Łódź", "creme brulee a lodz"),
            ("cre\u{300}me", "creme"),
            (
                "Straße Æther Œuvre İstanbul",
                "strasse aether oeuvre istanbul",
            ),
            ("lǜ nǎ Đà Nẵng ệ", "lu na da nang e"),
            ("zero\u{200B}width\u{FEFF}", "zerowidth"),
            ("第Ⅱ期 ① ⑳ m² ×", "第ii期 1 20 m2"),
            ("ΑΒΓ Привет", "αβγ привет"),
            ("birth_year/COVID-19", "birth year covid 19"),
            ("！？", ""),
        ] {
            assert_eq!(fold(text), folded, "{text}");
        }
    }

    #[test]
    fn traditional_and_simplified_fold_to_the_same() {
        for (text, folded) in [
            ("數據", "数据"),
            ("數", "数"),
            ("api 數據 集", "api 数据 集"),
            ("（臺灣）語音 數據庫　v2", "台湾 语音 数据库 v2"),
            ("a數b 據 c", "a数b 据 c"),
            ("\u{3400}數\u{4DFF}數", "\u{3400}数 数"),
        ] {
            assert_eq!(fold(text), folded, "{text}");
            assert_eq!(fold(folded), folded, "folding twice: {text}");
        }
    }

    #[test]
    fn whole_texts_fold_as_their_characters_do() {
        let one_by_one = |text: &str| {
            let mut out = String::new();
            text.chars().for_each(|c| each(c, &mut |f| out.push(f)));
            out
        };
        for c in ('\u{80}'..='\u{FFFF}').filter(|c| *c != '\u{3000}') {
            let alone = one_by_one(&c.to_string());
            assert_eq!(fold(&c.to_string()), alone.trim(), "{c}");
            assert_eq!(
                fold(&format!("数{c}据")),
                one_by_one(&format!("数{c}据")),
                "{c}"
            );
        }
    }

    #[test]
    fn says_when_chinese_does_not_stand_as_written() {
        for (text, odd) in [
            ("数据 API，语音", false),
            ("Crème", false),
            ("数\u{200B}据", true),
            ("數据", true),
        ] {
            assert_eq!(fold_into(text, &mut String::new()), odd, "{text}");
        }
    }
}
