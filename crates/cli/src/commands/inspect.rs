//! `jishi inspect`: what a data file is, its columns, its first rows, what looks personal in it.
//! Reads the whole file in pieces, so counts are exact and memory does not grow with it;
//! spreadsheets are read at once, within bounds. What a file is wrapped in comes off as the page
//! takes it off.

mod columnar;
mod disk;
mod file;
mod people;
mod people_text;
mod prose;
mod workbook;
mod wrapped;

use readers::Opened;
use serde_json::{Value, json};
use session::Wrappings;
use table::{Count, Rows};

use self::file::{Came, Unread};
use self::workbook::Sheets;
use crate::output::{Failure, failed, json as answer, line, say};
use crate::table_words::{next_step, sentence};
use crate::{Outcome, args::InspectArgs};

/// Columns that are described for people; `--json` has all.
const MOST_LISTED: usize = 100;

/// Columns of a row that are printed for people; `--json` has all.
const MOST_PRINTED: usize = 12;

/// Characters of a cell that are printed for people.
const LONGEST_PRINTED: usize = 24;

/// Runs the verb.
pub(crate) fn run(args: &InspectArgs) -> anyhow::Result<Outcome> {
    if let Some(both) = args.quasi.iter().find(|name| args.sensitive.contains(name)) {
        let words = format!(
            "{both} is named by --quasi and by --sensitive: what others know cannot be learned; name it in one of them"
        );
        let failure = Failure {
            place: args.file.display().to_string(),
            ..Failure::new("column-in-both", visible(&words))
        };
        failed(args.json, &[failure])?;
        return Ok(Outcome::WrongUse);
    }
    let look = people::Look::new(&args.quasi, &args.sensitive);
    match file::read(args, &look)? {
        Ok((Came::Archive, wrappings)) if args.json => {
            let mut whole = json!({ "format": "zip" });
            if let Value::Object(members) = &mut whole {
                wrapped::put(&wrappings, members);
            }
            answer(&whole)?;
        }
        Ok((Came::Archive, wrappings)) => line(&wrapped::tree(&wrappings))?,
        Ok((Came::Text(shown, lines), wrappings)) => {
            // It has no columns that can be unknown.
            if let Ok(people) = look.finish(&lines) {
                prose::say(args, &shown, &people, &wrappings)?;
            }
        }
        Ok((Came::Table(read, ended), wrappings)) => {
            let (opened, sheets) = *read;
            let people = match look.finish(&opened) {
                Ok(people) => people,
                Err(error) => {
                    let failure = Failure {
                        place: args.file.display().to_string(),
                        ..Failure::new(error.code(), visible(&error.to_string()))
                    };
                    failed(args.json, &[failure])?;
                    return Ok(Outcome::WrongUse);
                }
            };
            if args.json {
                let mut whole = as_json(&opened, &sheets, &people);
                if let Value::Object(members) = &mut whole {
                    wrapped::put(&wrappings, members);
                    members.extend(ended.map(|why| ("ended".to_owned(), json!(why.code))));
                }
                answer(&whole)?;
            } else {
                answer_text(&opened, &sheets, &wrappings, &people, &args.lang)?;
                if let Some(why) = ended {
                    say(&format!("note: {}", wrapped::words(&why).1));
                }
            }
        }
        Err(unread) => {
            not_usable(args, unread)?;
            return Ok(Outcome::NotUsable);
        }
    }
    Ok(Outcome::Done)
}

/// Says why there is no table, and what else is in the file.
fn not_usable(args: &InspectArgs, unread: Unread) -> anyhow::Result<()> {
    let (failure, error, sheets) = match unread {
        Unread::Notice(notice, sheets) => {
            let words = visible(&sentence(&notice)) + &sheets.others();
            let failure = Failure {
                fix: next_step(&notice),
                ..Failure::new(notice.code.name(), words)
            };
            (failure, json!(notice), sheets)
        }
        Unread::Failure(why) => {
            let (code, words) = wrapped::words(&why);
            let failure = Failure {
                fix: wrapped::next_step(&why),
                ..Failure::new(code, words)
            };
            (failure, json!({ "code": code }), Sheets::default())
        }
    };
    let failure = Failure {
        place: args.file.display().to_string(),
        ..failure
    };
    failure.say();
    if args.json {
        let errors = [&failure];
        let mut whole = json!({ "usable": false, "errors": errors, "error": error });
        if let Value::Object(members) = &mut whole {
            sheets.put(members);
        }
        answer(&whole)?;
    }
    Ok(())
}

fn as_json(opened: &Opened, sheets: &Sheets, people: &people::People) -> Value {
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
        sheets.put(members);
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

fn answer_text(
    opened: &Opened,
    sheets: &Sheets,
    wrappings: &Wrappings,
    people: &people::People,
    lang: &str,
) -> anyhow::Result<()> {
    let mut text = format!(
        "{}{}, {}, {}{} rows, {} columns\n\n",
        opened.format.name(),
        wrapped::said(wrappings),
        sheets
            .said()
            .unwrap_or_else(|| opened.encoding.label().to_owned()),
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
