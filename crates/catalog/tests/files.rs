//! Files as a whole: what is no catalog is named, what comes in several parts is put together,
//! and what is shipped is without a fault.

#![expect(
    clippy::unwrap_used,
    reason = "a test that cannot read its files has failed"
)]

use catalog::{
    Catalog, Limits, NotACatalog, Severity, ShardPlan, SourceKind, read_catalog, read_shard,
    sha256_hex,
};
use serde_json::Value;

fn error(bytes: &[u8]) -> NotACatalog {
    read_catalog(bytes, &Limits::default()).unwrap_err()
}

#[test]
fn names_the_format_of_what_is_not_read_yet() {
    for (text, kind) in [
        (
            r#"{"conformsTo":"https://project-open-data.cio.gov/v1.1/schema","dataset":[{"title":"x"}]}"#,
            SourceKind::DcatUs,
        ),
        (
            r#"{"help":"h","success":true,"result":{"count":1,"results":[]}}"#,
            SourceKind::Ckan,
        ),
        (
            r#"{"success":false,"error":{"message":"no"}}"#,
            SourceKind::Ckan,
        ),
        (
            r#"[{"id":"a","name":"b","metadata_created":"2020"}]"#,
            SourceKind::Ckan,
        ),
        (
            r#"{"stac_version":"1.0.0","type":"Catalog","id":"x","links":[]}"#,
            SourceKind::Stac,
        ),
        (
            r#"{"@context":{"cr":"http://mlcommons.org/croissant/"},"@type":"sc:Dataset","conformsTo":"http://mlcommons.org/croissant/1.1","name":"x"}"#,
            SourceKind::Croissant,
        ),
        (
            r#"{"@context":"https://schema.org/","@type":"Dataset","name":"x"}"#,
            SourceKind::SchemaOrg,
        ),
        (
            r#"{"@context":{"dcat":"http://www.w3.org/ns/dcat#"},"@graph":[]}"#,
            SourceKind::Dcat,
        ),
        (
            r#"{"name":"x","resources":[{"path":"a.csv"}]}"#,
            SourceKind::DataPackage,
        ),
        (
            r#"{"took":1,"hits":{"total":{"value":0},"hits":[]}}"#,
            SourceKind::Elasticsearch,
        ),
        (
            r#"{"sources":[{"id":"a","url":"b"}],"name":{"en":"x"}}"#,
            SourceKind::Config,
        ),
        (
            "@prefix dcat: <http://www.w3.org/ns/dcat#> .",
            SourceKind::Rdf,
        ),
        (
            "<?xml version='1.0'?><rdf:RDF xmlns:rdf='x'/>",
            SourceKind::Rdf,
        ),
        (
            "\n<!DOCTYPE html><html><body>Not found</body></html>",
            SourceKind::Html,
        ),
        ("PK\u{3}\u{4}rest", SourceKind::Zip),
    ] {
        assert_eq!(
            error(text.as_bytes()),
            NotACatalog::Foreign { kind },
            "{text}"
        );
    }
}

#[test]
fn says_where_json_breaks() {
    assert_eq!(error(b""), NotACatalog::Empty);
    assert_eq!(error(b" \n\t"), NotACatalog::Empty);
    let broken = error(b"{\"listings\": [\n  {\"id\": }\n]}");
    assert!(
        matches!(
            broken,
            NotACatalog::NotJson {
                line: 2,
                column: 10,
                ..
            }
        ),
        "{broken:?}"
    );
    for text in ["{\"a\": NaN}", "{\"a\":1,}", "title,price\na,1\n"] {
        assert!(
            matches!(error(text.as_bytes()), NotACatalog::NotJson { .. }),
            "{text}"
        );
    }
    assert!(matches!(
        error(b"{\"a\": \"\xFF\"}"),
        NotACatalog::NotText { offset: 7 }
    ));
    for text in ["{}", "[]", "[1,2]", "7", "null", "{\"a\":1}", "\"text\""] {
        assert!(
            matches!(error(text.as_bytes()), NotACatalog::NoListings { .. }),
            "{text}"
        );
    }
}

#[test]
fn refuses_what_is_nested_to_exhaust_it() {
    let deep = format!("{}{}", "[".repeat(100_000), "]".repeat(100_000));
    assert!(matches!(
        error(deep.as_bytes()),
        NotACatalog::TooDeep { line: 1, .. }
    ));
    let small = Limits {
        bytes: 10,
        ..Limits::default()
    };
    let refused = read_catalog(b"{\"listings\": []}", &small);
    assert_eq!(
        refused.unwrap_err(),
        NotACatalog::TooLarge {
            bytes: 16,
            limit: 10
        }
    );
}

