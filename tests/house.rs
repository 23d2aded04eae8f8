//! Guards the habits that a file can show: its first line, its length, its place on the map, and
//! the one room that may speak to the network.

#![expect(
    clippy::expect_used,
    reason = "a test that cannot read the tree has failed"
)]
#![expect(clippy::print_stdout, reason = "a test that did not run says so")]

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

/// Files that may be longer than their kind allows, each with the reason.
const LONG: &[(&str, &str)] = &[];

/// Files taken from a public package whose licence allows it, as the founding catalog says of
/// each; the real data beside the project holds the same package.
const PACKAGED: &[(&str, &str)] = &[
    (
        "public/samples/penguins.json",
        "npm package vega-datasets 3.2.1, CC0",
    ),
    (
        "public/samples/seattle-weather.csv",
        "npm package vega-datasets 3.2.1, a work of the United States government",
    ),
];

/// Where tests may lie, whose length is nobody's concern and which say what they are by name.
const TEST_FOLDERS: &[&str] = &["tests"];

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR"))
        .parent()
        .expect("the package lies in the workspace")
        .to_path_buf()
}

/// Every Rust file of the project with its path from the root, `/` between folders.
fn rust_files() -> Vec<(String, String)> {
    let root = root();
    let mut files = Vec::new();
    let mut waiting: Vec<PathBuf> = ["src", "crates", "tests", "xtask"]
        .iter()
        .map(|folder| root.join(folder))
        .collect();
    while let Some(folder) = waiting.pop() {
        for entry in fs::read_dir(&folder).expect("the folder can be listed") {
            let path = entry.expect("the entry can be read").path();
            if path.is_dir() {
                waiting.push(path);
            } else if path.extension().is_some_and(|extension| extension == "rs") {
                let name = path.strip_prefix(&root).expect("below the root");
                let name = name
                    .components()
                    .map(|part| part.as_os_str().to_string_lossy())
                    .collect::<Vec<_>>()
                    .join("/");
                files.push((name, fs::read_to_string(&path).expect("the file is text")));
            }
        }
    }
    files.sort();
    files
}

fn in_tests(name: &str) -> bool {
    name.split('/').any(|part| TEST_FOLDERS.contains(&part))
}

/// The most lines that a file of this kind may have, without the tests at its end.
fn stop(name: &str) -> usize {
    let file = name.rsplit('/').next().unwrap_or(name);
    match name {
        _ if matches!(file, "lib.rs" | "mod.rs") => 60,
        _ if name == "src/main.rs" => 20,
        _ if name.starts_with("src/components/") || name.starts_with("src/pages/") => 200,
        _ if name.starts_with("crates/workers/src/bin/") => 40,
        _ => 400,
    }
}

/// Lines before the unit tests.
fn length(text: &str) -> usize {
    text.lines()
        .take_while(|line| *line != "#[cfg(test)]")
        .count()
}

#[test]
fn every_file_says_first_which_room_it_is() {
    let silent: Vec<_> = rust_files()
        .into_iter()
        .filter(|(_, text)| !text.starts_with("//! "))
        .map(|(name, _)| name)
        .collect();
    assert!(
        silent.is_empty(),
        "these do not open with `//!`:\n{}",
        silent.join("\n")
    );
}

#[test]
fn no_file_is_longer_than_its_kind_allows() {
    let mut long = Vec::new();
    for (name, text) in rust_files() {
        let (length, stop) = (length(&text), stop(&name));
        if length > stop && !in_tests(&name) && !LONG.iter().any(|(known, _)| *known == name) {
            long.push(format!("{name}: {length} lines, its stop is {stop}"));
        }
    }
    assert!(long.is_empty(), "{}", long.join("\n"));
}

#[test]
fn every_exception_is_still_needed() {
    for (name, reason) in LONG {
        let text = fs::read_to_string(root().join(name)).unwrap_or_default();
        assert!(
            length(&text) > stop(name),
            "{name} is short enough now; take it off the list ({reason})"
        );
    }
}

