//! One source becomes one catalog: fetch, decide by content, read, follow its shards.
//! What is lost on the way is a notice; only a file that is no catalog at all is a failure.

use super::chunks;
use super::shelf::{Held, Shelf};
use crate::failure::{failure, of_fetch};
use catalog::{Catalog, Limits, NotACatalog, Notice, Parsed, Severity, ShardPlan, SourceKind};
use platform::{Cache, FetchOptions, get_bytes, get_pieces, resolve};
use search::{Index, Intake};
use std::rc::Rc;
use wire::search::{Failure, Reply, SourceReport, SourceSpec};

/// Most bytes of one file: a catalog of a million listings is split into shards.
const MOST_BYTES: u64 = 256_000_000;
/// So many listings are shown before all have come, then so many times as many.
const FIRST: usize = 512;
const TIMES: usize = 32;

/// A source that was read.
pub(super) struct Loaded {
    /// All listings of every file that could be read.
    pub(super) index: Index,
    /// Files read, and files it has.
    pub(super) files: (u64, u64),
    /// Where the chunks of an index built ahead come from.
    pub(super) shelf: Option<Rc<Shelf>>,
}

/// A first file while its bytes come.
struct Body<'s> {
    spec: &'s SourceSpec,
    /// What has come, until it is known what it is; of a table all of it.
    kept: Vec<u8>,
    is_table: Option<bool>,
    intake: Intake,
    fault: Option<NotACatalog>,
}

impl Body<'_> {
    /// Takes a piece; false to have no more.
    fn take(&mut self, piece: &[u8]) -> bool {
        if self.is_table == Some(false) {
            return self.take_in(piece);
        }
        self.kept.extend_from_slice(piece);
        // What is only space and marks so far does not tell.
        let tells = |byte: &u8| !byte.is_ascii_whitespace() && byte.is_ascii() && *byte != 0;
        if self.is_table.is_none() && self.kept.iter().any(tells) {
            self.is_table = Some(is_table(self.spec, &self.kept));
        }
        match self.is_table {
            Some(false) => {
                let kept = std::mem::take(&mut self.kept);
                self.take_in(&kept)
            }
            _ => true,
        }
    }

    fn take_in(&mut self, bytes: &[u8]) -> bool {
        self.fault = self.intake.push(bytes).err();
        self.fault.is_none()
    }
}

/// Fetches and reads a source; notices and bytes go into the report. What of a large one has
/// come is handed to `show` on the way.
pub(super) async fn load(
    spec: &SourceSpec,
    today: &str,
    report: &mut SourceReport,
    show: &mut dyn FnMut(Index, &mut SourceReport),
) -> Result<Loaded, Failure> {
    let mut body = Body {
        spec,
        kept: Vec::new(),
        is_table: None,
        intake: Intake::new(&spec.id, today, &Limits::default()),
        fault: None,
    };
    let options = FetchOptions {
        cache: Cache::Revalidate,
        ..FetchOptions::up_to(MOST_BYTES)
    };
    let (mut told, mut next) = (platform::monotonic_millis(), FIRST);
    let fetched = get_pieces(&spec.url, &options, |_, piece| {
        report.bytes += piece.len() as u64;
        let goes_on = body.take(piece);
        let now = platform::monotonic_millis();
        if body.intake.len() >= next {
            next = next.saturating_mul(TIMES);
            if let Some(index) = body.intake.so_far() {
                show(index, report);
            }
        } else if now - told > 250.0 {
            told = now;
            tell(report);
        }
        goes_on
    })
    .await
    .map_err(of_fetch)?;
    if let Some(fault) = body.fault {
        return Err(not_a_catalog(fault));
    }
    if !fetched.complete {
        return Err(failure("too-large", MOST_BYTES));
    }
    if body.is_table.unwrap_or_else(|| is_table(spec, &body.kept)) {
        let parsed = sheet(spec, &body.kept, report).await?;
        report.notices.extend(parsed.notices);
        body.intake.whole(parsed.value);
        return done(body.intake, (1, 1), report);
    }
    if body.is_table.is_none() {
        let kept = std::mem::take(&mut body.kept);
        body.intake.push(&kept).map_err(not_a_catalog)?;
    }
    let mut intake = body.intake;
    let catalog = intake.close().map_err(not_a_catalog)?;
    report.mended = catalog.repairs();
    if let Some(folder) = search::index_folder(catalog) {
        let files = catalog.shards.len();
        let built_ahead = open(spec, folder).await;
        match built_ahead {
            Ok((index, shelf)) => {
                return Ok(Loaded {
                    index,
                    files: (1, 1),
                    shelf: Some(shelf),
                });
            }
            // The listings may be there in another form as well.
            Err(failure) if files == 0 => return Err(failure),
            Err(failure) => {
                let why = format!("{} {}", failure.code, failure.data);
                let notice =
                    Notice::new(Severity::Warning, "index-unreadable", "/x-jishi-index", why);
                report.notices.push(notice);
            }
        }
    }
    let catalog = intake.catalog().map_err(not_a_catalog)?;
    let plan = ShardPlan::new(catalog);
    let files = shards(&mut intake, plan, &spec.url, report).await;
    done(intake, files, report)
}

fn done(intake: Intake, files: (u64, u64), report: &mut SourceReport) -> Result<Loaded, Failure> {
    let (index, notices) = intake.finish().map_err(not_a_catalog)?;
    report.notices.extend(notices);
    Ok(Loaded {
        index,
        files,
        shelf: None,
    })
}

/// Opens the index that stands in `folder` beside the catalog.
async fn open(spec: &SourceSpec, folder: String) -> Result<(Index, Rc<Shelf>), Failure> {
    let base =
        resolve(&spec.url, &format!("{folder}/")).ok_or_else(|| failure("unsafe-href", ""))?;
    let shelf = Shelf::new(base);
    let head = shelf.head().await?;
    let store = Box::new(Held(Rc::clone(&shelf)));
    let index = Index::open(&spec.id, &head, store)
        .map_err(|error| failure("index-damaged", error.what))?;
    Ok((index, shelf))
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
async fn shards(
    intake: &mut Intake,
    mut plan: ShardPlan,
    root: &str,
    report: &mut SourceReport,
) -> (u64, u64) {
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
        match intake.further(&bytes) {
            Ok(next) => {
                read += 1;
                plan.add(next);
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
