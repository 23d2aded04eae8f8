//! Damage of any kind is said or passed over: no panic, no endless loop, no more than was asked
//! for.

use flate2::{Compression, write::GzEncoder};
use std::io::Write as _;
use unpack::{Gunzip, zip};

/// Numbers that look random and are the same each time.
struct Dice(u64);

impl Dice {
    fn roll(&mut self, sides: usize) -> usize {
        self.0 = self
            .0
            .wrapping_mul(6_364_136_223_846_793_005)
            .wrapping_add(1);
        (self.0 >> 33) as usize % sides
    }
}

fn damaged(bytes: &[u8], dice: &mut Dice) -> Vec<u8> {
    let mut bytes = bytes.to_vec();
    for _ in 0..=dice.roll(6) {
        let at = dice.roll(bytes.len());
        match dice.roll(3) {
            0 => bytes[at] = dice.roll(256) as u8,
            1 => bytes.truncate(at.max(1)),
            _ => bytes.insert(at, 0xFF),
        }
    }
    bytes
}

#[test]
fn damaged_gzip_ends() {
    let mut encoder = GzEncoder::new(Vec::new(), Compression::best());
    encoder.write_all(&vec![b'a'; 3_000_000]).unwrap();
    encoder
        .write_all(b"and something else, 1234567890")
        .unwrap();
    let packed = encoder.finish().unwrap();
    let mut dice = Dice(7);
    for _ in 0..400 {
        let packed = damaged(&packed, &mut dice);
        let (mut gunzip, mut out) = (Gunzip::default(), Vec::new());
        let mut rest = packed.as_slice();
        while !rest.is_empty() {
            out.clear();
            let Ok(used) = gunzip.push(rest, &mut out, 10_000) else {
                break;
            };
            assert!(out.len() <= 10_000 + 32_768);
            assert!(used > 0 || !out.is_empty(), "no way forward");
            rest = &rest[used..];
        }
    }
}

#[test]
fn damaged_archives_end() {
    let archive = include_bytes!("two.zip");
    let mut dice = Dice(9);
    for _ in 0..20_000 {
        let bytes = damaged(archive, &mut dice);
        let total = bytes.len() as u64;
        if let Ok(zip::Found::End(end)) = zip::end(&bytes, total) {
            let from = usize::try_from(end.at).unwrap();
            let files = zip::directory(bytes.get(from..).unwrap_or_default(), 9);
            assert!(files.is_ok_and(|files| files.len() <= 9) || from <= bytes.len());
        }
        let _ = zip::local(&bytes);
        let _ = zip::end64(&bytes);
    }
}
