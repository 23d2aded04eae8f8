//! Known items: fifty times somebody remembers half of a real title and must see the listing
//! among the first three. Runs where `JISHI_TEST_DATA` names the folder of the real tables.

#![expect(
    clippy::expect_used,
    reason = "a test that cannot read its files has failed"
)]
#![expect(clippy::print_stdout, reason = "a test that did not run says so")]

use std::path::{Path, PathBuf};

use catalog::Catalog;
use readers::{Limits, Options, UnicodeOnly, read_table};
use search::{Ask, Index, Query, Reader};
use sheets::{apply, read_mapping};

/// The day on which the shelf is looked at: about when the tables were crawled.
const TODAY: &str = "2024-05-10";
/// The tables with how many titles are asked for of each.
const TABLES: [(&str, usize); 3] = [("beijing", 17), ("shanghai", 16), ("guiyang", 17)];
/// How many must be found.
const ENOUGH: usize = 47;
/// A half says something if it has so many characters.
const LEAST: usize = 4;
/// A half tells its listing if no more titles of its table have it.
const MOST_TITLES: usize = 3;

/// A listing and what somebody remembers of it.
struct Item {
    key: String,
    title: String,
    half: String,
}

fn real_tables() -> Option<PathBuf> {
    let folder = std::env::var_os("JISHI_TEST_DATA")?;
    Some(PathBuf::from(folder).join("exchanges"))
}

fn catalog(folder: &Path, name: &str) -> Catalog {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("..");
    let mapping = root.join(format!("examples/mappings/{name}.json"));
    let mapping = read_mapping(&std::fs::read(mapping).expect("the mapping")).expect("a mapping");
    let bytes = std::fs::read(folder.join(format!("raw_{name}.csv"))).expect("the table");
    let options = Options {
        limits: Limits::WHOLE,
        ..Options::default()
    };
    let table = read_table(&bytes, &options, &mut UnicodeOnly).expect("a table");
    apply(&table.table, &mapping.value).value
}

/// The one place that says how an index is made.
fn index(source: &str, catalog: Catalog) -> Index {
    Index::build(source, catalog, TODAY)
}

/// Cuts a title in the middle, but no Latin word or number, and gives one of the halves
/// without what nobody would type at its ends.
fn half(title: &str, second: bool) -> String {
    let middle = title.chars().count() / 2;
    let ascii = |c: Option<char>| c.is_some_and(|c| c.is_ascii_alphanumeric());
    let mut cut = title.char_indices().nth(middle).map_or(0, |(at, _)| at);
    while ascii(title[..cut].chars().next_back()) && ascii(title[cut..].chars().next()) {
        cut += 1;
    }
    let half = if second { &title[cut..] } else { &title[..cut] };
    let half = half.trim_matches(|c: char| !c.is_alphanumeric());
    half.to_owned()
}

/// Titles of a table, evenly spread over it, of which a half tells which is meant.
fn items(source: &str, catalog: &Catalog, count: usize) -> Vec<Item> {
    let titles: Vec<(&str, &str)> = (catalog.listings.iter())
        .filter_map(|listing| Some((listing.id.as_str(), listing.title.iter().next()?.1)))
        .collect();
    let with = |half: &str| titles.iter().filter(|(_, t)| t.contains(half)).count();
    let item = |(place, (id, title)): (usize, &(&str, &str))| {
        let half = half(title, place % 2 == 1);
        let tells = half.chars().count() >= LEAST && with(&half) <= MOST_TITLES;
        tells.then(|| Item {
            key: format!("{source}~{id}"),
            title: (*title).to_owned(),
            half,
        })
    };
    let telling: Vec<Item> = titles.iter().enumerate().filter_map(item).collect();
    let step = telling.len() / count;
    assert!(step > 0, "{source} has only {} such titles", telling.len());
    telling.into_iter().step_by(step).take(count).collect()
}

#[test]
fn half_a_title_finds_its_listing_among_the_first_three() {
    let Some(folder) = real_tables() else {
        println!("not run: JISHI_TEST_DATA names no folder with the real tables");
        return;
    };
    let mut reader = Reader::default();
    let mut wanted = Vec::new();
    for (name, count) in TABLES {
        let catalog = catalog(&folder, name);
        wanted.extend(items(name, &catalog, count));
        reader.put(index(name, catalog));
    }
    assert_eq!(wanted.len(), 50);
    let mut missed = Vec::new();
    for item in &wanted {
        let query = Query {
            text: item.half.clone(),
            ..Query::default()
        };
        let hits = reader.run(&Ask::all(query, 3, "zh")).merge().hits;
        if !hits.iter().any(|hit| hit.key == item.key) {
            missed.push(format!("{} for {} ({})", item.half, item.title, item.key));
        }
    }
    let found = wanted.len() - missed.len();
    println!("{found} of {} found among the first three", wanted.len());
    assert!(
        found >= ENOUGH,
        "{found} found; not:\n{}",
        missed.join("\n")
    );
}
