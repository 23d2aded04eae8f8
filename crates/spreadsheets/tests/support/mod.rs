//! Workbooks for tests: archives of handwritten parts, and compound files of handwritten records.
#![allow(dead_code, reason = "each test uses a part of it")]
#![allow(clippy::unwrap_used, reason = "a test that finds nothing has failed")]

pub(crate) mod xls;

use flate2::{Compression, write::DeflateEncoder};
use std::io::Write as _;
use std::path::Path;

/// An archive of these parts.
pub(crate) fn zip(parts: &[(&str, &[u8])]) -> Vec<u8> {
    lying_zip(parts, 0)
}

/// The same, whose directory says so many bytes more or fewer of each.
pub(crate) fn lying_zip(parts: &[(&str, &[u8])], lie: i64) -> Vec<u8> {
    let (mut out, mut directory) = (Vec::new(), Vec::new());
    for (name, bytes) in parts {
        // By this file programs tell what the archive is, so it must not be packed.
        let (method, packed) = match *name {
            "mimetype" => (0, bytes.to_vec()),
            _ => (8, deflated(bytes)),
        };
        let at = out.len() as u32;
        let mut common = Vec::new();
        common.extend([20, 0, 0, 0, method, 0, 0, 0, 0, 0, 0, 0, 0, 0]);
        common.extend((packed.len() as u32).to_le_bytes());
        common.extend(((bytes.len() as i64 + lie) as u32).to_le_bytes());
        common.extend((name.len() as u16).to_le_bytes());
        common.extend([0; 2]);
        out.extend(b"PK\x03\x04");
        out.extend(&common);
        out.extend(name.as_bytes());
        out.extend(packed);
        directory.extend(b"PK\x01\x02\x14\0");
        directory.extend(&common);
        directory.extend([0; 10]);
        directory.extend(at.to_le_bytes());
        directory.extend(name.as_bytes());
    }
    let (at, count) = (out.len() as u32, parts.len() as u16);
    out.extend(&directory);
    out.extend(b"PK\x05\x06\0\0\0\0");
    out.extend(count.to_le_bytes());
    out.extend(count.to_le_bytes());
    out.extend((directory.len() as u32).to_le_bytes());
    out.extend(at.to_le_bytes());
    out.extend([0; 2]);
    out
}

fn deflated(bytes: &[u8]) -> Vec<u8> {
    let mut encoder = DeflateEncoder::new(Vec::new(), Compression::default());
    encoder.write_all(bytes).unwrap();
    encoder.finish().unwrap()
}

/// The archive of the parts in a folder of `tests/workbooks`.
pub(crate) fn folder(name: &str) -> Vec<u8> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../spreadsheets/tests/workbooks");
    let folder = folder.join(name);
    let mut parts = Vec::new();
    collect(&folder, "", &mut parts);
    // The one that says what it is comes first.
    parts.sort_by_key(|(name, _)| (name != "mimetype", name.clone()));
    let parts: Vec<(&str, &[u8])> = parts
        .iter()
        .map(|(name, bytes)| (name.as_str(), bytes.as_slice()))
        .collect();
    zip(&parts)
}

fn collect(folder: &Path, inside: &str, parts: &mut Vec<(String, Vec<u8>)>) {
    for entry in std::fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        let name = path.file_name().unwrap().to_string_lossy();
        let name = format!("{inside}{name}");
        match path.is_dir() {
            true => collect(&path, &format!("{name}/"), parts),
            false => parts.push((name, std::fs::read(&path).unwrap())),
        }
    }
}
