//! The same table has the same profile whether it comes as CSV or as Parquet.
#![expect(clippy::unwrap_used, reason = "a test that finds nothing has failed")]
#![allow(clippy::expect_used, clippy::indexing_slicing, reason = "same")]

mod support;

use session::ParquetOpener;
use support::{
    Page,
    columnar::written::{Column, Style, write},
};
use table::{ColumnProfile, Count, Kind};
use wire::preview::Program;

const ROWS: i64 = 260_000;

/// What stands in a row of a column.
type Rule = fn(i64) -> i64;

/// Columns of whole numbers, each by a rule.
const COLUMNS: [(&str, Rule); 9] = [
    // No value twice.
    ("n", |row| row),
    // All come as often, and numbers and texts have another order.
    ("ties", |row| row * 7 % 20_000),
    // One stands out among more different ones than are kept.
    ("one", |row| if row % 4 == 0 { 7 } else { row }),
    // Several do, and some are below zero.
    ("some", |row| match row % 10 {
        0..3 => -(row % 3) * 1_000,
        3 => row % 7,
        _ => row,
    }),
    // Ever more, and none stands out.
    ("none", |row| row / 2),
    ("few", |row| row % 5),
    // Mobile numbers, with what people write who have none; and amounts that look like some.
    ("mobile", |row| match row % 50 {
        7 => 0,
        _ => 13_800_138_000 + row,
    }),
    ("line", |row| match row % 6 {
        0 => 10_086,
        _ => 13_800_138_000 + row % 900,
    }),
    ("bytes", |row| 10_000_000_000 + row * 38_461),
];

fn profiles() -> [Vec<ColumnProfile>; 2] {
    let mut csv = COLUMNS.map(|(name, _)| name).join(",") + "\n";
    for row in 0..ROWS {
        let cells = COLUMNS.map(|(_, rule)| rule(row).to_string());
        csv += &(cells.join(",") + "\n");
    }
    let columns =
        COLUMNS.map(|(name, rule)| (name, Column::Numbers((0..ROWS).map(rule).collect())));
    both(csv, write(&columns, Style::default()))
}

/// The profiles of the same table in both.
fn both(csv: String, parquet: Vec<u8>) -> [Vec<ColumnProfile>; 2] {
    let csv = Page::new().open_own("a.csv", csv);
    let parquet =
        Page::of(Program::Parquet, Box::new(ParquetOpener)).open_own("a.parquet", parquet);
    assert!(csv.complete && parquet.complete);
    assert_eq!(csv.profile.rows, parquet.profile.rows);
    [csv, parquet].map(|opened| opened.profile.columns)
}

#[test]
fn numbers_have_the_same_profile_in_both() {
    let [csv, parquet] = profiles();
    for (((name, _), csv), parquet) in COLUMNS.iter().zip(&csv).zip(&parquet) {
        let top = |found: &ColumnProfile| -> Vec<(String, u64)> {
            let top = found.top.iter();
            top.map(|top| (top.value.clone(), top.count)).collect()
        };
        assert_eq!(top(csv), top(parquet), "{name}");
        assert_eq!(
            csv.distinct.is_exact(),
            parquet.distinct.is_exact(),
            "{name}"
        );
        let ratio = csv.distinct.value() as f64 / parquet.distinct.value() as f64;
        assert!((ratio - 1.0).abs() < 0.04, "{name} {ratio}");
        let rest = |found: &ColumnProfile| {
            (
                (found.kind, found.missing),
                found.min.clone(),
                found.max.clone(),
                found.longest,
                found.histogram.clone(),
            )
        };
        assert_eq!(rest(csv), rest(parquet), "{name}");
    }
    let kinds = [6, 7, 8].map(|at: usize| parquet[at].kind);
    assert_eq!(kinds, [Kind::Identifier, Kind::Identifier, Kind::Integer]);
    let top = |at: usize| parquet[at].top.iter().map(|top| &*top.value);
    assert_eq!(top(0).count() + top(4).count(), 0);
    assert_eq!(top(1).collect::<Vec<_>>(), ["0", "1", "10", "100", "1000"]);
    assert_eq!(top(2).collect::<Vec<_>>(), ["7"]);
    assert_eq!(top(3).take(3).collect::<Vec<_>>(), ["0", "-1000", "-2000"]);
}

#[test]
fn one_column_of_many_values_among_hundreds_is_counted_exactly_in_both() {
    let names: Vec<String> = (0..501).map(|at| format!("c{at}")).collect();
    let rule = |at: usize, row: i64| if at == 7 { row } else { row % 9 };
    let mut csv = names.join(",") + "\n";
    for row in 0..5_000 {
        let cells: Vec<String> = (0..501).map(|at| rule(at, row).to_string()).collect();
        csv += &(cells.join(",") + "\n");
    }
    let columns: Vec<(&str, Column)> = names
        .iter()
        .enumerate()
        .map(|(at, name)| {
            let values = (0..5_000).map(|row| rule(at, row)).collect();
            (name.as_str(), Column::Numbers(values))
        })
        .collect();
    let parquet = write(&columns, Style::default());
    for found in both(csv, parquet) {
        let counts = [6, 7].map(|at: usize| found[at].distinct);
        assert_eq!(counts, [Count::Exactly(9), Count::Exactly(5_000)]);
    }
}
