//! An index that an earlier build made: read from its folder, chunk by chunk.

use flate2::read::DeflateDecoder;
use search::{Bytes, Index, Store, Unread, open_seal};
use std::io::Read as _;
use std::path::{Path, PathBuf};
use std::sync::Arc;

/// Most bytes that one file may hold when it is unpacked.
const MOST: u64 = 1 << 30;

/// The folder of an index.
#[derive(Debug)]
struct Folder(PathBuf);

impl Folder {
    fn file(&self, name: &str) -> Option<Vec<u8>> {
        let file = std::fs::read(self.0.join(format!("{name}.bin"))).ok()?;
        let packed = open_seal(&file).ok()?;
        let mut bytes = Vec::new();
        let mut unpacked = DeflateDecoder::new(packed).take(MOST);
        unpacked.read_to_end(&mut bytes).ok()?;
        Some(bytes)
    }
}

impl Store for Folder {
    fn chunk(&self, number: u32) -> Result<Bytes, Unread> {
        let bytes = self.file(&number.to_string());
        bytes.map(Arc::new).ok_or(Unread::Damaged)
    }
}

/// Opens the index in `folder`, or says which file of it is wrong.
pub(super) fn open(folder: &Path, source: &str) -> Result<Index, String> {
    let store = Folder(folder.to_owned());
    let head = store
        .file("head")
        .ok_or_else(|| folder.join("head.bin").display().to_string())?;
    Index::open(source, &head, Box::new(store)).map_err(|error| error.what)
}
