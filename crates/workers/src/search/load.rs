//! One source becomes one catalog: fetch, decide by content, read, follow its shards.
//! What is lost on the way is a notice; only a file that is no catalog at all is a failure.

use super::chunks::{self, BeginIntake};
use super::intake::Taking;
use super::shelf::{Held, Shelf};
use crate::failure::{failure, of_fetch};
use catalog::stream::read_root;
use catalog::{Catalog, Limits, Notice, Parsed, Severity, SourceKind};
use platform::{Cache, FetchOptions, get_bytes, get_pieces, resolve};
use search::{Index, index_folder, may_name_index};
use std::{cell::Cell, rc::Rc};
use wire::search::{Failure, Reply, SourceReport, SourceSpec};

/// Most bytes of one file: a catalog of a million listings is split into shards.
const MOST_BYTES: u64 = 256_000_000;
/// A root beside an index built ahead is smaller; what is larger is taken in.
const MOST_ROOT: usize = 1_000_000;
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
    today: &'s str,
    /// What has come, until it is known what it is and what takes it in is here; of a table all
    /// of it.
    kept: Vec<u8>,
    is_table: Option<bool>,
    /// What takes catalogs in, once it is here.
    begin: Rc<Cell<Option<BeginIntake>>>,
    /// Whether that was asked for.
    asked: bool,
    intake: Option<Box<dyn Taking>>,
    fault: Option<Failure>,
}

