//! Catalogs in several files: which to fetch next, whether the bytes are the right ones,
//! and their listings. Fetching itself is done elsewhere.

use crate::{
    Catalog, Limits, Listing, Parsed, Shard,
    read::{
        NotACatalog,
        at::At,
        document::{Body, body, read_listings},
        known::Kind,
        links::href,
        object::{Object, Own},
        reader::Reader,
        values::{count, matching},
    },
};
use serde_json::Value;
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
    let body = body(bytes, limits)?;
    let mut reader = Reader::new(limits, catalog.default_language.clone());
    know(&mut reader, catalog);
    let part = match body {
        Body::Document(members) => {
            let mut object = Object {
                members,
                at: At::ROOT,
            };
            let listings = read_listings(&mut reader, &mut object);
            let more = Catalog {
                shards: object.list(&mut reader, "shards", shard),
                links: object.list(&mut reader, "links", super::links::link),
                ..Catalog::default()
            };
            let mut plan = ShardPlan::new(&more);
            Part {
                listings,
                next: std::iter::from_fn(|| plan.take()).collect(),
            }
        }
        list => Part {
            listings: list.listings(&mut reader),
            next: Vec::new(),
        },
    };
    Ok(Parsed {
        value: part,
        notices: reader.finish(),
    })
}

/// Makes the records of `catalog` known to the reader.
fn know(reader: &mut Reader, catalog: &Catalog) {
    let mut take = |kind: Kind, id: &str, names: Option<&crate::Text>| {
        let known = reader.known.names(kind);
        known.take(id);
        for (_, name) in names.into_iter().flat_map(crate::Text::iter) {
            known.alias(name, id);
        }
    };
    for record in &catalog.sources {
        take(Kind::Source, &record.id, None);
    }
    for record in &catalog.categories {
        take(Kind::Category, &record.id, Some(&record.label));
    }
    for record in &catalog.organizations {
        take(Kind::Organization, &record.id, Some(&record.name));
    }
    for record in &catalog.exchanges {
        take(Kind::Exchange, &record.id, Some(&record.name));
    }
    for record in &catalog.platforms {
        take(Kind::Platform, &record.id, record.name.as_ref());
    }
    for record in &catalog.listings {
        take(Kind::Listing, &record.id, None);
    }
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
    object.finish(reader, Own::Refused);
    address.map(|_| shard)
}

/// A digest in lower-case hexadecimal.
fn sha256(reader: &mut Reader, value: Value, at: &At) -> Option<String> {
    matching(reader, value, at, "not-a-digest", |text| {
        text.len() == 64 && text.bytes().all(|b| matches!(b, b'0'..=b'9' | b'a'..=b'f'))
    })
}
