//! CRC-32, as gzip and zip have it of what they hold.

use std::sync::OnceLock;

/// Bytes that are taken at a time.
const STEP: usize = 8;

/// What each byte changes, by how many bytes follow it in a step. Made when it is first needed: in
/// a program it would be 8 kB that no compression makes smaller.
static TABLES: OnceLock<[[u32; 256]; STEP]> = OnceLock::new();

/// The sum of the bytes so far.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Checksum(u32);

impl Checksum {
    /// Takes in more bytes.
    pub fn push(&mut self, bytes: &[u8]) {
        let tables = TABLES.get_or_init(tables);
        let mut sum = !self.0;
        let (steps, rest) = bytes.as_chunks::<STEP>();
        for step in steps {
            // The first four meet what came before.
            let [a, b, c, d, e, f, g, h] = *step;
            let low = sum ^ u32::from_le_bytes([a, b, c, d]);
            let [a, b, c, d] = low.to_le_bytes();
            sum = 0;
            for (table, byte) in tables.iter().rev().zip([a, b, c, d, e, f, g, h]) {
                sum ^= at(table, byte);
            }
        }
        for byte in rest {
            let [low, ..] = sum.to_le_bytes();
            sum = at(&tables[0], low ^ byte) ^ (sum >> 8);
        }
        self.0 = !sum;
    }

    /// The sum.
    #[must_use]
    pub const fn value(self) -> u32 {
        self.0
    }
}

fn at(table: &[u32; 256], byte: u8) -> u32 {
    table.get(usize::from(byte)).copied().unwrap_or_default()
}

fn tables() -> [[u32; 256]; STEP] {
    let mut tables = [[0; 256]; STEP];
    for (byte, one) in (0_u32..).zip(&mut tables[0]) {
        *one = (0..8).fold(byte, |sum, _| match sum & 1 {
            0 => sum >> 1,
            _ => (sum >> 1) ^ 0xEDB8_8320,
        });
    }
    let first = tables[0];
    let mut before = first;
    for table in tables.iter_mut().skip(1) {
        for (one, before) in table.iter_mut().zip(before) {
            let [low, ..] = before.to_le_bytes();
            *one = at(&first, low) ^ (before >> 8);
        }
        before = *table;
    }
    tables
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_sum_is_that_of_everybody_else_in_pieces_of_any_size() {
        let mut sum = Checksum::default();
        sum.push(b"123456789");
        assert_eq!(sum.value(), 0xCBF4_3926);
        let bytes: Vec<u8> = (0..10_000_u32).map(|n| ((n * n) >> 3) as u8).collect();
        let mut theirs = flate2::Crc::new();
        theirs.update(&bytes);
        for size in [1, 7, 8, 9, 4_096] {
            let mut ours = Checksum::default();
            bytes.chunks(size).for_each(|piece| ours.push(piece));
            assert_eq!(ours.value(), theirs.sum(), "{size}");
        }
    }
}
