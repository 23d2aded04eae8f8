//! `jishi build` of a large catalog: shards, and an index that is built ahead.

mod support;

use serde_json::{Value, json};
use support::shop::{Shop, code, words};

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
