//! Where somebody lives or works. What is told is whether a cell looks like an address; the
//! column decides.

/// Words of the levels of a Chinese address, from the largest down.
const LEVELS: [&str; 6] = [
    "省 自治区",
    "市 盟 自治州",
    "区 县 旗 區 縣",
    "镇 乡 街道 苏木 鎮 鄉",
    "路 街 道 巷 弄 村 胡同 里 屯 组 小区 新村 花园 大厦 广场 公寓 苑",
    "号 栋 幢 室 楼 座 层 单元 號 樓",
];

/// Ends of street names in English.
const STREETS: &str = " st street ave avenue rd road blvd boulevard ln lane dr drive ct court way \
    pl place sq square hwy highway ter terrace ";

/// What numbers a house beside digits and letters.
const NUMERALS: &str = "一二三四五六七八九十甲乙丙丁";

/// Longer texts describe something.
const LONGEST: usize = 240;

/// How well a cell fits.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Fit {
    /// No address.
    None,
    /// A place, or the part of an address.
    Some,
    /// Down to the house.
    House,
}

/// How well a cell fits an address.
pub(crate) fn fit(text: &str) -> Fit {
    if text.len() > LONGEST || text.len() < 9 {
        return Fit::None;
    }
    if text.is_ascii() {
        return english(text);
    }
    // Sentences end; addresses do not.
    if text.contains(['。', '；', '！', '？']) {
        return Fit::None;
    }
    let mut levels = [false; 6];
    let mut before = ' ';
    for (at, c) in text.char_indices().skip(1) {
        if !begins_level(c) {
            before = c;
            continue;
        }
        let here = text.get(at..).unwrap_or_default();
        // A house is one behind its number only: 3号, but not 信号.
        let numbered = before.is_ascii_alphanumeric() || NUMERALS.contains(before);
        let known = if numbered {
            LEVELS.len()
        } else {
            LEVELS.len() - 1
        };
        for (level, words) in levels.iter_mut().zip(LEVELS).take(known) {
            *level |= words.split(' ').any(|word| here.starts_with(word));
        }
        before = c;
    }
    let [.., street, house] = levels;
    match levels.iter().filter(|level| **level).count() {
        2.. if house && street => Fit::House,
        3.. if house => Fit::House,
        2.. => Fit::Some,
        _ => Fit::None,
    }
}

/// Whether a word of a level begins with it; most characters of most texts are none.
const fn begins_level(c: char) -> bool {
    matches!(
        c,
        '省' | '自'
            | '市'
            | '盟'
            | '区'
            | '县'
            | '旗'
            | '镇'
            | '乡'
            | '街'
            | '苏'
            | '路'
            | '道'
            | '巷'
            | '弄'
            | '村'
            | '胡'
            | '里'
            | '屯'
            | '组'
            | '小'
            | '新'
            | '花'
            | '大'
            | '广'
            | '公'
            | '苑'
            | '号'
            | '栋'
            | '幢'
            | '室'
            | '楼'
            | '座'
            | '层'
            | '单'
            | '區'
            | '縣'
            | '鎮'
            | '鄉'
            | '號'
            | '樓'
    )
}

fn english(text: &str) -> Fit {
    let mut words = text.split([' ', ',', '.']).filter(|word| !word.is_empty());
    let number = words
        .next()
        .is_some_and(|word| word.starts_with(|c: char| c.is_ascii_digit()) && word.len() <= 6);
    let is_street = |word: &str| {
        STREETS
            .split(' ')
            .any(|street| !street.is_empty() && street.eq_ignore_ascii_case(word))
    };
    let mut named = words.skip(1);
    if number && named.any(is_street) {
        Fit::House
    } else {
        Fit::None
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_word_of_a_level_is_looked_for() {
        let words = LEVELS.iter().flat_map(|level| level.split(' '));
        for word in words {
            assert!(word.starts_with(begins_level), "{word}");
        }
    }

    #[test]
    fn an_address_goes_down_to_the_house() {
        for (text, expected) in [
            ("北京市海淀区中关村大街27号1101室", Fit::House),
            ("浙江省杭州市西湖区文三路90号", Fit::House),
            ("朝阳区建国路甲3号", Fit::House),
            ("北京市海淀区", Fit::Some),
            ("北京", Fit::None),
            ("城市道路交通信号数据", Fit::Some),
            ("本数据覆盖北京市海淀区中关村大街27号。", Fit::None),
            ("信号强度", Fit::None),
            ("12 Main Street, Springfield", Fit::House),
            ("Main Street", Fit::None),
            ("12 monkeys", Fit::None),
        ] {
            assert_eq!(fit(text), expected, "{text}");
        }
    }
}
