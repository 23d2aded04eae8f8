//! Wrappings made by others come off, in pieces of any size, from the middle, and damaged.
#![expect(clippy::unwrap_used, reason = "a test that cannot pack has failed")]

use flate2::{Compression, write::GzEncoder};
use std::io::Write as _;
use unpack::{Gunzip, UnpackError, zip};

fn text() -> Vec<u8> {
    (0..40_000u32)
        .flat_map(|row| {
            format!("{row},{},市{}\n", row.wrapping_mul(2_654_435_761), row % 7).into_bytes()
        })
        .collect()
}

fn gzip(bytes: &[u8]) -> Vec<u8> {
    let mut encoder = GzEncoder::new(Vec::new(), Compression::default());
    encoder.write_all(bytes).unwrap();
    encoder.finish().unwrap()
}

fn unpacked(packed: &[u8], size: usize, most: usize) -> Result<Vec<u8>, UnpackError> {
    let mut gunzip = Gunzip::default();
    let mut out = Vec::new();
    for piece in packed.chunks(size) {
        let mut used = 0;
        while used < piece.len() {
            used += gunzip.push(&piece[used..], &mut out, most)?;
        }
    }
    assert!(gunzip.may_end());
    Ok(out)
}

#[test]
fn pieces_of_any_size_unpack_alike() {
    let text = text();
    let mut packed = gzip(&text);
    packed.extend(gzip(b"and one more\n"));
    packed.extend([0; 30]);
    let mut whole = text;
    whole.extend(b"and one more\n");
    for (size, most) in [(1, 1 << 20), (1000, 77), (65_536, 4096), (1 << 30, 1 << 30)] {
        assert_eq!(unpacked(&packed, size, most).unwrap(), whole, "{size}");
    }
}

#[test]
fn a_copy_goes_on_from_the_middle() {
    let text = text();
    let packed = gzip(&text);
    let mut gunzip = Gunzip::default();
    let mut out = Vec::new();
    let used = gunzip.push(&packed, &mut out, 300_000).unwrap();
    let mut later = gunzip.clone();
    let mut rest = Vec::new();
    later.push(&packed[used..], &mut rest, usize::MAX).unwrap();
    out.extend(rest);
    assert_eq!(out, text);
}

#[test]
fn damage_is_said() {
    assert_eq!(
        unpacked(b"\x1F\x8B\x07........", 3, 9),
        Err(UnpackError::Method(7))
    );
    let mut packed = gzip(&text());
    for byte in &mut packed[40..80] {
        *byte = 0xFF;
    }
    assert_eq!(unpacked(&packed, 100, 1000), Err(UnpackError::Damaged));
}

/// The directory of an archive that `python3 -m zipfile` made: `a.csv` stored, `d/b.csv` packed.
#[test]
fn the_end_says_where_the_directory_is() {
    let archive = include_bytes!("two.zip");
    let total = archive.len() as u64;
    let zip::Found::End(end) = zip::end(archive, total).unwrap() else {
        panic!("no Zip64 here");
    };
    assert_eq!(end.entries, 3);
    let from = usize::try_from(end.at).unwrap();
    let files = zip::directory(&archive[from..], 10).unwrap();
    let names: Vec<_> = files
        .iter()
        .map(|file| String::from_utf8_lossy(&file.name))
        .collect();
    assert_eq!(names, ["a.csv", "d/b.csv", "d/"]);
    assert_eq!(files[0].method, zip::Method::Stored);
    assert_eq!(files[1].method, zip::Method::Deflate);
    assert!(files[2].is_folder());
    let at = usize::try_from(files[0].at + zip::local(&archive[..30]).unwrap()).unwrap();
    assert_eq!(&archive[at..at + 4], b"a,b\n");
    assert_eq!(zip::end(b"nothing", 7), Err(UnpackError::Damaged));
}

#[test]
fn what_is_not_what_was_packed_is_said_once_all_of_it_came() {
    let text = text();
    let sound = gzip(&text);
    for behind in [1, 5, 8] {
        // The last eight bytes are the sum and the length.
        let mut packed = sound.clone();
        let at = packed.len() - behind;
        packed[at] ^= 1;
        let (mut gunzip, mut out) = (Gunzip::default(), Vec::new());
        let came = gunzip.push(&packed, &mut out, usize::MAX);
        assert_eq!((came, out == text), (Err(UnpackError::Checksum), true));
    }
    let mut encoder = flate2::write::DeflateEncoder::new(Vec::new(), Compression::default());
    encoder.write_all(&text).unwrap();
    let packed = encoder.finish().unwrap();
    let mut crc = flate2::Crc::new();
    crc.update(&text);
    for (sum, came) in [
        (crc.sum(), Ok(packed.len())),
        (crc.sum() ^ 1, Err(UnpackError::Checksum)),
    ] {
        let mut out = Vec::new();
        let found = zip::Member::new(sum).push(&packed, &mut out, usize::MAX);
        assert_eq!((found, out == text), (came, true));
    }
}
