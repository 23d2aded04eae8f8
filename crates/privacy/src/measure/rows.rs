//! Takes rows in one by one, keeps each different combination of values once.

use super::places::{Place, Places, hash_numbers};
use super::sensitive::Sensitive;
use super::values::{BLANK, Values};
use super::{Risk, TooMuch};

/// The memory that one measuring may take, in bytes. A million rows whose six columns have few
/// values each, all combinations different, take about half; a million rows with eight columns of
/// a million values each are refused.
pub const MOST_BYTES: usize = 128 << 20;

/// Rows on their way to a [`Risk`].
#[derive(Clone, Debug)]
pub struct Measure {
    columns: Vec<Values>,
    sensitive: Vec<Sensitive>,
    /// Classes by the numbers of their values.
    places: Places,
    /// The numbers of each class, one for each column.
    tuples: Vec<u32>,
    /// The rows of each class.
    sizes: Vec<u32>,
    /// The row that is being taken in.
    row: Vec<u32>,
    rows: u64,
    blank: u64,
    most_bytes: usize,
    failed: Option<TooMuch>,
}

impl Measure {
    /// Over so many quasi-identifiers and so many sensitive columns, within [`MOST_BYTES`].
    #[must_use]
    pub fn new(quasi: usize, sensitive: usize) -> Self {
        Self::within(quasi, sensitive, MOST_BYTES)
    }

    /// The same within `most_bytes` of memory.
    #[must_use]
    pub fn within(quasi: usize, sensitive: usize, most_bytes: usize) -> Self {
        Self {
            columns: vec![Values::default(); quasi],
            sensitive: vec![Sensitive::default(); sensitive],
            places: Places::default(),
            tuples: Vec::new(),
            sizes: Vec::new(),
            row: Vec::with_capacity(quasi),
            rows: 0,
            blank: 0,
            most_bytes,
            failed: None,
        }
    }

    /// Takes in a row: its quasi-identifiers and its sensitive cells, in the order of the
    /// columns; cells that it lacks are blank. Once the bound is met nothing more is taken.
    pub fn push<'a>(
        &mut self,
        quasi: impl IntoIterator<Item = &'a str>,
        sensitive: impl IntoIterator<Item = &'a str>,
    ) {
        if self.failed.is_some() {
            return;
        }
        if self.add(quasi.into_iter(), sensitive.into_iter()).is_none() {
            self.failed = Some(TooMuch::Collisions { rows: self.rows });
        } else if self.rows.is_multiple_of(1024) && self.bytes() > self.most_bytes {
            let (rows, bytes) = (self.rows, self.most_bytes);
            *self = Self::new(0, 0);
            self.failed = Some(TooMuch::Memory { rows, bytes });
        }
    }

    fn add<'a>(
        &mut self,
        mut quasi: impl Iterator<Item = &'a str>,
        mut sensitive: impl Iterator<Item = &'a str>,
    ) -> Option<()> {
        self.row.clear();
        for column in &mut self.columns {
            self.row.push(column.number(quasi.next().unwrap_or(""))?);
        }
        let (row, tuples) = (self.row.as_slice(), &mut self.tuples);
        let place = self.places.find(hash_numbers(row), |class| {
            let start = class as usize * row.len();
            tuples.get(start..start + row.len()) == Some(row)
        })?;
        let class = match place {
            Place::Known(class) => class,
            Place::New(class) => {
                tuples.extend_from_slice(row);
                self.sizes.push(0);
                class
            }
        };
        let size = self.sizes.get_mut(class as usize)?;
        *size = size.checked_add(1)?;
        for column in &mut self.sensitive {
            column.add(class, sensitive.next().unwrap_or(""))?;
        }
        self.rows += 1;
        self.blank += u64::from(row.contains(&BLANK));
        Some(())
    }

    fn bytes(&self) -> usize {
        let numbers = self.tuples.capacity() + self.sizes.capacity();
        let columns: usize = self.columns.iter().map(Values::bytes).sum();
        let sensitive: usize = self.sensitive.iter().map(Sensitive::bytes).sum();
        numbers * size_of::<u32>() + columns + sensitive + self.places.bytes()
    }

    /// What the rows came to.
    ///
    /// # Errors
    /// When they were too much to hold.
    pub fn finish(self) -> Result<Risk, TooMuch> {
        if let Some(failed) = self.failed {
            return Err(failed);
        }
        let sizes = || self.sizes.iter().copied().map(u64::from);
        Ok(Risk {
            rows: self.rows,
            classes: self.sizes.len() as u64,
            k: sizes().min().unwrap_or(0),
            unique: sizes().filter(|size| *size == 1).sum(),
            below_five: sizes().filter(|size| *size < 5).sum(),
            blank: self.blank,
            sensitive: self.sensitive.into_iter().map(Sensitive::finish).collect(),
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn blanks_are_alike_among_themselves_and_unlike_any_value() {
        let mut measure = Measure::new(2, 0);
        for row in [["a", ""], ["a", " "], ["a", "x"], [" a ", "x"], ["", ""]] {
            measure.push(row, []);
        }
        measure.push(["a"], []);
        let risk = measure.finish().unwrap();
        assert_eq!((risk.rows, risk.classes, risk.k), (6, 3, 1));
        assert_eq!((risk.unique, risk.blank, risk.below_five), (1, 4, 6));
        assert!((risk.class_size() - 2.0).abs() < 1e-12);
    }

    #[test]
    fn without_quasi_identifiers_all_rows_are_one_class() {
        let mut measure = Measure::new(0, 1);
        for value in ["flu", "flu", "cold"] {
            measure.push([], [value]);
        }
        let risk = measure.finish().unwrap();
        assert_eq!((risk.k, risk.classes, risk.l()), (3, 1, Some(2)));
        assert_eq!(risk.t(), Some(0.0));
    }

    #[test]
    fn no_rows_are_no_class() {
        let risk = Measure::new(1, 1).finish().unwrap();
        assert_eq!((risk.k, risk.classes, risk.l()), (0, 0, Some(0)));
        assert!(risk.average().abs() < 1e-12);
    }

    #[test]
    fn refuses_what_does_not_fit_its_memory_and_says_how_far_it_came() {
        let mut measure = Measure::within(1, 0, 100_000);
        for row in 0..20_000_u32 {
            measure.push([row.to_string().as_str()], []);
        }
        let Err(TooMuch::Memory { rows, bytes }) = measure.finish() else {
            panic!("20,000 values fit 100 kB");
        };
        assert!((1024..20_000).contains(&rows) && bytes == 100_000, "{rows}");
    }
}
