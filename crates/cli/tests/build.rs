//! `jishi build` from outside: what it writes, what it leaves alone, and that what it wrote is
//! what was read.

mod support;

use serde_json::{Value, json};
use support::shop::{Shop, code, words};

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
