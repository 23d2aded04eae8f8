//! The workbooks of calamine's bug reports and real ones, cell by cell beside calamine, which is
//! well kept and too heavy to ship. Third-party data: not committed; without it nothing runs.
#![expect(clippy::unwrap_used, reason = "a test that finds nothing has failed")]
#![allow(clippy::print_stderr, reason = "it says so when it was not run")]

use calamine::{Data, Reader, SheetType, SheetVisible, Sheets, open_workbook_auto_from_rs};
use readers::UnicodeOnly;
use spreadsheets::{Limits, Sheet, SheetError, Workbook};
use std::collections::BTreeMap;
use std::io::Cursor;
use std::path::PathBuf;

/// Cells by their place, from the first row and column with something in them.
type Cells<T> = BTreeMap<(usize, usize), T>;

fn files() -> Vec<PathBuf> {
    let Ok(data) = std::env::var("JISHI_TEST_DATA") else {
        eprintln!("not run: JISHI_TEST_DATA is not set");
        return Vec::new();
    };
    let mut files = Vec::new();
    for folder in ["calamine", "spreadsheet-real"] {
        let folder = PathBuf::from(&data).join("preview").join(folder);
        let entries = std::fs::read_dir(folder).unwrap();
        files.extend(entries.map(|entry| entry.unwrap().path()));
    }
    files.sort();
    files
}

fn ours(sheet: &mut Sheet) -> Cells<String> {
    let (mut cells, mut at) = (Cells::new(), 0);
    sheet.rows(&mut |row| {
        for (column, cell) in row.iter().enumerate() {
            if let Some(text) = cell.text() {
                cells.insert((at, column), text.to_owned());
            }
        }
        at += 1;
        true
    });
    cells
}

fn theirs(range: &calamine::Range<Data>) -> Cells<Data> {
    let is_some = |data: &Data| !matches!(data, Data::Empty) && !data.to_string().is_empty();
    let cells = range.used_cells().filter(|(.., data)| is_some(data));
    let cells: Vec<_> = cells.collect();
    let top = cells.iter().map(|(row, ..)| *row).min().unwrap_or(0);
    let left = cells
        .iter()
        .map(|(_, column, _)| *column)
        .min()
        .unwrap_or(0);
    let placed = cells.into_iter();
    placed
        .map(|(row, column, data)| ((row - top, column - left), data.clone()))
        .collect()
}

/// Whether a text is what calamine found, as a person sees it.
fn agree(text: &str, data: &Data) -> bool {
    let number = |wanted: f64| {
        let shown = match text.strip_suffix('%') {
            Some(percent) => percent.parse::<f64>().map(|value| value / 100.0),
            None => text.parse::<f64>(),
        };
        shown.is_ok_and(|shown| (shown - wanted).abs() <= wanted.abs() * 1e-14)
    };
    match data {
        Data::String(wanted) => text == wanted,
        Data::Int(wanted) => number(*wanted as f64),
        Data::Float(wanted) => number(*wanted),
        Data::Bool(wanted) => text == if *wanted { "TRUE" } else { "FALSE" },
        Data::Error(wanted) => text == wanted.to_string(),
        Data::DateTimeIso(wanted) => text == wanted,
        Data::DurationIso(_) => text.contains(':'),
        Data::DateTime(moment) if moment.is_duration() => {
            let seconds = (moment.as_f64() * 86_400.0).round() as i64;
            let (hours, minutes) = (seconds / 3_600, seconds / 60 % 60);
            text == format!("{hours:02}:{minutes:02}:{:02}", seconds % 60)
        }
        Data::DateTime(moment) => {
            let (year, month, day, hour, minute, second, _) = moment.to_ymd_hms_milli();
            let date = format!("{year:04}-{month:02}-{day:02}");
            let time = format!("{hour:02}:{minute:02}:{second:02}");
            text == date || text == time || text == format!("{date}T{time}")
        }
        _ => false,
    }
}

/// What is merged with a cell before it may have a text of its own, which nobody sees.
fn is_covered(name: &str, text: &str) -> bool {
    text.is_empty() && name == "covered.ods"
}

#[test]
fn every_cell_is_what_calamine_finds() {
    let mut wrong = Vec::new();
    let mut compared = 0_usize;
    for path in files() {
        let name = path.file_name().unwrap().to_string_lossy().into_owned();
        let bytes = std::fs::read(&path).unwrap();
        let mut decoder = UnicodeOnly;
        let Ok(book) = Workbook::open(bytes.clone(), Limits::USUAL, &mut decoder) else {
            continue;
        };
        let Ok(mut judge) = open_workbook_auto_from_rs(Cursor::new(bytes)) else {
            wrong.push(format!("{name}: calamine does not open it"));
            continue;
        };
        let listed = judge.sheets_metadata().iter();
        let listed = listed.filter(|sheet| sheet.typ == SheetType::WorkSheet);
        let listed: Vec<_> = listed
            .map(|sheet| (sheet.name.clone(), sheet.visible != SheetVisible::Visible))
            .collect();
        let names: Vec<_> = book
            .sheets()
            .iter()
            .map(|s| (s.name.clone(), s.hidden))
            .collect();
        if listed != names {
            wrong.push(format!("{name}: {names:?}, not {listed:?}"));
        }
        for (at, (sheet, _)) in names.iter().enumerate() {
            let cells = ours(&mut book.sheet(at, &mut decoder).unwrap());
            let Ok(range) = judge.worksheet_range(sheet) else {
                wrong.push(format!("{name} {sheet}: calamine does not read it"));
                continue;
            };
            let wanted = theirs(&range);
            for (place, data) in &wanted {
                compared += 1;
                let text = cells.get(place).map_or("", String::as_str);
                if !agree(text, data) && !is_covered(&name, text) {
                    wrong.push(format!("{name} {sheet} {place:?}: {text:?}, not {data:?}"));
                }
            }
            for (place, text) in &cells {
                if !wanted.contains_key(place) {
                    wrong.push(format!("{name} {sheet} {place:?}: {text:?}, not nothing"));
                }
            }
        }
        if let Sheets::Xlsb(_) = judge {
            wrong.push(format!("{name}: not refused"));
        }
    }
    wrong.truncate(60);
    assert!(
        wrong.is_empty(),
        "of {compared} cells:\n{}",
        wrong.join("\n")
    );
}

#[test]
fn what_cannot_be_read_is_named() {
    for path in files() {
        let name = path.file_name().unwrap().to_string_lossy().into_owned();
        let bytes = std::fs::read(&path).unwrap();
        let error = Workbook::open(bytes, Limits::USUAL, &mut UnicodeOnly).err();
        match name.as_str() {
            "pass_protected.ods" | "pass_protected.xlsb" => {
                assert_eq!(error, Some(SheetError::Password), "{name}");
            }
            "too_small.xls" => assert!(matches!(error, Some(SheetError::Broken { .. })), "{name}"),
            name if name.ends_with(".xlsb") => {
                assert_eq!(error, Some(SheetError::Other("xlsb")), "{name}");
            }
            _ => assert_eq!(error, None, "{name}"),
        }
    }
}
