//! Third-party files outside the project, in the folder that `JISHI_TEST_DATA` names. Without
//! it these tests say that they did not run.

#![expect(
    clippy::unwrap_used,
    reason = "a test that meets something unforeseen should end there"
)]

mod support;

use std::io::Write as _;
use std::path::{Path, PathBuf};

use readers::{Format, Hints, Limits, Opened, Options, ReadError, preview, read_table};
use serde_json::Value;
use support::Legacy;
use table::Rows;

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
        } else {
            found.push(path);
        }
    }
    found.sort();
    found
}

fn open(path: &Path, most: usize) -> Result<Opened, ReadError> {
    let bytes = std::fs::read(path).unwrap();
    let head = bytes.get(..most).unwrap_or(&bytes);
    let hints = Hints {
        name: path.file_name().and_then(|name| name.to_str()),
        ..Hints::default()
    };
    let options = Options::default();
    preview(
        head,
        head.len() == bytes.len(),
        hints,
        &options,
        &mut Legacy::default(),
    )
}

fn name(path: &Path) -> &str {
    path.file_name().and_then(|name| name.to_str()).unwrap()
}

#[test]
fn every_file_gives_a_table_or_says_why_not_whole_and_cut() {
    let Some(folder) = data("preview") else {
        return;
    };
    let files = files(&folder);
    assert!(files.len() > 500);
    for path in &files {
        for most in [usize::MAX, 64 * 1024, 1000, 17] {
            match open(path, most) {
                Ok(opened) => assert_eq!(opened.table.count().is_exact(), opened.complete),
                Err(error) => assert!(!error.to_string().is_empty()),
            }
        }
    }
}

#[test]
fn a_preview_shows_the_first_rows_of_the_whole() {
    let Some(folder) = data("preview") else {
        return;
    };
    let big = files(&folder).into_iter().filter(|path| {
        let long = path.metadata().unwrap().len() > 64 * 1024;
        long && matches!(
            path.extension().and_then(|e| e.to_str()),
            Some("csv" | "tsv" | "jsonl")
        )
    });
    let mut compared = 0;
    for path in big {
        let (Ok(whole), Ok(part)) = (open(&path, usize::MAX), open(&path, 64 * 1024)) else {
            continue;
        };
        // Where not even two rows fit, the preview cannot tell a header.
        if part.table.len() < 2 {
            continue;
        }
        for row in 0..part.table.len() {
            let (part, whole) = (part.table.row(row), whole.table.row(row));
            assert!(part.eq(whole), "{} row {row}", path.display());
        }
        compared += 1;
    }
    assert!(compared > 5);
}

#[test]
fn the_csv_acid_test_is_passed() {
    let Some(folder) = data("preview/csv-spectrum") else {
        return;
    };
    let mut compared = 0;
    for path in files(&folder.join("csvs")) {
        let twin = folder.join("json").join(name(&path)).with_extension("json");
        let expected: Value = serde_json::from_slice(&std::fs::read(twin).unwrap()).unwrap();
        // One twin is an object about another person; it is not a list of rows.
        let Value::Array(expected) = expected else {
            continue;
        };
        let opened = open(&path, usize::MAX).unwrap();
        assert_eq!(opened.table.len(), expected.len(), "{}", path.display());
        for (row, expected) in expected.iter().enumerate() {
            for (at, column) in opened.table.columns().iter().enumerate() {
                let cell = opened.table.get(row, at).text();
                assert_eq!(cell, expected[&column.name].as_str(), "{}", path.display());
            }
        }
        compared += 1;
    }
    assert!(compared >= 11);
}

#[test]
fn json_is_read_as_the_standard_says() {
    let Some(folder) = data("preview/JSONTestSuite") else {
        return;
    };
    let mut compared = 0;
    for path in files(&folder) {
        let bytes = std::fs::read(&path).unwrap();
        let options = Options {
            format: Some(Format::Json),
            ..Options::default()
        };
        for result in [
            open(&path, usize::MAX),
            read_table(&bytes, &options, &mut Legacy::default()),
        ] {
            match name(&path).get(..2) {
                // Sound all the same is what holds only empty objects and arrays.
                Some("y_") => assert!(
                    matches!(result, Ok(_) | Err(ReadError::NoTable)),
                    "{}: {result:?}",
                    path.display()
                ),
                Some("n_") => assert!(result.is_err(), "{}", path.display()),
                _ => {}
            }
        }
        compared += 1;
    }
    assert!(compared > 100);
}

#[test]
fn chinese_tables_are_the_same_in_every_encoding() {
    let Some(folder) = data("preview") else {
        return;
    };
    let derived = folder.join("zh-encodings/derived");
    let original = open(&folder.join("china-division/areas.csv"), usize::MAX).unwrap();
    for (file, encoding) in [
        ("areas.gb18030.csv", "gb18030"),
        ("areas.utf16le-bom.csv", "utf-16le"),
    ] {
        let opened = open(&derived.join(file), usize::MAX).unwrap();
        assert_eq!(opened.encoding.label(), encoding);
        assert_eq!(opened.table, original.table);
        assert_eq!(opened.profile, original.profile);
    }
    let opened = open(&derived.join("tainan.big5.csv"), usize::MAX).unwrap();
    assert_eq!((opened.encoding.label(), opened.table.width()), ("big5", 3));
}

#[test]
fn the_listings_of_three_exchanges_are_counted_right() {
    let Some(folder) = data("exchanges") else {
        return;
    };
    for (file, rows, columns) in [
        ("raw_beijing.csv", 714, 12),
        ("raw_shanghai.csv", 447, 18),
        ("raw_guiyang.csv", 669, 13),
    ] {
        let bytes = std::fs::read(folder.join(file)).unwrap();
        let options = Options {
            limits: Limits::WHOLE,
            ..Options::default()
        };
        let opened = read_table(&bytes, &options, &mut Legacy::default()).unwrap();
        assert_eq!(
            (opened.table.len(), opened.table.width()),
            (rows, columns),
            "{file}"
        );
        assert_eq!(opened.table.count(), table::Count::Exactly(rows as u64));
        assert!(opened.notices.is_empty(), "{file}: {:?}", opened.notices);
    }
}
