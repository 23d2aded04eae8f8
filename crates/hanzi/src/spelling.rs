//! What somebody may have meant who typed letters for Chinese: `yuyin` is 语音, and so are
//! `yuy` and `yy`.

use crate::readings::syllables;

/// Most letters that are read; a longer word is no pinyin.
pub const MAX_LETTERS: usize = 40;
/// Most ways that are told for one word, the likeliest first.
pub const MAX_SPELLINGS: usize = 8;
/// Most letters that are taken for initials: longer names are not typed that way, but every
/// other word of a European language could be.
const MAX_INITIALS: usize = 8;
/// The longest syllables: `zhuang`.
const LONGEST: usize = 6;

/// One character's share of what was typed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Syllable<'w> {
    /// Its letters, `ü` as `v`.
    pub letters: &'w str,
    /// Whether that is a whole syllable; else only the beginning of one: an initial, or what
    /// was typed of it so far.
    pub whole: bool,
}

impl Syllable<'_> {
    /// Whether a character read as `reading` may stand here. Of the last one a whole syllable
    /// may go on as well (`sha` on the way to `shang`), which is for the caller to say.
    #[must_use]
    pub fn fits(&self, reading: &str, may_go_on: bool) -> bool {
        match self.whole && !may_go_on {
            true => reading == self.letters,
            false => reading.starts_with(self.letters),
        }
    }
}

/// The ways to read `word`, in small ASCII letters, as Chinese: first cut into syllables, of
/// which the last may not be finished, the fewest first; then as initials, one a character
/// (`yy`), of which `zh`, `ch` and `sh` may have both letters. None if it cannot be read so.
#[must_use]
pub fn spellings(word: &str) -> Vec<Vec<Syllable<'_>>> {
    let mut found = Vec::new();
    if word.is_empty() || word.len() > MAX_LETTERS || !word.bytes().all(|b| b.is_ascii_lowercase())
    {
        return found;
    }
    let mut all = Vec::new();
    cut(word, &mut Vec::new(), &mut all);
    let key = |cuts: &[Syllable<'_>]| (cuts.iter().any(|part| !part.whole), cuts.len());
    // Behind its equals, so that of equal lengths the one with the longer first syllables stays
    // first. So few that no sorting need be compiled for them.
    for cuts in all {
        let place = found.partition_point(|other: &Vec<_>| key(other) <= key(&cuts));
        found.insert(place, cuts);
    }
    found.truncate(MAX_SPELLINGS - 2);
    for both in [true, false] {
        if let Some(initials) = initials(word, both)
            && !found.contains(&initials)
        {
            found.push(initials);
        }
    }
    found
}

/// The whole syllable that `letters` spell, in its one form here: `lyu` and `lue` as others
/// write `lv` and `lve`.
fn whole(letters: &str) -> Option<&'static str> {
    let letters = match letters {
        "lyu" => "lv",
        "nyu" => "nv",
        "lue" | "lyue" => "lve",
        "nue" | "nyue" => "nve",
        usual => usual,
    };
    let place = syllables().binary_search(&letters).ok()?;
    syllables().get(place).copied()
}

/// Whether a longer syllable begins with `letters`.
fn begins(letters: &str) -> bool {
    let place = syllables().partition_point(|syllable| *syllable < letters);
    let next = syllables().get(place);
    next.is_some_and(|syllable| syllable.starts_with(letters))
}

/// Cuts `rest`, the longest syllables first, until enough ways were found.
fn cut<'w>(rest: &'w str, open: &mut Vec<Syllable<'w>>, found: &mut Vec<Vec<Syllable<'w>>>) {
    // Twice as many as are told, to choose among.
    if found.len() >= 2 * MAX_SPELLINGS {
        return;
    }
    if rest.is_empty() {
        found.push(open.clone());
        return;
    }
    for len in (1..=LONGEST.min(rest.len())).rev() {
        let Some((letters, after)) = rest.split_at_checked(len) else {
            continue;
        };
        let part = match whole(letters) {
            Some(letters) => Syllable {
                letters,
                whole: true,
            },
            None if after.is_empty() && begins(letters) => Syllable {
                letters,
                whole: false,
            },
            None => continue,
        };
        open.push(part);
        cut(after, open, found);
        open.pop();
    }
}

