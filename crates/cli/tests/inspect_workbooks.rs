//! `jishi inspect` of workbooks: one sheet is read, all are named, also where one is broken.

#![expect(
    clippy::unwrap_used,
    reason = "a test that meets something unforeseen should end there"
)]

#[path = "../../spreadsheets/tests/support/mod.rs"]
mod books;
mod support;

use std::process::Output;

use serde_json::{Value, json};
use support::{answer, inspected};

/// A workbook of two sheets with these names and rows.
fn workbook(sheets: [(&str, &str); 2]) -> Vec<u8> {
    let [one, two] = sheets.map(|(name, _)| name);
    let book = format!(
        "<workbook><sheets><sheet name='{one}' r:id='1'/><sheet name='{two}' r:id='2'/></sheets></workbook>"
    );
    let [one, two] =
        sheets.map(|(_, rows)| format!("<worksheet><sheetData>{rows}</sheetData></worksheet>"));
    books::zip(&[
        ("xl/workbook.xml", book.as_bytes()),
        (
            "xl/_rels/workbook.xml.rels",
            b"<R><Relationship Id='1' Type='/worksheet' Target='a.xml'/>\
              <Relationship Id='2' Type='/worksheet' Target='b.xml'/></R>",
        ),
        ("xl/a.xml", one.as_bytes()),
        ("xl/b.xml", two.as_bytes()),
    ])
}

const PEOPLE: &str = "<row><c t='str'><v>编号</v></c><c t='str'><v>邮箱</v></c></row>\
    <row><c><v>110101199003070011</v></c><c t='str'><v>a@example.com</v></c></row>";

/// A cell that stands nowhere.
const BROKEN: &str = "<row><c r='!'><v>1</v></c></row>";

fn said(bytes: &[u8], arguments: &[&str]) -> Output {
    inspected("a.xlsx", bytes, arguments)
}

fn text(bytes: Vec<u8>) -> String {
    String::from_utf8(bytes).unwrap()
}

#[test]
fn of_a_workbook_it_reads_one_sheet_and_names_all() {
    let book = workbook([("空", ""), ("表", PEOPLE)]);
    let output = said(&book, &["--json"]);
    assert_eq!(output.status.code(), Some(0));
    let found = answer(&output);
    assert_eq!(found["format"], "xlsx");
    assert_eq!(found["encoding"], Value::Null);
    let sheets = json!([{"name": "空", "hidden": false}, {"name": "表", "hidden": false}]);
    assert_eq!((&found["sheets"], &found["sheet"]), (&sheets, &json!(1)));
    assert_eq!(
        found["first_rows"],
        json!([["110101199003070011", "a@example.com"]])
    );
    assert_eq!(found["personal"][0]["kind"], "resident-id");
    assert_eq!(found["personal"][1]["kind"], "email");
    for sheet in ["空", "1"] {
        let found = answer(&said(&book, &["--json", "--sheet", sheet]));
        assert_eq!((&found["sheet"], &found["rows"]), (&json!(0), &json!(0)));
    }
    let told = text(said(&book, &[]).stdout);
    assert!(
        told.starts_with("xlsx, sheets: 空, 表 (shown), 1 rows, 2 columns\n"),
        "{told}"
    );
}

#[test]
fn where_a_sheet_is_broken_it_names_all_and_reads_another_that_is_chosen() {
    let book = workbook([("坏", BROKEN), ("表", PEOPLE)]);
    let sheets = json!([{"name": "坏", "hidden": false}, {"name": "表", "hidden": false}]);
    for (arguments, asked) in [
        (&["--json"][..], Value::Null),
        (&["--json", "--sheet", "坏"], json!(0)),
    ] {
        let output = said(&book, arguments);
        assert_eq!(output.status.code(), Some(1));
        let found = answer(&output);
        assert_eq!(found["errors"][0]["code"], "broken-workbook");
        assert_eq!((&found["sheets"], &found["sheet"]), (&sheets, &asked));
        let told = text(output.stderr);
        assert!(
            told.contains("sheets: 坏, 表; name one with --sheet"),
            "{told}"
        );
    }
    let found = answer(&said(&book, &["--json", "--sheet", "表"]));
    assert_eq!((&found["sheet"], &found["rows"]), (&json!(1), &json!(1)));
}

#[test]
fn where_no_sheet_has_the_name_it_names_all() {
    let output = said(
        &workbook([("空", ""), ("表", PEOPLE)]),
        &["--json", "--sheet", "三"],
    );
    assert_eq!(output.status.code(), Some(1));
    let found = answer(&output);
    assert_eq!(found["errors"][0]["code"], "no-such-sheet");
    assert_eq!(
        (&found["sheets"][1]["name"], &found["sheet"]),
        (&json!("表"), &Value::Null)
    );
    assert!(text(output.stderr).contains("sheets: 空, 表;"));
}
