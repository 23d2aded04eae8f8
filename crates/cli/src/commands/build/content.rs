//! A catalog becomes its files: one, or a root with an index built ahead, from which a page reads
//! what a question needs, and, if they are wanted, with shards of about a megabyte (`model.md`
//! §B rule 1); and the data files beside it that it names.

use std::path::Path;

use anyhow::{Context, Result};
use catalog::{Catalog, Distribution, Listing, Notice, Shard, sha256_hex};
use search::{Index, name_index_folder};
use serde_json::Value;

use super::ahead;
use super::site::{Piece, Site};
use crate::load::{Loaded, local};

/// Most bytes of a catalog file; a single listing may be larger.
const SHARD: usize = 1_000_000;

/// What was planned for one source.
#[derive(Debug)]
pub(super) struct Content {
    /// Address of the catalog, relative to the configuration.
    pub(super) url: String,
    /// Bytes of the catalog's files together.
    pub(super) bytes: usize,
    /// How many files besides the root hold listings.
    pub(super) shards: usize,
    /// How many files of an index built ahead hold them.
    pub(super) index: usize,
    /// Data files that were taken along.
    pub(super) data: usize,
    /// Relative addresses that lead to no file.
    pub(super) missing: Vec<String>,
}

/// Plans the files of `loaded`, which was read from `file`, in a folder of its own; with
/// `shards` also the listings of a large catalog as plain JSON.
pub(super) fn add(loaded: &Loaded, file: &Path, shards: bool, site: &mut Site) -> Result<Content> {
    let folder = free_folder(&loaded.source, site);
    let mut catalog = loaded.catalog.clone();
    catalog.keep_repairs(&repairs(loaded));
    // All listings are here; the files that held them before are not part of the site.
    catalog.shards.clear();
    catalog.links.retain(|link| link.rel != "next");
    catalog.extra.remove("x-jishi-index");
    let mut content = Content {
        url: format!("{folder}/catalog.json"),
        bytes: 0,
        shards: 0,
        index: 0,
        data: 0,
        missing: Vec::new(),
    };
    for listing in &catalog.listings {
        take_along(listing, file, &folder, site, &mut content);
    }
    if loaded.index.is_none() {
        let whole = in_lines(&to_value(&catalog)?);
        if whole.len() <= SHARD {
            content.bytes = whole.len();
            site.put(content.url.as_str(), whole.into_bytes());
            return Ok(content);
        }
    }
    let mut built = None;
    let index = match &loaded.index {
        Some(index) => index,
        None => {
            let all = std::mem::take(&mut catalog.listings);
            let all = Catalog {
                listings: all,
                ..catalog.clone()
            };
            built.insert(Index::build(&loaded.source, all, &crate::today()))
        }
    };
    if shards || loaded.index.is_some() {
        let mut parts = Parts::new(&folder, shards);
        index.each_listing(&mut |listing| {
            if loaded.index.is_some() {
                take_along(&listing, file, &folder, site, &mut content);
            }
            parts.add(&listing, site);
        });
        catalog.shards = parts.finish(site);
        content.shards = catalog.shards.len();
    }
    let (name, bytes, files) = ahead::add(index, &folder, site);
    name_index_folder(&mut catalog, &name);
    content.index = files;
    let root = in_lines(&to_value(&catalog)?);
    let of_shards = catalog.shards.iter().filter_map(|shard| shard.byte_size);
    content.bytes = root.len() + bytes + of_shards.sum::<u64>() as usize;
    site.put(content.url.as_str(), root.into_bytes());
    Ok(content)
}

fn to_value(catalog: &Catalog) -> Result<Value> {
    serde_json::to_value(catalog).context("the catalog cannot be written")
}

/// Listings as JSON, in parts of about a megabyte.
struct Parts<'f> {
    folder: &'f str,
    /// Whether they are wanted.
    wanted: bool,
    lines: Vec<String>,
    room: usize,
    shards: Vec<Shard>,
}

impl<'f> Parts<'f> {
    const fn new(folder: &'f str, wanted: bool) -> Self {
        Self {
            folder,
            wanted,
            lines: Vec::new(),
            room: SHARD,
            shards: Vec::new(),
        }
    }

