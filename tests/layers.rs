//! Guards the floors: who may use whom, as `ARCHITECTURE.md` draws it. Reads `cargo metadata`,
//! so it sees what is declared, not what somebody remembers.

#![expect(
    clippy::expect_used,
    reason = "a test that cannot read the metadata has failed"
)]

use std::collections::{BTreeMap, BTreeSet, VecDeque};
use std::process::Command;

use serde_json::Value;

/// Each package with all that it may use of ours. A package that is not here has no floor yet,
/// and is refused until somebody gives it one.
const FLOORS: &[(&str, &[&str])] = &[
    // words
    ("record_derive", &[]),
    ("markup", &[]),
    ("hanzi", &[]),
    ("digits", &[]),
    ("sorting", &[]),
    ("record", &["record_derive"]),
    ("catalog", &["record"]),
    ("table", &["record", "sorting"]),
    // thinking
    ("scan", &["catalog", "hanzi", "sorting"]),
    ("search", &["catalog", "hanzi", "record", "scan", "sorting"]),
    ("readers", &["table"]),
    ("parquet", &["sorting", "table"]),
    ("sift", &["record", "sorting", "table"]),
    ("spreadsheets", &["readers", "table", "unpack"]),
    ("sheets", &["catalog", "record", "table"]),
    ("privacy", &["digits", "sorting", "table"]),
    ("unpack", &[]),
    ("inquiry", &["catalog", "digits", "record"]),
    ("kept", &["catalog", "record", "sift"]),
    ("routes", &["catalog", "search", "sift"]),
    // passing
    ("wire", &["catalog", "record", "search", "sift", "table"]),
    ("platform", &[]),
    // between
    (
        "session",
        &[
            "parquet",
            "privacy",
            "readers",
            "sift",
            "sorting",
            "spreadsheets",
            "table",
            "unpack",
            "wire",
        ],
    ),
    // ends
    (
        "storefront",
        &[
            "catalog", "markup", "record", "search", "sift", "table", "inquiry", "kept", "routes",
            "wire", "platform",
        ],
    ),
    (
        "workers",
        &[
            "catalog", "parquet", "privacy", "search", "session", "sift", "table", "readers",
            "sheets", "wire", "platform",
        ],
    ),
    (
        "cli",
        &[
            "catalog",
            "record",
            "search",
            "session",
            "table",
            "readers",
            "sheets",
            "spreadsheets",
            "privacy",
            "inquiry",
            "routes",
            "wire",
        ],
    ),
    (
        "tests",
        &[
            "catalog", "record", "search", "sift", "table", "readers", "sheets", "inquiry",
            "routes", "wire",
        ],
    ),
    ("xtask", &["routes"]),
];

/// Packages that must run anywhere and answer the same everywhere.
const PURE: &[&str] = &[
    "hanzi",
    "digits",
    "record",
    "catalog",
    "table",
    "search",
    "readers",
    "parquet",
    "sheets",
    "sift",
    "privacy",
    "spreadsheets",
    "unpack",
    "inquiry",
    "kept",
    "routes",
    "session",
    "wire",
];

/// What brings a browser, a clock with threads, or a user interface.
const NEVER_PURE: &[&str] = &[
    "web-sys",
    "js-sys",
    "wasm-bindgen",
    "gloo-net",
    "leptos",
    "tokio",
    "getrandom",
    "reqwest",
    "hyper",
];

/// What only the page may link.
const PAGE_ONLY: &[&str] = &["leptos", "leptos_router"];

struct Graph {
    /// Package id of each member of the workspace, by name.
    members: BTreeMap<String, String>,
    /// Names by package id.
    names: BTreeMap<String, String>,
    /// What each package links (ids), without what only its tests use.
    links: BTreeMap<String, Vec<String>>,
    /// What the tests of each member use, by name.
    in_tests: BTreeMap<String, Vec<String>>,
}

