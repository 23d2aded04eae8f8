//! Columns of values as they come out of pages: numbers as numbers, texts in one piece, so that
//! a profile looks at a million of them without a text each.

use std::sync::Arc;

/// Byte strings in one piece.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Blob {
    data: Vec<u8>,
    /// Where each ends; it begins where the one before it ends.
    ends: Vec<u32>,
}

impl Blob {
    /// How many there are.
    #[must_use]
    pub fn len(&self) -> usize {
        self.ends.len()
    }

    /// Whether there is none.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.ends.is_empty()
    }

    /// Bytes of all of them.
    #[must_use]
    pub fn bytes(&self) -> usize {
        self.data.len()
    }

    /// The string at `index`; empty where there is none.
    #[must_use]
    pub fn get(&self, index: usize) -> &[u8] {
        let Some(end) = self.ends.get(index) else {
            return &[];
        };
        let before = index
            .checked_sub(1)
            .and_then(|before| self.ends.get(before));
        let start = before.copied().unwrap_or(0);
        self.data
            .get(start as usize..*end as usize)
            .unwrap_or_default()
    }

    /// All of them in order.
    pub fn iter(&self) -> impl Iterator<Item = &[u8]> {
        (0..self.len()).map(|index| self.get(index))
    }

    /// Puts one behind the others. Callers bound the bytes far below the four gigabytes that
    /// places reach.
    pub(crate) fn push(&mut self, bytes: &[u8]) {
        self.data.extend_from_slice(bytes);
        self.ends.push(self.data.len() as u32);
    }

    /// Bytes of memory.
    pub(crate) fn size(&self) -> usize {
        self.data.len() + self.ends.len() * 4
    }

    /// Lets a writer put text behind the last one; [`Blob::close`] ends it.
    pub(crate) fn open(&mut self) -> &mut Vec<u8> {
        &mut self.data
    }

    pub(crate) fn close(&mut self) {
        self.ends.push(self.data.len() as u32);
    }
}

/// The values of a column, one for each row. Where the row has none ([`Column::has`]) something
/// stands in its place that means nothing: 0, `false`, an empty text, the first word.
///
/// [`Column::has`]: crate::Column::has
#[derive(Clone, Debug, PartialEq)]
pub enum Values {
    /// Truth values.
    Bool(Vec<bool>),
    /// Whole numbers of up to 64 bits, days, times, small decimals.
    I64(Vec<i64>),
    /// Larger decimals, and nanoseconds of `INT96`.
    I128(Vec<i128>),
    /// Numbers with a fraction, of any precision.
    F64(Vec<f64>),
    /// Texts and byte strings.
    Bytes(Blob),
    /// Texts and byte strings from a dictionary.
    Words {
        /// The dictionary: shared between the batches of a row group as long as every page uses
        /// it. A word may stand in it twice.
        words: Arc<Blob>,
        /// The word of each row.
        index: Vec<u32>,
    },
}

impl Values {
    /// How many rows there are.
    #[must_use]
    pub fn len(&self) -> usize {
        match self {
            Self::Bool(values) => values.len(),
            Self::I64(values) => values.len(),
            Self::I128(values) => values.len(),
            Self::F64(values) => values.len(),
            Self::Bytes(blob) => blob.len(),
            Self::Words { index, .. } => index.len(),
        }
    }

    /// Whether there is none.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// Bytes of memory; a dictionary counts where it is held.
    pub(crate) fn size(&self) -> u64 {
        let size = match self {
            Self::Bool(values) => values.len(),
            Self::I64(values) => values.len() * 8,
            Self::I128(values) => values.len() * 16,
            Self::F64(values) => values.len() * 8,
            Self::Bytes(blob) => blob.size(),
            Self::Words { index, .. } => index.len() * 4,
        };
        size as u64
    }

    /// The byte string at `index`, for texts with and without a dictionary.
    #[must_use]
    pub fn bytes(&self, index: usize) -> Option<&[u8]> {
        match self {
            Self::Bytes(blob) => Some(blob.get(index)),
            Self::Words { words, index: of } => of.get(index).map(|word| words.get(*word as usize)),
            _ => None,
        }
    }

    /// Moves the values behind the first `base` apart, so that each stands in the row that has
    /// one; `here` says which rows those are.
    pub(crate) fn spread(&mut self, base: usize, here: &[bool]) {
        match self {
            Self::Bool(values) => spread(values, base, here),
            Self::I64(values) => spread(values, base, here),
            Self::I128(values) => spread(values, base, here),
            Self::F64(values) => spread(values, base, here),
            Self::Words { index, .. } => spread(index, base, here),
            Self::Bytes(blob) => {
                // A row without a text ends where the one before it ends.
                let mut at = blob.ends.len();
                blob.ends.resize(base + here.len(), 0);
                let first = base.checked_sub(1).map_or(0, |before| blob.ends[before]);
                for (row, here) in here.iter().enumerate().rev() {
                    blob.ends[base + row] = if at > base { blob.ends[at - 1] } else { first };
                    at -= usize::from(*here);
                }
            }
        }
    }
}

fn spread<T: Copy + Default>(values: &mut Vec<T>, base: usize, here: &[bool]) {
    let mut at = values.len();
    values.resize(base + here.len(), T::default());
    for (row, here) in here.iter().enumerate().rev() {
        values[base + row] = if *here && at > base {
            at -= 1;
            values[at]
        } else {
            T::default()
        };
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn values_move_to_the_rows_that_have_them() {
        let mut values = Values::I64(vec![7, 1, 2]);
        values.spread(1, &[false, true, false, true, false]);
        assert_eq!(values, Values::I64(vec![7, 0, 1, 0, 2, 0]));
    }

    #[test]
    fn rows_without_a_text_are_empty() {
        let mut blob = Blob::default();
        for text in ["x", "ab", "c"] {
            blob.push(text.as_bytes());
        }
        let mut values = Values::Bytes(blob);
        values.spread(1, &[false, true, false, false, true, false]);
        let texts: Vec<_> = (0..7).map(|row| values.bytes(row).unwrap()).collect();
        let expected: [&[u8]; 7] = [b"x", b"", b"ab", b"", b"", b"c", b""];
        assert_eq!(texts, expected);
    }
}