#[test]
fn reads_utf_16_with_its_mark() {
    let text = r#"[{"id":"a","title":"语音","offers":[{"id":"o","priceType":"free"}]}]"#;
    for (mark, encode) in [
        ([0xFF, 0xFE], u16::to_le_bytes as fn(u16) -> [u8; 2]),
        ([0xFE, 0xFF], u16::to_be_bytes),
    ] {
        let mut bytes = mark.to_vec();
        bytes.extend(text.encode_utf16().flat_map(encode));
        let read = read_catalog(&bytes, &Limits::default()).unwrap();
        assert_eq!(
            read.value.listings[0].title.pick("zh", "zh").unwrap().1,
            "语音"
        );
    }
}

#[test]
fn keeps_as_many_listings_and_notices_as_the_limits_allow() {
    let listings = r#"{"title":"x"},"#.repeat(50);
    let text = format!("[{}]", listings.trim_end_matches(','));
    let limits = Limits {
        listings: 20,
        notices: 5,
        ..Limits::default()
    };
    let read = read_catalog(text.as_bytes(), &limits).unwrap();
    assert_eq!(read.value.listings.len(), 20);
    assert_eq!(read.notices.len(), 6);
    assert_eq!(read.notices[1].code, "list-cut");
    assert_eq!(read.notices[5].code, "more-notices");
}

#[test]
fn gives_a_listing_without_an_id_the_same_one_every_time() {
    let before = br#"[{"title":"First","landingPage":"https://example.org/1"}]"#;
    let after = br#"[{"title":"New"},{"title":"First","landingPage":"https://example.org/1"}]"#;
    let id = |bytes: &[u8], at: usize| {
        read_catalog(bytes, &Limits::default())
            .unwrap()
            .value
            .listings[at]
            .id
            .clone()
    };
    assert_eq!(id(before, 0), id(after, 1));
    assert_ne!(id(after, 0), id(after, 1));
}

fn root() -> Catalog {
    let text = r#"{"formatVersion":"0.1","id":"r","title":"R","defaultLanguage":"zh","languages":["zh"],
        "exchanges":[{"id":"x","name":"上海"}],
        "listings":[{"id":"a","title":"甲","offers":[{"id":"o","priceType":"free"}]}],
        "shards":[{"href":"1.json","count":1},{"href":"2.json","count":1},{"href":"1.json","count":1}],
        "links":[{"rel":"next","href":"3.json"},{"rel":"self","href":"r.json"}]}"#;
    let read = read_catalog(text.as_bytes(), &Limits::default()).unwrap();
    assert_eq!(read.notices, Vec::new());
    read.value
}

#[test]
fn plans_each_file_of_a_catalog_once_and_ends_a_circle() {
    let mut plan = ShardPlan::new(&root());
    let mut taken = Vec::new();
    while let Some(shard) = plan.take() {
        // Every file names the first two again, and itself.
        plan.add(root().shards);
        plan.add([shard.clone()]);
        taken.push(shard.href);
    }
    assert_eq!(taken, ["1.json", "2.json", "3.json"]);
    let many = (0..1_500).map(|number| catalog::Shard {
        href: format!("{number}.json"),
        ..root().shards[0].clone()
    });
    plan.add(many);
    assert_eq!(
        (plan.total(), plan.total() + plan.refused()),
        (1_000, 1_500)
    );
}

#[test]
fn reads_a_further_file_with_the_records_of_its_root() {
    let shard = r#"{"listings":[
        {"id":"a","title":"甲二","exchange":"x","offers":[{"id":"o","priceType":"free"}]},
        {"id":"b","title":"乙","exchange":"上海","provider":"某公司","offers":[{"id":"o","priceType":"free"}]}],
        "links":[{"rel":"next","href":"4.json"}]}"#;
    let part = read_shard(shard.as_bytes(), &root(), &Limits::default()).unwrap();
    let listings = &part.value.listings;
    assert_eq!(listings[0].id, "a~2");
    assert_eq!(listings[1].exchange.as_deref(), Some("x"));
    // A shard cannot add records to its root.
    assert_eq!(listings[1].provider, None);
    assert_eq!(part.value.next[0].href, "4.json");
    let lines = b"{\"id\":\"c\",\"title\":\"C\"}\n{\"id\":\"d\",\"title\":\"D\"}\n";
    let part = read_shard(lines, &root(), &Limits::default()).unwrap();
    assert_eq!(part.value.listings.len(), 2);
    assert!(read_shard(b"<html></html>", &root(), &Limits::default()).is_err());
}

