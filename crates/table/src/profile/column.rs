//! One column while rows go by.

use super::about::{Distinct, Frequent};
use super::days::Days;
use super::hash::Key;
use super::numbers::Numbers;
use super::tally::{Added, Tally};
use super::{ColumnProfile, Histogram, TopValue};
use crate::kind::{Fit, Values, is_mobile};
use crate::{Count, Kind};

/// How many of the most frequent values a profile names.
const TOP: usize = 5;

/// How many of the most frequent values go on being counted once there are too many to keep.
pub(super) const SEEDS: usize = 64;

/// Values longer than this are cut where a profile quotes them, in characters.
const LONGEST_QUOTED: usize = 120;

#[derive(Clone, Debug, Default)]
pub(super) struct Running {
    fit: Fit,
    seen: Seen,
    filled: u64,
    longest: u32,
    /// The bytes that the profiler has on its account for this column.
    pub(super) weighed: usize,
}

/// The texts of a column.
#[derive(Clone, Debug)]
enum Seen {
    /// All of them. A text that comes again can change no kind and no extreme.
    All(Tally),
    /// Too many.
    Many(Box<Many>),
}

/// What is known of texts that are too many to be kept.
#[derive(Clone, Debug)]
struct Many {
    distinct: Distinct,
    frequent: Frequent,
    numbers: Numbers,
    days: Days,
    /// Cells that are mobile numbers, as long as that can matter.
    mobiles: u64,
}

impl Default for Seen {
    fn default() -> Self {
        Self::All(Tally::default())
    }
}

