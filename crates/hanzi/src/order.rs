//! The order of a dictionary, as bytes.

use crate::forms::simplified;
use crate::readings::number_between;
use crate::table::place;

/// Above every byte of ASCII, below every first byte of another character in UTF-8.
const READ: u8 = 0x80;
/// A character of the block without a reading: after all that have one.
const UNREAD: u8 = 0x82;

/// Appends the key of `text`, already in lower case and folded: keys compare byte by byte as
/// a dictionary has the texts. Digits and Latin letters come first, then Chinese by reading
/// and, of one reading, by character; then everything else. Equal texts have equal keys, others
/// differ, unless they differ in traditional and simplified characters only.
pub fn sort_key_into(text: &str, out: &mut Vec<u8>) {
    let mut before = None;
    let mut rest = text.chars().peekable();
    while let Some(c) = rest.next() {
        if let Some(place) = place(simplified(c)) {
            let number = number_between(before, c, rest.peek().copied());
            match number {
                0 => out.push(UNREAD),
                // 409 syllables: one bit more than a byte.
                number => out.extend([READ | (number >> 8) as u8 & 1, number as u8]),
            }
            out.extend([(place >> 8) as u8, place as u8]);
        } else {
            let mut bytes = [0; 4];
            out.extend(c.encode_utf8(&mut bytes).as_bytes());
        }
        before = Some(c);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn key(text: &str) -> Vec<u8> {
        let mut key = Vec::new();
        sort_key_into(text, &mut key);
        key
    }

    #[test]
    fn titles_stand_as_in_a_dictionary() {
        let order = [
            "",
            "12306",
            "2021年",
            "api数据",
            "api语音",
            "zebra",
            "阿里",
            "安徽",
            "北京",
            "北京 上海",
            "北京地铁",
            "成都",
            "重庆",
            "广东",
            "贵州",
            "上海",
            "深圳",
            "数据",
            "数据集",
            "厦门",
            "银行",
            "语音",
            "重要",
            "α",
            "привет",
            "ひらがな",
        ];
        for pair in order.windows(2) {
            assert!(key(pair[0]) < key(pair[1]), "{pair:?}");
        }
    }

    #[test]
    fn characters_without_a_reading_come_after_those_with_one() {
        assert!(key("做") < key("\u{9FA6}"));
        assert!(key("\u{9FA6}") < key("\u{3400}"));
        assert!(key("\u{4E00}") < key("\u{AC00}"));
    }

    #[test]
    fn equal_titles_have_equal_keys_and_others_differ() {
        assert_eq!(key("數據"), key("数据"));
        let mut keys: Vec<_> = ('\u{4E00}'..='\u{9FFF}')
            .filter(|c| simplified(*c) == *c)
            .map(|c| key(&c.to_string()))
            .collect();
        let count = keys.len();
        keys.sort();
        keys.dedup();
        assert_eq!(keys.len(), count);
    }
}
