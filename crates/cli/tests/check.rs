//! `jishi check` as a host runs it: the JSON on standard output, messages beside it, the exit.

#![expect(
    clippy::unwrap_used,
    reason = "a test that cannot run the program has failed"
)]

use serde_json::{Value, json};
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../..")
}

fn fixture(name: &str) -> String {
    let path = root().join("tests/fixtures/catalogs").join(name);
    path.to_str().unwrap().to_owned()
}

fn jishi(arguments: &[&str]) -> Output {
    Command::new(env!("CARGO_BIN_EXE_jishi"))
        .args(arguments)
        .output()
        .unwrap()
}

/// The answer of `check --json`, and the exit status.
fn check(arguments: &[&str]) -> (Value, i32) {
    let output = jishi(&[&["check", "--json"], arguments].concat());
    let answer = serde_json::from_slice(&output.stdout).unwrap();
    (answer, output.status.code().unwrap())
}

fn codes(answer: &Value, member: &str) -> Vec<String> {
    let items = answer[member].as_array().unwrap().iter();
    items
        .map(|item| {
            let text = |name: &str| item[name].as_str().unwrap().to_owned();
            assert!(!text("message").is_empty());
            format!("{} {}", text("code"), text("place"))
        })
        .collect()
}

#[test]
fn counts_a_good_catalog() {
    let (answer, exit) = check(&[&fixture("good.json")]);
    assert_eq!(exit, 0);
    assert_eq!(answer["usable"], true);
    assert_eq!(answer["kind"], "dxc");
    assert_eq!(
        (&answer["listings"], &answer["exchanges"]),
        (&json!(5), &json!(1))
    );
    assert_eq!(
        answer["price_states"],
        json!({"number": 1, "free": 1, "negotiable": 1, "not_stated": 1, "doubtful": 1})
    );
    assert_eq!(answer["errors"], json!([]));
    assert_eq!(answer["notices"], json!([]));
    assert_eq!(answer["files"].as_array().unwrap().len(), 1);
}

#[test]
fn names_every_fault_with_place_and_fix_and_still_counts() {
    let (answer, exit) = check(&[&fixture("faults.json")]);
    assert_eq!((exit, &answer["usable"]), (0, &json!(true)));
    assert_eq!(
        codes(&answer, "errors"),
        [
            "bad-id /listings/0/id",
            "no-offer /listings/1/offers",
            "link-refused /listings/2/landingPage",
            "unknown-member ",
        ]
    );
    assert!(
        answer["errors"]
            .as_array()
            .unwrap()
            .iter()
            .all(|error| error["fix"] != "")
    );
    assert_eq!(codes(&answer, "notices"), ["price-not-stated /listings/1"]);
    assert_eq!(answer["listings"], 3);
}

#[test]
fn adds_up_the_sources_of_a_configuration() {
    let (answer, exit) = check(&[&fixture("shop/config.json")]);
    assert_eq!(exit, 0);
    assert_eq!(answer["kind"], "mixed");
    assert_eq!(answer["listings"], 6);
    assert_eq!(answer["exchanges"], 2);
    assert_eq!(
        answer["price_states"],
        json!({"number": 1, "free": 3, "negotiable": 2, "not_stated": 0, "doubtful": 0})
    );
    let files = answer["files"].as_array().unwrap();
    let kinds: Vec<&str> = files
        .iter()
        .map(|file| file["kind"].as_str().unwrap())
        .collect();
    assert_eq!(kinds, ["config", "dxc", "sheet", "remote"]);
    assert_eq!(files[2]["source"], "south");
    assert_eq!(
        codes(&files[0], "errors"),
        ["out-of-bounds /theme/brandHue"]
    );
    assert_eq!(
        codes(&files[1], "notices"),
        [
            "shard-digest parts/1.json?wrong",
            "shard-not-local ../good.json",
            "shard-missing parts/gone.json",
        ]
    );
}

#[test]
fn ends_with_1_when_a_file_gives_no_catalog_and_says_why() {
    for (name, code, word) in [
        ("page.html", "not-read-yet", "html"),
        ("data.json", "not-read-yet", "dcat-us"),
        ("gone.json", "cannot-read", "No such file"),
    ] {
        let (answer, exit) = check(&[&fixture(name), &fixture("good.json")]);
        assert_eq!((exit, &answer["usable"]), (1, &json!(false)), "{name}");
        // What could be read is still counted.
        assert_eq!(answer["listings"], 5);
        assert_eq!(answer["files"][0]["errors"][0]["code"], code);
        let said = jishi(&["check", &fixture(name)]);
        let said = String::from_utf8(said.stderr).unwrap();
        assert!(said.contains(word), "{said}");
    }
}

