//! Every file of `tests/data` shows what its twin says, read whole and read row by row from
//! pieces. A new case is a file and a twin; `make.py` made these.

#![expect(
    clippy::unwrap_used,
    reason = "a test that meets something unforeseen should end there"
)]

use std::path::{Path, PathBuf};

use parquet::{Budget, File, Limits, Pieces, Step, Wanted, read_file};
use serde_json::Value;

type Cells = Vec<Vec<Option<String>>>;

fn files() -> Vec<(PathBuf, Cells)> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/data");
    let entries = std::fs::read_dir(folder).unwrap();
    let paths = entries.map(|entry| entry.unwrap().path());
    let mut files: Vec<PathBuf> = paths
        .filter(|path| path.extension().is_some_and(|end| end == "parquet"))
        .collect();
    files.sort();
    assert!(files.len() >= 12);
    let with_twin = files.into_iter().map(|path| {
        let twin = std::fs::read_to_string(path.with_extension("json")).unwrap();
        let rows: Vec<Vec<Value>> = serde_json::from_str(&twin).unwrap();
        let cell = |cell: &Value| cell.as_str().map(str::to_owned);
        let cells = rows.iter().map(|row| row.iter().map(cell).collect());
        (path, cells.collect())
    });
    with_twin.collect()
}

#[test]
fn files_show_what_their_twins_say() {
    for (path, expected) in files() {
        let whole = read_file(&std::fs::read(&path).unwrap(), u64::MAX, Limits::default());
        let whole = whole.unwrap();
        assert_eq!(whole.faults, [], "{}", path.display());
        let row = |row| {
            whole
                .table
                .row(row)
                .map(|cell| cell.text().map(str::to_owned))
        };
        let cells: Cells = (0..whole.table.len()).map(|at| row(at).collect()).collect();
        assert_eq!(cells, expected, "{}", path.display());
    }
}

/// Reads rows as somebody does who fetches what is asked for, and not a byte more.
fn piecewise(bytes: &[u8], rows: std::ops::Range<u64>) -> Cells {
    let mut have = Pieces::new();
    let fetch = |plan: parquet::Plan, have: &mut Pieces<'_>| {
        assert!(!plan.is_empty());
        for range in plan.ranges {
            have.put(
                range.start,
                bytes[range.start as usize..range.end as usize].to_vec(),
            );
        }
    };
    let file = loop {
        match File::open(bytes.len() as u64, &have, Limits::default()).unwrap() {
            Step::Ready(file) => break file,
            Step::Needs(plan) => fetch(plan, &mut have),
        }
    };
    // Small files come with their footer; what comes after is asked for anew.
    have.clear();
    let budget = Budget {
        requests: usize::MAX,
        bytes: 0,
    };
    let wanted = Wanted {
        rows,
        columns: file.all_columns(),
        budget,
    };
    let batches = loop {
        match file.read(&wanted, &have) {
            Step::Ready(batches) => break batches,
            Step::Needs(plan) => fetch(plan, &mut have),
        }
    };
    let mut cells = Vec::new();
    for batch in batches {
        assert_eq!(batch.faults, []);
        let columns = 0..batch.columns.len();
        let row = |row| {
            columns
                .clone()
                .map(|column| batch.cell(row, column))
                .collect()
        };
        cells.extend((0..batch.rows).map(row));
    }
    cells
}

#[test]
fn any_rows_read_from_pieces_are_those_of_the_whole() {
    for (path, expected) in files() {
        let bytes = std::fs::read(&path).unwrap();
        let all = expected.len();
        for start in [0, 1, 99, 249, 250, 251, 430, 599] {
            for count in [1, 60, 400] {
                let end = all.min(start + count);
                if start < end {
                    let cells = piecewise(&bytes, start as u64..end as u64);
                    assert_eq!(cells, expected[start..end], "{} {start}", path.display());
                }
            }
        }
    }
}

#[test]
fn damaged_files_give_fewer_values_or_an_error_and_never_a_panic() {
    let mut state = 7_u64;
    let mut random = move |below: usize| {
        state = state
            .wrapping_mul(6_364_136_223_846_793_005)
            .wrapping_add(1);
        (state >> 33) as usize % below
    };
    for (path, _) in files() {
        let sound = std::fs::read(&path).unwrap();
        for _ in 0..60 {
            let mut bytes = sound.clone();
            for _ in 0..1 + random(4) {
                // Headers and footers stand at the ends.
                let at = match random(3) {
                    0 => random(bytes.len()),
                    1 => random(bytes.len().min(200)),
                    _ => bytes.len() - 1 - random(bytes.len().min(2_000)),
                };
                bytes[at] = [0, 1, 0x7f, 0x80, 0xff, random(256) as u8][random(6)];
            }
            if let Ok(whole) = read_file(&bytes, 2_000, Limits::default()) {
                assert!(whole.table.len() <= 2_000);
            }
        }
    }
}
