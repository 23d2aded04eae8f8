//! One facet or range while listings are read: its values, and which set of them each listing has.

use crate::NOT_STATED;
use crate::store::{Bytes, ColumnHead};
use crate::values::Value;
use std::collections::HashMap;
use std::fmt::Write as _;
use std::sync::Arc;

/// One facet while its listings are read.
#[derive(Debug, Default)]
pub(crate) struct Column {
    values: Vec<Value>,
    /// Numbers of values, by what they are.
    numbers: HashMap<String, usize>,
    sets: Sets,
    /// Numbers of sets, by their numbers written out, or for one value by that.
    known: HashMap<String, usize>,
    alone: Vec<Option<u32>>,
    /// Numbers of sets, by an id that always means the same values.
    repeated: HashMap<String, usize>,
    /// The set of every listing.
    of: Vec<u32>,
    open: Vec<u32>,
}

/// The different sets of values that listings have.
#[derive(Debug, Default)]
struct Sets {
    /// Where each ends in `values`.
    ends: Vec<u32>,
    values: Vec<u32>,
}

impl Column {
    /// Makes sure that `tokens` are counted even where no listing has them.
    pub(crate) fn know_tokens(&mut self, tokens: impl Iterator<Item = &'static str>) {
        for token in tokens {
            self.token(token);
        }
        self.open.clear();
    }

    /// Adds a token to the open listing.
    pub(crate) fn token(&mut self, token: &str) {
        match self.numbers.get(token) {
            Some(number) => self.put(*number),
            None => self.value(Value::token(token)),
        }
    }

    /// Adds a value to the open listing; twice counts once.
    pub(crate) fn value(&mut self, value: Value) {
        let known = self.numbers.get(&value.value).copied();
        let number = known.unwrap_or(self.values.len());
        if known.is_none() {
            self.numbers.insert(value.value.clone(), number);
            self.values.push(value);
            self.alone.push(None);
        }
        self.put(number);
    }

    fn put(&mut self, number: usize) {
        let number = number as u32;
        if !self.open.contains(&number) {
            self.open.push(number);
        }
    }

    /// The next listing is not counted here.
    pub(crate) fn skip(&mut self) {
        self.of.push(0);
    }

    /// The next listing has the values that `id` had before; false if it is new.
    pub(crate) fn repeat(&mut self, id: &str) -> bool {
        let set = self.repeated.get(id).copied();
        self.of.extend(set.map(|set| set as u32));
        set.is_some()
    }

    /// Ends the open listing, whose values `id` means, if it is given.
    pub(crate) fn close(&mut self, id: Option<&str>) {
        if self.open.is_empty() {
            self.token(NOT_STATED);
        }
        let new = self.sets.ends.len();
        let set = match &self.open[..] {
            [one] => {
                let slot = self.alone.get_mut(*one as usize);
                slot.map_or(new, |slot| *slot.get_or_insert(new as u32) as usize)
            }
            several => {
                let mut written = String::new();
                for number in several {
                    // Writing to a string cannot fail.
                    let _ = write!(written, "{number},");
                }
                let known = self.known.get(&written).copied();
                if known.is_none() {
                    self.known.insert(written, new);
                }
                known.unwrap_or(new)
            }
        };
        if set == new {
            self.sets.values.extend_from_slice(&self.open);
            self.sets.ends.push(self.sets.values.len() as u32);
        }
        if let Some(id) = id {
            self.repeated.insert(id.to_owned(), set);
        }
        self.of.push(set as u32);
        self.open.clear();
    }
}

impl Column {
    /// The column of the tokens of every listing.
    pub(crate) fn of_tokens<'t, T: Iterator<Item = &'t str>>(
        &self,
        all: impl Iterator<Item = T>,
    ) -> Self {
        let mut column = Self {
            values: self.values.clone(),
            numbers: self.numbers.clone(),
            alone: self.alone.clone(),
            ..Self::default()
        };
        for tokens in all {
            tokens.for_each(|token| column.token(token));
            column.close(None);
        }
        column
    }

    /// The head of the column of the listings in `order`, and its bytes unless they are none:
    /// the number of the set of each, as few bytes as the largest needs, the lowest first.
    pub(crate) fn laid_out(&self, order: &[u32]) -> (ColumnHead, Option<Bytes>) {
        if order.is_empty() {
            return (ColumnHead::default(), None);
        }
        let sets = self.sets.ends.len();
        let width = match sets {
            0 | 1 => 0,
            2..=0x100 => 1,
            0x101..=0x1_0000 => 2,
            _ => 4_usize,
        };
        let mut totals = vec![0; sets];
        let mut bytes = Vec::with_capacity(width * order.len());
        for listing in order {
            let set = self.of.get(*listing as usize).copied().unwrap_or(0);
            if let Some(total) = totals.get_mut(set as usize) {
                *total += 1;
            }
            bytes.extend_from_slice(set.to_le_bytes().get(..width).unwrap_or_default());
        }
        let head = ColumnHead {
            values: self.values.clone(),
            ends: self.sets.ends.clone(),
            members: self.sets.values.clone(),
            totals,
            width: width as u32,
            chunk: 0,
        };
        (head, (width > 0).then(|| Arc::new(bytes)))
    }
}
