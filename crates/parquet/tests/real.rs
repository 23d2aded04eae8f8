//! Third-party files outside the project, in the folder that `JISHI_TEST_DATA` names, against
//! the twins that hyparquet keeps of them. Without the folder these tests say that they did not
//! run.

#![expect(
    clippy::unwrap_used,
    reason = "a test that meets something unforeseen should end there"
)]

use std::io::Write as _;
use std::path::{Path, PathBuf};

use parquet::{Limits, Whole, read_file};
use serde_json::Value;
use table::{Cell, Table};

/// A folder of the test data, or `None` with a line that says so.
fn data(folder: &str) -> Option<PathBuf> {
    let Some(root) = std::env::var_os("JISHI_TEST_DATA") else {
        // Not `eprintln!`, which the test harness swallows when a test passes.
        let _ = writeln!(std::io::stderr(), "did not run: JISHI_TEST_DATA is not set");
        return None;
    };
    let path = Path::new(&root).join(folder);
    assert!(path.is_dir(), "{} is not there", path.display());
    Some(path)
}

fn files(folder: &Path) -> Vec<PathBuf> {
    let mut found = Vec::new();
    for entry in std::fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            found.extend(files(&path));
        } else if path.extension().is_some_and(|end| end == "parquet") {
            found.push(path);
        }
    }
    found.sort();
    found
}

fn read(path: &Path) -> Result<Whole, parquet::Error> {
    read_file(&std::fs::read(path).unwrap(), u64::MAX, Limits::default())
}

/// Whether a cell says what the twin says. Twins are what JavaScript made of the values: numbers
/// of double precision, dates with milliseconds, JSON inside texts as objects.
fn agrees(cell: Cell<'_>, twin: &Value) -> bool {
    let Cell::Text(text) = cell else {
        return twin.is_null();
    };
    let parsed = serde_json::from_str(text).unwrap_or(Value::Null);
    same(&parsed, twin) || same(&Value::String(text.to_owned()), twin)
}

fn same(own: &Value, twin: &Value) -> bool {
    match (own, twin) {
        (Value::Number(a), Value::Number(b)) => {
            let (a, b) = (a.as_f64().unwrap(), b.as_f64().unwrap());
            // Half precision is written with five digits at most here, and with all there.
            let most = if a.to_string().len() <= 7 { 5e-4 } else { 1e-6 };
            (a - b).abs() <= a.abs() * most
        }
        (Value::String(a), Value::Number(_)) => serde_json::from_str(a)
            .is_ok_and(|number: Value| number.is_number() && same(&number, twin)),
        (Value::String(a), Value::String(b)) => a == b || same_time(a, b) || same_bytes(a, b),
        (Value::String(a), Value::Null) => a == "NaN",
        // A list that must be there and has nothing in it, which hyparquet takes for missing.
        (Value::Array(a), Value::Null) => a.is_empty(),
        (Value::String(a), Value::Array(b)) => {
            let letters = a.bytes().map(Value::from);
            a.len() == b.len() && letters.zip(b).all(|(a, b)| a == *b)
        }
        (Value::String(a), Value::Bool(b)) => *a == b.to_string(),
        (Value::Array(a), Value::Array(b)) => {
            a.len() == b.len() && a.iter().zip(b).all(|(a, b)| same(a, b))
        }
        (Value::Object(a), Value::Object(b)) => {
            let names = a.keys().chain(b.keys());
            let of = |object: &serde_json::Map<String, Value>, name: &str| {
                object.get(name).cloned().unwrap_or(Value::Null)
            };
            names
                .into_iter()
                .all(|name| same(&of(a, name), &of(b, name)))
        }
        _ => own == twin,
    }
}

/// `2024-01-30T00:00:00Z` and `2024-01-30T00:00:00.000Z`, to milliseconds.
fn same_time(own: &str, twin: &str) -> bool {
    let parts = |text: &str| {
        let text = text.trim_end_matches('Z');
        let (start, fraction) = text.split_once('.').unwrap_or((text, ""));
        let fraction: String = fraction.chars().chain("000".chars()).take(3).collect();
        let day = if start.contains('T') { "" } else { "T00:00:00" };
        format!("{start}{day}.{fraction}")
    };
    let is_date = |text: &str| {
        let day = text.split('T').next().unwrap_or_default();
        day.len() >= 10
            && day
                .bytes()
                .all(|b| b.is_ascii_digit() || b == b'-' || b == b'+')
    };
    is_date(own) && is_date(twin) && parts(own) == parts(twin)
}

/// Bytes that are shown in hexadecimal here and as text of one letter a byte there.
fn same_bytes(own: &str, twin: &str) -> bool {
    let digits = own.strip_prefix("0x").unwrap_or_default();
    let letters = twin.chars().map(|c| format!("{:02x}", u32::from(c)));
    !digits.is_empty() && digits == letters.collect::<String>()
}

