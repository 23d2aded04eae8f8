//! An index as files, to be opened elsewhere: `docs/index-format.md` says how they are named
//! and what stands around the bytes that are handed out here.

use crate::build::{A_CHUNK, piece};
use crate::index::Index;
use crate::store::Bytes;
use catalog::{Catalog, Listing};
use scan::{Coder, Phrases, learn, number_into};
use std::sync::Arc;

/// Phrases are learnt from so many listings, of about so many bytes together.
const SAMPLES: u32 = 3_000;
/// Likewise.
const SAMPLE_BYTES: usize = 2 << 20;
/// A phrase for so many listings: all phrases come with the head, so that more of them make every
/// visit longer and every listing shorter.
const LISTINGS_A_PHRASE: u32 = 8;
/// Fewest and most phrases.
const PHRASES: (u32, u32) = (256, 8_192);

/// A file of an exported index.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum File {
    /// The head: everything that is needed before the first chunk is.
    Head(Vec<u8>),
    /// The chunk with this number.
    Chunk(u32, Bytes),
}

/// Member of a catalog's root that names the folder of its index, relative to it.
const POINTER: &str = "x-jishi-index";

/// Whether a file can be the root of a catalog whose index was built ahead: asked before it is
/// read as one.
#[must_use]
pub fn may_name_index(bytes: &[u8]) -> bool {
    bytes
        .windows(POINTER.len())
        .any(|part| part == POINTER.as_bytes())
}

/// The folder beside a catalog in which its index was built ahead, if it names one. Only a
/// plain name: an index is never looked for elsewhere.
#[must_use]
pub fn index_folder(catalog: &Catalog) -> Option<String> {
    let folder = catalog.extra.get(POINTER)?.as_str()?;
    let is_plain = |c: char| c.is_ascii_alphanumeric() || c == '-';
    (!folder.is_empty() && folder.chars().all(is_plain)).then(|| folder.to_owned())
}

/// Has `catalog` name the folder of its index.
pub fn name_index_folder(catalog: &mut Catalog, folder: &str) {
    catalog.extra.insert(POINTER.to_owned(), folder.into());
}

impl Index {
    /// Hands out the files of an index that is whole in memory. Listings are put in the order
    /// of their numbers, so that those of one page of the newest stand together.
    pub fn export(&self, put: &mut dyn FnMut(File)) {
        let mut head = self.head().clone();
        let listings = head.listings;
        for number in 0..listings.first {
            put(File::Chunk(number, self.chunk(number)));
        }
        let phrases = self.learnt();
        let coder = Coder::new(&phrases);
        let mut count = 0;
        let mut open: Vec<Vec<u8>> = Vec::new();
        for doc in 0..head.all {
            open.extend(
                self.piece_of(doc)
                    .map(|(id, json)| coded(&id, &json, &coder)),
            );
            if open.len() == A_CHUNK as usize || doc + 1 == head.all {
                put(File::Chunk(listings.first + count, joined(&open)));
                count += 1;
                open.clear();
            }
        }
        head.listings.count = count;
        head.places = None;
        put(File::Head(self.head_payload(&head, &phrases)));
    }

    /// The phrases of its listings, as some of them say that are spread over all.
    fn learnt(&self) -> Phrases {
        let all = self.head().all;
        let (mut samples, mut bytes) = (Vec::new(), 0);
        for doc in (0..all).step_by((all / SAMPLES).max(1) as usize) {
            samples.extend(self.piece_of(doc).map(|(_, json)| json));
            bytes += samples.last().map_or(0, Vec::len);
            if bytes > SAMPLE_BYTES {
                break;
            }
        }
        let samples: Vec<&[u8]> = samples.iter().map(Vec::as_slice).collect();
        let most = (all / LISTINGS_A_PHRASE).clamp(PHRASES.0, PHRASES.1);
        learn(&samples, most as usize)
    }

    /// Id and JSON of a listing.
    fn piece_of(&self, doc: u32) -> Option<(Vec<u8>, Vec<u8>)> {
        let (chunk, range) = self.place_of(doc)?;
        let (id, json) = self.parts_of(chunk.get(range)?)?;
        Some((id.to_vec(), json.into_owned()))
    }

    /// Hands out every listing, also those off the shelf, in the order in which they came.
    pub fn each_listing(&self, each: &mut dyn FnMut(Listing)) {
        let listings = self.head().listings;
        for number in 0..listings.count {
            let chunk = self.chunk(listings.first + number);
            let mut at = 0;
            while let Some(range) = piece(&chunk, at) {
                if let Some(listing) = chunk.get(range).and_then(|piece| self.read_piece(piece)) {
                    each(listing);
                }
                at += 1;
            }
        }
    }
}

/// A listing as its file has it.
fn coded(id: &[u8], json: &[u8], coder: &Coder) -> Vec<u8> {
    let mut piece = Vec::new();
    number_into(&mut piece, id.len() as u32);
    piece.extend_from_slice(id);
    coder.code(json, &mut piece);
    piece
}

/// A chunk of pieces: how many, where each ends, the pieces.
fn joined(pieces: &[Vec<u8>]) -> Bytes {
    let mut chunk = (pieces.len() as u32).to_le_bytes().to_vec();
    let mut end = 0;
    for piece in pieces {
        end += piece.len() as u32;
        chunk.extend_from_slice(&end.to_le_bytes());
    }
    for piece in pieces {
        chunk.extend_from_slice(piece);
    }
    Arc::new(chunk)
}