/// The folders just below one, as the map writes them.
fn rooms(folder: &str) -> BTreeSet<String> {
    let entries = fs::read_dir(root().join(folder)).expect("the folder can be listed");
    let folders = entries
        .filter_map(Result::ok)
        .filter(|entry| entry.path().is_dir());
    folders
        .map(|entry| format!("{folder}/{}", entry.file_name().to_string_lossy()))
        .collect()
}

/// The folders that the map names: every code span that is a path below one of the two.
fn rooms_on_the_map(map: &str) -> BTreeSet<String> {
    let spans = map.split('`').skip(1).step_by(2);
    spans
        .filter_map(|span| {
            let mut parts = span.trim_end_matches('/').split('/');
            let (top, room) = (parts.next()?, parts.next()?);
            let is_folder =
                !room.contains(['.', '*', '<', ' ', '{']) && matches!(top, "crates" | "src");
            is_folder.then(|| format!("{top}/{room}"))
        })
        .collect()
}

#[test]
fn the_map_names_every_room_and_no_other() {
    let map = fs::read_to_string(root().join("ARCHITECTURE.md")).expect("ARCHITECTURE.md is there");
    let there: BTreeSet<String> = rooms("crates").into_iter().chain(rooms("src")).collect();
    let named = rooms_on_the_map(&map);
    let missing: Vec<_> = there.difference(&named).collect();
    let gone: Vec<_> = named.difference(&there).collect();
    assert!(
        missing.is_empty() && gone.is_empty(),
        "not on the map: {missing:?}; on the map but not there: {gone:?}"
    );
    assert!(
        map.lines().count() <= 250,
        "ARCHITECTURE.md is one page: 250 lines at most"
    );
}

#[test]
fn only_the_platform_speaks_to_the_network() {
    const CALLS: [&str; 6] = [
        "gloo_net",
        "fetch_with_str",
        "fetch_with_request",
        "XmlHttpRequest",
        "WebSocket",
        "EventSource",
    ];
    let mut found = Vec::new();
    for (name, text) in rust_files() {
        let browser_code = name.starts_with("src/") || name.starts_with("crates/");
        if browser_code && !name.starts_with("crates/platform/") {
            found.extend(
                CALLS
                    .iter()
                    .filter(|call| text.contains(*call))
                    .map(|call| format!("{name}: {call}")),
            );
        }
    }
    assert!(found.is_empty(), "{}", found.join("\n"));
}

/// Every file below a folder.
fn below(folder: &Path) -> Vec<PathBuf> {
    let mut files = Vec::new();
    let mut waiting = vec![folder.to_path_buf()];
    while let Some(place) = waiting.pop() {
        for entry in fs::read_dir(&place)
            .into_iter()
            .flatten()
            .filter_map(Result::ok)
        {
            if entry.path().is_dir() {
                waiting.push(entry.path())
            } else {
                files.push(entry.path())
            }
        }
    }
    files
}

#[test]
fn no_table_of_others_is_copied_into_the_project() {
    let Some(data) = std::env::var_os("JISHI_TEST_DATA") else {
        println!("not run: JISHI_TEST_DATA names no folder of real data");
        return;
    };
    let theirs: Vec<Vec<u8>> = below(Path::new(&data))
        .iter()
        .filter_map(|file| fs::read(file).ok())
        .collect();
    assert!(!theirs.is_empty(), "JISHI_TEST_DATA names an empty folder");
    let root = root();
    for folder in ["public", "examples", "tests/fixtures", "crates"] {
        for file in below(&root.join(folder)) {
            if PACKAGED.iter().any(|(known, _)| root.join(known) == file) {
                continue;
            }
            let bytes = fs::read(&file).unwrap_or_default();
            // Small files may be alike by chance.
            let copied = bytes.len() > 500 && theirs.contains(&bytes);
            assert!(!copied, "{} is a copy of third-party data", file.display());
        }
    }
}
