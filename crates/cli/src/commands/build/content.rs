//! A catalog becomes its files: one, or a root with shards of about a megabyte (`model.md` §B
//! rule 1), and the data files beside it that it names.

use std::path::Path;

use anyhow::{Context, Result};
use catalog::{Catalog, Distribution, Notice, Shard, sha256_hex};
use serde_json::Value;

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
    /// Data files that were taken along.
    pub(super) data: usize,
    /// Relative addresses that lead to no file.
    pub(super) missing: Vec<String>,
}

/// Plans the files of `loaded`, which was read from `file`, in a folder of its own.
pub(super) fn add(loaded: &Loaded, file: &Path, site: &mut Site) -> Result<Content> {
    let folder = free_folder(&loaded.source, site);
    let mut catalog = loaded.catalog.clone();
    catalog.keep_repairs(&repairs(loaded));
    // All listings are here; the files that held them before are not part of the site.
    catalog.shards.clear();
    catalog.links.retain(|link| link.rel != "next");
    let mut content = Content {
        url: format!("{folder}/catalog.json"),
        bytes: 0,
        shards: 0,
        data: 0,
        missing: Vec::new(),
    };
    take_along(&catalog, file, &folder, site, &mut content);
    let whole = in_lines(&serde_json::to_value(&catalog).context("the catalog cannot be written")?);
    if whole.len() <= SHARD {
        content.bytes = whole.len();
        site.put(content.url.as_str(), whole.into_bytes());
        return Ok(content);
    }
    for (number, lines) in parts(&catalog)?.iter().enumerate() {
        let name = format!("listings-{:03}.json", number + 1);
        let bytes = format!("{{\"listings\":[\n{}\n]}}\n", lines.join(",\n")).into_bytes();
        catalog.shards.push(Shard {
            href: name.clone(),
            count: lines.len() as u64,
            byte_size: Some(bytes.len() as u64),
            sha256: Some(sha256_hex(&bytes)),
            facets: None,
        });
        content.bytes += bytes.len();
        site.put(format!("{folder}/{name}"), bytes);
    }
    content.shards = catalog.shards.len();
    catalog.listings.clear();
    let root = in_lines(&serde_json::to_value(&catalog).context("the catalog cannot be written")?);
    content.bytes += root.len();
    site.put(content.url.as_str(), root.into_bytes());
    Ok(content)
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

/// The listings as JSON, in parts of about a megabyte.
fn parts(catalog: &Catalog) -> Result<Vec<Vec<String>>> {
    let mut parts: Vec<Vec<String>> = Vec::new();
    let mut room = 0;
    for listing in &catalog.listings {
        let line = serde_json::to_string(listing).context("a listing cannot be written")?;
        if line.len() > room {
            parts.push(Vec::new());
            room = SHARD;
        }
        room = room.saturating_sub(line.len() + 2);
        if let Some(part) = parts.last_mut() {
            part.push(line);
        }
    }
    Ok(parts)
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

/// Plans copies of the data files and samples that the listings name relative to `file`.
fn take_along(
    catalog: &Catalog,
    file: &Path,
    folder: &str,
    site: &mut Site,
    content: &mut Content,
) {
    for listing in &catalog.listings {
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
}

fn addresses(distribution: &Distribution) -> impl Iterator<Item = &str> {
    distribution
        .download_url
        .iter()
        .chain(&distribution.access_url)
        .map(String::as_str)
}
