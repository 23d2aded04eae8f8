//! Every table in `tests/data` gives what its `.expect.json` twin says. The tables are invented
//! by `make.py` there; `BLESS=1` writes the twins, to be reviewed. And what chance alone makes
//! of many numbers, counted.

#![expect(
    clippy::unwrap_used,
    reason = "a test that meets something unforeseen should end there"
)]

use std::path::{Path, PathBuf};

use privacy::{Finding, Scanner, mask};
use readers::{Limits, Options, UnicodeOnly, read_table};
use serde_json::{Value, json};
use table::{Rows as _, Table};

fn tables() -> Vec<PathBuf> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/data");
    let entries = std::fs::read_dir(folder).unwrap();
    let mut tables: Vec<PathBuf> = entries.map(|entry| entry.unwrap().path()).collect();
    tables.retain(|path| path.extension().is_some_and(|end| end == "csv"));
    tables.sort();
    tables
}

fn open(path: &Path) -> Table {
    let options = Options {
        limits: Limits::WHOLE,
        ..Options::default()
    };
    let bytes = std::fs::read(path).unwrap();
    read_table(&bytes, &options, &mut UnicodeOnly)
        .unwrap()
        .table
}

fn scan(table: &Table) -> Vec<Finding> {
    let mut scanner = Scanner::new(table.columns().iter().map(|column| column.name.as_str()));
    for row in 0..table.len() {
        for (column, cell) in table.row(row).enumerate() {
            scanner.push(column, cell.text().unwrap_or_default());
        }
    }
    scanner.findings()
}

#[test]
fn every_table_gives_what_its_twin_says() {
    let mut wrong = Vec::new();
    for path in tables() {
        let table = open(&path);
        let told = scan(&table).into_iter().map(|finding| {
            json!({
                "column": table.columns()[finding.column].name,
                "kind": finding.kind.name(),
                "count": finding.count,
                "share": (finding.share * 1000.0).round() / 1000.0,
                "examples": finding.examples,
            })
        });
        let told: Value = told.collect();
        let twin = path.with_extension("expect.json");
        if std::env::var_os("BLESS").is_some() {
            std::fs::write(&twin, serde_json::to_string_pretty(&told).unwrap() + "\n").unwrap();
        }
        let expected = std::fs::read_to_string(&twin).unwrap_or_default();
        let expected: Value = serde_json::from_str(&expected).unwrap_or_default();
        if told != expected {
            wrong.push(format!("{}: {told:#}", path.display()));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn no_example_and_no_masked_cell_holds_what_was_found() {
    for path in tables() {
        let table = open(&path);
        let findings = scan(&table);
        for finding in &findings {
            let kinds = Finding::kinds_of(&findings, finding.column);
            // Free text has values that are no finding.
            let whole = finding.share > 0.9;
            for row in 0..table.len() {
                let cell = table.get(row, finding.column).text().unwrap_or_default();
                assert!(!finding.examples.iter().any(|example| example == cell));
                let masked = mask(cell, kinds);
                if whole && !cell.is_empty() {
                    assert!(masked.contains('*') && *masked != *cell, "{cell}: {masked}");
                }
            }
        }
    }
}

/// Numbers that look random and are the same everywhere.
struct Chance(u64);

impl Chance {
    fn below(&mut self, most: u64) -> u64 {
        self.0 = self
            .0
            .wrapping_mul(6_364_136_223_846_793_005)
            .wrapping_add(1_442_695_040_888_963_407);
        (self.0 >> 33) % most
    }

    fn digits(&mut self, long: usize) -> String {
        (0..long)
            .map(|_| char::from(b'0' + self.below(10) as u8))
            .collect()
    }

    fn resident_id(&mut self) -> String {
        let (year, month, day) = (
            1940 + self.below(70),
            1 + self.below(12),
            1 + self.below(28),
        );
        let place = ["110101", "310115", "440305", "510104", "650102"][self.below(5) as usize];
        let body = format!("{place}{year}{month:02}{day:02}{}", self.digits(3));
        let last = digits::resident_id(body.as_bytes()).unwrap();
        body + &char::from(last).to_string()
    }
}

fn count(cells: impl Iterator<Item = String>) -> u64 {
    let mut scanner = Scanner::new(["c"]);
    cells.for_each(|cell| scanner.push(0, &cell));
    scanner.findings().iter().map(|finding| finding.count).sum()
}

#[test]
fn every_valid_id_of_ten_thousand_is_found_alone_and_in_a_text() {
    let mut chance = Chance(1);
    assert_eq!(count((0..10_000).map(|_| chance.resident_id())), 10_000);
    let text = |id: String| format!("经核，证号{id}，属实");
    assert_eq!(
        count((0..10_000).map(|_| text(chance.resident_id()))),
        10_000
    );
}

#[test]
fn of_random_numbers_next_to_none_are_told() {
    // Product row 13: at most one false in 10,000 random numbers of eighteen digits.
    for seed in 0..4 {
        let mut chance = Chance(seed);
        assert_eq!(
            count((0..10_000).map(|_| chance.digits(18))),
            0,
            "seed {seed}"
        );
        let order = |chance: &mut Chance| format!("订单 {} 已发货", chance.digits(18));
        assert_eq!(
            count((0..10_000).map(|_| order(&mut chance))),
            0,
            "seed {seed}"
        );
        // A tenth of these have the check digit of a card.
        let serial = |chance: &mut Chance| format!("6222{}", chance.digits(15));
        assert_eq!(
            count((0..10_000).map(|_| serial(&mut chance))),
            0,
            "seed {seed}"
        );
        // A twentieth of these begin as telephones do.
        assert_eq!(
            count((0..10_000).map(|_| chance.digits(11))),
            0,
            "seed {seed}"
        );
        let measure = |chance: &mut Chance| {
            (13_000_000_000 - chance.below(13_000_000_000) * 9 / 10).to_string()
        };
        assert_eq!(
            count((0..10_000).map(|_| measure(&mut chance))),
            0,
            "seed {seed}"
        );
    }
}

#[test]
fn ids_among_as_many_other_numbers_are_told() {
    let mut chance = Chance(7);
    let mixed = (0..10_000).map(|at| match at % 10 {
        0 => chance.resident_id(),
        _ => chance.digits(18),
    });
    let found = count(mixed);
    assert!((1_000..=1_001).contains(&found), "{found}");
}
