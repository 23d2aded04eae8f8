//! `jishi inspect`: what a data file is, its columns, its first rows, what looks personal in it.
//! Reads the whole file in pieces, so counts are exact and memory does not grow with it.

mod columnar;
mod people;
mod people_text;

use std::fs::File;
use std::io::{ErrorKind, Read};

use anyhow::Context;
use readers::{Hints, Limits, Opened, Options, ReadError, Reader};
use serde_json::{Value, json};
use table::{Code, Count, Notice, Rows};

use crate::decode::Legacy;
use crate::output::{Failure, failed, json as answer, line, say};
use crate::table_words::sentence;
use crate::{Outcome, args::InspectArgs};

/// The bytes that are read at once.
const PIECE: usize = 256 * 1024;

/// Columns that are described for people; `--json` has all.
const MOST_LISTED: usize = 100;

/// Columns of a row that are printed for people; `--json` has all.
const MOST_PRINTED: usize = 12;

/// Characters of a cell that are printed for people.
const LONGEST_PRINTED: usize = 24;

/// Runs the verb.
pub(crate) fn run(args: &InspectArgs) -> anyhow::Result<Outcome> {
    let look = people::Look::new(&args.quasi, &args.sensitive);
    match read(args, &look)? {
        Ok(opened) => match look.finish(&opened) {
            Ok(people) if args.json => answer(&as_json(&opened, &people))?,
            Ok(people) => answer_text(&opened, &people, &args.lang)?,
            Err(error) => {
                let failure = Failure {
                    place: args.file.display().to_string(),
                    ..Failure::new(error.code(), visible(&error.to_string()))
                };
                failed(args.json, &[failure])?;
                return Ok(Outcome::WrongUse);
            }
        },
        Err(notice) => {
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

/// Reads the file to its end, or to what `--head` says. The outer error is the disk's, the inner
/// one the content's.
fn read(args: &InspectArgs, look: &people::Look) -> anyhow::Result<Result<Opened, Notice>> {
    if columnar::is_one(&args.file) {
        let head = args.head.is_some();
        let opened = columnar::read(&args.file, args.rows, head, look.observer())?;
        let unsaid = || Box::new(Notice::new(Code::NoTable));
        return Ok(opened.map_err(|failed| *failed.notice.unwrap_or_else(unsaid)));
    }
    Ok(read_text(args, look)?.map_err(|error| error.notice()))
}

fn read_text(args: &InspectArgs, look: &people::Look) -> anyhow::Result<Result<Opened, ReadError>> {
    let (path, rows) = (&args.file, args.rows);
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
    let head = args.head.unwrap_or(u64::MAX);
    let mut left = file.take(head);
    let mut reader = Reader::observed(hints, options, look.observer());
    let mut decoder = Legacy::default();
    let mut piece = vec![0; PIECE];
    loop {
        let read = match left.read(&mut piece) {
            Ok(read) => read,
            Err(error) if error.kind() == ErrorKind::Interrupted => continue,
            Err(error) => {
                return Err(error).with_context(|| format!("cannot read {}", path.display()));
            }
        };
        if read == 0 {
            let complete = left.limit() > 0 || is_at_end(left.into_inner());
            return Ok(reader.finish(complete, &mut decoder));
        }
        if let Err(error) = reader.push(piece.get(..read).unwrap_or_default(), &mut decoder) {
            return Ok(Err(error));
        }
    }
}

/// Whether a file that was read as far as asked has nothing more. One that cannot be read has.
fn is_at_end(mut file: File) -> bool {
    matches!(file.read(&mut [0]), Ok(0))
}

fn as_json(opened: &Opened, people: &people::People) -> Value {
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
    let mut whole = json!({
        "format": opened.format.name(),
        "encoding": opened.encoding.label(),
        "rows": opened.table.count().value(),
        "rows_exact": opened.table.count().is_exact(),
        "columns": columns,
        "first_rows": rows,
        "notices": opened.notices,
    });
    if let Value::Object(members) = &mut whole {
        members.extend(people.as_json(opened.table.columns()));
    }
    whole
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

fn answer_text(opened: &Opened, people: &people::People, lang: &str) -> anyhow::Result<()> {
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
    let said = people_text::sentences(people, opened.table.columns(), lang);
    for sentence in &said {
        text.push_str(&format!("  {}\n", visible(sentence)));
    }
    if !said.is_empty() {
        text.push('\n');
    }
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