#[test]
fn knows_the_digest_of_a_further_file() {
    let mut shard = root().shards[0].clone();
    assert!(shard.has_digest_of(b"anything"));
    shard.sha256 = Some(sha256_hex(b"abc"));
    assert_eq!(
        shard.sha256.as_deref(),
        Some("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad")
    );
    assert!(shard.has_digest_of(b"abc") && !shard.has_digest_of(b"abd"));
}

#[test]
fn ships_a_founding_catalog_without_a_fault() {
    let bytes = include_bytes!("../../../public/catalog.json");
    let document: Value = serde_json::from_slice(bytes).unwrap();
    let schema = include_str!("../../../schema/catalog.schema.json");
    let schema = serde_json::from_str(schema).unwrap();
    assert_eq!(
        jsonschema::validate(&schema, &document).map_err(|e| e.to_string()),
        Ok(())
    );
    let read = read_catalog(bytes, &Limits::default()).unwrap();
    assert_eq!(read.notices, Vec::new());
    let catalog = read.value;
    assert_eq!((catalog.exchanges.len(), catalog.platforms.len()), (15, 4));
    assert_eq!(catalog.facts["openDatasetsAdded"], 6);
    // What is planned and not named, which the directory of exchanges shows as plans.
    assert_eq!(catalog.facts["otherLocalitiesAtLeast"], 9);
    assert_eq!(catalog.facts["partnershipsWithSingapore"], 2);
    assert_eq!(catalog.listings.len(), 11);
}

#[test]
fn ships_every_file_it_names_with_its_size_and_digest() {
    let bytes = include_bytes!("../../../public/catalog.json");
    let catalog = read_catalog(bytes, &Limits::default()).unwrap().value;
    let public = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("../../public");
    let files = catalog.listings.iter().flat_map(|listing| {
        let samples = listing
            .samples
            .iter()
            .filter_map(|sample| sample.distribution.as_ref());
        listing.distributions.iter().chain(samples)
    });
    let mut total = 0;
    for file in files.filter(|file| file.download_url.is_some()) {
        let bytes = std::fs::read(public.join(file.download_url.as_ref().unwrap())).unwrap();
        assert_eq!(
            file.byte_size,
            Some(bytes.len() as u64),
            "{:?}",
            file.download_url
        );
        assert_eq!(file.checksum.as_ref().unwrap().value, sha256_hex(&bytes));
        total += bytes.len();
    }
    assert!(total > 0 && total < 200_000, "{total}");
}

#[test]
fn every_assertion_of_the_founding_catalog_leads_to_a_value() {
    let document: Value =
        serde_json::from_slice(include_bytes!("../../../public/catalog.json")).unwrap();
    let mut count = 0;
    for kind in [
        "categories",
        "organizations",
        "exchanges",
        "platforms",
        "listings",
    ] {
        for record in document[kind].as_array().unwrap() {
            for assertion in record["assertions"].as_array().into_iter().flatten() {
                let path = assertion["path"].as_str().unwrap();
                assert!(record.pointer(path).is_some(), "{} {path}", record["id"]);
                count += 1;
            }
        }
    }
    assert!(count > 123, "{count}");
}

/// Real catalogs of other formats, by the folder `JISHI_TEST_DATA` names.
#[test]
fn real_files_are_read_or_named_and_never_panic() {
    let Some(folder) = std::env::var_os("JISHI_TEST_DATA") else {
        eprintln!("JISHI_TEST_DATA is not set: real catalogs were not tried");
        return;
    };
    let folder = std::path::PathBuf::from(folder);
    let (mut tried, mut named) = (0, 0);
    let mut folders = vec![folder.join("catalogs")];
    while let Some(folder) = folders.pop() {
        for entry in std::fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                folders.push(path);
                continue;
            }
            tried += 1;
            match read_catalog(&std::fs::read(&path).unwrap(), &Limits::default()) {
                Ok(read) => eprintln!("{}: {} listings", path.display(), read.value.listings.len()),
                Err(NotACatalog::Foreign { .. }) => named += 1,
                Err(error) => eprintln!("{}: {error}", path.display()),
            }
        }
    }
    eprintln!("{tried} files, {named} of them named");
    assert!(tried > 100 && named * 2 > tried, "{named} of {tried}");
    let seed = std::fs::read(folder.join("seed-catalog.json")).unwrap();
    let read = read_catalog(&seed, &Limits::default()).unwrap();
    let errors = read
        .notices
        .iter()
        .filter(|notice| notice.severity == Severity::Error);
    assert_eq!(errors.count(), 0);
}
