//! Third-party Parquet files outside the project, in the folder that `JISHI_TEST_DATA` names:
//! a session shows what the reader reads, whose own tests compare that with twins. Without the
//! folder this says that it did not run.
#![expect(clippy::unwrap_used, reason = "a test that finds nothing has failed")]
#![allow(clippy::expect_used, clippy::indexing_slicing, reason = "same")]

mod support;

use parquet::{Limits, read_file};
use session::ParquetOpener;
use std::{
    io::Write as _,
    path::{Path, PathBuf},
};
use support::Page;
use wire::preview::{Program, Reply, Request, Span};

fn files(folder: &Path, found: &mut Vec<PathBuf>) {
    for entry in std::fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            files(&path, found);
        } else if path.extension().is_some_and(|end| end == "parquet") {
            found.push(path);
        }
    }
}

#[test]
fn a_session_shows_what_the_reader_reads() {
    let Some(root) = std::env::var_os("JISHI_TEST_DATA") else {
        // Not `eprintln!`, which the test harness swallows when a test passes.
        let _ = writeln!(std::io::stderr(), "did not run: JISHI_TEST_DATA is not set");
        return;
    };
    let mut found = Vec::new();
    for folder in ["hyparquet", "parquet-testing"] {
        files(&Path::new(&root).join("preview").join(folder), &mut found);
    }
    assert!(found.len() > 50, "{found:?}");
    for path in found {
        let bytes = std::fs::read(&path).unwrap();
        let Ok(expected) = read_file(&bytes, 1_000, Limits::default()) else {
            continue;
        };
        let page = Page::of(Program::Parquet, Box::new(ParquetOpener));
        let opened = page.open_own("a.parquet", bytes);
        let name = path.display();
        assert!(opened.complete, "{name}");
        assert_eq!(opened.rows.value(), opened.profile.rows, "{name}");
        for found in &opened.profile.columns {
            let filled = opened.profile.rows.checked_sub(found.missing).unwrap();
            let bars = found.histogram.as_ref();
            let counted = bars.map(|bars| bars.counts.iter().sum());
            assert!(
                counted.is_none_or(|all: u64| all == filled),
                "{name}: {found:?}"
            );
            assert!(found.distinct.value() <= filled, "{name}: {found:?}");
        }
        let width = opened.columns.len().min(200);
        page.say(Request::Rows {
            ticket: 1,
            look: 0,
            span: Span {
                from: 0,
                count: 1_000,
                first_column: 0,
                columns: width as u32,
            },
        });
        let Some(Reply::Rows { rows, .. }) = page.run().pop() else {
            panic!("{name}: no rows");
        };
        assert_eq!(rows.len(), expected.table.len(), "{name}");
        let masked: Vec<u32> = opened.personal.iter().map(|found| found.column).collect();
        for (at, row) in rows.iter().enumerate() {
            for column in (0..width).filter(|column| !masked.contains(&(*column as u32))) {
                let own = row[column]
                    .as_deref()
                    .map(|text| text.trim_end_matches('…'));
                let text = expected.table.get(at, column).text();
                let cut = text.map(|text| text.chars().take(160).collect::<String>());
                assert_eq!(own, cut.as_deref(), "{name}: row {at} column {column}");
            }
        }
    }
}
