//! Risk on the standard tables in the folder that `JISHI_TEST_DATA` names, against what pyCANON
//! and ARX say of them. Without it this test says that it did not run.

#![expect(
    clippy::unwrap_used,
    reason = "a test that meets something unforeseen should end there"
)]

use std::io::Write as _;
use std::path::Path;

use privacy::{Measure, Risk};
use readers::{Limits, Options, UnicodeOnly, read_table};
use serde_json::Value;
use table::{Rows as _, Table};

fn names(value: &Value) -> Vec<&str> {
    let list = value.as_array().into_iter().flatten();
    list.map(|name| name.as_str().unwrap()).collect()
}

fn positions(table: &Table, names: &[&str]) -> Vec<usize> {
    names
        .iter()
        .map(|name| table.position(name).unwrap())
        .collect()
}

fn risk(table: &Table, quasi: &[usize], sensitive: &[usize]) -> Risk {
    let mut measure = Measure::new(quasi.len(), sensitive.len());
    for row in 0..table.len() {
        let cells = |columns: &[usize]| -> Vec<&str> {
            let cells = columns.iter().map(|column| table.get(row, *column));
            cells.map(|cell| cell.text().unwrap_or_default()).collect()
        };
        measure.push(cells(quasi), cells(sensitive));
    }
    measure.finish().unwrap()
}

#[test]
fn is_that_of_the_reference_on_every_standard_table() {
    let Some(root) = std::env::var_os("JISHI_TEST_DATA") else {
        // Not `eprintln!`, which the test harness swallows when a test passes.
        let _ = writeln!(std::io::stderr(), "did not run: JISHI_TEST_DATA is not set");
        return;
    };
    let folder = Path::new(&root).join("privacy");
    let expected = std::fs::read(folder.join("expected/expected.json")).unwrap();
    let expected: Value = serde_json::from_slice(&expected).unwrap();
    let mut compared = 0;
    for (name, expected) in expected.as_object().unwrap() {
        let file = name.split('#').next().unwrap();
        let bytes = std::fs::read(folder.join(file)).unwrap();
        let options = Options {
            limits: Limits::WHOLE,
            ..Options::default()
        };
        let table = read_table(&bytes, &options, &mut UnicodeOnly)
            .unwrap()
            .table;
        assert_eq!(table.count().value(), table.len() as u64);
        let (quasi, sensitive) = (names(&expected["qi"]), names(&expected["sa"]));
        let found = risk(
            &table,
            &positions(&table, &quasi),
            &positions(&table, &sensitive),
        );
        let alpha = found
            .sensitive
            .iter()
            .map(|column| column.alpha)
            .reduce(f64::max);
        for (what, found) in [
            ("rows", Some(found.rows as f64)),
            ("classes", Some(found.classes as f64)),
            ("k", Some(found.k as f64)),
            ("uniques", Some(found.unique as f64)),
            ("rows_in_class_lt5", Some(found.below_five as f64)),
            ("avg_risk", Some(found.average())),
            ("published_avg_risk", Some(found.average())),
            ("max_risk", Some(1.0 / found.k as f64)),
            ("l", found.l().map(|l| l as f64)),
            ("t", found.t()),
            ("alpha", alpha),
        ] {
            let Some(expected) = expected.get(what) else {
                continue;
            };
            let (found, expected) = (found.unwrap(), expected.as_f64().unwrap());
            assert!(
                (found - expected).abs() < 1e-9,
                "{name}: {what} is {found}, not {expected}"
            );
            compared += 1;
        }
    }
    assert!(compared > 90, "only {compared} figures were compared");
}
