//! Guards the words for notices: every code that a reader can give has words on the page, and
//! the page has no words for codes that nobody gives.

#![expect(
    clippy::expect_used,
    reason = "a test that cannot read the tree has failed"
)]

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

/// Where codes are given.
const GIVERS: &[&str] = &[
    "crates/catalog/src",
    "crates/sheets/src",
    "crates/workers/src/search",
    // What a build mended is kept in the catalog and told on the page.
    "crates/cli/src/load",
    "src/state",
];

/// Calls that a code is handed to. A code made elsewhere is found by its words in the command
/// line, which has its own for every code.
const CALLS: &[&str] = &[
    ".error(",
    ".warn(",
    ".info(",
    ".note(",
    ".cell(",
    ".whole(",
    ".known(",
    "Notice::new(",
    "noted(",
    "notes.push(",
    " notice(",
    "(notice(",
    "matching(",
    "pattern(",
];

/// Codes of the command line that no page can meet: it reads files.
const COMMAND_LINE_ONLY: &[&str] = &["source-not-local"];

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR"))
        .parent()
        .expect("the package lies in the workspace")
        .to_path_buf()
}

fn read(path: &str) -> String {
    fs::read_to_string(root().join(path)).expect("the file is text")
}

/// The code of a folder's Rust files without comments and unit tests.
fn code_below(folder: &str) -> String {
    let mut text = String::new();
    let mut waiting = vec![root().join(folder)];
    while let Some(place) = waiting.pop() {
        for entry in fs::read_dir(&place).expect("the folder can be listed") {
            let path = entry.expect("the entry can be read").path();
            if path.is_dir() {
                waiting.push(path);
            } else if path.extension().is_some_and(|extension| extension == "rs") {
                let file = fs::read_to_string(&path).expect("the file is text");
                let lines = file.lines().take_while(|line| *line != "#[cfg(test)]");
                for line in lines.map(|line| line.split("//").next().unwrap_or(line)) {
                    text.push_str(line);
                    text.push('\n');
                }
            }
        }
    }
    text
}

/// Every text in quotes that could be a code, with what stands before it in its statement.
fn literals(text: &str) -> impl Iterator<Item = (&str, &str)> {
    let quotes: Vec<usize> = text.match_indices('"').map(|(at, _)| at).collect();
    let pairs = quotes
        .windows(2)
        .map(|pair| (pair[0], pair[1]))
        .collect::<Vec<_>>();
    pairs.into_iter().filter_map(move |(open, close)| {
        let literal = &text[open + 1..close];
        let start = text[..open].rfind([';', '{', '}']).map_or(0, |at| at + 1);
        is_code(literal).then_some((literal, &text[start..open]))
    })
}

fn is_code(text: &str) -> bool {
    text.contains('-')
        && text.starts_with(|c: char| c.is_ascii_lowercase())
        && !text.ends_with('-')
        && text
            .chars()
            .all(|c| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-')
}

/// Codes of readers of tables: they have words of their own, one arm a code.
fn table_codes() -> BTreeSet<String> {
    let source = read("crates/table/src/notice.rs");
    literals(&source).map(|(code, _)| code.to_owned()).collect()
}

fn given() -> BTreeSet<String> {
    let mut codes = BTreeSet::new();
    for folder in GIVERS {
        let text = code_below(folder);
        let handed = literals(&text).filter(|(_, before)| {
            let near: String = before.split_whitespace().collect::<Vec<_>>().join(" ");
            CALLS
                .iter()
                .any(|call| near.contains(call.trim()) && !near.contains("failure("))
        });
        codes.extend(handed.map(|(code, _)| code.to_owned()));
    }
    let spoken = read("crates/cli/src/words.tsv");
    let first = |line: &str| line.split('\t').next().unwrap_or_default().to_owned();
    codes.extend(spoken.lines().map(first).filter(|code| is_code(code)));
    let tables = table_codes();
    codes.retain(|code| !tables.contains(code) && !COMMAND_LINE_ONLY.contains(&code.as_str()));
    codes
}

fn on_the_page() -> BTreeSet<String> {
    let words = read("src/i18n/notices.tsv");
    let lines = words.lines().skip(1).map(|line| {
        let parts: Vec<&str> = line.split('\t').collect();
        assert!(
            parts.len() == 3 && parts.iter().all(|part| !part.trim().is_empty()),
            "not a code with two sentences: {line}"
        );
        parts[0].to_owned()
    });
    let codes: Vec<String> = lines.collect();
    let once: BTreeSet<String> = codes.iter().cloned().collect();
    assert_eq!(once.len(), codes.len(), "a code stands twice");
    once
}

#[test]
fn every_code_of_a_reader_has_words_on_the_page() {
    let (given, spoken) = (given(), on_the_page());
    assert!(
        given.len() > 60,
        "only {} codes were found: the search for them is broken",
        given.len()
    );
    let silent: Vec<_> = given.difference(&spoken).collect();
    assert!(
        silent.is_empty(),
        "no words in src/i18n/notices.tsv for: {silent:?}"
    );
}

#[test]
fn the_page_has_no_words_for_codes_that_nobody_gives() {
    let mut literal = BTreeSet::new();
    for folder in GIVERS {
        literal.extend(literals(&code_below(folder)).map(|(code, _)| code.to_owned()));
    }
    let idle: Vec<_> = on_the_page().difference(&literal).cloned().collect();
    assert!(
        idle.is_empty(),
        "src/i18n/notices.tsv has words for: {idle:?}"
    );
}
