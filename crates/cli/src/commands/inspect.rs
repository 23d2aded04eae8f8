//! `jishi inspect`: what a data file is, its columns, its first rows. Reads the whole file in
//! pieces unless told not to, so that counts cover it and memory does not grow with it.

use std::fs::File;
use std::io::{ErrorKind, Read};
use std::path::Path;

use anyhow::Context;
use readers::{Hints, Limits, Opened, Options, ReadError, Reader};
use serde_json::{Value, json};
use table::{Count, Rows};

use crate::decode::Legacy;
use crate::output::{Failure, json as answer, line, say};
use crate::table_words::sentence;
use crate::{Outcome, args::InspectArgs};

/// The bytes that are read at once.
const PIECE: usize = 256 * 1024;

/// The bytes that are read with `--head`: as many as the page reads unasked.
const HEAD: u64 = 128_000;

/// Columns that are described for people; `--json` has all.
const MOST_LISTED: usize = 100;

/// Columns of a row that are printed for people; `--json` has all.
const MOST_PRINTED: usize = 12;

/// Characters of a cell that are printed for people.
const LONGEST_PRINTED: usize = 24;

/// Runs the verb.
pub(crate) fn run(args: &InspectArgs) -> anyhow::Result<Outcome> {
    match read(&args.file, args.rows, args.head)? {
        Ok(opened) if args.json => answer(&as_json(&opened))?,
        Ok(opened) => answer_text(&opened)?,
        Err(error) => {
            let notice = error.notice();
            let failure = Failure {
                place: args.file.display().to_string(),
                ..Failure::new(notice.code.name(), visible(&sentence(&notice)))
            };
            failure.say();
            if args.json {
                let errors = [&failure];
                answer(&json!({ "usable": false, "errors": errors, "error": notice }))?;
            }
            return Ok(Outcome::NotUsable);
        }
    }
    Ok(Outcome::Done)
}

/// Reads the file to its end, or its head only. The outer error is the disk's, the inner one the content's.
fn read(path: &Path, rows: usize, head: bool) -> anyhow::Result<Result<Opened, ReadError>> {
    let name = path.file_name().map(|name| name.to_string_lossy());
    let hints = Hints {
        name: name.as_deref(),
        ..Hints::default()
    };
    let options = Options {
        limits: Limits {
            rows,
            ..Limits::PREVIEW
        },
        ..Options::default()
    };
    let file = File::open(path).with_context(|| format!("cannot open {}", path.display()))?;
    let most = if head { HEAD } else { u64::MAX };
    let size = file.metadata().map(|found| found.len());
    let mut file = file.take(most);
    let mut reader = Reader::new(hints, options);
    let mut decoder = Legacy::default();
    let mut piece = vec![0; PIECE];
    loop {
        let read = match file.read(&mut piece) {
            Ok(read) => read,
            Err(error) if error.kind() == ErrorKind::Interrupted => continue,
            Err(error) => {
                return Err(error).with_context(|| format!("cannot read {}", path.display()));
            }
        };
        if read == 0 {
            let complete = size.is_ok_and(|size| size <= most);
            return Ok(reader.finish(complete || !head, &mut decoder));
        }
        if let Err(error) = reader.push(piece.get(..read).unwrap_or_default(), &mut decoder) {
            return Ok(Err(error));
        }
    }
}

fn as_json(opened: &Opened) -> Value {
    let columns = opened.table.columns().iter().zip(&opened.profile.columns);
    let columns: Vec<Value> = columns
        .map(|(column, found)| {
            json!({
                "name": column.name,
                "kind": column.kind.name(),
                "missing": found.missing,
                "distinct": found.distinct.value(),
                "distinct_exact": found.distinct.is_exact(),
                "distinct_method": method(found.distinct),
                "min": found.min,
                "max": found.max,
                "top": found.top,
                "histogram": found.histogram,
            })
        })
        .collect();
    let rows: Vec<Value> = (0..opened.table.len())
        .map(|row| {
            opened
                .table
                .row(row)
                .map(|cell| json!(cell.text()))
                .collect()
        })
        .collect();
    json!({
        "format": opened.format.name(),
        "encoding": opened.encoding.label(),
        "rows": opened.table.count().value(),
        "rows_exact": opened.table.count().is_exact(),
        "columns": columns,
        "first_rows": rows,
        "notices": opened.notices,
    })
}

/// How a number was found; that of frequent values goes with it: space-saving counters where
/// it is HyperLogLog.
fn method(count: Count) -> &'static str {
    match count {
        Count::Exactly(_) => "exact",
        Count::AtLeast(_) => "lower-bound",
        Count::About(_) => "hyperloglog",
    }
}

/// What stands before a number that is not exact.
fn hedge(count: Count) -> &'static str {
    match count {
        Count::Exactly(_) => "",
        Count::AtLeast(_) => "at least ",
        Count::About(_) => "about ",
    }
}

fn answer_text(opened: &Opened) -> anyhow::Result<()> {
    let mut text = format!(
        "{}, {}, {}{} rows, {} columns\n\n",
        opened.format.name(),
        opened.encoding.label(),
        hedge(opened.table.count()),
        opened.table.count().value(),
        opened.table.width(),
    );
    let columns = opened.table.columns().iter().zip(&opened.profile.columns);
    for (column, found) in columns.take(MOST_LISTED) {
        let distinct = found.distinct.value();
        let about = hedge(found.distinct);
        text.push_str(&format!(
            "  {}: {}, {about}{distinct} different, {} missing",
            visible(&column.name),
            column.kind.name(),
            found.missing
        ));
        if let (Some(min), Some(max)) = (&found.min, &found.max) {
            text.push_str(&format!(", {} to {}", shortened(min), shortened(max)));
        }
        text.push('\n');
    }
    if opened.table.width() > MOST_LISTED {
        text.push_str(&format!(
            "  and {} more columns\n",
            opened.table.width() - MOST_LISTED
        ));
    }
    text.push('\n');
    for row in 0..opened.table.len() {
        let cells = opened.table.row(row).take(MOST_PRINTED);
        let cells: Vec<String> = cells
            .map(|cell| shortened(cell.text().unwrap_or_default()))
            .collect();
        text.push_str(&format!("  {}\n", cells.join(" | ")));
    }
    line(text.trim_end())?;
    for notice in &opened.notices {
        say(&format!("note: {}", visible(&sentence(notice))));
    }
    Ok(())
}

/// The text without what would move the cursor or turn the line around.
fn visible(text: &str) -> String {
    let moves = |c: char| {
        c.is_control()
            || matches!(c, '\u{200E}' | '\u{200F}' | '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}')
    };
    text.chars()
        .map(|c| if moves(c) { ' ' } else { c })
        .collect()
}

/// One line of a cell.
fn shortened(text: &str) -> String {
    let line: String = text.chars().take(LONGEST_PRINTED).collect();
    let more = if text.chars().nth(LONGEST_PRINTED).is_some() {
        "…"
    } else {
        ""
    };
    format!("{}{more}", visible(&line))
}