#[test]
fn ends_with_2_when_used_wrongly() {
    for arguments in [&["check"][..], &["check", "a", "--nonsense"], &["wat"], &[]] {
        assert_eq!(jishi(arguments).status.code(), Some(2), "{arguments:?}");
    }
}

#[test]
fn guesses_a_mapping_and_says_so() {
    let (answer, exit) = check(&[&fixture("shop/listings.csv")]);
    assert_eq!((exit, &answer["listings"]), (0, &json!(3)));
    assert!(codes(&answer, "notices").contains(&"mapping-guessed ".to_owned()));
    assert_eq!(answer["price_states"]["free"], 1);
}

#[test]
fn speaks_plainly_without_json() {
    let output = jishi(&["check", &fixture("good.json")]);
    let text = String::from_utf8(output.stdout).unwrap();
    assert!(
        text.contains("a catalog with 5 listings and 1 exchange"),
        "{text}"
    );
    assert!(
        text.contains("1 number, 1 free, 1 negotiable, 1 not stated, 1 doubtful"),
        "{text}"
    );
    assert!(output.stderr.is_empty());
}

/// The tables of three exchanges, by the folder `JISHI_TEST_DATA` names.
#[test]
fn counts_the_price_states_of_real_tables() {
    let Some(folder) = std::env::var_os("JISHI_TEST_DATA") else {
        eprintln!("JISHI_TEST_DATA is not set: the real tables were not tried");
        return;
    };
    let states = |number: u64, free: u64, negotiable: u64, not_stated: u64, doubtful: u64| {
        json!({"number": number, "free": free, "negotiable": negotiable,
               "not_stated": not_stated, "doubtful": doubtful})
    };
    for (name, listings, expected) in [
        ("beijing", 714, states(202, 0, 0, 510, 2)),
        ("shanghai", 447, states(0, 0, 0, 447, 0)),
        ("guiyang", 669, states(50, 142, 476, 0, 1)),
    ] {
        let table = Path::new(&folder).join(format!("exchanges/raw_{name}.csv"));
        let mapping = root().join(format!("examples/mappings/{name}.json"));
        let (answer, exit) = check(&[
            table.to_str().unwrap(),
            "--mapping",
            mapping.to_str().unwrap(),
        ]);
        assert_eq!(exit, 0);
        assert_eq!(answer["listings"], listings, "{name}");
        assert_eq!(answer["price_states"], expected, "{name}");
    }
}

#[test]
fn a_configuration_may_name_files_by_their_whole_paths() {
    let folder = tempfile::tempdir().unwrap();
    let market = root().join("examples/market").canonicalize().unwrap();
    let path = |name: &str| market.join(name).to_str().unwrap().to_owned();
    let config = json!({"version": "0.1", "sources": [{
        "id": "market", "kind": "sheet",
        "url": path("listings.csv"), "mapping": path("mapping.json"),
    }]});
    let file = folder.path().join("config.json");
    std::fs::write(&file, config.to_string()).unwrap();
    let (answer, exit) = check(&[file.to_str().unwrap()]);
    assert_eq!(exit, 0, "{answer}");
    assert!(answer["listings"].as_u64() > Some(0));
}

#[test]
fn a_mapping_that_is_not_there_is_an_error_also_for_a_native_file() {
    let (answer, exit) = check(&[&fixture("good.json"), "--mapping", "nosuch.json"]);
    assert_eq!((exit, &answer["usable"]), (1, &json!(false)));
    assert_eq!(answer["errors"][0]["code"], "mapping-not-usable");
}

#[test]
fn a_file_of_another_kind_is_said_not_to_be_read() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("feed.xml");
    std::fs::write(
        &file,
        "<?xml version=\"1.0\"?><feed><entry>1</entry></feed>",
    )
    .unwrap();
    let (answer, exit) = check(&[file.to_str().unwrap()]);
    assert_eq!(exit, 1);
    assert_eq!(
        answer["errors"][0]["message"],
        "the file is xml, which is not read"
    );
}

#[test]
fn the_example_of_a_facet_in_the_help_finds_something_in_the_founding_catalog() {
    let help = String::from_utf8(jishi(&["search", "--help"]).stdout).unwrap();
    let examples = help.split_once("A facet filter such as ").unwrap().1;
    let examples = examples.split_once(" (").unwrap().0;
    let catalog = root().join("public/catalog.json");
    for example in examples.split(" or ") {
        let words = [
            "search",
            "--json",
            catalog.to_str().unwrap(),
            "--facet",
            example.trim(),
        ];
        let output = jishi(&words);
        let answer: Value = serde_json::from_slice(&output.stdout).unwrap();
        assert!(answer["total"].as_u64() > Some(0), "{example}: {answer}");
    }
}
