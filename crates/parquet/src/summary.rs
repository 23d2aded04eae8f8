//! What a column looks like over all batches that were read, without a text for each value:
//! missing, smallest, largest, how many different, most frequent.

use std::collections::HashMap;
use std::hash::{BuildHasherDefault, Hasher};
use std::sync::Arc;

use table::{Count, Standing};

use crate::batch::Column;
use crate::kind::Kind;
use crate::text;
use crate::values::{Blob, Values};

/// Different values that are counted exactly.
const MOST_DIFFERENT: usize = 100_000;

/// Bytes of different texts that are kept for counting them.
const MOST_TEXT: usize = 16 << 20;

/// What was found in a column; every number covers the rows that were added and no others.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Found {
    /// Rows that were looked at.
    pub rows: u64,
    /// Rows without a value.
    pub missing: u64,
    /// Different values; at least so many when there were too many to count.
    pub distinct: Count,
    /// The smallest number, day or time, as a cell shows it.
    pub min: Option<String>,
    /// The largest.
    pub max: Option<String>,
    /// The most frequent values with their numbers, most frequent first and then by text; of too
    /// many different ones those that stand out. Empty when no value came twice.
    pub top: Vec<(String, u64)>,
}

/// Takes in a column batch by batch. Memory is bounded whatever the number of rows.
#[derive(Clone, Debug, Default)]
pub struct Summary {
    kind: Option<Kind>,
    /// The table has so many columns that each gets less for what stands out.
    wide: bool,
    rows: u64,
    missing: u64,
    whole: Option<(i128, i128)>,
    fraction: Option<(f64, f64)>,
    numbers: HashMap<u64, u64, Fast>,
    texts: HashMap<Box<[u8]>, u64, Fast>,
    text_bytes: usize,
    /// The dictionary in use, and how often each of its words was there.
    words: Option<(Arc<Blob>, Vec<u64>)>,
    /// There were too many to go on.
    beyond: Option<Box<Beyond>>,
}

/// What goes on being counted of too many different values.
#[derive(Clone, Debug)]
struct Beyond {
    /// So many were counted when counting was given up.
    different: u64,
    standing: Standing,
}

type Fast = BuildHasherDefault<Multiply>;

impl Summary {
    /// `wide`: the table has so many columns that each gets less for what stands out.
    #[must_use]
    pub fn new(wide: bool) -> Self {
        Self {
            wide,
            ..Self::default()
        }
    }

    /// How many different values are kept: some 20 bytes each. Columns that share memory
    /// [give up](Self::give_up) counting in the order of this.
    #[must_use]
    pub fn kept(&self) -> usize {
        self.numbers.len() + self.texts.len()
    }

    /// Takes in the next rows. A column that could not be read adds missing rows.
    pub fn add(&mut self, column: &Column, rows: usize) {
        self.kind = Some(column.kind);
        self.rows += rows as u64;
        let held = column.values.len();
        let here = column.here();
        let missing = here.map_or(0, |here| here.iter().filter(|here| !**here).count());
        self.missing += (missing + rows.saturating_sub(held)) as u64;
        let has = |row: usize| here.is_none_or(|here| here.get(row).copied().unwrap_or(false));
        match &column.values {
            Values::Bool(values) => {
                let values = values.iter().enumerate().filter(|(row, _)| has(*row));
                values.for_each(|(_, value)| self.number(u64::from(*value)));
            }
            Values::I64(values) => {
                let unsigned = matches!(column.kind, Kind::Unsigned { bits: 64 });
                for (row, value) in values.iter().enumerate() {
                    if has(row) {
                        let wide = if unsigned {
                            i128::from(*value as u64)
                        } else {
                            i128::from(*value)
                        };
                        self.whole(wide);
                        self.number(*value as u64);
                    }
                }
            }
            Values::I128(values) => {
                let values = values.iter().enumerate().filter(|(row, _)| has(*row));
                values.for_each(|(_, value)| {
                    self.whole(*value);
                    self.text(&value.to_le_bytes());
                });
            }
            Values::F64(values) => {
                let values = values.iter().enumerate().filter(|(row, _)| has(*row));
                values.for_each(|(_, value)| self.float(*value));
            }
            Values::Bytes(blob) => {
                let values = blob.iter().enumerate().filter(|(row, _)| has(*row));
                values.for_each(|(_, value)| self.text(value));
            }
            Values::Words { words, index } => {
                self.open_words(words);
                if let Some((_, counts)) = &mut self.words {
                    for (row, word) in index.iter().enumerate() {
                        if has(row)
                            && let Some(count) = counts.get_mut(*word as usize)
                        {
                            *count += 1;
                        }
                    }
                }
            }
        }
    }

