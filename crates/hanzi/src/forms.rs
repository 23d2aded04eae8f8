//! Traditional characters and the simplified ones that most texts write instead.

use crate::readings::READ;
use crate::table::{SIZE, Set, at, place};
use std::sync::OnceLock;

/// Which characters have another, simplified form.
static TRADITIONAL: Set = Set::read(include_bytes!("../data/traditional.bits"));
/// The forms of those in order, as differences from one to the next: a third of a plain list. A
/// form is told by its place among the characters that have a reading, then [`UNREAD`].
static STEPS: &[u8] = include_bytes!("../data/simplified.steps");

/// The usual simplified form of `c`; `c` itself if it has none or is one.
#[inline]
#[must_use]
pub fn simplified(c: char) -> char {
    if is_traditional(c) { other_form(c) } else { c }
}

/// Whether [`simplified`] changes `c`.
#[inline]
#[must_use]
pub fn is_traditional(c: char) -> bool {
    place(c).is_some_and(|place| TRADITIONAL.has(place))
}

/// The same for a character of U+4E00 to U+9FFF by its three bytes in UTF-8, so that text
/// need not be decoded to be looked through. Of other bytes it says no.
#[inline(always)]
#[must_use]
pub fn may_be_traditional(bytes: [u8; 3]) -> bool {
    let [first, second, third] = bytes.map(usize::from);
    let word = (first & 0xF) << 6 | second & 0x3F;
    // U+4E00 is 312 times 64.
    TRADITIONAL.word(word.wrapping_sub(312)) >> (third & 0x3F) & 1 != 0
}

/// Forms without a reading.
const UNREAD: char = '鿒';

fn other_form(c: char) -> char {
    static FORMS: OnceLock<Vec<u16>> = OnceLock::new();
    let forms = FORMS.get_or_init(unpack);
    let form = place(c).and_then(|place| forms.get(place)).copied();
    form.and_then(|form| at(form.into())).unwrap_or(c)
}

/// The place of its form for every place, which is its own for most.
fn unpack() -> Vec<u16> {
    let mut forms: Vec<u16> = (0..SIZE as u16).collect();
    let read: Vec<usize> = READ.places().chain(place(UNREAD)).collect();
    let mut steps = STEPS.iter();
    let mut form = 0_i32;
    for place in TRADITIONAL.places() {
        let (mut step, mut shift) = (0_i32, 0);
        for byte in steps.by_ref() {
            step |= i32::from(byte & 127) << shift;
            shift += 7;
            if byte & 128 == 0 {
                break;
            }
        }
        form += step >> 1 ^ -(step & 1);
        let form = usize::try_from(form).ok().and_then(|form| read.get(form));
        if let (Some(slot), Some(form)) = (forms.get_mut(place), form) {
            *slot = *form as u16;
        }
    }
    forms
}

#[cfg(test)]
mod tests {
    use super::*;

    fn rewritten(text: &str) -> String {
        text.chars().map(simplified).collect()
    }

    #[test]
    fn traditional_text_becomes_simplified() {
        for (old, new) in [
            ("數據", "数据"),
            ("語音數據資料庫", "语音数据资料库"),
            ("臺灣鐵路貨運運價與匯率", "台湾铁路货运运价与汇率"),
            (
                "醫療影像、衛星遙感、氣象觀測",
                "医疗影像、卫星遥感、气象观测",
            ),
            ("後臺乾燥裡面髮廊", "后台干燥里面发廊"),
            ("龍鳳龜麵鬱", "龙凤龟面郁"),
        ] {
            assert_eq!(rewritten(old), new);
        }
    }

    #[test]
    fn simplified_text_and_other_scripts_stay() {
        for text in [
            "数据要素市场化配置改革，著名商标",
            "瞭望、狼藉、于是",
            "ひらがな 데이터 Привет ǚ 𠮷 〇",
        ] {
            assert_eq!(rewritten(text), text);
        }
    }

    #[test]
    fn a_form_has_no_further_form_and_stays_in_the_block() {
        let mut count = 0;
        for c in '\0'..=char::MAX {
            let form = simplified(c);
            if form != c {
                count += 1;
                assert!(place(form).is_some() && place(c).is_some(), "{c} {form}");
            }
            assert_eq!(simplified(form), form, "{c}");
            assert_eq!(form != c, is_traditional(c), "{c}");
        }
        assert_eq!(count, 2_853);
    }

    #[test]
    fn bytes_tell_what_characters_do() {
        for c in '\u{4E00}'..='\u{9FFF}' {
            let mut bytes = [0; 3];
            c.encode_utf8(&mut bytes);
            assert_eq!(may_be_traditional(bytes), is_traditional(c), "{c}");
        }
        for c in ('\u{800}'..='\u{4DFF}').chain('\u{A000}'..='\u{FFFF}') {
            let mut bytes = [0; 3];
            c.encode_utf8(&mut bytes);
            assert!(!may_be_traditional(bytes), "{c}");
        }
    }
}
