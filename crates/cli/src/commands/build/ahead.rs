//! An index as files: each packed, sealed, and in a folder named by what is in all of them, so
//! that any cache may keep them for good.

use flate2::{Compression, write::DeflateEncoder};
use search::{File, Index, seal};
use std::io::Write as _;
use std::num::NonZero;

use super::site::Site;

/// Files packed at a time.
const BATCH: usize = 256;

/// Plans the files of `index` in `folder`; the name of their own folder, how many bytes and
/// files they are.
pub(super) fn add(index: &Index, folder: &str, site: &mut Site) -> (String, usize, usize) {
    let (mut waiting, mut packed) = (Vec::new(), Vec::new());
    index.export(&mut |file| {
        waiting.push(file);
        if waiting.len() == BATCH {
            pack(&mut waiting, &mut packed);
        }
    });
    pack(&mut waiting, &mut packed);
    let sum = packed.iter().fold(0_u64, |sum, (_, bytes)| {
        let of_file = bytes.get(8..16).and_then(<[u8]>::first_chunk::<8>);
        let of_file = of_file.map_or(0, |eight| u64::from_le_bytes(*eight));
        sum.rotate_left(5).wrapping_mul(0x9E37_79B9_7F4A_7C15) ^ of_file
    });
    let name = format!("index-{sum:016x}");
    let (mut bytes, files) = (0, packed.len());
    for (file, packed) in packed {
        bytes += packed.len();
        site.put(format!("{folder}/{name}/{file}.bin"), packed);
    }
    (name, bytes, files)
}

/// Packs what waits, on as many processors as there are.
fn pack(waiting: &mut Vec<File>, packed: &mut Vec<(String, Vec<u8>)>) {
    let workers = std::thread::available_parallelism().map_or(1, NonZero::get);
    let share = waiting.len().div_ceil(workers).max(1);
    std::thread::scope(|scope| {
        let parts: Vec<_> = waiting
            .chunks(share)
            .map(|part| scope.spawn(|| part.iter().map(file).collect::<Vec<_>>()))
            .collect();
        for part in parts {
            packed.extend(part.join().unwrap_or_default());
        }
    });
    waiting.clear();
}

/// Name and bytes of a file.
fn file(file: &File) -> (String, Vec<u8>) {
    match file {
        File::Head(payload) => ("head".to_owned(), seal(&deflated(payload))),
        File::Chunk(number, payload) => (number.to_string(), seal(&deflated(payload))),
    }
}

fn deflated(bytes: &[u8]) -> Vec<u8> {
    let mut packer = DeflateEncoder::new(Vec::new(), Compression::new(7));
    // Writing to memory cannot fail.
    let _ = packer.write_all(bytes);
    packer.finish().unwrap_or_default()
}
