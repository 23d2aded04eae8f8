//! The dictionary of a column chunk, and values that are entries of it
//! (Encodings.md "Dictionary Encoding").

use std::ops::Range;
use std::sync::Arc;

use super::decode::read_plain;
use crate::encoding::hybrid::Hybrid;
use crate::fault::{Fault, Stop, broken};
use crate::metadata::Physical;
use crate::values::{Blob, Values};

/// What there is of a dictionary beyond its words that were read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum More {
    /// Nothing: these are all.
    Nothing,
    /// These bytes are to be fetched.
    Lacking(Range<u64>),
    /// More of it can be unpacked.
    Further,
}

/// A dictionary, as far as its bytes are here. Writers put words in the order in which they
/// first occur, so that the beginning of a dictionary suffices for the first rows.
pub(super) struct Dictionary {
    words: Values,
    /// The same for texts, to be shared by batches.
    texts: Arc<Blob>,
    /// What to do if a word behind its beginning is used.
    more: More,
    /// Where its words begin among those of the batch being filled.
    base: Option<u32>,
}

impl Dictionary {
    /// Reads `entries` values; if there is `more`, as many as are complete.
    pub(super) fn read(
        bytes: &[u8],
        entries: u64,
        physical: Physical,
        more: More,
        most: u64,
    ) -> Result<Self, Stop> {
        let mut words = empty(physical);
        let mut at = 0;
        let count = usize::try_from(entries).unwrap_or(usize::MAX);
        if count > bytes.len() && more == More::Nothing {
            // Each value is a byte at least.
            return Err(Stop::Fault(Fault::Truncated));
        }
        if more == More::Nothing {
            match read_plain(bytes, &mut at, physical, count, &mut words, most) {
                Err(Stop::Short) => return Err(Stop::Fault(Fault::Truncated)),
                other => other?,
            }
        } else {
            while words.len() < count {
                match read_plain(bytes, &mut at, physical, 1, &mut words, most) {
                    Err(Stop::Short) => break,
                    other => other?,
                }
            }
        }
        let texts = match &mut words {
            Values::Bytes(blob) => Arc::new(std::mem::take(blob)),
            _ => Arc::default(),
        };
        Ok(Self {
            words,
            texts,
            more,
            base: None,
        })
    }

    /// Bytes of memory.
    pub(super) fn size(&self) -> u64 {
        self.words.size() + self.texts.size() as u64
    }

    /// To be called when a new batch begins.
    pub(super) fn begin_batch(&mut self) {
        self.base = None;
    }

    /// Lets an empty batch of texts begin with this dictionary.
    pub(super) fn prepare(&mut self, out: &mut Values) {
        let Values::Bytes(blob) = out else {
            return;
        };
        if self.base.is_some() {
            return;
        }
        let before = blob.len() as u32;
        if before == 0 {
            self.base = Some(0);
            let words = Arc::clone(&self.texts);
            *out = Values::Words {
                words,
                index: Vec::new(),
            };
            return;
        }
        self.base = Some(before);
        let mut words = std::mem::take(blob);
        self.texts.iter().for_each(|word| words.push(word));
        let words = Arc::new(words);
        let index = (0..before).collect();
        *out = Values::Words { words, index };
    }

    /// Reads `count` entries and puts what they stand for behind `out`.
    pub(super) fn gather(
        &self,
        runs: &mut Hybrid,
        bytes: &[u8],
        count: usize,
        out: &mut Values,
    ) -> Result<(), Stop> {
        let mut seen = Vec::with_capacity(count.min(1 << 20));
        runs.read(bytes, count, &mut seen, |entry| entry)?;
        let entries = self.words.len().max(self.texts.len());
        if let Some(largest) = seen.iter().max()
            && *largest as usize >= entries
        {
            return Err(match &self.more {
                More::Lacking(range) => Stop::Need(range.clone()),
                More::Further => Stop::Further,
                More::Nothing => Stop::Fault(Fault::NotInDictionary {
                    index: u64::from(*largest),
                    entries: entries as u64,
                }),
            });
        }
        match (&self.words, out) {
            (Values::Bool(words), Values::Bool(out)) => pick(words, &seen, out),
            (Values::I64(words), Values::I64(out)) => pick(words, &seen, out),
            (Values::I128(words), Values::I128(out)) => pick(words, &seen, out),
            (Values::F64(words), Values::F64(out)) => pick(words, &seen, out),
            (Values::Bytes(_), Values::Words { index, .. }) => {
                let base = self.base.unwrap_or(0);
                index.extend(seen.iter().map(|entry| base + entry));
            }
            _ => return broken("dictionary"),
        }
        Ok(())
    }
}

fn pick<T: Copy>(words: &[T], seen: &[u32], out: &mut Vec<T>) {
    out.extend(
        seen.iter()
            .filter_map(|entry| words.get(*entry as usize).copied()),
    );
}

/// Where values of a type go.
pub(super) fn empty(physical: Physical) -> Values {
    match physical {
        Physical::Boolean => Values::Bool(Vec::new()),
        Physical::Int32 | Physical::Int64 => Values::I64(Vec::new()),
        Physical::Int96 => Values::I128(Vec::new()),
        Physical::Float | Physical::Double => Values::F64(Vec::new()),
        Physical::Bytes | Physical::Fixed(_) => Values::Bytes(Blob::default()),
    }
}
