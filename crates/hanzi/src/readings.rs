//! How characters are read: their most usual syllable without its tone, `ü` written `v`.

use crate::forms::simplified;
use crate::table::{SIZE, Set, place};
use std::sync::OnceLock;

/// Which characters have a reading here. Traditional ones are read as their other form.
static READ: Set = Set::read(include_bytes!("../data/read.bits"));
/// The readings of those in order: one byte for the 255 commonest syllables, by their place among
/// themselves; 255 and another byte for the others.
static RANKS: &[u8] = include_bytes!("../data/readings.ranks");
/// Every syllable in the order of the alphabet, `-` after those that are not among the commonest.
static SYLLABLES: &str = include_str!("../data/syllables.txt");
/// Words of two characters in which one is read differently: it, its reading, the words.
static PAIRS: &str = include_str!("../data/pairs.txt");

/// Set in a reading if neighbours may change it.
const DEPENDS: u16 = 0x8000;

/// What the tables become when a reading is first asked for.
struct Readings {
    /// In the order of the alphabet. Readings are numbered by it, from 1.
    syllables: Vec<&'static str>,
    /// The number for every place of the block, or 0.
    numbers: Vec<u16>,
    /// A word of two characters, which of them is meant (0 or 1), and its number; sorted.
    pairs: Vec<([char; 2], u8, u16)>,
}

fn readings() -> &'static Readings {
    static READINGS: OnceLock<Readings> = OnceLock::new();
    READINGS.get_or_init(Readings::unpack)
}

impl Readings {
    fn unpack() -> Self {
        let (mut syllables, mut common, mut others) = (Vec::new(), Vec::new(), Vec::new());
        for (syllable, number) in SYLLABLES.split(' ').zip(1..) {
            let other = syllable.strip_suffix('-');
            let numbers = if other.is_some() {
                &mut others
            } else {
                &mut common
            };
            numbers.push(number);
            syllables.push(other.unwrap_or(syllable));
        }
        let mut numbers = vec![0; SIZE];
        let mut ranks = RANKS.iter().map(|rank| usize::from(*rank));
        for place in READ.places() {
            let number = match ranks.next().unwrap_or(0) {
                255 => others.get(ranks.next().unwrap_or(0)),
                rank => common.get(rank),
            };
            if let (Some(slot), Some(number)) = (numbers.get_mut(place), number) {
                *slot = *number;
            }
        }
        let number = |syllable: &str| {
            let place = syllables.binary_search(&syllable);
            place.map_or(0, |place| place as u16 + 1)
        };
        let mut pairs = Vec::new();
        for line in PAIRS.lines() {
            let mut parts = line.split(' ');
            let (Some(character), Some(reading)) = (parts.next(), parts.next()) else {
                continue;
            };
            for word in parts {
                let mut both = word.chars();
                let (Some(first), Some(second)) = (both.next(), both.next()) else {
                    continue;
                };
                let at = u8::from(!character.starts_with(first));
                let pair = ([first, second], at, number(reading));
                // So few that no sorting need be compiled for them.
                pairs.insert(pairs.partition_point(|other| *other < pair), pair);
            }
            let slot = character.chars().next().and_then(place);
            if let Some(slot) = slot.and_then(|place| numbers.get_mut(place)) {
                *slot |= DEPENDS;
            }
        }
        Self {
            syllables,
            numbers,
            pairs,
        }
    }

    fn syllable(&self, number: u16) -> Option<&'static str> {
        let place = usize::from(number).checked_sub(1)?;
        self.syllables.get(place).copied()
    }

    fn number(&self, c: char) -> u16 {
        let number = place(simplified(c)).and_then(|place| self.numbers.get(place));
        number.copied().unwrap_or(0)
    }

    /// The number of a word's character, if the word is one of the pairs.
    fn in_pair(&self, pair: [char; 2], at: u8) -> Option<u16> {
        let found =
            (self.pairs).binary_search_by(|(word, which, _)| (*word, *which).cmp(&(pair, at)));
        let (_, _, number) = self.pairs.get(found.ok()?)?;
        Some(*number)
    }

    fn number_between(&self, before: Option<char>, c: char, after: Option<char>) -> u16 {
        let number = self.number(c);
        if number & DEPENDS == 0 {
            return number;
        }
        let c = simplified(c);
        let with_next = after.and_then(|after| self.in_pair([c, simplified(after)], 0));
        let with_last = || before.and_then(|before| self.in_pair([simplified(before), c], 1));
        (with_next.or_else(with_last)).unwrap_or(number & !DEPENDS)
    }
}

