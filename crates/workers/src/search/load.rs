//! One source becomes one catalog: fetch, decide by content, read, follow its shards.
//! What is lost on the way is a notice; only a file that is no catalog at all is a failure.

use super::chunks;
use crate::failure::{failure, of_fetch};
use catalog::{
    Catalog, Limits, NotACatalog, Notice, Parsed, Severity, ShardPlan, SourceKind, read_catalog,
    read_shard,
};
use platform::{Cache, FetchOptions, get_bytes, resolve};
use wire::search::{Failure, Reply, SourceReport, SourceSpec};

/// Most bytes of one file: a catalog of a million listings is split into shards.
const MOST_BYTES: u64 = 256_000_000;

/// A source that was read.
pub(super) struct Loaded {
    /// Its catalog, with the listings of every shard that could be read.
    pub(super) catalog: Catalog,
    /// Files read, and files it has.
    pub(super) files: (u64, u64),
}

/// Fetches and reads a source; notices and bytes go into the report.
pub(super) async fn load(spec: &SourceSpec, report: &mut SourceReport) -> Result<Loaded, Failure> {
    let bytes = fetch(&spec.url, report).await?;
    if is_table(spec, &bytes) {
        let parsed = sheet(spec, &bytes, report).await?;
        report.notices.extend(parsed.notices);
        return Ok(Loaded {
            catalog: parsed.value,
            files: (1, 1),
        });
    }
    let parsed = read_catalog(&bytes, &Limits::default()).map_err(not_a_catalog)?;
    drop(bytes);
    report.notices.extend(parsed.notices);
    let mut catalog = parsed.value;
    report.mended = catalog.repairs();
    let files = shards(&mut catalog, &spec.url, report).await;
    Ok(Loaded { catalog, files })
}

async fn fetch(url: &str, report: &mut SourceReport) -> Result<Vec<u8>, Failure> {
    // The host's cache headers decide on the bytes, but a stale catalog is asked about.
    let options = FetchOptions {
        cache: Cache::Revalidate,
        ..FetchOptions::up_to(MOST_BYTES)
    };
    let before = report.bytes;
    let mut told = platform::monotonic_millis();
    let fetched = get_bytes(url, &options, |read, _| {
        let now = platform::monotonic_millis();
        report.bytes = before + read;
        if now - told > 250.0 {
            told = now;
            tell(report);
        }
    })
    .await
    .map_err(of_fetch)?;
    report.bytes = before + fetched.bytes.len() as u64;
    Ok(fetched.bytes)
}

fn tell(report: &SourceReport) {
    super::program::say(&Reply::Source {
        report: Box::new(report.clone()),
    });
}

/// Content decides; the configuration's word is only asked about text without braces.
fn is_table(spec: &SourceSpec, bytes: &[u8]) -> bool {
    // Marks of UTF-8 and UTF-16, and the zeros that UTF-16 has beside ASCII.
    let marks: [&[u8]; 3] = [b"\xEF\xBB\xBF", b"\xFF\xFE", b"\xFE\xFF"];
    let text = marks.iter().find_map(|mark| bytes.strip_prefix(*mark));
    let first = text
        .unwrap_or(bytes)
        .iter()
        .copied()
        .find(|byte| *byte != 0 && !byte.is_ascii_whitespace());
    match first {
        Some(b'{' | b'[' | b'<') => false,
        _ => spec.mapping.is_some() || spec.kind == SourceKind::Sheet,
    }
}

/// Fetches the mapping of a table, and at the same time what reads tables.
async fn sheet(
    spec: &SourceSpec,
    bytes: &[u8],
    report: &mut SourceReport,
) -> Result<Parsed<Catalog>, Failure> {
    let mapping = spec
        .mapping
        .as_deref()
        .ok_or_else(|| failure("no-mapping", ""))?;
    // Whether it came is asked below.
    platform::spawn(async { drop(chunks::sheet().await) }).detach();
    let mapping = fetch(mapping, report).await?;
    let read = chunks::sheet()
        .await
        .map_err(|error| failure("program-part", error))?;
    read(spec, bytes, &mapping)
}

/// Follows the shards one after another; a missing one costs its listings and nothing else.
async fn shards(catalog: &mut Catalog, root: &str, report: &mut SourceReport) -> (u64, u64) {
    let mut plan = ShardPlan::new(catalog);
    let mut read = 1;
    while let Some(shard) = plan.take() {
        let notice =
            |code: &str, data: String| Notice::new(Severity::Error, code, shard.href.clone(), data);
        let Some(url) = resolve(root, &shard.href) else {
            report.notices.push(notice("unsafe-href", String::new()));
            continue;
        };
        let bytes = match fetch(&url, report).await {
            Ok(bytes) => bytes,
            Err(failure) => {
                let why = format!("{} {}", failure.code, failure.data);
                report.notices.push(notice("shard-missing", why));
                continue;
            }
        };
        if !shard.has_digest_of(&bytes) {
            report.notices.push(notice("shard-digest", String::new()));
            continue;
        }
        match read_shard(&bytes, catalog, &Limits::default()) {
            Ok(parsed) => {
                read += 1;
                report.notices.extend(parsed.notices);
                catalog.listings.extend(parsed.value.listings);
                plan.add(parsed.value.next);
            }
            Err(error) => report
                .notices
                .push(notice("shard-unreadable", error.to_string())),
        }
    }
    if plan.refused() > 0 {
        let refused = plan.refused().to_string();
        report.notices.push(Notice::new(
            Severity::Error,
            "too-many-shards",
            "/shards",
            refused,
        ));
    }
    (read, 1 + plan.total() as u64)
}

fn not_a_catalog(error: NotACatalog) -> Failure {
    match error {
        NotACatalog::TooLarge { bytes, .. } => failure("too-large", bytes),
        error => failure("not-a-catalog", error),
    }
}
