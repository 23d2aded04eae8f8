//! `jishi inspect` from outside: what it prints where, and how it ends.

#![expect(
    clippy::unwrap_used,
    reason = "a test that meets something unforeseen should end there"
)]

mod support;

use std::path::Path;
use std::process::Output;

use serde_json::{Value, json};
use support::{answer, inspect};

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

/// What `--json` says of people; the rest of the answer has tests of its own.
fn people(arguments: &[&str]) -> Value {
    let output = inspect(&[arguments, &["--json"]].concat());
    assert_eq!(output.status.code(), Some(0), "{output:?}");
    let mut whole = answer(&output);
    let members = ["personal", "risk", "suggested"];
    let of_people = members.into_iter().filter_map(|name| {
        let member = whole.as_object_mut().unwrap().remove(name)?;
        Some((name.to_owned(), member))
    });
    Value::Object(of_people.collect())
}

/// The file in `tests/fixtures/people` with its twin; `BLESS=1` writes the twin, to be reviewed.
fn twin(name: &str, told: &Value) {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../tests/fixtures/people");
    let path = folder.join(name).with_extension("expect.json");
    if std::env::var_os("BLESS").is_some() {
        std::fs::write(&path, serde_json::to_string_pretty(told).unwrap() + "\n").unwrap();
    }
    let expected = std::fs::read_to_string(&path).unwrap_or_default();
    let expected: Value = serde_json::from_str(&expected).unwrap_or_default();
    assert_eq!(told, &expected, "{name}: {told:#}");
}

const PATIENTS: &str = "../people/patients.csv";

#[test]
fn counts_and_masks_what_looks_personal_and_measures_named_columns() {
    let columns = ["--quasi", "年龄段,性别,地区", "--sensitive", "诊断"];
    twin("patients", &people(&[&[PATIENTS][..], &columns].concat()));
    let found = people(&[PATIENTS]);
    assert!(found.get("risk").is_none(), "no columns were named");
    let first = found["personal"][0].as_object().unwrap();
    let members: Vec<&String> = first.keys().collect();
    assert_eq!(members[..3], ["column", "kind", "count"]);
}

#[test]
fn a_name_of_no_column_is_wrong_use_and_all_columns_are_listed() {
    let output = inspect(&[PATIENTS, "--quasi", "age", "--json"]);
    assert_eq!(output.status.code(), Some(2));
    let failed = answer(&output);
    assert_eq!(failed["errors"][0]["code"], "unknown-column");
    let said = failed["errors"][0]["message"].as_str().unwrap();
    assert!(
        said.contains("age") && said.contains("姓名, 手机"),
        "{said}"
    );
    let alone = inspect(&[PATIENTS, "--sensitive", "诊断"]);
    assert_eq!(alone.status.code(), Some(2));
}

#[test]
fn a_column_is_known_or_must_not_be_learned_and_never_both() {
    let both = ["--quasi", "性别,诊断", "--sensitive", "诊断"];
    let output = inspect(&[&[PATIENTS, "--json"][..], &both].concat());
    assert_eq!(output.status.code(), Some(2));
    let failed = answer(&output);
    assert_eq!(failed["errors"][0]["code"], "column-in-both");
    let said = failed["errors"][0]["message"].as_str().unwrap();
    assert!(said.contains("诊断"), "{said}");
}

#[test]
fn says_k_of_these_columns_in_these_rows_in_both_languages_and_no_more() {
    let columns = ["--quasi", "性别", "--sensitive", "诊断"];
    for (lang, words, average) in [
        (
            "en",
            "k = 5 on these columns in these 12 rows (性别)",
            "6.0 rows each on average: a guess within the group of a row is right 16.7 %",
        ),
        (
            "zh",
            "在这 12 行中，按这些列（性别），k = 5",
            "平均每组 6.0 行，在组内猜一行是谁，平均有 16.7 % 猜中",
        ),
    ] {
        let output = inspect(&[&[PATIENTS, "--lang", lang, "--rows", "0"][..], &columns].concat());
        let said = String::from_utf8(output.stdout).unwrap();
        assert!(said.contains(words), "{said}");
        assert!(said.contains(average), "{said}");
        assert!(said.contains("138****"), "{said}");
        assert!(
            !said.to_lowercase().contains("anonym") && !said.contains("匿名"),
            "{said}"
        );
    }
}

