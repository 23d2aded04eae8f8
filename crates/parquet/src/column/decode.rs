//! The values of a page, whichever encoding they have.

use std::sync::Arc;

use super::dictionary::Dictionary;
use crate::encoding::delta::Delta;
use crate::encoding::hybrid::Hybrid;
use crate::encoding::strings::Strings;
use crate::encoding::{number, plain};
use crate::fault::{Fault, Stop, broken};
use crate::metadata::Physical;
use crate::values::{Blob, Values};

/// A place in values. Each is opened at its first value, since a page without values may have
/// no bytes for them.
pub(super) enum Decoder {
    Nothing,
    Closed {
        encoding: i32,
        at: usize,
        entries: usize,
    },
    Plain {
        at: usize,
    },
    PlainBits {
        at: usize,
        taken: usize,
    },
    Runs(Hybrid),
    Indexes(Hybrid),
    Delta(Box<Delta>),
    Strings(Box<Strings>),
    Split {
        at: usize,
        taken: usize,
        total: usize,
    },
}

impl Decoder {
    pub(super) fn new(encoding: i32, at: usize, entries: usize) -> Self {
        Self::Closed {
            encoding,
            at,
            entries,
        }
    }

    fn open(&mut self, bytes: &[u8], physical: Physical) -> Result<(), Stop> {
        let Self::Closed {
            encoding,
            at,
            entries,
        } = *self
        else {
            return Ok(());
        };
        let strings = matches!(physical, Physical::Bytes);
        let fixed = matches!(physical, Physical::Fixed(_));
        let whole = matches!(physical, Physical::Int32 | Physical::Int64);
        *self = match (encoding, physical) {
            (number::PLAIN, Physical::Boolean) => Self::PlainBits { at, taken: 0 },
            (number::PLAIN, _) => Self::Plain { at },
            (number::RLE_DICTIONARY | number::PLAIN_DICTIONARY, _) => {
                let width = *bytes.get(at).ok_or(Stop::Short)?;
                if width > 32 {
                    return broken("dictionary entries: their width");
                }
                Self::Indexes(Hybrid::new(at + 1, usize::MAX, u32::from(width)))
            }
            (number::RLE, Physical::Boolean) => {
                if at + 4 > bytes.len() {
                    return Err(Stop::Short);
                }
                Self::Runs(Hybrid::new(at + 4, usize::MAX, 1))
            }
            (number::DELTA_BINARY_PACKED, _) if whole => {
                Self::Delta(Box::new(Delta::new(bytes, at)?))
            }
            (number::DELTA_LENGTH_BYTE_ARRAY, _) if strings => {
                Self::Strings(Box::new(Strings::lengths(bytes, at, entries)?))
            }
            (number::DELTA_BYTE_ARRAY, _) if strings || fixed => {
                Self::Strings(Box::new(Strings::shared(bytes, at, entries)?))
            }
            (number::BYTE_STREAM_SPLIT, _) if !strings => match width_of(physical) {
                Some(width) => Self::Split {
                    at,
                    taken: 0,
                    total: bytes.len().saturating_sub(at) / width,
                },
                None => return Err(Stop::Fault(Fault::Encoding(encoding))),
            },
            _ => return Err(Stop::Fault(Fault::Encoding(encoding))),
        };
        Ok(())
    }

    /// Whether values are entries of a dictionary.
    pub(super) fn wants_dictionary(&self) -> bool {
        let dictionary = [number::RLE_DICTIONARY, number::PLAIN_DICTIONARY];
        match self {
            Self::Closed { encoding, .. } => dictionary.contains(encoding),
            Self::Indexes(_) => true,
            _ => false,
        }
    }

    /// Whether the encoding spreads each value over all of the page, so that a beginning of it
    /// says nothing.
    pub(super) fn needs_all(&self) -> bool {
        matches!(
            self,
            Self::Closed {
                encoding: number::BYTE_STREAM_SPLIT,
                ..
            }
        )
    }