/// The most usual reading of `c`, without tone: `shu` of 数, `lv` of 绿. `None` of what is no
/// Chinese character and of rare ones.
#[must_use]
pub fn pinyin(c: char) -> Option<&'static str> {
    let readings = readings();
    readings.syllable(readings.number(c) & !DEPENDS)
}

/// The reading of `c` between its neighbours, which decide it in common words: 重 is `zhong`,
/// but `chong` in 重庆.
#[must_use]
pub fn pinyin_between(before: Option<char>, c: char, after: Option<char>) -> Option<&'static str> {
    let readings = readings();
    readings.syllable(readings.number_between(before, c, after))
}

/// Every syllable in the order of the alphabet.
#[must_use]
pub fn syllables() -> &'static [&'static str] {
    &readings().syllables
}

/// The place of the reading of `c` among [`syllables`], from 1; 0 if it has none.
pub(crate) fn number_between(before: Option<char>, c: char, after: Option<char>) -> u16 {
    readings().number_between(before, c, after)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Every character of `text` as it is read where it stands.
    fn read(text: &str) -> String {
        let text: Vec<char> = text.chars().collect();
        let mut said = Vec::new();
        for (at, c) in text.iter().enumerate() {
            let before = at.checked_sub(1).and_then(|at| text.get(at)).copied();
            let after = text.get(at + 1).copied();
            said.push(pinyin_between(before, *c, after).unwrap_or("?"));
        }
        said.join(" ")
    }

    #[test]
    fn reads_simplified_and_traditional_characters() {
        for (text, said) in [
            ("数据交易所", "shu ju jiao yi suo"),
            ("數據語音", "shu ju yu yin"),
            ("绿色旅游女略", "lv se lv you nv lve"),
            ("气象卫星遥感", "qi xiang wei xing yao gan"),
            ("堃喆珺", "kun zhe jun"),
            ("aあ，〇", "? ? ? ?"),
        ] {
            assert_eq!(read(text), said, "{text}");
        }
    }

    #[test]
    fn polyphones_have_their_most_usual_reading() {
        for (c, said) in [
            ('重', "zhong"),
            ('行', "xing"),
            ('长', "chang"),
            ('会', "hui"),
            ('调', "diao"),
            ('乐', "le"),
            ('都', "du"),
            ('率', "lv"),
            ('地', "di"),
            ('得', "de"),
            ('车', "che"),
            ('石', "shi"),
            ('大', "da"),
            ('数', "shu"),
            ('量', "liang"),
            ('区', "qu"),
            ('单', "dan"),
            ('解', "jie"),
            ('的', "de"),
            ('了', "le"),
        ] {
            assert_eq!(pinyin(c), Some(said), "{c}");
        }
    }

    #[test]
    fn neighbours_decide_how_a_polyphone_is_read() {
        for (text, said) in [
            ("重庆银行业", "chong qing yin hang ye"),
            ("重要数据", "zhong yao shu ju"),
            ("長沙市長", "chang sha shi zhang"),
            ("成都", "cheng du"),
            ("厦门大厦", "xia men da sha"),
            ("会计、音乐、空调", "kuai ji ? yin yue ? kong tiao"),
            ("银行长", "yin hang zhang"),
        ] {
            assert_eq!(read(text), said, "{text}");
        }
    }

    #[test]
    fn every_common_character_is_read_and_every_syllable_is_known() {
        let readings = readings();
        let count = readings.numbers.iter().filter(|n| **n != 0).count();
        assert_eq!(count, READ.places().count());
        assert_eq!(count, 8_132);
        assert_eq!(syllables().len(), 409);
        assert!(syllables().is_sorted());
        for number in &readings.numbers {
            let number = usize::from(number & !DEPENDS);
            assert!(number <= syllables().len());
        }
    }

    #[test]
    fn pairs_name_their_character_and_change_its_reading() {
        for line in PAIRS.lines() {
            let parts: Vec<&str> = line.split(' ').collect();
            let [character, reading, words @ ..] = &parts[..] else {
                panic!("{line}");
            };
            let c = character.chars().next().unwrap_or(' ');
            assert!(syllables().contains(reading), "{line}");
            assert_ne!(pinyin(c), Some(*reading), "{line}");
            for word in words {
                assert_eq!(word.chars().count(), 2, "{line}");
                assert!(word.contains(*character), "{line}");
                assert!(read(word).split(' ').any(|said| said == *reading), "{line}");
            }
        }
    }
}