impl Graph {
    fn read() -> Self {
        let output = Command::new(env!("CARGO"))
            .args(["metadata", "--format-version", "1", "--all-features"])
            .current_dir(env!("CARGO_MANIFEST_DIR"))
            .output()
            .expect("cargo metadata runs");
        assert!(
            output.status.success(),
            "{}",
            String::from_utf8_lossy(&output.stderr)
        );
        let metadata: Value =
            serde_json::from_slice(&output.stdout).expect("cargo metadata answers in JSON");
        let names: BTreeMap<String, String> = list(&metadata["packages"])
            .map(|package| (text(&package["id"]), text(&package["name"])))
            .collect();
        let members = list(&metadata["workspace_members"])
            .map(|id| (names[&text(id)].clone(), text(id)))
            .collect();
        let mut graph = Self {
            members,
            names,
            links: BTreeMap::new(),
            in_tests: BTreeMap::new(),
        };
        for node in list(&metadata["resolve"]["nodes"]) {
            for dependency in list(&node["deps"]) {
                let (from, to) = (text(&node["id"]), text(&dependency["pkg"]));
                // A dependency has a list of uses; one without a kind is the ordinary use.
                let linked = list(&dependency["dep_kinds"]).any(|kind| kind["kind"].is_null());
                if linked {
                    graph.links.entry(from).or_default().push(to);
                } else {
                    let name = graph.names[&to].clone();
                    graph.in_tests.entry(from).or_default().push(name);
                }
            }
        }
        graph
    }

    /// What a member links itself, by name.
    fn direct(&self, member: &str) -> Vec<&str> {
        let ids = self.links.get(&self.members[member]);
        ids.into_iter()
            .flatten()
            .map(|id| self.names[id].as_str())
            .collect()
    }

    /// What a member links through anything, by name.
    fn whole(&self, member: &str) -> BTreeSet<&str> {
        let mut seen = BTreeSet::new();
        let mut waiting = VecDeque::from([&self.members[member]]);
        while let Some(id) = waiting.pop_front() {
            if seen.insert(id) {
                waiting.extend(self.links.get(id).into_iter().flatten());
            }
        }
        seen.into_iter().map(|id| self.names[id].as_str()).collect()
    }
}

fn list(value: &Value) -> impl Iterator<Item = &Value> {
    value.as_array().into_iter().flatten()
}

fn text(value: &Value) -> String {
    value.as_str().unwrap_or_default().to_owned()
}

fn may_use(package: &str) -> Option<&'static [&'static str]> {
    FLOORS
        .iter()
        .find(|(name, _)| *name == package)
        .map(|(_, uses)| *uses)
}

#[test]
fn every_package_has_a_floor_and_uses_only_what_is_below_it() {
    let graph = Graph::read();
    let mut wrong = Vec::new();
    for member in graph.members.keys() {
        let Some(allowed) = may_use(member) else {
            wrong.push(format!("{member} has no floor in tests/layers.rs"));
            continue;
        };
        // The tests of the package `tests` are all it has; elsewhere they may reach further.
        let in_tests = graph
            .in_tests
            .get(&graph.members[member])
            .into_iter()
            .flatten()
            .map(String::as_str);
        let used = graph
            .direct(member)
            .into_iter()
            .chain(in_tests.filter(|_| member == "tests"));
        let above =
            used.filter(|name| graph.members.contains_key(*name) && !allowed.contains(name));
        wrong.extend(above.map(|name| format!("{member} uses {name}, which is not below it")));
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn every_floor_belongs_to_a_package() {
    let graph = Graph::read();
    let gone: Vec<_> = FLOORS
        .iter()
        .map(|(name, _)| *name)
        .filter(|name| !graph.members.contains_key(*name))
        .collect();
    assert!(
        gone.is_empty(),
        "tests/layers.rs names packages that are not there: {gone:?}"
    );
}

#[test]
fn words_and_thinking_see_no_browser_no_network_and_no_interface() {
    let graph = Graph::read();
    let mut wrong = Vec::new();
    for member in PURE {
        let whole = graph.whole(member);
        wrong.extend(
            NEVER_PURE
                .iter()
                .filter(|name| whole.contains(*name))
                .map(|name| format!("{member} links {name}")),
        );
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn only_the_page_links_the_interface_library() {
    let graph = Graph::read();
    for member in graph
        .members
        .keys()
        .filter(|member| *member != "storefront")
    {
        let whole = graph.whole(member);
        let found: Vec<_> = PAGE_ONLY
            .iter()
            .filter(|name| whole.contains(*name))
            .collect();
        assert!(found.is_empty(), "{member} links {found:?}");
    }
}

#[test]
fn only_the_platform_declares_the_library_that_fetches() {
    let graph = Graph::read();
    let users: Vec<_> = graph
        .members
        .keys()
        .filter(|member| graph.direct(member).contains(&"gloo-net"))
        .collect();
    assert_eq!(
        users,
        ["platform"],
        "every request of the page and the workers goes through one room"
    );
}