#[test]
fn reads_the_whole_file_unless_only_its_head_is_wanted() {
    let whole = answer(&inspect(&[PATIENTS, "--json"]));
    assert_eq!(
        (&whole["rows"], &whole["rows_exact"]),
        (&json!(12), &json!(true))
    );
    let head = answer(&inspect(&[
        "--head=300",
        PATIENTS,
        "--json",
        "--quasi",
        "性别",
    ]));
    assert_eq!(head["rows_exact"], json!(false));
    assert_eq!(head["risk"]["rows"], head["rows"]);
    assert!(head["rows"].as_u64().unwrap() < 12);
    let all = answer(&inspect(&["--head", PATIENTS, "--json"]));
    assert_eq!(
        all["rows_exact"],
        json!(true),
        "the file is smaller than a head"
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

/// What is printed of a file of these bytes.
fn inspected(name: &str, bytes: &[u8], arguments: &[&str]) -> Output {
    support::inspected(name, bytes, &[&["--json"], arguments].concat())
}

fn gzip(bytes: &[u8]) -> Vec<u8> {
    let mut encoder = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::default());
    std::io::Write::write_all(&mut encoder, bytes).unwrap();
    encoder.finish().unwrap()
}

#[test]
fn takes_off_what_a_file_is_wrapped_in() {
    let told = answer(&inspected("a.csv.gz", &gzip(b"a,b\n1,2\n3,4\n"), &[]));
    assert_eq!((&told["format"], &told["rows"]), (&json!("csv"), &json!(2)));
    assert_eq!(told["wrapped"], json!(["gzip"]));
    assert_eq!(told["first_rows"], json!([["1", "2"], ["3", "4"]]));
    let twice = answer(&inspected("x", &gzip(&gzip(b"a,b\n1,2\n")), &[]));
    assert_eq!(twice["wrapped"], json!(["gzip", "gzip"]));
}

#[test]
fn lists_the_files_of_an_archive_and_reads_the_one_that_is_named() {
    let two = include_bytes!("../../unpack/tests/two.zip");
    let told = answer(&inspected("two.zip", two, &[]));
    assert_eq!(
        (&told["format"], &told["entry"]),
        (&json!("zip"), &json!(null))
    );
    let paths: Vec<&Value> = told["entries"]
        .as_array()
        .unwrap()
        .iter()
        .map(|one| &one["path"])
        .collect();
    assert_eq!(paths, ["a.csv", "d/b.csv"]);
    for entry in ["a.csv", "d/b.csv"] {
        let told = answer(&inspected("two.zip", two, &["--entry", entry]));
        assert_eq!(
            (&told["format"], &told["entry"]),
            (&json!("csv"), &json!(entry))
        );
        assert_eq!(told["entries"].as_array().map(Vec::len), Some(2));
    }
    let output = inspected("two.zip", two, &["--entry", "c.csv"]);
    assert_eq!(output.status.code(), Some(1));
    assert_eq!(answer(&output)["errors"][0]["code"], "no-such-entry");
}

#[test]
fn says_of_a_damaged_wrapping_what_is_wrong_and_keeps_the_rows() {
    let mut packed = gzip(b"a,b\n1,2\n3,4\n");
    let at = packed.len() - 8;
    packed[at] ^= 1;
    let output = inspected("a.csv.gz", &packed, &[]);
    assert_eq!(output.status.code(), Some(0));
    let told = answer(&output);
    assert_eq!(
        (&told["ended"], &told["rows_exact"]),
        (&json!("checksum"), &json!(false))
    );
    assert_eq!(told["first_rows"], json!([["1", "2"], ["3", "4"]]));
    let output = inspected("a.csv.gz", &packed[..15], &[]);
    assert_eq!(answer(&output)["ended"], "unreadable");
    let output = inspected("a.csv.gz", &packed[..10], &[]);
    assert_eq!(output.status.code(), Some(1));
    assert_eq!(answer(&output)["errors"][0]["code"], "unreadable");
}

#[test]
fn a_file_that_is_no_table_is_called_by_its_name_with_what_to_do() {
    let picture = b"\x89PNG\r\n\x1a\n....";
    let empty = [&b"PK\x05\x06"[..], &[0; 18]].concat();
    for (name, bytes, code, words, next) in [
        (
            "a.csv",
            &picture[..],
            "cannot-show",
            "its name says csv, but the file is a picture, which is not read",
            "exported as CSV",
        ),
        (
            "a.png",
            picture,
            "cannot-show",
            "the file is a picture",
            "exported as CSV",
        ),
        (
            "a.zip",
            &empty,
            "empty",
            "there is no file in the archive",
            "ask",
        ),
        (
            "a.7z",
            b"7z\xBC\xAF\x27\x1C....",
            "cannot-show",
            "the file is a 7Z archive",
            "unpack it",
        ),
        ("a.csv", b"", "empty", "the file is empty", "ask"),
    ] {
        let output = inspected(name, bytes, &[]);
        assert_eq!(output.status.code(), Some(1), "{name}");
        let error = &answer(&output)["errors"][0];
        assert_eq!(error["code"], code, "{name}");
        let said = String::from_utf8(output.stderr).unwrap();
        assert!(said.contains(words) && said.contains(next), "{said}");
        assert!(error["fix"].as_str().unwrap().contains(next));
    }
}

#[test]
fn a_text_is_called_one_where_the_page_shows_it_as_such() {
    for (name, text, format) in [
        ("readme.txt", "第一行\n第二行 plain\n", "text"),
        ("space.txt", "0   x0   0\n1   x1   2\n", "text"),
        ("table.txt", "a,b\n1,2\n3,4\n", "csv"),
        ("list.csv", "第一行\n第二行 plain\n", "csv"),
    ] {
        let output = inspected(name, text.as_bytes(), &[]);
        assert_eq!(output.status.code(), Some(0), "{name}");
        assert_eq!(answer(&output)["format"], format, "{name}");
    }
}

#[test]
fn a_first_line_longer_than_the_beginning_is_a_line_all_the_same() {
    let long = "长".repeat(700_000);
    let text = format!("{{\"id\":1,\"text\":\"{long}\"}}\n{{\"id\":2}}\n");
    let output = inspected("a.json", text.as_bytes(), &[]);
    let answer = answer(&output);
    assert_eq!(
        (&answer["format"], &answer["rows"]),
        (&json!("ndjson"), &json!(2))
    );
}

#[test]
fn a_text_that_is_no_table_is_shown_as_text_as_on_the_page() {
    let letter = "亲爱的读者，你好。\n\n这是一段文字。\n没有表格。\n联系人电话 13812345678\n";
    let told = answer(&inspected("readme.txt", letter.as_bytes(), &[]));
    assert_eq!(told["format"], "text");
    assert_eq!((&told["rows"], &told["columns"]), (&json!(0), &json!([])));
    // Covered, as on the page.
    let covered = letter.replace("13812345678", "138****5678");
    assert_eq!(told["text"], covered);
    assert_eq!(told["personal"][0]["kind"], "phone");
    assert_eq!(told["personal"][0]["column"], "text");
    // A table is one whatever it is called, and lines are what columns are named of.
    let told = answer(&inspected("a.txt", b"a,b\n1,2\n3,4\n", &[]));
    assert_eq!((&told["format"], &told["rows"]), (&json!("csv"), &json!(2)));
    let lines = b"age\n20\n30\n20\n";
    let told = answer(&inspected("a.txt", lines, &["--quasi", "age"]));
    assert_eq!((&told["rows"], &told["risk"]["k"]), (&json!(3), &json!(1)));
    let said = support::inspected("readme.txt", letter.as_bytes(), &["--rows", "2"]);
    let said = String::from_utf8(said.stdout).unwrap();
    assert!(
        said.starts_with("text, utf-8, no table") && said.contains("你好"),
        "{said}"
    );
    assert!(!said.contains("13812345678"), "{said}");
}
