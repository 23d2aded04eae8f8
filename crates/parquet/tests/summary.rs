//! A summary of a column says what counting its cells would.

#![expect(
    clippy::unwrap_used,
    reason = "a test that meets something unforeseen should end there"
)]

use std::collections::BTreeMap;

use parquet::{File, Found, GroupReader, Limits, Pieces, Step, Summary};
use table::Count;

fn summaries(name: &str) -> (Vec<Found>, Vec<Vec<Option<String>>>) {
    let path = format!("{}/tests/data/{name}.parquet", env!("CARGO_MANIFEST_DIR"));
    let bytes = std::fs::read(path).unwrap();
    let have = Pieces::whole(&bytes);
    let Step::Ready(file) = File::open(bytes.len() as u64, &have, Limits::default()).unwrap()
    else {
        panic!("all bytes are here");
    };
    let columns = file.all_columns();
    let mut summaries: Vec<Summary> = columns.iter().map(|_| Summary::default()).collect();
    let mut cells: Vec<Vec<Option<String>>> = vec![Vec::new(); columns.len()];
    for group in 0..file.groups() {
        let mut reader = GroupReader::new(&file, group, &columns, &have);
        loop {
            let batch = reader.next(70).unwrap();
            if batch.rows == 0 {
                break;
            }
            for (at, column) in batch.columns.iter().enumerate() {
                summaries[at].add(column, batch.rows);
                cells[at].extend((0..batch.rows).map(|row| column.cell(row)));
            }
        }
    }
    let found = summaries.into_iter().map(|summary| summary.finish(3));
    (found.collect(), cells)
}

#[test]
fn counts_are_those_of_the_cells() {
    for name in [
        "codec_snappy",
        "codec_zstd",
        "dictionary_overflows",
        "encodings",
        "types",
    ] {
        let (found, cells) = summaries(name);
        for (at, (found, cells)) in found.iter().zip(cells).enumerate() {
            let mut counts: BTreeMap<&String, u64> = BTreeMap::new();
            for cell in cells.iter().flatten() {
                *counts.entry(cell).or_default() += 1;
            }
            let missing = cells.iter().filter(|cell| cell.is_none()).count() as u64;
            assert_eq!(
                (found.rows, found.missing),
                (cells.len() as u64, missing),
                "{name} {at}"
            );
            let distinct = Count::Exactly(counts.len() as u64);
            assert_eq!(found.distinct, distinct, "{name} {at}");
            for (value, count) in &found.top {
                assert_eq!(counts.get(value), Some(count), "{name} {at} {value}");
            }
            let most = counts.values().max().copied().filter(|most| *most > 1);
            assert_eq!(found.top.first().map(|(_, count)| *count), most);
        }
    }
}

#[test]
fn smallest_and_largest_are_shown_as_cells_are() {
    let (found, _) = summaries("types");
    let range = |at: usize| (found[at].min.as_deref(), found[at].max.as_deref());
    assert_eq!(range(1), (Some("-128"), Some("127")));
    assert_eq!(range(6), (Some("0"), Some("18446744073709551615")));
    assert_eq!(range(9), (Some("5e-324"), Some("0.1")));
    assert_eq!(range(11), (Some("-0.01"), Some("1234567.89")));
    assert_eq!(range(14), (Some("0001-01-01"), Some("2024-02-29")));
    assert_eq!(range(20), (None, None));
}
