//! Catalogs as they are found against what is made of them: each file of `lenient/` has a twin
//! with the notices and what is left of the listings. Adding a case is adding a file;
//! `JISHI_BLESS=1 cargo test -p catalog --test lenient` writes the twins, to be reviewed.

#![expect(
    clippy::unwrap_used,
    reason = "a test that cannot read its files has failed"
)]

use catalog::{Limits, read_catalog};
use serde_json::{Value, json};
use std::path::{Path, PathBuf};

fn cases() -> Vec<PathBuf> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/lenient");
    let mut files: Vec<PathBuf> = std::fs::read_dir(folder)
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .filter(|path| !path.to_string_lossy().ends_with(".expect.json"))
        .collect();
    files.sort();
    files
}

/// What a reader of the twin needs to see: every notice as one line, and the records without
/// the offers that say nothing and without texts longer than a line.
fn outcome(bytes: &[u8]) -> Value {
    match read_catalog(bytes, &Limits::default()) {
        Err(error) => json!({ "not_a_catalog": error.to_string() }),
        Ok(read) => {
            let notices: Vec<String> = read
                .notices
                .iter()
                .map(|notice| {
                    let severity = serde_json::to_value(notice.severity).unwrap();
                    let data: String = notice.data.chars().take(40).collect();
                    let at = &notice.at;
                    format!(
                        "{} {} {at}: {data}",
                        severity.as_str().unwrap(),
                        notice.code
                    )
                })
                .collect();
            let mut catalog = serde_json::to_value(&read.value).unwrap();
            shorten(&mut catalog);
            json!({ "notices": notices, "catalog": catalog })
        }
    }
}

fn shorten(value: &mut Value) {
    match value {
        Value::String(text) if text.chars().count() > 60 => {
            let start: String = text.chars().take(20).collect();
            *text = format!("{start}… ({} characters)", text.chars().count());
        }
        Value::Array(items) => items.iter_mut().for_each(shorten),
        Value::Object(members) => members.values_mut().for_each(shorten),
        _ => {}
    }
}

#[test]
fn makes_of_each_file_what_its_twin_says() {
    let bless = std::env::var_os("JISHI_BLESS").is_some();
    let mut wrong = Vec::new();
    for path in cases() {
        let found = outcome(&std::fs::read(&path).unwrap());
        let twin = path.with_extension("expect.json");
        if bless {
            let text = serde_json::to_string_pretty(&found).unwrap();
            std::fs::write(&twin, text + "\n").unwrap();
            continue;
        }
        let expected: Value = serde_json::from_slice(&std::fs::read(&twin).unwrap()).unwrap();
        if found != expected {
            wrong.push(format!(
                "{}:\nfound {}",
                path.display(),
                serde_json::to_string_pretty(&found).unwrap()
            ));
        }
    }
    assert!(cases().len() > 10);
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}
