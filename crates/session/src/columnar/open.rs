//! A Parquet file is opened by its footer, and shown by its first rows.

use super::{
    errors::failed,
    file_table::FileTable,
    gather::Gather,
    heads,
    parts::fetch,
    state::{Pass, State},
};
use crate::{
    Answer, Failed, Given, Opener, Wait,
    failed::failure,
    source::{Memory, Source},
    wait,
};
use parquet::{Budget, File, Limits, Pieces, Plan, Step, Wanted};
use readers::Format;
use std::{cell::RefCell, rc::Rc};
use table::{Cells as _, Code, Kind, Notice, Table};
use wire::{
    preview::{HEAD_BYTES, Program},
    search::Failure,
};

/// Rows that are shown at once.
const FIRST: u64 = 100;

/// Rows of a file that is looked at whole when it is small: a few may say very many.
const SMALL: u64 = 20_000;

/// Columns that are looked at before somebody scrolls to the others, or reads all.
const FIRST_COLUMNS: usize = 200;

/// Bytes that are read whole where a part cannot be had.
const MOST_WHOLE: u64 = 256 << 20;

/// Digits from which a whole number may be a name of somebody: telephone numbers have eleven.
const SUSPICIOUS: usize = 11;

/// Bytes with their place in the file.
type Part = (u64, Vec<u8>);

/// What comes of a length that is not the file's.
const WRONG_LENGTH: [&str; 2] = ["unreadable", "broke-off"];

/// Opens Parquet files; all else is another program's.
pub struct ParquetOpener;

impl Opener for ParquetOpener {
    fn open(&self, given: Given) -> Wait<'static, Result<Answer, Failed>> {
        Box::pin(open(given))
    }
}

async fn open(given: Given) -> Result<Answer, Failed> {
    match Format::by_magic(&given.magic) {
        Some(Format::Parquet) => {}
        Some(Format::Xlsx | Format::Xls | Format::Ods) => {
            return Ok(Answer::Elsewhere(Program::Sheets));
        }
        _ => return Ok(Answer::Elsewhere(Program::Text)),
    }
    let mut source = Rc::clone(&given.source);
    let mut whole = None;
    let mut size = match source.is_packed() || source.again() != u64::MAX {
        true => None,
        false => match source.size() {
            known if known.bytes.is_some() => Some(known),
            _ => Some(Rc::clone(&source).measure().await),
        },
    };
    let (file, near, bytes) = loop {
        let known = size.and_then(|size| Some((size.bytes?, size.exact)));
        let Some((length, exact)) = known else {
            let (all, outer) = read_whole(&source).await?;
            size = Some(all.size());
            (source, whole) = (all, Some(outer));
            continue;
        };
        match footer(&source, length, whole.is_some()).await {
            // Whoever said how long the file is was wrong.
            Err(error) if !exact && WRONG_LENGTH.contains(&error.failure.code.as_str()) => {
                size = None;
            }
            came => break came?,
        }
    };
    let (mut near, mut bytes) = (near, bytes);
    for (at, part) in first_pages(&source, &file, &near, &given).await? {
        bytes += part.len() as u64;
        near.put(at, part);
    }
    let columns = heads::columns(file.headings(), &given.options.column_word);
    given.scan.columns(&columns);
    let width = columns.len();
    let mut notices = Vec::new();
    if let Some(bytes) = whole {
        notices.push(Notice::new(Code::ReadWhole).with("bytes", bytes));
    }
    let size = (
        source.size().bytes.or_else(|| size?.bytes).unwrap_or(0),
        size.is_some_and(|size| size.exact),
    );
    let table = Rc::new(FileTable {
        source,
        world: given.world,
        file: Rc::new(file),
        columns,
        scan: given.scan,
        size,
        whole,
        state: RefCell::new(State {
            head: Table::default(),
            head_profile: table::Profile::default(),
            near,
            pass: Pass {
                gather: Gather::new(width),
                group: 0,
                first: 0,
                done: 0,
                bytes: 0,
                seen: vec![0; width],
                suspicious: vec![false; width],
            },
            settled: None,
            notices,
            ended: None,
            complete: false,
            bytes,
        }),
    });
    head(&table).await?;
    // A small file came whole with its first rows: then all of it is looked at.
    if table.size.0 <= HEAD_BYTES && table.file.rows() <= SMALL {
        while Rc::clone(&table).read_part().await? {}
    }
    Ok(Answer::Table(table))
}

/// A file whose parts cannot be had, as bytes in memory, and how many bytes came of the
/// outermost file.
async fn read_whole(source: &Rc<dyn Source>) -> Result<(Rc<dyn Source>, u64), Failed> {
    let too_large = |bytes: u64| Failed {
        failure: failure("too-large", bytes),
        notice: Some(Box::new(
            Notice::new(Code::TooLargeWhole).with("most", MOST_WHOLE),
        )),
    };
    let said = source.size();
    if let Some(bytes) = said.bytes.filter(|bytes| said.exact && *bytes > MOST_WHOLE) {
        return Err(too_large(bytes));
    }
    let mut pieces = Rc::clone(source).stream(0);
    let mut bytes = Vec::new();
    while let Some(piece) = pieces.next().await? {
        bytes.extend_from_slice(&piece);
        if bytes.len() as u64 > MOST_WHOLE {
            return Err(too_large(bytes.len() as u64));
        }
    }
    let outer = pieces.at();
    Ok((Rc::new(Memory::new(bytes)), outer))
}

