//! `jishi build` from outside: what it writes, what it leaves alone, and that what it wrote is
//! what was read.

#![expect(
    clippy::unwrap_used,
    reason = "a test that cannot read its files has failed"
)]

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

use catalog::{Catalog, Limits, ShardPlan, read_catalog, read_shard};
use serde_json::{Value, json};
use tempfile::TempDir;

/// A folder with a small page and the example market.
struct Shop {
    folder: TempDir,
}

impl Shop {
    fn new() -> Self {
        let shop = Self {
            folder: tempfile::tempdir().unwrap(),
        };
        let shell = "<title>集市 Jishi</title><a href=\"catalog.json\">catalog.json</a>";
        for (name, text) in [
            ("page/index.html", shell),
            ("page/browse/index.html", shell),
            ("page/start.js", "start"),
            ("page/catalog.json", "{\"demo\":true}"),
            ("page/samples/demo.csv", "a,b"),
            (
                "page/config.json",
                r#"{"version":"0.1","theme":{"radius":4},"sources":[{"id":"founding","kind":"dxc","url":"catalog.json"}]}"#,
            ),
        ] {
            shop.write(name, text);
        }
        let market = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../examples/market");
        for name in ["listings.csv", "mapping.json", "config.json"] {
            std::fs::copy(market.join(name), shop.path(name)).unwrap();
        }
        shop
    }

