//! Rows in the order of one column: short keys while rows go by, sorted at the end.

use std::cmp::Reverse;
use std::collections::BinaryHeap;

use table::{Kind, Notice};

use crate::Order;
use crate::fold::fold;

/// The most rows that are put in order: their numbers are 16 MB.
pub(crate) const MOST_ROWS: usize = 4_000_000;

/// The bytes of all keys. They are the most that sorting needs beside the numbers.
const MOST_KEYS: usize = 48_000_000;

/// Keys that are sorted together, and later merged.
const PART: usize = 1 << 16;

/// The longest key of a text, in bytes; halved when there are too many of them, so that texts
/// that begin alike for longer than this stay as the file has them.
const LONGEST: usize = 60;

/// The shortest one.
const SHORTEST: usize = 12;

/// The keys of the rows that pass.
#[derive(Clone, Debug)]
pub(crate) struct Sorter {
    kind: Kind,
    descending: bool,
    keys: Keys,
    rows: usize,
    scratch: String,
}

#[derive(Clone, Debug)]
enum Keys {
    /// High half of the key, low half, row: sorted parts, then the one being filled.
    Numbers(Vec<Vec<[u32; 3]>>),
    /// Keys of equal length, one behind the other, in parts; then their rows.
    Texts {
        long: usize,
        parts: Vec<Vec<u8>>,
        rows: Vec<u32>,
    },
}

impl Sorter {
    /// For an order by a column of this kind.
    pub(crate) fn new(order: Order, kind: Kind) -> Self {
        let by_value = kind.is_number() || kind.is_date();
        Self {
            kind,
            descending: order.descending,
            keys: if by_value {
                Keys::Numbers(Vec::new())
            } else {
                Keys::Texts {
                    long: LONGEST,
                    parts: Vec::new(),
                    rows: Vec::new(),
                }
            },
            rows: 0,
            scratch: String::new(),
        }
    }

    /// Takes in the next row; `false` once there are too many to be put in order.
    pub(crate) fn push(&mut self, row: u64, text: Option<&str>) -> bool {
        let Some(row) = u32::try_from(row).ok().filter(|_| self.rows < MOST_ROWS) else {
            return false;
        };
        let text = text.map(str::trim).filter(|text| !text.is_empty());
        match &mut self.keys {
            Keys::Numbers(parts) => {
                let value = text.and_then(|text| self.kind.value(text));
                let key = value.map_or(u64::MAX, |value| number_key(value, self.descending));
                push_number(parts, key, row);
            }
            Keys::Texts { long, parts, rows } => {
                self.scratch.clear();
                if let Some(text) = text {
                    fold(
                        text.get(..text.floor_char_boundary(LONGEST))
                            .unwrap_or(text),
                        &mut self.scratch,
                    );
                }
                if (self.rows + 1) * *long > MOST_KEYS {
                    if *long / 2 < SHORTEST {
                        return false;
                    }
                    shorten(parts, long);
                }
                rows.push(row);
                let key = text.map(|_| self.scratch.as_bytes());
                push_text(parts, *long, key, self.descending);
            }
        }
        self.rows += 1;
        true
    }

    /// The rows in order.
    pub(crate) fn finish(self) -> Vec<u32> {
        match self.keys {
            Keys::Numbers(parts) => merge(parts),
            Keys::Texts { long, parts, rows } => sorted_texts(long, &parts, &rows),
        }
    }

    /// What is said when there are too many rows.
    pub(crate) fn too_many(&self) -> Notice {
        Notice::new(table::Code::OrderNotKept).with("most", self.rows)
    }
}

/// A number as bits that are ordered like it. The largest value stands for none.
fn number_key(value: f64, descending: bool) -> u64 {
    // Zero has two signs and one place.
    let bits = (value + 0.0).to_bits();
    let rising = if bits >> 63 == 0 {
        bits | 1 << 63
    } else {
        !bits
    };
    (if descending { !rising } else { rising }).min(u64::MAX - 1)
}

fn push_number(parts: &mut Vec<Vec<[u32; 3]>>, key: u64, row: u32) {
    let entry = [(key >> 32) as u32, key as u32, row];
    match parts.last_mut() {
        Some(part) if part.len() < PART => part.push(entry),
        last => {
            if let Some(part) = last {
                part.sort_unstable();
            }
            let mut part = Vec::with_capacity(PART);
            part.push(entry);
            parts.push(part);
        }
    }
}

