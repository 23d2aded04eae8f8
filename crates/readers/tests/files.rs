//! Every file in `tests/fixtures/files` gives what its `.expect.json` twin says, whole and in
//! pieces of any size. A new case is two new files; `BLESS=1` writes the second, to be reviewed.

#![expect(
    clippy::unwrap_used,
    reason = "a test that meets something unforeseen should end there"
)]

mod support;

use std::path::{Path, PathBuf};

use readers::{
    Encoding, Format, Hints, Limits, Opened, Options, ReadError, Reader, read_sheet, read_table,
};
use serde_json::{Map, Value, json};
use support::Legacy;
use table::Rows;

fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../../tests/fixtures/files")
}

/// The data files, without their twins, in a fixed order.
fn files() -> Vec<PathBuf> {
    let mut files = Vec::new();
    for format in std::fs::read_dir(folder()).unwrap() {
        for file in std::fs::read_dir(format.unwrap().path()).unwrap() {
            let path = file.unwrap().path();
            if !path.to_string_lossy().ends_with(".expect.json") {
                files.push(path);
            }
        }
    }
    files.sort();
    files
}

/// What the twin gives besides the file: choices of a person, claims of a server, a cut.
struct Given {
    options: Options,
    charset: Option<String>,
    cut: Option<usize>,
}

fn given(expected: &Value) -> Given {
    let given = &expected["given"];
    let text = |name: &str| given[name].as_str().map(str::to_owned);
    let options = Options {
        delimiter: text("delimiter").and_then(|text| text.chars().next()),
        header: given["header"].as_bool(),
        encoding: text("encoding").map(|label| Encoding::from_label(&label)),
        column_word: text("column_word").unwrap_or_default(),
        ..Options::default()
    };
    let cut = given["cut"].as_u64().map(|cut| cut as usize);
    Given {
        options,
        charset: text("charset"),
        cut,
    }
}

/// Reads a file in pieces of this size.
fn read(path: &Path, given: &Given, size: usize) -> Result<Opened, ReadError> {
    let bytes = std::fs::read(path).unwrap();
    let bytes = &bytes[..given.cut.unwrap_or(bytes.len())];
    let hints = Hints {
        name: path.file_name().and_then(|name| name.to_str()),
        charset: given.charset.as_deref(),
        ..Hints::default()
    };
    let mut reader = Reader::new(hints, given.options.clone());
    let mut decoder = Legacy::default();
    for piece in bytes.chunks(size) {
        reader.push(piece, &mut decoder)?;
    }
    reader.finish(given.cut.is_none(), &mut decoder)
}

fn told(result: &Result<Opened, ReadError>) -> Map<String, Value> {
    let told = match result {
        Err(error) => json!({ "error": error.notice() }),
        Ok(opened) => json!({
            "format": opened.format.name(),
            "encoding": opened.encoding.label(),
            "rows": opened.table.count(),
            "columns": opened.table.columns().iter().map(|c| &c.name).collect::<Vec<_>>(),
            "kinds": opened.table.columns().iter().map(|c| c.kind).collect::<Vec<_>>(),
            "first_rows": serde_json::to_value(&opened.table).unwrap()["rows"],
            "notices": opened.notices,
        }),
    };
    let Value::Object(told) = told else {
        unreachable!()
    };
    told
}

/// JSON with a line for each key and each row, so that a review reads like a table.
fn pretty(value: &Map<String, Value>) -> String {
    let mut lines = Vec::new();
    for (key, value) in value {
        let value = match value
            .as_array()
            .filter(|rows| rows.iter().any(|row| !row.is_string()))
        {
            Some(rows) => {
                let rows: Vec<String> = rows.iter().map(|row| format!("    {row}")).collect();
                format!("[\n{}\n  ]", rows.join(",\n"))
            }
            None => value.to_string(),
        };
        lines.push(format!("  {}: {value}", Value::from(key.as_str())));
    }
    format!("{{\n{}\n}}\n", lines.join(",\n"))
}

