//! Sentences and keywords against the data sets that people judged to answer them (DataFinder,
//! 3,327 descriptions). Runs where `JISHI_TEST_DATA` names the folder with them.

#![expect(
    clippy::expect_used,
    reason = "a test that cannot read its files has failed"
)]
#![expect(clippy::print_stdout, reason = "a test that did not run says so")]

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

use catalog::{Catalog, Listing, Text};
use search::{Ask, Index, Query, Reader};
use serde_json::Value;

/// Above plain BM25 (k1 1.2, b 0.75), which by this measure has 0.141 by sentences and 0.140
/// by keywords.
const BAR: f64 = 0.145;
/// How many hits count.
const DEPTH: usize = 10;

fn judged_data() -> Option<PathBuf> {
    let folder = std::env::var_os("JISHI_TEST_DATA")?;
    Some(PathBuf::from(folder).join("search/datafinder"))
}

fn lines(file: &Path) -> Vec<Value> {
    let text = std::fs::read_to_string(file).expect("the file");
    let lines = text.lines().filter(|line| !line.trim().is_empty());
    lines
        .map(|line| serde_json::from_str(line).expect("a line of JSON"))
        .collect()
}

fn english(text: &str) -> Text {
    let mut value = Text::default();
    value.insert("en", text.to_owned());
    value
}

/// One listing a line: the data set's name is its title; the title of the paper that brought
/// it and the description describe it. Some names are there twice, so ids are places.
fn catalog(documents: &[Value]) -> Catalog {
    let text = |document: &Value, key: &str| document[key].as_str().unwrap_or("").to_owned();
    let listing = |(place, document): (usize, &Value)| Listing {
        id: format!("d{place:04}"),
        title: english(&text(document, "id")),
        description: Some(english(&format!(
            "{}\n{}",
            text(document, "title"),
            text(document, "contents")
        ))),
        ..Listing::default()
    };
    Catalog {
        default_language: "en".to_owned(),
        listings: documents.iter().enumerate().map(listing).collect(),
        ..Catalog::default()
    }
}

/// The one place that says how an index is made.
fn index(catalog: Catalog) -> Index {
    Index::build("datafinder", catalog, "2024-05-10")
}

/// Discounted gain of the names found over that of the best order: each judged one gains 1,
/// once, though some names have two documents.
fn ndcg(names: &[&str], judged: &BTreeSet<&str>) -> f64 {
    let gain = |place: usize| 1.0 / (place as f64 + 2.0).log2();
    let mut left = judged.clone();
    let places = names.iter().enumerate();
    let found = places.filter(|(_, name)| left.remove(**name));
    let best: f64 = (0..judged.len().min(DEPTH)).map(gain).sum();
    found.map(|(place, _)| gain(place)).sum::<f64>() / best
}

/// The mean over the queries that have an answer among the documents, asked by one of their
/// two wordings. Thirty judged names have no document, so nothing can find them.
fn mean(reader: &Reader, queries: &[Value], there: &BTreeSet<&str>, by: &str) -> f64 {
    let (mut sum, mut count) = (0.0, 0);
    for query in queries {
        let judged = query["documents"].as_array().expect("a list").iter();
        let judged = judged.map(|name| name.as_str().expect("a name"));
        let judged: BTreeSet<&str> = judged.filter(|name| there.contains(name)).collect();
        if judged.is_empty() {
            continue;
        }
        let asked = Query {
            text: query[by].as_str().expect("a text").to_owned(),
            ..Query::default()
        };
        let merged = reader.run(&Ask::all(asked, DEPTH as u32, "en")).merge();
        let mut hits = merged.hits;
        hits.extend(merged.also);
        let titles = hits
            .iter()
            .filter_map(|hit| Some(hit.title.iter().next()?.1));
        let names: Vec<&str> = titles.collect();
        sum += ndcg(&names, &judged);
        count += 1;
    }
    assert_eq!(count, 197, "queries with judged answers");
    sum / f64::from(count)
}

#[test]
fn sentences_find_the_data_that_people_chose() {
    let Some(folder) = judged_data() else {
        println!("not run: JISHI_TEST_DATA names no folder with the judged queries");
        return;
    };
    let documents = lines(&folder.join("documents.jsonl"));
    let queries = lines(&folder.join("queries.jsonl"));
    assert_eq!((documents.len(), queries.len()), (3_327, 208));
    let names = documents.iter().map(|document| document["id"].as_str());
    let there: BTreeSet<&str> = names.map(|name| name.expect("a name")).collect();
    let mut reader = Reader::default();
    reader.put(index(catalog(&documents)));
    let sentences = mean(&reader, &queries, &there, "query");
    let keywords = mean(&reader, &queries, &there, "keyphrase_query");
    println!("nDCG@10: {sentences:.4} by sentences, {keywords:.4} by keywords");
    assert!(sentences >= BAR, "{sentences:.4} by sentences");
    assert!(keywords >= BAR, "{keywords:.4} by keywords");
}