fn merge(mut parts: Vec<Vec<[u32; 3]>>) -> Vec<u32> {
    if let Some(part) = parts.last_mut() {
        part.sort_unstable();
    }
    let mut heads: BinaryHeap<Reverse<([u32; 3], usize)>> = parts
        .iter()
        .enumerate()
        .filter_map(|(at, part)| Some(Reverse((*part.first()?, at))))
        .collect();
    let mut places = vec![1; parts.len()];
    let mut rows = Vec::with_capacity(parts.iter().map(Vec::len).sum());
    while let Some(Reverse(([_, _, row], part))) = heads.pop() {
        rows.push(row);
        if let Some(place) = places.get_mut(part) {
            let next = parts.get(part).and_then(|part| part.get(*place));
            *place += 1;
            heads.extend(next.map(|entry| Reverse((*entry, part))));
        }
    }
    rows
}

/// A first byte tells texts from blanks, which come last both ways.
fn push_text(parts: &mut Vec<Vec<u8>>, long: usize, key: Option<&[u8]>, descending: bool) {
    let full = |part: &Vec<u8>| part.len() >= PART * long;
    if parts.last().is_none_or(full) {
        parts.push(Vec::new());
    }
    let Some(part) = parts.last_mut() else { return };
    let start = part.len();
    part.push(u8::from(key.is_none()));
    let key = key.unwrap_or_default();
    part.extend_from_slice(key.get(..long - 1).unwrap_or(key));
    part.resize(start + long, 0);
    if descending {
        for byte in part.iter_mut().skip(start + 1) {
            *byte = !*byte;
        }
    }
}

/// Halves all keys.
fn shorten(parts: &mut Vec<Vec<u8>>, long: &mut usize) {
    let half = *long / 2;
    let old = std::mem::take(parts);
    let mut part = Vec::new();
    for key in old.iter().flat_map(|part| part.chunks_exact(*long)) {
        if part.len() >= PART * half {
            parts.push(std::mem::take(&mut part));
        }
        part.extend_from_slice(key.get(..half).unwrap_or(key));
    }
    parts.push(part);
    *long = half;
}

fn sorted_texts(long: usize, parts: &[Vec<u8>], rows: &[u32]) -> Vec<u32> {
    let key = |at: u32| {
        let (part, place) = (at as usize / PART, at as usize % PART * long);
        parts
            .get(part)
            .and_then(|part| part.get(place..place + long))
    };
    // The first eight bytes as numbers, which are sorted as those of the other kind are.
    let first = |at: u32| {
        let mut bytes = key(at).unwrap_or_default().iter().copied();
        let mut word = || u32::from_be_bytes([(); 4].map(|()| bytes.next().unwrap_or(0)));
        [word(), word(), at]
    };
    let mut order: Vec<[u32; 3]> = (0..rows.len() as u32).map(first).collect();
    order.sort_unstable();
    let row = |[_, _, at]: &[u32; 3]| rows.get(*at as usize).copied().unwrap_or_default();
    let mut sorted = Vec::with_capacity(rows.len());
    for alike in order.chunk_by(|a, b| a.first_chunk::<2>() == b.first_chunk::<2>()) {
        let whole = |place: usize| alike.get(place).and_then(|[_, _, at]| key(*at));
        let places = match alike.len() {
            1 => vec![0],
            count => sorting::places(count, &mut |a, b| whole(a).cmp(&whole(b))),
        };
        sorted.extend(places.iter().filter_map(|place| alike.get(*place)).map(row));
    }
    sorted
}

#[cfg(test)]
mod tests {
    use super::*;

    const RISING: Order = Order {
        column: 0,
        descending: false,
    };

    #[test]
    fn keys_become_shorter_when_there_are_many_and_the_order_stays() {
        let mut sorter = Sorter::new(RISING, Kind::Text);
        let text = |row: u64| format!("k{:06}", row * 7_919 % 850_001);
        for row in 0..850_000 {
            assert!(sorter.push(row, Some(&text(row))));
        }
        let rows = sorter.finish();
        assert_eq!(rows.len(), 850_000);
        assert!(rows.is_sorted_by_key(|row| text(u64::from(*row))));
    }

    #[test]
    fn more_rows_than_are_put_in_order_are_refused_with_their_number() {
        let mut sorter = Sorter::new(RISING, Kind::Integer);
        for row in 0..MOST_ROWS as u64 {
            assert!(sorter.push(row, Some("1")));
        }
        assert!(!sorter.push(MOST_ROWS as u64, Some("1")));
        let most = sorter.too_many().data;
        assert_eq!(most.values().collect::<Vec<_>>(), ["4000000"]);
    }
}