#[test]
fn every_file_gives_what_its_twin_says() {
    let mut wrong = Vec::new();
    let files = files();
    assert!(
        files.len() > 60,
        "the fixtures are not where they should be"
    );
    for path in &files {
        let twin = path.with_extension("expect.json");
        let expected: Value = std::fs::read_to_string(&twin)
            .map(|text| serde_json::from_str(&text).unwrap())
            .unwrap_or_default();
        let opened = read(path, &given(&expected), usize::MAX);
        let mut told = told(&opened);
        if expected.get("profile").is_some() {
            let columns = opened.map(|opened| opened.profile.columns);
            told.insert("profile".to_owned(), json!(columns.unwrap_or_default()));
        }
        if let Some(given) = expected.get("given") {
            told.insert("given".to_owned(), given.clone());
        }
        if std::env::var_os("BLESS").is_some() {
            std::fs::write(&twin, pretty(&told)).unwrap();
        } else if Value::Object(told.clone()) != expected {
            wrong.push(format!("{}\n{}", path.display(), pretty(&told)));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn the_size_of_pieces_never_changes_the_result() {
    for path in files() {
        let expected: Value = std::fs::read_to_string(path.with_extension("expect.json"))
            .map(|text| serde_json::from_str(&text).unwrap())
            .unwrap_or_default();
        let given = given(&expected);
        let whole = read(&path, &given, usize::MAX);
        for size in [1, 2, 3, 5, 7, 64] {
            assert_eq!(
                read(&path, &given, size),
                whole,
                "{} by {size}",
                path.display()
            );
        }
    }
}

#[test]
fn a_cut_at_any_byte_shows_whole_rows_of_the_file_and_no_broken_character() {
    for path in files() {
        let given = Given {
            options: Options::default(),
            charset: None,
            cut: None,
        };
        let Ok(whole) = read(&path, &given, usize::MAX) else {
            continue;
        };
        let bytes = std::fs::metadata(&path).unwrap().len() as usize;
        for cut in 0..bytes {
            let given = Given {
                cut: Some(cut),
                options: Options::default(),
                charset: None,
            };
            let Ok(opened) = read(&path, &given, usize::MAX) else {
                continue;
            };
            let at_least = !opened.table.count().is_exact();
            assert!(
                at_least && !opened.complete,
                "{} cut at {cut}",
                path.display()
            );
            let damaged = |opened: &Opened| {
                let text = serde_json::to_string(&opened.table).unwrap();
                text.matches('\u{FFFD}').count()
            };
            assert!(
                damaged(&opened) <= damaged(&whole),
                "{} cut at {cut}",
                path.display()
            );
        }
    }
}

#[test]
fn a_person_may_choose_the_format() {
    let path = folder().join("json/objects.json");
    let options = Options {
        format: Some(Format::Csv),
        ..Options::default()
    };
    let given = Given {
        options,
        charset: None,
        cut: None,
    };
    assert_eq!(read(&path, &given, usize::MAX).unwrap().format, Format::Csv);
}

#[test]
fn a_sheet_has_the_rows_and_notices_of_the_table_and_no_json() {
    let (mut delimited, mut others) = (0, 0);
    for path in files() {
        let bytes = std::fs::read(&path).unwrap();
        let options = Options {
            limits: Limits::WHOLE,
            ..Options::default()
        };
        let table = read_table(&bytes, &options, &mut Legacy::default());
        let sheet = read_sheet(&bytes, &mut Legacy::default());
        match table {
            Ok(mut opened) if matches!(opened.format, Format::Csv | Format::Tsv) => {
                let mut sheet = sheet.unwrap();
                for table in [&mut opened.table, &mut sheet.table] {
                    let columns = table.columns_mut().iter_mut();
                    columns.for_each(|column| column.kind = table::Kind::Empty);
                }
                assert_eq!(sheet.table, opened.table, "{}", path.display());
                assert_eq!(sheet.notices, opened.notices, "{}", path.display());
                delimited += 1;
            }
            _ => {
                assert!(sheet.is_err(), "{}", path.display());
                others += 1;
            }
        }
    }
    assert!(delimited > 30 && others > 10, "{delimited} and {others}");
}

#[test]
fn a_header_that_swallowed_rows_is_told() {
    let text = format!("name,\"note\n{}\",end\nx,y,z\n", "a,b\n".repeat(400));
    let opened = read_table(text.as_bytes(), &Options::default(), &mut Legacy::default()).unwrap();
    let notice = opened
        .notices
        .iter()
        .find(|notice| notice.code.name() == "long-headers");
    assert_eq!(notice.unwrap().data["count"], "1");
    assert!(notice.unwrap().data["start"].starts_with("note"));
    let fine = read_table(
        b"name,note\nx,y\n",
        &Options::default(),
        &mut Legacy::default(),
    );
    assert!(
        fine.unwrap()
            .notices
            .iter()
            .all(|notice| notice.code.name() != "long-headers")
    );
}
