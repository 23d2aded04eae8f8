//! What a column looks like over all batches that were read, without a text for each value:
//! missing, smallest, largest, how many different, most frequent.

use std::collections::HashMap;
use std::hash::{BuildHasherDefault, Hasher};
use std::sync::Arc;

use table::Count;

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
    /// The most frequent values with their numbers, most frequent first. Empty when there were
    /// too many different ones.
    pub top: Vec<(String, u64)>,
}

/// Takes in a column batch by batch. Memory is bounded whatever the number of rows.
#[derive(Clone, Debug, Default)]
pub struct Summary {
    kind: Option<Kind>,
    /// Different values that are counted exactly; 0 is [`MOST_DIFFERENT`].
    most: usize,
    rows: u64,
    missing: u64,
    whole: Option<(i128, i128)>,
    fraction: Option<(f64, f64)>,
    numbers: HashMap<u64, u64, Fast>,
    texts: HashMap<Box<[u8]>, u64, Fast>,
    text_bytes: usize,
    /// The dictionary in use, and how often each of its words was there.
    words: Option<(Arc<Blob>, Vec<u64>)>,
    /// So many different values were counted when counting was given up.
    given_up: Option<u64>,
}

type Fast = BuildHasherDefault<Multiply>;

impl Summary {
    /// Counts fewer different values than by itself, where many columns share the memory: each
    /// takes some 20 bytes.
    #[must_use]
    pub fn up_to(most: usize) -> Self {
        Self {
            most: most.clamp(1, MOST_DIFFERENT),
            ..Self::default()
        }
    }

    fn most(&self) -> usize {
        if self.most == 0 {
            MOST_DIFFERENT
        } else {
            self.most
        }
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
        if self.given_up.is_none() {
            *self.numbers.entry(bits).or_default() += 1;
            if self.numbers.len() > self.most() {
                self.give_up();
            }
        }
    }

    fn text(&mut self, text: &[u8]) {
        self.texts_of(text, 1);
    }

    fn texts_of(&mut self, text: &[u8], times: u64) {
        if self.given_up.is_some() {
            return;
        }
        if let Some(count) = self.texts.get_mut(text) {
            *count += times;
            return;
        }
        self.text_bytes += text.len();
        self.texts.insert(text.into(), times);
        if self.texts.len() > self.most() || self.text_bytes > MOST_TEXT {
            self.give_up();
        }
    }

    fn give_up(&mut self) {
        self.given_up = Some(self.numbers.len().max(self.texts.len()) as u64);
        self.numbers = HashMap::default();
        self.texts = HashMap::default();
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
        let kind = self.kind.unwrap_or(Kind::Binary);
        let write = |values: &Values| {
            let mut out = String::new();
            text::write(kind, values, 0, &mut out);
            out
        };
        let wide = |value: i128| match i64::try_from(value) {
            Ok(value) if !is_wide(kind) => write(&Values::I64(vec![value])),
            _ if matches!(kind, Kind::Unsigned { .. }) => value.to_string(),
            _ => write(&Values::I128(vec![value])),
        };
        let bits = |bits: u64| match kind {
            Kind::Boolean => write(&Values::Bool(vec![bits == 1])),
            _ if self.fraction.is_some() || is_fraction(kind) => {
                write(&Values::F64(vec![f64::from_bits(bits)]))
            }
            _ => write(&Values::I64(vec![bits as i64])),
        };
        let text = |text: &[u8]| match (text.try_into().map(i128::from_le_bytes), is_wide(kind)) {
            (Ok(value), true) if self.whole.is_some() => write(&Values::I128(vec![value])),
            _ => {
                let mut one = Blob::default();
                one.push(text);
                write(&Values::Bytes(one))
            }
        };
        let (min, max) = match (self.whole, self.fraction) {
            (Some((min, max)), _) => (Some(wide(min)), Some(wide(max))),
            (_, Some((min, max))) => {
                let float = |value: f64| Some(bits(value.to_bits()));
                (float(min), float(max))
            }
            _ => (None, None),
        };
        let distinct = match self.given_up {
            Some(count) => Count::AtLeast(count),
            None => Count::Exactly((self.numbers.len() + self.texts.len()) as u64),
        };
        let numbers = first(
            self.numbers.iter().map(|(value, count)| (*value, *count)),
            top,
        );
        let texts = first(self.texts.iter().map(|(text, count)| (text, *count)), top);
        let numbers = numbers
            .into_iter()
            .map(|(value, count)| (bits(value), count));
        let texts = texts
            .into_iter()
            .map(|(value, count)| (text(value.as_ref()), count));
        let top = numbers.chain(texts).collect();
        Found {
            rows: self.rows,
            missing: self.missing,
            distinct,
            min,
            max,
            top,
        }
    }
}

/// The most frequent. Ties are settled by the values' own bytes, so that every machine says the same.
fn first<T: Ord>(counted: impl Iterator<Item = (T, u64)>, most: usize) -> Vec<(T, u64)> {
    sorting::first(counted, most, |a, b| {
        b.1.cmp(&a.1).then_with(|| a.0.cmp(&b.0))
    })
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