    fn whole(&mut self, value: i128) {
        let (min, max) = self.whole.get_or_insert((value, value));
        (*min, *max) = (value.min(*min), value.max(*max));
    }

    fn float(&mut self, value: f64) {
        if !value.is_nan() {
            let (min, max) = self.fraction.get_or_insert((value, value));
            (*min, *max) = (value.min(*min), value.max(*max));
        }
        self.number(value.to_bits());
    }

    fn number(&mut self, bits: u64) {
        if self.beyond.is_none() {
            let is_full = self.numbers.len() >= MOST_DIFFERENT;
            if !is_full || self.numbers.contains_key(&bits) {
                *self.numbers.entry(bits).or_default() += 1;
                return;
            }
            self.give_up();
        }
        let kind = self.kind();
        if let Some(beyond) = &mut self.beyond {
            let write = |out: &mut String| write_bits(kind, bits, out);
            beyond.standing.add(bits, 1, write);
        }
    }

    fn text(&mut self, text: &[u8]) {
        self.texts_of(text, 1);
    }

    fn texts_of(&mut self, text: &[u8], times: u64) {
        if self.beyond.is_none() {
            if let Some(count) = self.texts.get_mut(text) {
                *count += times;
                return;
            }
            let bytes = self.text_bytes + text.len();
            if self.texts.len() < MOST_DIFFERENT && bytes <= MOST_TEXT {
                self.text_bytes = bytes;
                self.texts.insert(text.into(), times);
                return;
            }
            self.give_up();
        }
        let (kind, is_wide) = (self.kind(), self.is_wide());
        if let Some(beyond) = &mut self.beyond {
            let write = |out: &mut String| write_bytes(kind, is_wide, text, out);
            beyond.standing.add(folded(text), times, write);
        }
    }

    /// Counts on only what stands out, from those on that were the most frequent until now.
    #[cold]
    pub fn give_up(&mut self) {
        if self.beyond.is_some() {
            return;
        }
        let mut standing = Standing::new(self.wide);
        let (kind, is_wide) = (self.kind(), self.is_wide());
        let numbers = self.numbers.iter().map(|(bits, count)| (*bits, *count));
        let write = |bits: u64, out: &mut String| write_bits(kind, bits, out);
        for (bits, count, _) in first(numbers, Standing::SEEDS, write) {
            standing.add(bits, count, |out| write(bits, out));
        }
        let texts = self.texts.iter().map(|(text, count)| (&**text, *count));
        let write = |text: &[u8], out: &mut String| write_bytes(kind, is_wide, text, out);
        for (text, count, _) in first(texts, Standing::SEEDS, write) {
            standing.add(folded(text), count, |out| write(text, out));
        }
        self.beyond = Some(Box::new(Beyond {
            different: self.numbers.len().max(self.texts.len()) as u64 + 1,
            standing,
        }));
        self.numbers = HashMap::default();
        self.texts = HashMap::default();
    }

    fn kind(&self) -> Kind {
        self.kind.unwrap_or(Kind::Binary)
    }

    /// Whether the texts are numbers of 128 bits: decimals also come as bytes.
    fn is_wide(&self) -> bool {
        is_wide(self.kind()) && self.whole.is_some()
    }

    /// Counts words of this dictionary from now on.
    fn open_words(&mut self, words: &Arc<Blob>) {
        let same = |(open, _): &(Arc<Blob>, Vec<u64>)| Arc::ptr_eq(open, words);
        if !self.words.as_ref().is_some_and(same) {
            self.close_words();
            self.words = Some((Arc::clone(words), vec![0; words.len()]));
        }
    }

    fn close_words(&mut self) {
        if let Some((words, counts)) = self.words.take() {
            for (word, count) in words.iter().zip(counts).filter(|(_, count)| *count > 0) {
                self.texts_of(word, count);
            }
        }
    }