impl Body<'_> {
    /// Asks for what takes catalogs in, without waiting for it. Whether it came is asked again
    /// when the file has ended.
    fn ask(&mut self) {
        if !self.asked {
            self.asked = true;
            let begin = Rc::clone(&self.begin);
            platform::spawn(async move { begin.set(chunks::intake().await.ok()) }).detach();
        }
    }

    /// Takes a piece; false to have no more.
    fn take(&mut self, piece: &[u8]) -> bool {
        if self.intake.is_some() {
            return self.take_in(piece);
        }
        self.kept.extend_from_slice(piece);
        // What is only space and marks so far does not tell.
        let tells = |byte: &u8| !byte.is_ascii_whitespace() && byte.is_ascii() && *byte != 0;
        if self.is_table.is_none() && self.kept.iter().any(tells) {
            self.is_table = Some(is_table(self.spec, &self.kept));
        }
        if self.kept.len() > MOST_ROOT {
            self.ask();
        }
        match (self.is_table, self.begin.get()) {
            (Some(false), Some(begin)) => {
                self.intake = Some(begin(&self.spec.id, self.today));
                let kept = std::mem::take(&mut self.kept);
                self.take_in(&kept)
            }
            _ => true,
        }
    }

    fn take_in(&mut self, bytes: &[u8]) -> bool {
        let pushed = self.intake.as_mut().map(|intake| intake.push(bytes));
        self.fault = pushed.and_then(Result::err);
        self.fault.is_none()
    }

    /// The listings that have come.
    fn len(&self) -> usize {
        self.intake.as_ref().map_or(0, |intake| intake.len())
    }

    /// The catalog, if the file is the root beside an index built ahead.
    fn root(&self) -> Option<Catalog> {
        let may_be = self.kept.len() <= MOST_ROOT && may_name_index(&self.kept);
        may_be.then(|| read_root(&self.kept, &Limits::default()))?
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
        today,
        kept: Vec::new(),
        is_table: None,
        begin: Rc::default(),
        asked: false,
        intake: None,
        fault: None,
    };
    // At the same time as the file, except where it will hardly be needed.
    if !spec.ahead {
        body.ask();
    }
    let options = FetchOptions {
        cache: Cache::Revalidate,
        ..FetchOptions::up_to(MOST_BYTES)
    };
    let (mut told, mut next) = (platform::monotonic_millis(), FIRST);
    let fetched = get_pieces(&spec.url, &options, |_, piece| {
        report.bytes += piece.len() as u64;
        let goes_on = body.take(piece);
        let now = platform::monotonic_millis();
        if body.len() >= next {
            next = next.saturating_mul(TIMES);
            if let Some(index) = body.intake.as_ref().and_then(|intake| intake.so_far()) {
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
        return Err(fault);
    }
    if !fetched.complete {
        return Err(failure("too-large", MOST_BYTES));
    }
    if body.is_table.unwrap_or_else(|| is_table(spec, &body.kept)) {
        body.ask();
        let parsed = sheet(spec, &body.kept, report).await?;
        report.notices.extend(parsed.notices);
        let mut intake = begin(spec, today).await?;
        intake.whole(parsed.value);
        return done(intake, report);
    }
    let root = body.root();
    if let Some(loaded) = ahead(spec, root.as_ref(), report).await? {
        return Ok(loaded);
    }
    let mut intake = match body.intake {
        Some(intake) => intake,
        None => {
            let mut intake = begin(spec, today).await?;
            intake.push(&body.kept)?;
            intake
        }
    };
    drop(body.kept);
    let catalog = intake.close()?;
    report.mended = catalog.repairs();
    // A root that was not known as one before.
    let unknown = root.is_none().then_some(catalog);
    if let Some(loaded) = ahead(spec, unknown, report).await? {
        return Ok(loaded);
    }
    shards(&mut *intake, &spec.url, report, next, show).await;
    done(intake, report)
}

/// Begins to take in a source, once what does it is here.
async fn begin(spec: &SourceSpec, today: &str) -> Result<Box<dyn Taking>, Failure> {
    let begin = chunks::intake()
        .await
        .map_err(|error| failure("program-part", error))?;
    Ok(begin(&spec.id, today))
}

fn done(intake: Box<dyn Taking>, report: &mut SourceReport) -> Result<Loaded, Failure> {
    let (index, notices, files) = intake.finish()?;
    report.notices.extend(notices);
    Ok(Loaded {
        index,
        files,
        shelf: None,
    })
}

/// Opens the index that was built ahead of the catalog `root`, if it names one. If it cannot be
/// opened, the listings may be there in another form as well.
async fn ahead(
    spec: &SourceSpec,
    root: Option<&Catalog>,
    report: &mut SourceReport,
) -> Result<Option<Loaded>, Failure> {
    let Some((root, folder)) = root.and_then(|root| Some((root, index_folder(root)?))) else {
        return Ok(None);
    };
    report.mended = root.repairs();
    match open(spec, folder).await {
        Ok((index, shelf)) => Ok(Some(Loaded {
            index,
            files: (1, 1),
            shelf: Some(shelf),
        })),
        Err(failure) if root.shards.is_empty() => Err(failure),
        Err(failure) => {
            let why = format!("{} {}", failure.code, failure.data);
            let notice = Notice::new(Severity::Warning, "index-unreadable", "/x-jishi-index", why);
            report.notices.push(notice);
            Ok(None)
        }
    }
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

/// Follows the shards one after another; a missing one costs its listings and nothing else. From
/// `next` listings on what has come is handed to `show` on the way.
async fn shards(
    intake: &mut dyn Taking,
    root: &str,
    report: &mut SourceReport,
    mut next: usize,
    show: &mut dyn FnMut(Index, &mut SourceReport),
) {
    while let Some(shard) = intake.next() {
        let notice =
            |code: &str, data: String| Notice::new(Severity::Error, code, shard.href.clone(), data);
        let Some(url) = resolve(root, &shard.href) else {
            report.notices.push(notice("unsafe-href", String::new()));
            continue;
        };
        match fetch(&url, report).await {
            Ok(bytes) => report.notices.extend(intake.further(&shard, &bytes).err()),
            Err(failure) => {
                let why = format!("{} {}", failure.code, failure.data);
                report.notices.push(notice("shard-missing", why));
            }
        }
        if intake.len() >= next {
            next = next.saturating_mul(TIMES);
            if let Some(index) = intake.so_far() {
                show(index, report);
            }
        }
    }
}