fn differences(table: &Table, twin: &Value) -> Vec<String> {
    let rows = twin.as_array().unwrap();
    let mut found = Vec::new();
    if rows.len() != table.len() {
        found.push(format!("{} rows, not {}", table.len(), rows.len()));
    }
    for (at, row) in rows.iter().enumerate() {
        for (column, twin) in row.as_array().unwrap().iter().enumerate() {
            let cell = table.get(at, column);
            if !agrees(cell, twin) {
                found.push(format!("row {at} column {column}: {cell:?}, not {twin}"));
            }
        }
    }
    found
}

/// Files whose twins say something else on purpose.
const OTHERWISE: &[(&str, &str)] = &[
    ("geospatial", "shapes are text here and GeoJSON there"),
    ("shredded-array", "variants are shown as they are stored"),
    ("shredded-bool", "same"),
    ("shredded-int", "same"),
    ("shredded-nested-object", "same"),
    ("shredded-object", "same"),
    ("shredded-partial-object", "same"),
];

#[test]
fn files_say_what_their_twins_say() {
    let Some(folder) = data("preview/hyparquet") else {
        return;
    };
    let mut wrong = Vec::new();
    for path in files(&folder) {
        let name = path.file_stem().unwrap().to_str().unwrap().to_owned();
        if OTHERWISE.iter().any(|(other, _)| *other == name) {
            continue;
        }
        let twin = std::fs::read(path.with_extension("json")).unwrap();
        let twin: Value = serde_json::from_slice(&twin).unwrap();
        match read(&path) {
            Ok(whole) => {
                wrong.extend(whole.faults.iter().map(|fault| format!("{name}: {fault}")));
                let found = differences(&whole.table, &twin);
                wrong.extend(found.iter().take(3).map(|line| format!("{name}: {line}")));
            }
            Err(error) => wrong.push(format!("{name}: {error}")),
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

/// Files that are broken on purpose, and the columns that are lost by it.
const BROKEN: &[(&str, &[&str])] = &[
    ("ARROW-GH-41317", &["timestamp_us_no_tz"]),
    ("ARROW-GH-47662", &["flba_field"]),
    (
        "ARROW-RS-GH-6229-DICTHEADER",
        &["nation_key", "name", "region_key", "comment_col"],
    ),
];

#[test]
fn files_of_the_format_are_read_and_broken_ones_lose_what_is_broken() {
    let Some(folder) = data("preview/parquet-testing") else {
        return;
    };
    let mut wrong = Vec::new();
    let all = files(&folder);
    assert!(all.len() > 30);
    for path in all {
        let name = path.file_stem().unwrap().to_str().unwrap().to_owned();
        let lost = BROKEN.iter().find(|(broken, _)| *broken == name);
        let lost = lost.map_or(&[][..], |(_, lost)| *lost);
        match read(&path) {
            Ok(whole) => {
                let columns = whole.faults.iter().map(|fault| fault.place.column.clone());
                let columns: Vec<String> = columns.map(Option::unwrap_or_default).collect();
                if columns != lost {
                    wrong.push(format!("{name}: {:?}", whole.faults));
                }
            }
            Err(error) => wrong.push(format!("{name}: {error}")),
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn packed_differences_are_those_of_the_twins() {
    let Some(folder) = data("preview/parquet-testing/data") else {
        return;
    };
    for name in ["delta_binary_packed", "delta_encoding_required_column"] {
        let whole = read(&folder.join(format!("{name}.parquet"))).unwrap();
        let twin = std::fs::read_to_string(folder.join(format!("{name}_expect.csv"))).unwrap();
        let mut rows = 0;
        for (at, line) in twin
            .lines()
            .skip(1)
            .filter(|line| !line.is_empty())
            .enumerate()
        {
            // Commas outside quotation marks.
            let mut quoted = false;
            let between = |c: char| {
                quoted ^= c == '"';
                c == ',' && !quoted
            };
            for (column, expected) in line.split(between).enumerate() {
                let expected = expected.trim_matches('"');
                let cell = whole.table.get(at, column).text().unwrap_or_default();
                assert_eq!(cell, expected, "{name}: row {at} column {column}");
            }
            rows = at + 1;
        }
        assert_eq!(rows, whole.table.len());
    }
}

#[test]
fn shapes_are_recognised_by_their_logical_type() {
    let Some(folder) = data("preview/hyparquet") else {
        return;
    };
    let whole = read(&folder.join("geospatial.parquet")).unwrap();
    let shape = |row| whole.table.get(row, 2).text();
    assert_eq!(shape(0), Some("POINT (30 10)"));
    assert_eq!(shape(1), Some("LINESTRING (10 10, 40 40; 57 bytes)"));
}