    fn path(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    fn write(&self, name: &str, text: impl AsRef<[u8]>) {
        let path = self.path(name);
        std::fs::create_dir_all(path.parent().unwrap()).unwrap();
        std::fs::write(path, text).unwrap();
    }

    fn read(&self, name: &str) -> String {
        std::fs::read_to_string(self.path(name)).unwrap()
    }

    fn jishi(&self, words: &[&str]) -> Output {
        let mut command = Command::new(env!("CARGO_BIN_EXE_jishi"));
        command
            .args(words)
            .current_dir(self.folder.path())
            .output()
            .unwrap()
    }

    /// Builds the market from its table.
    fn build(&self) {
        let words = [
            "build",
            "listings.csv",
            "--mapping",
            "mapping.json",
            "--page",
            "page",
            "--out",
            "out",
        ];
        let output = self.jishi(&words);
        assert!(
            output.status.success(),
            "{}",
            String::from_utf8_lossy(&output.stderr)
        );
    }

    /// The catalog that a page would read from the site, its shards included.
    fn catalog(&self, source: &str) -> Catalog {
        let folder = format!("out/data/{source}");
        let bytes = std::fs::read(self.path(&format!("{folder}/catalog.json"))).unwrap();
        let limits = Limits::default();
        let parsed = read_catalog(&bytes, &limits).unwrap();
        assert!(parsed.notices.is_empty(), "{:?}", parsed.notices);
        let mut catalog = parsed.value;
        let mut plan = ShardPlan::new(&catalog);
        while let Some(shard) = plan.take() {
            let bytes = std::fs::read(self.path(&format!("{folder}/{}", shard.href))).unwrap();
            assert!(shard.has_digest_of(&bytes), "{}", shard.href);
            assert_eq!(shard.byte_size, Some(bytes.len() as u64));
            let part = read_shard(&bytes, &catalog, &limits).unwrap();
            assert_eq!(part.value.listings.len() as u64, shard.count);
            catalog.listings.extend(part.value.listings);
        }
        catalog
    }

    /// Every file of the site with its bytes.
    fn site(&self) -> BTreeMap<String, Vec<u8>> {
        let mut found = BTreeMap::new();
        let mut waiting = vec![self.path("out")];
        while let Some(folder) = waiting.pop() {
            for entry in std::fs::read_dir(folder).unwrap() {
                let path = entry.unwrap().path();
                if path.is_dir() {
                    waiting.push(path);
                } else {
                    let name = path
                        .strip_prefix(self.path("out"))
                        .unwrap()
                        .display()
                        .to_string();
                    found.insert(name, std::fs::read(path).unwrap());
                }
            }
        }
        found
    }
}

fn code(output: &Output) -> i32 {
    output.status.code().unwrap()
}

fn words(output: &Output) -> String {
    String::from_utf8_lossy(&output.stderr).into_owned()
}

#[test]
fn the_site_holds_the_page_the_catalog_and_no_demonstration() {
    let shop = Shop::new();
    shop.build();
    let names: Vec<String> = shop.site().into_keys().collect();
    let expected = [
        ".jishi-build.json",
        "browse/index.html",
        "config.json",
        "data/example-market/catalog.json",
        "index.html",
        "start.js",
    ];
    assert_eq!(names, expected);
    let config: Value = serde_json::from_str(&shop.read("out/config.json")).unwrap();
    assert_eq!(config["theme"], json!({ "radius": 4 }));
    assert_eq!(
        config["sources"],
        json!([
            { "id": "example-market", "kind": "dxc", "url": "data/example-market/catalog.json" }
        ])
    );
    assert!(
        shop.read("out/browse/index.html")
            .contains("href=\"data/example-market/catalog.json\"")
    );
}

#[test]
fn what_was_written_is_what_was_read() {
    let shop = Shop::new();
    shop.build();
    let mapping = sheets::read_mapping(shop.read("mapping.json").as_bytes())
        .unwrap()
        .value;
    let options = readers::Options {
        limits: readers::Limits::WHOLE,
        ..Default::default()
    };
    let bytes = shop.read("listings.csv");
    let opened =
        readers::read_table(bytes.as_bytes(), &options, &mut readers::UnicodeOnly).unwrap();
    let made = sheets::apply(&opened.table, &mapping).value;
    assert_eq!(made.listings.len(), 12);
    let mut found = shop.catalog("example-market");
    assert!(!found.repairs().is_empty());
    found.extra.clear();
    assert_eq!(found, made);
}

#[test]
fn equal_input_gives_equal_bytes_and_old_links_survive_an_edit() {
    let shop = Shop::new();
    shop.build();
    let first = shop.site();
    shop.build();
    assert_eq!(shop.site(), first);
    let before = shop.catalog("example-market");

    let sheet = shop
        .read("listings.csv")
        .replace("示例普通话对话语音", "示例普通话对话语音（修订）");
    let mut lines: Vec<&str> = sheet.lines().collect();
    // A listing goes from the end and another comes in front.
    lines.insert(
        1,
        "SY-100,示例新品,,新品说明,交通,,数据集,示例新公司（虚构）,,,,,,,,,,",
    );
    shop.write("listings.csv", lines.join("\n"));
    shop.build();
    let after = shop.catalog("example-market");
    assert_eq!(after.listings.len(), 13);
    for listing in &before.listings {
        let same = after
            .listings
            .iter()
            .find(|other| other.id == listing.id)
            .unwrap();
        assert_eq!(same.landing_page, listing.landing_page);
    }
}

#[test]
fn a_rebuild_replaces_its_own_files_and_leaves_the_hosts() {
    let shop = Shop::new();
    shop.write("page/old/worker.js", "old");
    shop.build();
    shop.write("out/CNAME", "market.example");
    std::fs::remove_dir_all(shop.path("page/old")).unwrap();
    shop.build();
    assert!(!shop.path("out/old").exists());
    assert_eq!(shop.read("out/CNAME"), "market.example");
}

#[test]
fn a_folder_of_somebody_else_is_refused_and_untouched() {
    let shop = Shop::new();
    shop.write("out/thesis.txt", "mine");
    let output = shop.jishi(&[
        "build",
        "listings.csv",
        "--mapping",
        "mapping.json",
        "--page",
        "page",
        "--out",
        "out",
    ]);
    assert_eq!(code(&output), 1);
    assert_eq!(shop.site().len(), 1);
    let output = shop.jishi(&[
        "build",
        "listings.csv",
        "--page",
        "page",
        "--out",
        "page/out",
    ]);
    assert_eq!(code(&output), 2);
}

#[test]
fn an_edited_mark_cannot_reach_outside_of_the_folder() {
    let shop = Shop::new();
    shop.build();
    shop.write("precious", "mine");
    shop.write(
        "out/.jishi-build.json",
        r#"{"files":["../precious","/etc/none","start.js"]}"#,
    );
    shop.build();
    assert_eq!(shop.read("precious"), "mine");
}

#[test]
fn without_a_page_it_says_how_to_make_one() {
    let shop = Shop::new();
    let output = shop.jishi(&[
        "build",
        "listings.csv",
        "--mapping",
        "mapping.json",
        "--out",
        "out",
    ]);
    assert_eq!(code(&output), 1);
    assert!(
        words(&output).contains("cargo xtask page"),
        "{}",
        words(&output)
    );
    assert!(!shop.path("out").exists());
}

#[test]
fn an_input_that_is_no_catalog_writes_nothing() {
    let shop = Shop::new();
    shop.write("page.html", "<!doctype html><p>Sign in</p>");
    let output = shop.jishi(&[
        "build",
        "listings.csv",
        "page.html",
        "--mapping",
        "mapping.json",
        "--page",
        "page",
        "--out",
        "out",
    ]);
    assert_eq!(code(&output), 1);
    assert!(words(&output).contains("page.html"));
    assert!(!shop.path("out").exists());
}

#[test]
fn the_hosts_configuration_stays_and_its_source_keeps_its_id() {
    let shop = Shop::new();
    shop.write("logo.svg", "<svg/>");
    shop.write(
        "own.json",
        json!({
            "version": "0.1", "name": { "en": "A & B" }, "logo": "logo.svg", "x-own": [1, 2],
            "sources": [
                { "id": "m", "kind": "sheet", "url": "listings.csv", "mapping": "mapping.json", "banner": { "en": "All invented" } },
                { "id": "far", "kind": "dxc", "url": "https://far.example/catalog.json" },
                { "id": "gone", "kind": "dxc", "url": "gone.json" }
            ]
        })
        .to_string(),
    );
    let output = shop.jishi(&[
        "build",
        "listings.csv",
        "--mapping",
        "mapping.json",
        "--config",
        "own.json",
        "--page",
        "page",
        "--out",
        "out",
    ]);
    assert_eq!(code(&output), 0, "{}", words(&output));
    assert!(words(&output).contains("gone"));
    let config: Value = serde_json::from_str(&shop.read("out/config.json")).unwrap();
    assert_eq!(config["x-own"], json!([1, 2]));
    assert_eq!(
        config["sources"],
        json!([
            { "id": "m", "kind": "dxc", "url": "data/m/catalog.json", "banner": { "en": "All invented" } },
            { "id": "far", "kind": "dxc", "url": "https://far.example/catalog.json" }
        ])
    );
    assert_eq!(shop.read("out/logo.svg"), "<svg/>");
    assert!(
        shop.read("out/index.html")
            .contains("<title>A &amp; B</title>")
    );
}

#[test]
fn a_configuration_as_file_brings_its_sources_and_names_what_was_done() {
    let shop = Shop::new();
    let output = shop.jishi(&[
        "build",
        "config.json",
        "--page",
        "page",
        "--out",
        "out",
        "--json",
    ]);
    assert_eq!(code(&output), 0, "{}", words(&output));
    let answer: Value = serde_json::from_slice(&output.stdout).unwrap();
    assert_eq!(answer["sources"][0]["id"], "market");
    assert_eq!(answer["sources"][0]["listings"], 12);
    assert_eq!(shop.catalog("market").listings.len(), 12);
}

#[test]
fn a_large_catalog_becomes_shards_that_hold_everything() {
    let shop = Shop::new();
    let listing = |number: usize| {
        json!({
            "id": format!("n-{number}"), "title": { "zh": format!("示例 {number}") },
            "description": { "zh": "示".repeat(400) }, "offers": [{ "id": "o1", "priceType": "unknown" }]
        })
    };
    let listings: Vec<Value> = (0..2_000).map(listing).collect();
    let catalog = json!({
        "formatVersion": "0.1", "id": "large", "title": { "zh": "大（虚构）" }, "defaultLanguage": "zh",
        "languages": ["zh"], "listings": listings
    });
    shop.write("large.json", catalog.to_string());
    let output = shop.jishi(&[
        "build",
        "large.json",
        "--page",
        "page",
        "--out",
        "out",
        "--shards",
    ]);
    assert_eq!(code(&output), 0, "{}", words(&output));
    let read = shop.catalog("large");
    assert!(read.shards.len() > 2);
    assert!(
        read.shards
            .iter()
            .all(|shard| shard.byte_size.is_some_and(|size| size <= 1_010_000))
    );
    let ids: Vec<&str> = read
        .listings
        .iter()
        .map(|listing| listing.id.as_str())
        .collect();
    assert_eq!(ids.len(), 2_000);
    assert_eq!((ids.first(), ids.last()), (Some(&"n-0"), Some(&"n-1999")));

    // The site itself can be published again: its shards become the new site's, once.
    let output = shop.jishi(&[
        "build",
        "out/data/large/catalog.json",
        "--page",
        "page",
        "--out",
        "again",
        "--shards",
    ]);
    assert_eq!(code(&output), 0, "{}", words(&output));
    let file = |site: &str| shop.read(&format!("{site}/data/large/listings-001.json"));
    assert_eq!(file("again"), file("out"));
}

#[test]
fn a_large_catalog_is_built_ahead_and_searched_from_its_files() {
    let shop = Shop::new();
    let listing = |number: usize| {
        json!({
            "id": format!("n-{number}"), "title": { "zh": format!("示例 {number}") },
            "description": { "zh": "示".repeat(400) }, "offers": [{ "id": "o1", "priceType": "unknown" }]
        })
    };
    let listings: Vec<Value> = (0..2_000).map(listing).collect();
    let catalog = json!({
        "formatVersion": "0.1", "id": "large", "title": { "zh": "大（虚构）" }, "defaultLanguage": "zh",
        "languages": ["zh"], "listings": listings
    });
    shop.write("large.json", catalog.to_string());
    let output = shop.jishi(&["build", "large.json", "--page", "page", "--out", "out"]);
    assert_eq!(code(&output), 0, "{}", words(&output));
    let root: Value = serde_json::from_str(&shop.read("out/data/large/catalog.json")).unwrap();
    assert!(root["shards"].is_null(), "{root}");
    let folder = root["x-jishi-index"].as_str().unwrap();

    let search = [
        "search",
        "out/data/large/catalog.json",
        "--query",
        "示例 1999",
        "--json",
    ];
    let output = shop.jishi(&search);
    assert_eq!(code(&output), 0, "{}", words(&output));
    let found: Value = serde_json::from_slice(&output.stdout).unwrap();
    assert_eq!(
        (found["total"].as_u64(), found["hits"][0]["id"].as_str()),
        (Some(1), Some("n-1999"))
    );

    let output = shop.jishi(&["check", "out/data/large/catalog.json", "--json"]);
    assert!(
        String::from_utf8_lossy(&output.stdout).contains("2000"),
        "{}",
        words(&output)
    );

    // A file that is cut, changed or gone is said, and gives no answer.
    let path = format!("out/data/large/{folder}/head.bin");
    let head = std::fs::read(shop.path(&path)).unwrap();
    for damaged in [&head[..head.len() / 2], &head[1..], b"not an index"] {
        shop.write(&path, damaged);
        let output = shop.jishi(&search);
        assert_eq!(code(&output), 1, "{}", words(&output));
        assert!(words(&output).contains("index"), "{}", words(&output));
    }
}

#[test]
fn data_files_beside_a_catalog_come_along_and_missing_ones_are_named() {
    let shop = Shop::new();
    shop.write("own/files/a b.csv", "x,y\n1,2\n");
    shop.write(
        "own/catalog.json",
        json!({
            "formatVersion": "0.1", "id": "own", "title": { "en": "Own" }, "defaultLanguage": "en", "languages": ["en"],
            "listings": [{
                "id": "a", "title": { "en": "A" }, "offers": [{ "id": "o1", "priceType": "free" }],
                "distributions": [
                    { "id": "d1", "access": "download", "downloadURL": "files/a%20b.csv" },
                    { "id": "d2", "access": "download", "downloadURL": "files/none.csv" },
                    { "id": "d3", "access": "download", "downloadURL": "../mapping.json" }
                ]
            }]
        })
        .to_string(),
    );
    let output = shop.jishi(&[
        "build",
        "own/catalog.json",
        "--page",
        "page",
        "--out",
        "out",
    ]);
    assert_eq!(code(&output), 0, "{}", words(&output));
    assert_eq!(shop.read("out/data/own/files/a b.csv"), "x,y\n1,2\n");
    assert!(words(&output).contains("files/none.csv"));
    assert!(
        !shop
            .site()
            .keys()
            .any(|name| name.ends_with("mapping.json"))
    );
}

#[test]
fn what_was_mended_goes_along_in_the_catalog() {
    let shop = Shop::new();
    shop.write(
        "old.json",
        r#"{"formatVersion":"0.1","id":"old","title":"Old","defaultLanguage":"en","languages":["en"],
            "listings":[{"id":"a","title":"A","modified":"someday","offers":[]}]}"#,
    );
    shop.write("bare.csv", "title,price\nA,5\nB\n");
    let words = [
        "build", "old.json", "bare.csv", "--page", "page", "--out", "out",
    ];
    let output = shop.jishi(&words);
    assert!(output.status.success(), "{output:?}");
    // The built files are clean for their reader, and still tell what they were made from.
    let codes = |source: &str| -> Vec<String> {
        let catalog = shop.catalog(source);
        let repairs = catalog.repairs().into_iter();
        repairs
            .map(|notice| format!("{} {} {}", notice.code, notice.at, notice.data))
            .collect()
    };
    let old = codes("old");
    assert!(
        old.iter()
            .any(|told| told.contains("/listings/0/modified someday")),
        "{old:?}"
    );
    let bare = codes("bare");
    let title = shop.catalog("bare").title;
    assert_eq!(
        title.pick("zh", "zh").unwrap().1,
        "bare",
        "a table is named by its file"
    );
    assert!(
        bare.iter().any(|told| told.starts_with("mapping-guessed")),
        "{bare:?}"
    );
    assert!(
        bare.iter()
            .any(|told| told.starts_with("ragged-rows") && told.contains("count: 1")),
        "{bare:?}"
    );
    let schema = include_str!("../../../schema/catalog.schema.json");
    assert!(schema.contains("x-jishi-repairs"));
}