    /// What was found, with up to `top` of the most frequent values.
    #[must_use]
    pub fn finish(mut self, top: usize) -> Found {
        self.close_words();
        let kind = self.kind();
        let wide = |value: i128| {
            let mut out = String::new();
            let values = match i64::try_from(value) {
                Ok(value) if !is_wide(kind) => Values::I64(vec![value]),
                _ if matches!(kind, Kind::Unsigned { .. }) => return value.to_string(),
                _ => Values::I128(vec![value]),
            };
            text::write(kind, &values, 0, &mut out);
            out
        };
        let (min, max) = match (self.whole, self.fraction) {
            (Some((min, max)), _) => (Some(wide(min)), Some(wide(max))),
            (_, Some((min, max))) => {
                let float = |value: f64| {
                    let mut out = String::new();
                    write_bits(kind, value.to_bits(), &mut out);
                    Some(out)
                };
                (float(min), float(max))
            }
            _ => (None, None),
        };
        let (distinct, most) = match &self.beyond {
            Some(beyond) => (Count::AtLeast(beyond.different), beyond.standing.top(top)),
            None => {
                let different = self.numbers.len() + self.texts.len();
                (Count::Exactly(different as u64), self.most_frequent(top))
            }
        };
        Found {
            rows: self.rows,
            missing: self.missing,
            distinct,
            min,
            max,
            top: most,
        }
    }

    fn most_frequent(&self, top: usize) -> Vec<(String, u64)> {
        let (kind, is_wide) = (self.kind(), self.is_wide());
        let numbers = self.numbers.iter().map(|(bits, count)| (*bits, *count));
        let numbers = first(numbers, top, |bits, out| write_bits(kind, bits, out));
        let texts = self.texts.iter().map(|(text, count)| (&**text, *count));
        let texts = first(texts, top, |text, out| {
            write_bytes(kind, is_wide, text, out)
        });
        let numbers = numbers.into_iter().map(|(_, count, text)| (text, count));
        let texts = texts.into_iter().map(|(_, count, text)| (text, count));
        numbers.chain(texts).collect()
    }
}

/// The most frequent of those that came twice, and their texts. Ties are settled by text, as in
/// tables of texts; so only those that tie, or are more frequent, are written.
fn first<T: Copy>(
    counted: impl Iterator<Item = (T, u64)> + Clone,
    most: usize,
    write: impl Fn(T, &mut String),
) -> Vec<(T, u64, String)> {
    let twice = counted.filter(|(_, count)| *count > 1);
    let counts = twice.clone().map(|(_, count)| count);
    let Some(least) = sorting::first(counts, most, |a, b| b.cmp(a)).pop() else {
        return Vec::new();
    };
    let written = twice.filter(|(_, count)| *count >= least);
    let written = written.map(|(value, count)| {
        let mut text = String::new();
        write(value, &mut text);
        (value, count, text)
    });
    sorting::first(written, most, |a, b| {
        b.1.cmp(&a.1).then_with(|| a.2.cmp(&b.2))
    })
}

fn write_bits(kind: Kind, bits: u64, out: &mut String) {
    let values = match kind {
        Kind::Boolean => Values::Bool(vec![bits == 1]),
        _ if is_fraction(kind) => Values::F64(vec![f64::from_bits(bits)]),
        _ => Values::I64(vec![bits as i64]),
    };
    text::write(kind, &values, 0, out);
}

/// Bytes, or a number of 128 bits by its bytes.
fn write_bytes(kind: Kind, is_wide: bool, bytes: &[u8], out: &mut String) {
    match (bytes.try_into().map(i128::from_le_bytes), is_wide) {
        (Ok(value), true) => text::write(kind, &Values::I128(vec![value]), 0, out),
        _ => {
            let mut one = Blob::default();
            one.push(bytes);
            text::write(kind, &Values::Bytes(one), 0, out);
        }
    }
}

/// Bytes as one number, which two of them hardly ever share.
fn folded(bytes: &[u8]) -> u64 {
    let mut hasher = Multiply::default();
    hasher.write(bytes);
    hasher.finish()
}

/// Kinds whose numbers are held in 128 bits.
fn is_wide(kind: Kind) -> bool {
    matches!(kind, Kind::Int96 | Kind::Decimal { .. })
}

fn is_fraction(kind: Kind) -> bool {
    matches!(kind, Kind::Float16 | Kind::Float32 | Kind::Float64)
}

/// Multiplies and folds: values of a file choose their own buckets, but no more than
/// [`MOST_DIFFERENT`] of them, so that an unlucky file costs time and not more.
#[derive(Debug, Default)]
struct Multiply(u64);

impl Hasher for Multiply {
    fn finish(&self) -> u64 {
        self.0
    }

    fn write(&mut self, bytes: &[u8]) {
        for eight in bytes.chunks(8) {
            self.write_u64(crate::encoding::bits::long(eight));
        }
    }

    fn write_u64(&mut self, value: u64) {
        let mixed = u128::from(self.0.rotate_left(5) ^ value) * 0x9e37_79b9_7f4a_7c15;
        self.0 = (mixed >> 64) as u64 ^ mixed as u64;
    }

    fn write_usize(&mut self, value: usize) {
        self.write_u64(value as u64);
    }
}