    /// Puts the next `count` values behind `out`, of which texts must not grow over `most`
    /// bytes.
    pub(super) fn read(
        &mut self,
        bytes: &[u8],
        physical: Physical,
        dictionary: Option<&Dictionary>,
        count: usize,
        out: &mut Values,
        most: u64,
    ) -> Result<(), Stop> {
        if count == 0 {
            return Ok(());
        }
        self.open(bytes, physical)?;
        match self {
            Self::Nothing | Self::Closed { .. } => broken("page: no values"),
            Self::Indexes(runs) => match dictionary {
                Some(dictionary) => dictionary.gather(runs, bytes, count, out),
                None => broken("page: no dictionary"),
            },
            Self::PlainBits { at, taken } => match out {
                Values::Bool(values) => {
                    plain::bits(bytes, *at, *taken, count, values)?;
                    *taken += count;
                    Ok(())
                }
                _ => broken("values of another type"),
            },
            Self::Runs(runs) => match out {
                Values::Bool(values) => runs.read(bytes, count, values, |value| value == 1),
                _ => broken("values of another type"),
            },
            Self::Plain { at } => read_plain(bytes, at, physical, count, out, most),
            Self::Delta(delta) => match out {
                Values::I64(values) if physical == Physical::Int32 => {
                    delta.read(bytes, count, |value| values.push(i64::from(value as i32)))
                }
                Values::I64(values) => delta.read(bytes, count, |value| values.push(value)),
                _ => broken("values of another type"),
            },
            Self::Strings(strings) => {
                with_texts(out, |blob| strings.read(bytes, count, blob, most))
            }
            Self::Split { at, taken, total } => {
                let width = width_of(physical).unwrap_or(1);
                let mut values = Vec::new();
                plain::split(bytes, *at, (*taken, count, *total), width, &mut values)?;
                *taken += count;
                read_plain(&values, &mut 0, physical, count, out, most)
            }
        }
    }
}

/// Bytes of a value that always has the same number of them.
fn width_of(physical: Physical) -> Option<usize> {
    match physical {
        Physical::Int32 | Physical::Float => Some(4),
        Physical::Int64 | Physical::Double => Some(8),
        Physical::Fixed(width) => Some(width),
        Physical::Boolean | Physical::Int96 | Physical::Bytes => None,
    }
}

/// Reads values back to back, as pages and dictionaries have them.
pub(super) fn read_plain(
    bytes: &[u8],
    at: &mut usize,
    physical: Physical,
    count: usize,
    out: &mut Values,
    most: u64,
) -> Result<(), Stop> {
    match (physical, out) {
        (Physical::Int32, Values::I64(values)) => {
            let plain = plain::fixed::<4>(bytes, at, count)?.iter();
            values.extend(plain.map(|bytes| i64::from(i32::from_le_bytes(*bytes))));
        }
        (Physical::Int64, Values::I64(values)) => {
            let plain = plain::fixed::<8>(bytes, at, count)?.iter();
            values.extend(plain.map(|bytes| i64::from_le_bytes(*bytes)));
        }
        (Physical::Float, Values::F64(values)) => {
            let plain = plain::fixed::<4>(bytes, at, count)?.iter();
            values.extend(plain.map(|bytes| f64::from(f32::from_le_bytes(*bytes))));
        }
        (Physical::Double, Values::F64(values)) => {
            let plain = plain::fixed::<8>(bytes, at, count)?.iter();
            values.extend(plain.map(|bytes| f64::from_le_bytes(*bytes)));
        }
        (Physical::Int96, Values::I128(values)) => {
            let plain = plain::fixed::<12>(bytes, at, count)?.iter();
            values.extend(plain.map(|bytes| nanoseconds(*bytes)));
        }
        (Physical::Bytes, out) => {
            with_texts(out, |blob| plain::texts(bytes, at, count, blob, most))?;
        }
        (Physical::Fixed(width), out) => {
            with_texts(out, |blob| {
                plain::chunks(bytes, at, count, width, blob, most)
            })?;
        }
        _ => return broken("values of another type"),
    }
    Ok(())
}

/// The twelve bytes of `INT96` as nanoseconds since 1970: nanoseconds of a day and the number
/// of the day, counted from noon of the year -4713.
fn nanoseconds(bytes: [u8; 12]) -> i128 {
    const EPOCH: i128 = 2_440_588;
    const DAY: i128 = 86_400_000_000_000;
    let [a, b, c, d, e, f, g, h, day @ ..] = bytes;
    let nanos = i64::from_le_bytes([a, b, c, d, e, f, g, h]);
    let day = i32::from_le_bytes(day);
    (i128::from(day) - EPOCH) * DAY + i128::from(nanos)
}

/// Reads texts that are not entries of a dictionary. Where the rows before have words, these
/// become further words.
fn with_texts(
    out: &mut Values,
    read: impl FnOnce(&mut Blob) -> Result<(), Stop>,
) -> Result<(), Stop> {
    match out {
        Values::Bytes(blob) => read(blob),
        Values::Words { words, index } => {
            let first = words.len() as u32;
            let words = Arc::make_mut(words);
            let done = read(words);
            index.extend(first..words.len() as u32);
            done
        }
        _ => broken("values of another type"),
    }
}