    fn add(&mut self, listing: &Listing, site: &mut Site) {
        if !self.wanted {
            return;
        }
        let line = record::to_text(listing);
        if line.len() > self.room && !self.lines.is_empty() {
            self.close(site);
        }
        self.room = self.room.saturating_sub(line.len() + 2);
        self.lines.push(line);
    }

    fn close(&mut self, site: &mut Site) {
        let name = format!("listings-{:03}.json", self.shards.len() + 1);
        let bytes = format!("{{\"listings\":[\n{}\n]}}\n", self.lines.join(",\n")).into_bytes();
        self.shards.push(Shard {
            href: name.clone(),
            count: self.lines.len() as u64,
            byte_size: Some(bytes.len() as u64),
            sha256: Some(sha256_hex(&bytes)),
            facets: None,
        });
        site.put(format!("{}/{name}", self.folder), bytes);
        self.lines.clear();
        self.room = SHARD;
    }

    fn finish(mut self, site: &mut Site) -> Vec<Shard> {
        if !self.lines.is_empty() {
            self.close(site);
        }
        self.shards
    }
}

/// What was mended on the way, in the form of which the page makes its sentences.
fn repairs(loaded: &Loaded) -> Vec<Notice> {
    let of_table = loaded.of_table.iter().map(sheets::table_notice);
    let is_of_table = |notice: &&Notice| {
        let mut codes = loaded.of_table.iter().map(|known| known.code.name());
        codes.any(|code| code == notice.code)
    };
    let others = loaded.notices.iter().filter(|notice| !is_of_table(notice));
    of_table.chain(others.cloned()).collect()
}

/// A folder for the source that no other source has. Ids may hold signs that folders may not.
fn free_folder(source: &str, site: &Site) -> String {
    let safe: String = source
        .chars()
        .map(|c| {
            if c.is_ascii_alphanumeric() || "._-".contains(c) {
                c
            } else {
                '-'
            }
        })
        .collect();
    let taken = |folder: &str| site.files.contains_key(&format!("{folder}/catalog.json"));
    let mut folder = format!("data/{safe}");
    let mut number = 2;
    while taken(&folder) {
        folder = format!("data/{safe}-{number}");
        number += 1;
    }
    folder
}

/// Compact JSON with a line for each member and for each record of a list, so that two builds
/// can be compared line by line.
fn in_lines(catalog: &Value) -> String {
    let Some(members) = catalog.as_object() else {
        return catalog.to_string();
    };
    let lines: Vec<String> = members
        .iter()
        .map(|(name, value)| {
            let name = Value::String(name.clone());
            match value
                .as_array()
                .filter(|items| items.iter().any(Value::is_object))
            {
                Some(items) => {
                    let items: Vec<String> = items.iter().map(Value::to_string).collect();
                    format!("{name}:[\n{}\n]", items.join(",\n"))
                }
                None => format!("{name}:{value}"),
            }
        })
        .collect();
    format!("{{\n{}\n}}\n", lines.join(",\n"))
}

/// Plans copies of the data files and samples that a listing names relative to `file`.
fn take_along(
    listing: &Listing,
    file: &Path,
    folder: &str,
    site: &mut Site,
    content: &mut Content,
) {
    let samples = listing
        .samples
        .iter()
        .filter_map(|sample| sample.distribution.as_ref());
    for distribution in listing.distributions.iter().chain(samples) {
        for address in addresses(distribution) {
            let Some(path) = local::below(file, address) else {
                continue;
            };
            let below = file
                .parent()
                .and_then(|start| path.strip_prefix(start).ok());
            let name = below.and_then(super::site::plain);
            match name.filter(|_| path.is_file()) {
                Some(name) => {
                    let added = site.add(format!("{folder}/{name}"), Piece::Copy(path));
                    content.data += usize::from(added);
                }
                None => content.missing.push(address.to_owned()),
            }
        }
    }
}

fn addresses(distribution: &Distribution) -> impl Iterator<Item = &str> {
    distribution
        .download_url
        .iter()
        .chain(&distribution.access_url)
        .map(String::as_str)
}