/// The footer, and the bytes that came for it.
async fn footer(
    source: &Rc<dyn Source>,
    length: u64,
    in_memory: bool,
) -> Result<(File, Pieces<'static>, u64), Failed> {
    let mut near = Pieces::new();
    let mut bytes = 0;
    let mut came = match in_memory {
        true => Vec::new(),
        false => ends(source, length).await?,
    };
    loop {
        for (at, part) in came {
            bytes += part.len() as u64;
            near.put(at, part);
        }
        let step = File::open(length, &near, Limits::default());
        match step.map_err(|error| failed(&error))? {
            Step::Ready(file) => return Ok((file, near, bytes)),
            Step::Needs(plan) => came = parts(source, &plan).await?,
        }
    }
}

/// Both ends of a file at once: the beginning, which is on its way anyway and holds the first
/// pages, and the end with the footer.
async fn ends(source: &Rc<dyn Source>, length: u64) -> Result<Vec<Part>, Failed> {
    let footer = match File::open(length, &Pieces::new(), Limits::default()) {
        Ok(Step::Needs(plan)) if plan.ranges.iter().all(|range| range.start >= HEAD_BYTES) => plan,
        // It is in the beginning, or nothing is.
        _ => Plan::default(),
    };
    together(vec![
        Box::pin(beginning(source, HEAD_BYTES.min(length))),
        Box::pin(parts(source, &footer)),
    ])
    .await
}

/// The pages of the first rows, and beside them what unpacks those.
async fn first_pages(
    source: &Rc<dyn Source>,
    file: &File,
    near: &Pieces<'_>,
    given: &Given,
) -> Result<Vec<Part>, Failed> {
    let columns = file.headings().len().min(FIRST_COLUMNS);
    let wanted = Wanted {
        rows: 0..FIRST.min(file.rows()),
        columns: (0..columns).collect(),
        budget: Budget::default(),
    };
    let plan = file.plan(&wanted, near);
    let codec = |codec| -> Wait<'_, Result<Vec<Part>, Failure>> {
        let came = given.world.codec(codec);
        Box::pin(async move { came.await.map(|()| Vec::new()) })
    };
    let mut works: Vec<_> = file.later_codecs().into_iter().map(codec).collect();
    works.push(Box::pin(parts(source, &plan)));
    together(works).await
}

async fn together(works: Vec<Wait<'_, Result<Vec<Part>, Failure>>>) -> Result<Vec<Part>, Failed> {
    let mut all = Vec::new();
    for came in wait::all(works).await {
        all.extend(came?);
    }
    Ok(all)
}

async fn beginning(source: &Rc<dyn Source>, bytes: u64) -> Result<Vec<Part>, Failure> {
    let mut pieces = Rc::clone(source).stream(0);
    let (mut came, mut at) = (Vec::new(), 0);
    while at < bytes
        && let Some(piece) = pieces.next().await?
    {
        let length = piece.len() as u64;
        came.push((at, piece));
        at += length;
    }
    Ok(came)
}

async fn parts(source: &Rc<dyn Source>, plan: &Plan) -> Result<Vec<Part>, Failure> {
    let mut came = Vec::new();
    fetch(source, plan, |at, part| came.push((at, part))).await?;
    Ok(came)
}

/// The first rows: read, profiled, looked at for what is personal.
async fn head(table: &Rc<FileTable>) -> Result<(), Failed> {
    let rows = FIRST.min(table.file.rows());
    let width = table.columns.len().min(FIRST_COLUMNS);
    let numbers: Vec<u64> = (0..rows).collect();
    let mut head = Rc::clone(table).rows_of(numbers, 0..width).await?;
    head.set_count(table::Count::Exactly(table.file.rows()));
    let mut profile = table::profile(&head);
    let all = table::Profiler::new(0);
    let blank = all.finish(table.columns.len());
    profile
        .columns
        .extend(blank.columns.into_iter().skip(width));
    let columns = profile.columns.iter_mut().zip(table.file.headings());
    for (at, (found, heading)) in columns.enumerate() {
        // Of columns that nobody looked at only the file can tell.
        if at >= width {
            found.kind = heads::stated(heading.kind).unwrap_or(Kind::Text);
        } else if let Some(kind) = heads::stated(heading.kind)
            && found.kind != Kind::Empty
            && (kind, found.kind) != (Kind::Integer, Kind::Identifier)
        {
            found.kind = kind;
        }
    }
    for row in 0..head.len() {
        table.scan.row(&head.cells_of(row), &table.columns);
    }
    let (personal, _) = table.scan.findings();
    let mut state = table.state.borrow_mut();
    let pass = &mut state.pass;
    for at in 0..width {
        let long = |row: usize| {
            let cell = head.cells_of(row);
            let text = cell.cell(at).text().unwrap_or_default();
            text.len() >= SUSPICIOUS && text.bytes().all(|byte| byte.is_ascii_digit())
        };
        let is_found = personal.iter().any(|found| found.column as usize == at);
        if let Some(suspicious) = pass.suspicious.get_mut(at) {
            *suspicious = is_found || (0..head.len()).any(long);
        }
        if let Some(seen) = pass.seen.get_mut(at) {
            *seen = rows;
        }
    }
    state.head = head;
    state.head_profile = profile;
    Ok(())
}
