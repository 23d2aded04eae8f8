//! The JSON that programs are given: one object on standard output, also when there is no
//! answer, and ids in one form.

#![expect(
    clippy::unwrap_used,
    reason = "a test that cannot run the program has failed"
)]

use serde_json::Value;
use std::path::Path;
use std::process::Command;

/// Runs `jishi` in `folder` with `--json`; the object on standard output and the exit.
fn jishi(folder: &Path, words: &[&str]) -> (Value, i32) {
    let output = Command::new(env!("CARGO_BIN_EXE_jishi"))
        .args(words)
        .arg("--json")
        .current_dir(folder)
        .output()
        .unwrap();
    assert!(!output.stderr.is_empty(), "{words:?}");
    let answer = serde_json::from_slice(&output.stdout);
    (answer.unwrap(), output.status.code().unwrap())
}

#[test]
fn a_hit_has_its_bare_id_and_its_key_whatever_else_is_searched() {
    let folder = tempfile::tempdir().unwrap();
    for name in ["one", "two"] {
        let catalog = format!(
            r#"{{"formatVersion":"0.1","id":"{name}","title":"C","defaultLanguage":"en","languages":["en"],
                "listings":[{{"id":"a","title":"A","offers":[{{"id":"o","priceType":"free"}}]}}]}}"#
        );
        std::fs::write(folder.path().join(format!("{name}.json")), catalog).unwrap();
    }
    let output = Command::new(env!("CARGO_BIN_EXE_jishi"))
        .args(["search", "--json", "one.json", "two.json"])
        .current_dir(folder.path())
        .output()
        .unwrap();
    let answer: Value = serde_json::from_slice(&output.stdout).unwrap();
    let hits = answer["hits"].as_array().unwrap().iter();
    let named: Vec<_> = hits
        .map(|hit| (hit["id"].as_str(), hit["key"].as_str()))
        .collect();
    assert_eq!(
        named,
        [(Some("a"), Some("one~a")), (Some("a"), Some("two~a"))]
    );
}

#[test]
fn bounds_keep_out_what_a_link_keeps_out_and_order_within_one_unit() {
    let folder = tempfile::tempdir().unwrap();
    let offer = |amount: &str, more: &str| {
        format!(
            r#"{{"id":"o","priceType":"fixed","price":{{"amount":"{amount}","currency":"CNY"}},"billingModel":{more}}}"#
        )
    };
    let listing = |id: &str, offer: &str, more: &str| {
        format!(r#"{{"id":"{id}","title":"{id}","offers":[{offer}]{more}}}"#)
    };
    let day = |day: &str| {
        format!(r#","modified":{{"earliest":"{day}","latest":"{day}","precision":"day"}}"#)
    };
    let listings = [
        listing("a", &offer("300.00", r#""one-time""#), &day("2023-05-06")),
        listing("b", &offer("100", r#""one-time""#), &day("2024-06-01")),
        listing(
            "c",
            &offer("0.3", r#""per-call""#),
            r#","extent":[{"value":3,"unit":"gigabyte"}]"#,
        ),
        listing(
            "d",
            r#"{"id":"o","priceType":"free"}"#,
            r#","extent":[{"value":500,"unit":"megabyte"}]"#,
        ),
    ];
    let catalog = format!(
        r#"{{"formatVersion":"0.1","id":"s","title":"C","defaultLanguage":"en","languages":["en"],"listings":[{}]}}"#,
        listings.join(",")
    );
    std::fs::write(folder.path().join("s.json"), catalog).unwrap();
    for (words, expected) in [
        ("--from modified=2024", vec!["b"]),
        (
            "--from modified=2024 --unstated modified",
            vec!["b", "c", "d"],
        ),
        (
            "--unit amount=CNY/one-time --to amount=300 --sort price",
            vec!["b", "a"],
        ),
        ("--unit amount=CNY/per-call --from amount=0.2", vec!["c"]),
        ("--unit size=terabyte --to size=0.001", vec!["d"]),
        ("--unit size=kilobyte --sort size", vec!["c", "d", "b", "a"]),
    ] {
        let output = Command::new(env!("CARGO_BIN_EXE_jishi"))
            .args(["search", "--json", "s.json"])
            .args(words.split(' '))
            .current_dir(folder.path())
            .output()
            .unwrap();
        let answer: Value = serde_json::from_slice(&output.stdout).unwrap();
        let hits = answer["hits"].as_array().unwrap().iter();
        let ids: Vec<&str> = hits.map(|hit| hit["id"].as_str().unwrap()).collect();
        assert_eq!(ids, expected, "{words}");
    }
}

#[test]
fn every_failure_is_one_object_in_the_form_of_check() {
    let folder = tempfile::tempdir().unwrap();
    let put = |name: &str, text: &str| {
        let path = folder.path().join(name);
        std::fs::create_dir_all(path.parent().unwrap()).unwrap();
        std::fs::write(path, text).unwrap();
    };
    put(
        "good.json",
        r#"{"formatVersion":"0.1","id":"c","title":"C","defaultLanguage":"en","languages":["en"],"listings":[]}"#,
    );
    put("broken.json", "{");
    put("page/index.html", "<title>x</title>");
    put("mine/letter.txt", "not yours");
    put("config.json", r#"{"version":"0.1","sources":[]}"#);
    let build = ["build", "--page", "page", "--out"];
    for (words, code, exit) in [
        (vec!["check", "nowhere.json"], "cannot-read", 1),
        (vec!["check", "broken.json"], "not-json", 1),
        (vec!["search", "nowhere.json"], "cannot-read", 1),
        (vec!["search", "config.json"], "no-catalog", 1),
        (
            vec!["search", "good.json", "--facet", "price=cheap"],
            "wrong-use",
            2,
        ),
        (vec!["inspect", "nowhere.csv"], "cannot-go-on", 1),
        (vec!["inspect", "broken.json"], "broken-json", 1),
        (
            vec!["build", "good.json", "--page", "none", "--out", "out"],
            "no-page",
            1,
        ),
        (
            [&build[..], &["out", "nowhere.json"]].concat(),
            "cannot-read",
            1,
        ),
        (
            [&build[..], &["mine", "good.json"]].concat(),
            "foreign-folder",
            1,
        ),
        (
            [&build[..], &["page/in", "good.json"]].concat(),
            "wrong-use",
            2,
        ),
        (
            [&build[..], &["out", "good.json", "--config", "none.json"]].concat(),
            "cannot-go-on",
            1,
        ),
    ] {
        let (answer, found) = jishi(folder.path(), &words);
        assert_eq!(answer["usable"], false, "{words:?}");
        let error = &answer["errors"][0];
        assert_eq!(
            (&error["code"], found),
            (&Value::from(code), exit),
            "{words:?}"
        );
        assert!(!error["message"].as_str().unwrap().is_empty());
        assert!(error["place"].is_string() && error["fix"].is_string());
    }
}
