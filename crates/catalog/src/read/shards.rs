//! Catalogs in several files: which to fetch next, whether the bytes are the right ones,
//! and their listings. Fetching itself is done elsewhere.

use crate::{
    Catalog, Limits, Listing, Parsed, Shard,
    read::{
        NotACatalog,
        at::At,
        json::Value,
        links::href,
        object::Object,
        reader::Reader,
        stream::Frame,
        values::{count, matching},
        whole::read_whole,
    },
};
use sha2::{Digest, Sha256};
use std::collections::{HashSet, VecDeque};

/// Most files of one catalog.
const MOST: usize = 1_000;

/// The other files of a catalog, each named once, in order.
#[derive(Clone, Debug, Default)]
pub struct ShardPlan {
    waiting: VecDeque<Shard>,
    seen: HashSet<String>,
    /// Files named beyond the most that are read.
    refused: usize,
}

impl ShardPlan {
    /// What `catalog` names: its shards, then links with `rel` next.
    #[must_use]
    pub fn new(catalog: &Catalog) -> Self {
        let mut plan = Self::default();
        plan.add(catalog.shards.iter().cloned());
        let next = catalog.links.iter().filter(|link| link.rel == "next");
        plan.add(next.map(|link| Shard {
            href: link.href.clone(),
            count: 0,
            byte_size: None,
            sha256: None,
            facets: None,
        }));
        plan
    }

    /// Adds files that another file names; those named before are not read twice, so a
    /// circle of files ends.
    pub fn add(&mut self, shards: impl IntoIterator<Item = Shard>) {
        for shard in shards {
            if self.seen.contains(&shard.href) {
                continue;
            }
            if self.seen.len() >= MOST {
                self.refused += 1;
                continue;
            }
            self.seen.insert(shard.href.clone());
            self.waiting.push_back(shard);
        }
    }

    /// The next file to fetch.
    pub fn take(&mut self) -> Option<Shard> {
        self.waiting.pop_front()
    }

    /// How many files are named and read in all.
    #[must_use]
    pub fn total(&self) -> usize {
        self.seen.len()
    }

    /// How many files are named and not read, because there are too many.
    #[must_use]
    pub const fn refused(&self) -> usize {
        self.refused
    }
}

impl Shard {
    /// Whether `bytes` have the digest that the catalog states; true when it states none.
    #[must_use]
    pub fn has_digest_of(&self, bytes: &[u8]) -> bool {
        self.sha256
            .as_deref()
            .is_none_or(|stated| stated == sha256_hex(bytes))
    }
}

/// SHA-256 of `bytes` in lower-case hexadecimal.
#[must_use]
pub fn sha256_hex(bytes: &[u8]) -> String {
    let digest = Sha256::digest(bytes);
    digest.iter().map(|byte| format!("{byte:02x}")).collect()
}

/// Listings of another file of `catalog`, and the files which that one names.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Part {
    /// Its listings, with ids that `catalog` does not have yet.
    pub listings: Vec<Listing>,
    /// More files.
    pub next: Vec<Shard>,
}

/// Reads another file of `catalog`. References are to the records of `catalog`.
///
/// # Errors
/// When the file as a whole has no listings.
pub fn read_shard(
    bytes: &[u8],
    catalog: &Catalog,
    limits: &Limits,
) -> Result<Parsed<Part>, NotACatalog> {
    let (listings, ended) = read_whole(bytes, limits, Some(Frame::of(catalog, limits)))?;
    Ok(Parsed {
        value: Part {
            listings,
            next: ended.catalog.shards,
        },
        notices: ended.notices,
    })
}

/// Takes what a further file names: its shards, then links with `rel` next.
pub(super) fn more_shards(reader: &mut Reader, object: &mut Object) -> Vec<Shard> {
    let more = Catalog {
        shards: object.list(reader, "shards", shard),
        links: object.list(reader, "links", super::links::link),
        ..Catalog::default()
    };
    let mut plan = ShardPlan::new(&more);
    std::iter::from_fn(|| plan.take()).collect()
}

/// A shard as the root names it.
pub(crate) fn shard(reader: &mut Reader, value: Value, at: &At) -> Option<Shard> {
    let mut object = Object::open(reader, value, *at)?;
    let address = object.require(reader, "href", href);
    let shard = Shard {
        href: address.clone().unwrap_or_default(),
        count: object.require(reader, "count", count).unwrap_or(0),
        byte_size: object.read(reader, "byteSize", count),
        sha256: object.read(reader, "sha256", sha256),
        facets: object.carried(reader, "facets"),
    };
    object.close(reader);
    address.map(|_| shard)
}

/// A digest in lower-case hexadecimal.
fn sha256(reader: &mut Reader, value: Value, at: &At) -> Option<String> {
    matching(reader, value, at, "not-a-digest", |text| {
        text.len() == 64 && text.bytes().all(|b| matches!(b, b'0'..=b'9' | b'a'..=b'f'))
    })
}
