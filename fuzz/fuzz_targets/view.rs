//! Reading a link to rows never panics, what was understood of it reads back as it is written,
//! and judging a row by it never panics either.
#![no_main]

use libfuzzer_sys::fuzz_target;
use routes::Route;
use sift::Finding;
use table::{Cell, Column, Kind, Table};

fuzz_target!(|bytes: &[u8]| {
    let search = String::from_utf8_lossy(bytes);
    let (route, _) = Route::read("preview", &search);
    let href = route.href();
    let Route::Preview(preview) = &route else {
        return;
    };
    let (_, written) = href.split_once('?').unwrap_or((&href, ""));
    if written.len() < 60_000 {
        assert_eq!(
            Route::read("preview", written),
            (route.clone(), Vec::new()),
            "{href}"
        );
    }
    let kinds = [Kind::Integer, Kind::Date, Kind::Text, Kind::Identifier];
    let columns = kinds
        .map(|kind| Column {
            kind,
            ..Column::new("a")
        })
        .to_vec();
    let mut table = Table::new(columns.clone());
    table.push_row(["1,234", "2021年3月31日", "ＡＢＣ 北京", "007"].map(Cell::Text));
    table.push_row([
        Cell::Missing,
        Cell::Text(""),
        Cell::Text("É"),
        Cell::Text("-1"),
    ]);
    let mut finding = Finding::new(&preview.view, &columns);
    for row in 0..table.len() {
        assert!(finding.row(row as u64, &table.cells_of(row)));
    }
    let found = finding.finish();
    assert!((0..found.rows.value()).all(|at| found.number(at).is_some()));
});
