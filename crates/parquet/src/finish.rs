//! The last step of a leaf's values: what is stored as bytes and means a number becomes one.

use crate::kind::Kind;
use crate::metadata::Leaf;
use crate::text::from_half;
use crate::values::{Blob, Values};

/// Bytes of the largest number that is computed with.
const MOST_BYTES: usize = 16;

/// Values as they are handed out.
pub(crate) fn finish(leaf: &Leaf, values: Values) -> Values {
    match leaf.kind {
        Kind::Decimal { .. } => match values {
            Values::Bytes(blob) => match all(&blob, integer) {
                Some(numbers) => Values::I128(numbers),
                None => Values::Bytes(blob),
            },
            Values::Words { words, index } => match all(&words, integer) {
                Some(numbers) => Values::I128(pick(&numbers, &index)),
                None => Values::Words { words, index },
            },
            other => other,
        },
        Kind::Float16 => match values {
            Values::Bytes(blob) => Values::F64(all(&blob, half).unwrap_or_default()),
            Values::Words { words, index } => {
                Values::F64(pick(&all(&words, half).unwrap_or_default(), &index))
            }
            other => other,
        },
        _ => values,
    }
}

fn all<T>(blob: &Blob, read: impl Fn(&[u8]) -> Option<T>) -> Option<Vec<T>> {
    blob.iter().map(read).collect()
}

/// A row without a value may name a word of an empty dictionary.
fn pick<T: Copy + Default>(words: &[T], index: &[u32]) -> Vec<T> {
    let word = |word: &u32| words.get(*word as usize).copied().unwrap_or_default();
    index.iter().map(word).collect()
}

/// Two's complement, most significant byte first. No bytes are 0: a row without a value.
fn integer(bytes: &[u8]) -> Option<i128> {
    if bytes.len() > MOST_BYTES {
        return None;
    }
    let negative = bytes.first().is_some_and(|byte| *byte >= 0x80);
    let start = if negative { -1 } else { 0 };
    Some(
        bytes
            .iter()
            .fold(start, |value, byte| value << 8 | i128::from(*byte)),
    )
}

fn half(bytes: &[u8]) -> Option<f64> {
    let bytes = bytes.first_chunk::<2>().copied().unwrap_or_default();
    Some(from_half(u16::from_le_bytes(bytes)))
}
