//! The profile of rows that come column by column: numbers as numbers, words of a dictionary once
//! with their count, other texts as the profiles of all formats take them.

use super::{
    heads::stated,
    texts::{self, Words},
};
use parquet::{Column, Kind, Summary, Values};
use std::ops::Range;
use table::{ColumnProfile, Count, Profile, Profiler, Spread, TopValue};

/// Most frequent values that are named.
const TOP: usize = 5;

/// Different numbers that all columns together count exactly: some 45 MB.
const DIFFERENT: usize = 2_000_000;

/// Tables with more columns than this have less memory for each.
const WIDE: usize = 500;

/// Looks at batches.
pub(super) struct Gather {
    rows: u64,
    profiler: Profiler,
    columns: Vec<Gathered>,
    /// Different numbers that the columns keep.
    kept: usize,
}

#[derive(Default)]
struct Gathered {
    numbers: Option<Box<Numbers>>,
    words: Option<Words>,
}

struct Numbers {
    kind: Kind,
    summary: Summary,
    spread: Spread,
    /// Whole numbers that may be mobile numbers.
    mobiles: u64,
}

/// Numbers that mobile numbers of the mainland are.
const MOBILES: Range<i64> = 13_000_000_000..20_000_000_000;

impl Gather {
    /// For so many columns.
    pub(super) fn new(columns: usize) -> Self {
        Self {
            rows: 0,
            profiler: Profiler::new(columns),
            columns: (0..columns).map(|_| Gathered::default()).collect(),
            kept: 0,
        }
    }

    /// Rows of which all columns were looked at.
    pub(super) fn rows(&self) -> u64 {
        self.rows
    }

    /// So many rows are done.
    pub(super) fn add_rows(&mut self, rows: u64) {
        self.rows += rows;
        self.profiler.add_rows(rows);
    }

    /// Takes in the rows of a column. `see` is shown the texts of the rows from `unseen` on.
    pub(super) fn add(
        &mut self,
        at: usize,
        column: &Column,
        rows: usize,
        unseen: usize,
        see: Option<&mut dyn FnMut(&str)>,
    ) {
        let width = self.columns.len();
        let Some(gathered) = self.columns.get_mut(at) else {
            return;
        };
        match &column.values {
            Values::Words { index, .. } => {
                let known = gathered.words.as_ref();
                if !known.is_some_and(|words| words.is_of(column)) {
                    flush(&mut self.profiler, at, gathered.words.as_mut());
                    gathered.words = Words::of(column);
                }
                let Some(words) = &mut gathered.words else {
                    return;
                };
                let here = column.here();
                let has = |row: usize| here.is_none_or(|here| here.get(row) == Some(&true));
                for (row, word) in index.iter().enumerate() {
                    if has(row)
                        && let Some(count) = words.counts.get_mut(*word as usize)
                    {
                        *count += 1;
                    }
                }
                if let Some(see) = see {
                    let rows = index.iter().enumerate().skip(unseen);
                    let rows = rows.filter(|(row, _)| has(*row));
                    rows.filter_map(|(_, word)| words.texts.get(*word as usize))
                        .for_each(|text| see(text));
                }
            }
            Values::Bytes(_) => {
                flush(&mut self.profiler, at, gathered.words.as_mut());
                gathered.words = None;
                let texts = texts::of(column, 0, rows);
                self.profiler
                    .add_cells(at, || texts.iter().map(AsRef::as_ref));
                if let Some(see) = see {
                    let missing = (0..unseen).filter(|row| !column.has(*row)).count();
                    let texts = texts.iter().skip(unseen - missing);
                    texts.for_each(|text| see(text));
                }
            }
            _ => {
                let numbers = gathered.numbers.get_or_insert_with(|| {
                    Box::new(Numbers {
                        kind: column.kind,
                        summary: Summary::new(width > WIDE),
                        spread: Spread::new(width > WIDE),
                        mobiles: 0,
                    })
                });
                self.kept -= numbers.summary.kept();
                numbers.add(column, rows);
                self.kept += numbers.summary.kept();
                if let Some(see) = see {
                    texts::of(column, unseen, rows)
                        .iter()
                        .for_each(|text| see(text));
                }
                if self.kept > DIFFERENT {
                    self.let_go();
                }
            }
        }
    }

    /// The columns that keep most count about from now on, as long as all of them keep too much:
    /// as texts are let go of, so that a column of few values stays exact beside many of many.
    #[cold]
    fn let_go(&mut self) {
        while self.kept > DIFFERENT {
            let all = self.columns.iter_mut();
            let summaries = all.filter_map(|column| Some(&mut column.numbers.as_mut()?.summary));
            let Some(largest) = summaries.max_by_key(|summary| summary.kept()) else {
                return;
            };
            self.kept -= largest.kept();
            largest.give_up();
        }
    }

