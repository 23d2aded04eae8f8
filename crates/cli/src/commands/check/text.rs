//! The answer of `jishi check` in plain English lines.

use super::report::{File, Report};
use catalog::PriceStates;
use std::collections::BTreeMap;
use std::fmt::Write as _;

/// Most places printed for one kind of error or notice; `--json` has all.
const PLACES: usize = 3;

/// The whole answer.
pub(super) fn of(report: &Report) -> String {
    let mut out = String::new();
    for file in &report.files {
        // Writing to a string cannot fail.
        let _ = file_lines(&mut out, file);
    }
    let read = report.files.iter().filter(|file| file.kind != "config");
    if read.count() > 1 {
        let _ = writeln!(
            out,
            "Together: {}, {}",
            count(report.listings, "listing"),
            count(report.exchanges, "exchange")
        );
        let _ = states(&mut out, &report.price_states);
    }
    out.trim_end().to_owned()
}

fn file_lines(out: &mut String, file: &File) -> std::fmt::Result {
    if !file.usable {
        return writeln!(out, "{}: not usable\n", file.file);
    }
    match file.kind {
        "config" => writeln!(out, "{}: a configuration", file.file)?,
        "remote" => return writeln!(out, "{}: on the web, not read here\n", file.file),
        kind => {
            let what = if kind == "sheet" {
                "a table"
            } else {
                "a catalog"
            };
            writeln!(
                out,
                "{}: {what} with {} and {}",
                file.file,
                count(file.listings, "listing"),
                count(file.exchanges, "exchange")
            )?;
            states(out, &file.price_states)?;
        }
    }
    let errors = file.errors.iter().map(|error| {
        let place = (error.place.as_str(), error.message.as_str());
        (error.code.as_str(), place, Some(error.fix.as_str()))
    });
    group(out, "to mend", errors)?;
    let notices = file.notices.iter().map(|remark| {
        let place = (remark.place.as_str(), remark.message.as_str());
        (remark.code.as_str(), place, None)
    });
    group(out, "to know", notices)?;
    writeln!(out)
}

fn states(out: &mut String, states: &PriceStates) -> std::fmt::Result {
    writeln!(
        out,
        "  price: {} number, {} free, {} negotiable, {} not stated, {} doubtful",
        states.number, states.free, states.negotiable, states.not_stated, states.doubtful
    )
}

type Line<'a> = (&'a str, (&'a str, &'a str), Option<&'a str>);

/// Lines of one kind together, with how often it happens.
fn group<'a>(
    out: &mut String,
    head: &str,
    lines: impl Iterator<Item = Line<'a>>,
) -> std::fmt::Result {
    let mut kinds: BTreeMap<&str, Vec<Line>> = BTreeMap::new();
    let mut total = 0_u64;
    for line in lines {
        kinds.entry(line.0).or_default().push(line);
        total += 1;
    }
    if total == 0 {
        return Ok(());
    }
    writeln!(out, "  {head} ({total}):")?;
    for (code, lines) in kinds {
        writeln!(out, "    {code}, {}", count(lines.len() as u64, "time"))?;
        for (_, (place, message), _) in lines.iter().take(PLACES) {
            let place = if place.is_empty() { "(file)" } else { place };
            writeln!(out, "      {place}: {message}")?;
        }
        if lines.len() > PLACES {
            writeln!(out, "      and {} more", lines.len() - PLACES)?;
        }
        if let Some((_, _, Some(fix))) = lines.first() {
            writeln!(out, "      {fix}")?;
        }
    }
    Ok(())
}

/// `1 listing`, `2 listings`.
fn count(number: u64, noun: &str) -> String {
    let plural = if number == 1 { "" } else { "s" };
    format!("{number} {noun}{plural}")
}
