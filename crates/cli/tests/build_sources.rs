//! `jishi build` of what a shop brings along: its configuration, its sources, files beside them.

mod support;

use serde_json::{Value, json};
use support::shop::{Shop, code, words};

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