    /// Dictionaries are not needed further: their words are counted.
    pub(super) fn settle(&mut self) {
        for (at, gathered) in self.columns.iter_mut().enumerate() {
            flush(&mut self.profiler, at, gathered.words.as_mut());
            gathered.words = None;
        }
    }

    /// What was found. Counts what is still open.
    pub(super) fn profile(&mut self, kinds: &[Kind]) -> Profile {
        for (at, gathered) in self.columns.iter_mut().enumerate() {
            flush(&mut self.profiler, at, gathered.words.as_mut());
        }
        let mut profile = self.profiler.finish(self.columns.len());
        let columns = profile.columns.iter_mut().zip(&self.columns).zip(kinds);
        for ((found, gathered), kind) in columns {
            if let Some(numbers) = &gathered.numbers {
                *found = numbers.profile(self.rows);
            } else if let Some(kind) = stated(*kind)
                && found.kind != table::Kind::Empty
            {
                found.kind = kind;
            }
        }
        profile
    }
}

fn flush(profiler: &mut Profiler, at: usize, words: Option<&mut Words>) {
    let Some(words) = words else { return };
    for (text, count) in words.texts.iter().zip(&mut words.counts) {
        if *count > 0 {
            profiler.add_times(at, text, std::mem::take(count));
        }
    }
}

impl Numbers {
    fn add(&mut self, column: &Column, rows: usize) {
        self.summary.add(column, rows);
        let here = column.here();
        let has = |row: usize| here.is_none_or(|here| here.get(row) == Some(&true));
        let (spread, mobiles) = (&mut self.spread, &mut self.mobiles);
        match &column.values {
            Values::I64(values) => {
                let values = values.iter().enumerate().filter(|(row, _)| has(*row));
                let values = values.map(|(_, value)| *value);
                let number = |value: i64, scale: f64| value as f64 / scale;
                match column.kind {
                    Kind::Date => {
                        values.for_each(|day| spread.moment(day.saturating_mul(86_400), day as u64))
                    }
                    Kind::Timestamp(unit, _) => {
                        let per_second = unit.per_second();
                        values.for_each(|at| spread.moment(at.div_euclid(per_second), at as u64));
                    }
                    Kind::Time(..) => values.for_each(|time| spread.different(time as u64)),
                    Kind::Unsigned { bits: 64 } => {
                        values.for_each(|v| {
                            *mobiles += u64::from(MOBILES.contains(&v));
                            spread.number(v as u64 as f64, v as u64);
                        });
                    }
                    Kind::Decimal { scale } => {
                        let (is_whole, scale) = (scale == 0, 10f64.powi(scale));
                        values.for_each(|v| {
                            *mobiles += u64::from(is_whole && MOBILES.contains(&v));
                            spread.number(number(v, scale), v as u64);
                        });
                    }
                    _ => values.for_each(|v| {
                        *mobiles += u64::from(MOBILES.contains(&v));
                        spread.number(v as f64, v as u64);
                    }),
                }
            }
            Values::I128(values) => {
                let values = values.iter().enumerate().filter(|(row, _)| has(*row));
                for (_, value) in values {
                    let bits = (*value >> 64) as u64 ^ *value as u64;
                    match column.kind {
                        Kind::Decimal { scale } => {
                            spread.number(*value as f64 / 10f64.powi(scale), bits);
                        }
                        _ => spread.moment(value.div_euclid(1_000_000_000) as i64, bits),
                    }
                }
            }
            Values::F64(values) => {
                let values = values.iter().enumerate().filter(|(row, _)| has(*row));
                values.for_each(|(_, value)| spread.number(*value, value.to_bits()));
            }
            _ => {}
        }
    }

    fn profile(&self, rows: u64) -> ColumnProfile {
        let found = self.summary.clone().finish(TOP);
        let filled = found.rows - found.missing;
        let kind = stated(self.kind).unwrap_or(table::Kind::Text);
        let kind = kind.among_mobiles(self.mobiles, filled);
        let distinct = match found.distinct {
            Count::AtLeast(_) => self.spread.about(),
            distinct => distinct,
        };
        let is_ordered = kind.is_number() || kind.is_date();
        let texts = found.top.iter().map(|(text, _)| text);
        let texts = texts.chain(&found.min).chain(&found.max);
        let longest = texts.map(|text| text.chars().count()).max().unwrap_or(0);
        let top = found.top.into_iter();
        ColumnProfile {
            kind: if filled == 0 {
                table::Kind::Empty
            } else {
                kind
            },
            missing: rows.saturating_sub(filled),
            distinct,
            min: found.min.filter(|_| is_ordered),
            max: found.max.filter(|_| is_ordered),
            longest: u32::try_from(longest).unwrap_or(u32::MAX),
            top: top
                .map(|(value, count)| TopValue { value, count })
                .collect(),
            histogram: self.spread.histogram(kind),
        }
    }
}
