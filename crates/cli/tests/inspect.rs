//! `jishi inspect` from outside: what it prints where, and how it ends.

#![expect(
    clippy::unwrap_used,
    reason = "a test that meets something unforeseen should end there"
)]

use std::path::Path;
use std::process::{Command, Output};

use serde_json::{Value, json};

fn inspect(arguments: &[&str]) -> Output {
    let files = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../tests/fixtures/files");
    let mut command = Command::new(env!("CARGO_BIN_EXE_jishi"));
    command
        .arg("inspect")
        .args(arguments)
        .current_dir(files)
        .output()
        .unwrap()
}

fn answer(output: &Output) -> Value {
    serde_json::from_slice(&output.stdout).unwrap()
}

#[test]
fn answers_with_one_json_object_on_standard_output() {
    let output = inspect(&["csv/gb18030.csv", "--json", "--rows", "1"]);
    assert_eq!(output.status.code(), Some(0));
    let answer = answer(&output);
    assert_eq!(answer["format"], "csv");
    assert_eq!(answer["encoding"], "gb18030");
    assert_eq!(
        (&answer["rows"], &answer["rows_exact"]),
        (&json!(2), &json!(true))
    );
    assert_eq!(
        answer["first_rows"],
        json!([["001", "城市空气质量监测数据", "生态环境局"]])
    );
    assert_eq!(answer["columns"][0]["name"], "编号");
    assert_eq!(answer["columns"][0]["kind"], "identifier");
    assert_eq!(answer["columns"][0]["missing"], 0);
    assert_eq!(answer["columns"][0]["distinct"], 2);
    let codes: Vec<&Value> = answer["notices"]
        .as_array()
        .unwrap()
        .iter()
        .map(|n| &n["code"])
        .collect();
    assert_eq!(codes, ["encoding-guessed", "rows-not-kept"]);
}

#[test]
fn says_in_words_what_it_noticed_on_standard_error() {
    let output = inspect(&["csv/title_rows.csv"]);
    assert_eq!(output.status.code(), Some(0));
    assert!(
        String::from_utf8(output.stdout)
            .unwrap()
            .contains("路灯台账")
    );
    assert!(
        String::from_utf8(output.stderr)
            .unwrap()
            .contains("taken as a title")
    );
}

#[test]
fn ends_with_1_and_the_place_when_the_file_is_not_usable() {
    let output = inspect(&["json/not_a_number.json", "--json"]);
    assert_eq!(output.status.code(), Some(1));
    assert_eq!(answer(&output)["error"]["data"]["line"], "2");
    assert!(
        String::from_utf8(output.stderr)
            .unwrap()
            .contains("line 2, column 7")
    );
    assert_eq!(inspect(&["csv/not-there.csv"]).status.code(), Some(1));
}

#[test]
fn ends_with_2_on_wrong_use() {
    assert_eq!(inspect(&[]).status.code(), Some(2));
    assert_eq!(
        inspect(&["csv/plain.csv", "--rows", "many"]).status.code(),
        Some(2)
    );
}

#[test]
fn reads_the_head_alone_when_asked_to() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("long.csv");
    let rows: String = (0..20_000)
        .map(|row| format!("{row},{}\n", row % 7))
        .collect();
    std::fs::write(&file, format!("id,rest\n{rows}")).unwrap();
    let whole = answer(&inspect(&[file.to_str().unwrap(), "--json"]));
    assert_eq!(
        (&whole["rows"], &whole["rows_exact"]),
        (&json!(20_000), &json!(true))
    );
    let id = &whole["columns"][0];
    assert_eq!(id["distinct_method"], "exact");
    assert_eq!(id["histogram"]["edges"][1], "1000");
    assert_eq!(id["histogram"]["counts"][0], 1000);
    assert_eq!(
        whole["columns"][1]["top"][0],
        json!({ "value": "0", "count": 2858 })
    );
    let head = answer(&inspect(&[file.to_str().unwrap(), "--json", "--head"]));
    assert_eq!(head["rows_exact"], false);
    assert!(head["rows"].as_u64().unwrap() < 20_000);
    let codes = head["notices"].as_array().unwrap();
    assert!(codes.iter().any(|notice| notice["code"] == "cut"));
}