impl Running {
    /// Takes in cells; `keys` is memory that is used again, for `wide` see
    /// [`let_go`](Self::let_go). Whether the memory of the column changed.
    pub(super) fn add_all<'a, I>(
        &mut self,
        texts: impl Fn() -> I,
        keys: &mut Vec<Key>,
        wide: bool,
    ) -> bool
    where
        I: Iterator<Item = &'a str>,
    {
        keys.clear();
        keys.extend(texts().map(Key::of));
        if let Seen::All(tally) = &mut self.seen {
            tally.warm(keys);
        }
        for (text, key) in texts().zip(keys.iter()) {
            let trimmed = trimmed(text);
            if !trimmed.is_empty() {
                self.add(text, trimmed, *key, 1, wide);
            }
        }
        self.size() != self.weighed
    }

    /// Takes in a text that is there `times`, as [`add_all`](Self::add_all) does.
    pub(super) fn add_times(&mut self, text: &str, times: u32, wide: bool) -> bool {
        let trimmed = trimmed(text);
        if !trimmed.is_empty() && times > 0 {
            self.add(text, trimmed, Key::of(text), times, wide);
        }
        self.size() != self.weighed
    }

    #[inline]
    fn add(&mut self, text: &str, trimmed: &str, key: Key, times: u32, wide: bool) {
        if let Seen::All(tally) = &mut self.seen {
            match tally.add(text, key, times) {
                Added::Again => {
                    self.filled += u64::from(times);
                    return;
                }
                Added::New => {
                    self.filled += u64::from(times);
                    self.fit.add(trimmed);
                    self.measure(text);
                    return;
                }
                Added::NoRoom => self.let_go(wide),
            }
        }
        if let Seen::Many(many) = &mut self.seen {
            self.filled += u64::from(times);
            many.distinct.add(key.hash);
            many.frequent.add(text, key.hash, u64::from(times));
            let values = self.fit.add(trimmed);
            many.spread(values, u64::from(times));
            if self.fit.has_mobiles() && is_mobile(trimmed.as_bytes()) {
                many.mobiles += u64::from(times);
            }
            self.measure(text);
        }
    }

    fn measure(&mut self, text: &str) {
        // A text has at most as many characters as bytes, so most need no counting.
        if text.len() > self.longest as usize {
            let long = u32::try_from(text.chars().count()).unwrap_or(u32::MAX);
            self.longest = self.longest.max(long);
        }
    }

    /// The bytes that it keeps of different texts.
    pub(super) fn size(&self) -> usize {
        match &self.seen {
            Seen::All(tally) => tally.size(),
            Seen::Many(_) => 0,
        }
    }

    /// Stops keeping texts: counts about from now on, in less memory if the table is `wide`.
    #[cold]
    #[inline(never)]
    pub(super) fn let_go(&mut self, wide: bool) {
        let Seen::All(tally) = &self.seen else { return };
        let mut many = Many {
            distinct: Distinct::new(wide),
            frequent: Frequent::new(wide),
            numbers: Numbers::default(),
            days: Days::default(),
            mobiles: self.mobiles(),
        };
        for (text, count) in tally.all() {
            many.distinct.add(Key::of(text).hash);
            many.spread(Values::of(text.trim()), count);
        }
        for (text, count) in tally.top(SEEDS) {
            if count > 1 {
                many.frequent.add(text, Key::of(text).hash, count);
            }
        }
        self.seen = Seen::Many(Box::new(many));
    }

    pub(super) fn kind(&self) -> Kind {
        self.fit.kind().among_mobiles(self.mobiles(), self.filled)
    }

    /// How many cells are mobile numbers; none where that cannot matter.
    fn mobiles(&self) -> u64 {
        match &self.seen {
            _ if !self.fit.has_mobiles() => 0,
            Seen::Many(many) => many.mobiles,
            Seen::All(tally) => {
                let all = tally.all();
                let mobiles = all.filter(|(text, _)| is_mobile(trimmed(text).as_bytes()));
                mobiles.map(|(_, count)| count).sum()
            }
        }
    }

    pub(super) fn profile(&self, rows: u64) -> ColumnProfile {
        let kind = self.kind();
        let extremes = self.fit.extremes();
        let (min, max) = match extremes.filter(|_| kind.is_number() || kind.is_date()) {
            Some((min, max)) => (Some(quoted(min)), Some(quoted(max))),
            None => (None, None),
        };
        let (distinct, mut top) = match &self.seen {
            Seen::All(tally) => (Count::Exactly(tally.different() as u64), tally.top(TOP)),
            Seen::Many(many) => (
                Count::About(many.distinct.estimate()),
                many.frequent.top(TOP),
            ),
        };
        if top.first().is_some_and(|(_, count)| *count < 2) {
            top.clear();
        }
        ColumnProfile {
            kind,
            missing: rows - self.filled,
            distinct,
            min,
            max,
            longest: self.longest,
            top: top
                .into_iter()
                .map(|(value, count)| TopValue {
                    value: quoted(value),
                    count,
                })
                .collect(),
            histogram: self.histogram(kind),
        }
    }

    /// The bars of a column of numbers or dates; none where they would not cover every cell.
    fn histogram(&self, kind: Kind) -> Option<Histogram> {
        if !(kind.is_number() || kind.is_date()) || !self.fit.is_ordered() {
            return None;
        }
        let all;
        let (numbers, days) = match &self.seen {
            Seen::Many(many) => (&many.numbers, &many.days),
            Seen::All(tally) => {
                let (mut numbers, mut days) = (Numbers::default(), Days::default());
                for (text, count) in tally.all() {
                    match Values::of(text.trim()) {
                        Values {
                            number: Some(number),
                            ..
                        } if kind.is_number() => numbers.add(number, count),
                        Values { day: Some(day), .. } if kind.is_date() => days.add(day, count),
                        _ => {}
                    }
                }
                all = (numbers, days);
                (&all.0, &all.1)
            }
        };
        let (histogram, counted) = match kind {
            Kind::Percent => numbers.finish("%", false),
            Kind::Integer => numbers.finish("", true),
            _ if kind.is_number() => numbers.finish("", false),
            _ => days.finish(),
        }?;
        (counted == self.filled).then_some(histogram)
    }
}

impl Many {
    #[inline]
    fn spread(&mut self, values: Values, times: u64) {
        if let Some(number) = values.number {
            self.numbers.add(number, times);
        }
        if let Some(day) = values.day {
            self.days.add(day, times);
        }
    }
}

/// The text without white space at its ends. Most has none, which its first and last byte tell:
/// a plain character of ASCII, or one from U+4000 on.
#[inline]
fn trimmed(text: &str) -> &str {
    let bytes = text.as_bytes();
    let plain = |byte: &u8| matches!(byte, b'!'..=b'~');
    let first = bytes
        .first()
        .is_some_and(|byte| plain(byte) || *byte >= 0xE4);
    let last = match bytes {
        [.., byte] if plain(byte) => true,
        [.., lead, _, _] => *lead >= 0xE4,
        _ => false,
    };
    if first && last { text } else { text.trim() }
}

fn quoted(text: &str) -> String {
    match text.char_indices().nth(LONGEST_QUOTED) {
        Some((end, _)) => format!("{}…", text.get(..end).unwrap_or_default()),
        None => text.to_owned(),
    }
}