/// Every letter as an initial; `both` to take `zh`, `ch` and `sh` for one.
fn initials(word: &str, both: bool) -> Option<Vec<Syllable<'_>>> {
    if word.len() > MAX_INITIALS {
        return None;
    }
    let mut rest = word;
    let mut initials = Vec::new();
    while !rest.is_empty() {
        let two = both && ["zh", "ch", "sh"].iter().any(|two| rest.starts_with(two));
        let (letters, after) = rest.split_at_checked(if two { 2 } else { 1 })?;
        // No syllable begins with i, u or v.
        if !begins(letters) {
            return None;
        }
        initials.push(Syllable {
            letters,
            whole: false,
        });
        rest = after;
    }
    Some(initials)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Each way on its own, unfinished parts with a dash.
    fn ways(word: &str) -> Vec<String> {
        let show = |part: &Syllable<'_>| match part.whole {
            true => part.letters.to_owned(),
            false => format!("{}-", part.letters),
        };
        let way = |way: &Vec<Syllable<'_>>| way.iter().map(show).collect::<Vec<_>>().join(" ");
        spellings(word).iter().map(way).collect()
    }

    #[test]
    fn words_are_cut_into_syllables_the_last_perhaps_unfinished() {
        for (word, expected) in [
            ("yuyin", &["yu yin"][..]),
            ("yuy", &["yu y-"]),
            ("shuju", &["shu ju"]),
            ("shuj", &["shu j-"]),
            ("shangh", &["shang h-"]),
            ("xian", &["xian", "xi an"]),
            ("fangan", &["fang an", "fan gan"]),
            ("lvyou", &["lv you"]),
            ("lyuse", &["lv se"]),
            ("celue", &["ce lve"]),
            ("q", &["q-"]),
            ("zh", &["zh-", "z- h-"]),
            ("zhuang", &["zhuang"]),
        ] {
            let found = ways(word);
            assert!(found.len() <= MAX_SPELLINGS, "{word}");
            for (at, way) in expected.iter().enumerate() {
                assert_eq!(
                    found.get(at).map(String::as_str),
                    Some(*way),
                    "{word} {found:?}"
                );
            }
        }
    }

    #[test]
    fn letters_that_begin_syllables_are_initials() {
        for (word, expected) in [
            ("yy", "y- y-"),
            ("zgyh", "z- g- y- h-"),
            ("zhgyh", "zh- g- y- h-"),
            ("sjs", "s- j- s-"),
        ] {
            assert!(ways(word).contains(&expected.to_owned()), "{word}");
        }
    }

    #[test]
    fn other_words_are_no_pinyin() {
        for word in [
            "",
            "benchmark",
            "vv",
            "iot",
            "covid",
            "2021",
            "Yuyin",
            "语音",
            "x y",
        ] {
            assert!(ways(word).is_empty(), "{word} {:?}", ways(word));
        }
        let long = "a".repeat(MAX_LETTERS + 1);
        assert!(spellings(&long).is_empty());
        assert!(spellings(&long[1..]).len() <= MAX_SPELLINGS);
    }

    #[test]
    fn every_syllable_is_found_alone_and_beside_every_other() {
        for first in syllables() {
            assert_eq!(ways(first).first().map(String::as_str), Some(*first));
            for second in syllables() {
                let word = format!("{first}{second}");
                let both = format!("{first} {second}");
                // Where it can be one syllable or cut elsewhere, it is among the others.
                assert!(ways(&word).contains(&both), "{word}: {:?}", ways(&word));
            }
        }
    }

    #[test]
    fn a_part_fits_the_readings_that_it_spells_or_begins() {
        let whole = Syllable {
            letters: "sha",
            whole: true,
        };
        assert!(whole.fits("sha", false) && !whole.fits("shang", false));
        assert!(whole.fits("shang", true));
        let begun = Syllable {
            letters: "sh",
            whole: false,
        };
        assert!(begun.fits("shu", false) && !begun.fits("su", false));
    }
}
