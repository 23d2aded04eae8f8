//! A Parquet file of four columns, the hosts that have it, and what a page hears of it.

use super::{Manner, Page, last_opened};
use session::ParquetOpener;
use table::Kind;
use wire::preview::{Opened, Program, Reply, Request, Span};
use written::{Column, Style, write};

#[path = "../../../parquet/tests/support/mod.rs"]
pub(crate) mod written;

pub(crate) const URL: &str = "https://host.example/a.parquet";
pub(crate) const ROWS: usize = 150_000;

pub(crate) fn page() -> Page {
    Page::of(Program::Parquet, Box::new(ParquetOpener))
}

pub(crate) fn file(style: Style) -> Vec<u8> {
    let texts = |of: usize| {
        let text = |row: usize| format!("word {}", row % of);
        Column::Texts((0..ROWS).map(text).collect())
    };
    let numbers = |times: i64| Column::Numbers((0..ROWS as i64).map(|row| row * times).collect());
    let columns = [
        ("n", numbers(1)),
        ("many", texts(50_000)),
        ("few", texts(9)),
        ("phone", Column::Numbers(vec![13_800_138_000; ROWS])),
    ];
    write(&columns, style)
}

pub(crate) fn host(bytes: &[u8], manner: Manner) -> Page {
    let page = page();
    page.host().put(URL, bytes, manner);
    page
}

pub(crate) fn sized(bytes: &[u8]) -> Manner {
    Manner {
        size: Some(bytes.len() as u64),
        ..Manner::default()
    }
}

pub(crate) fn cells(page: &Page, from: u64, count: u32, columns: u32) -> Vec<Vec<Option<String>>> {
    page.say(Request::Rows {
        ticket: 1,
        look: 0,
        span: Span {
            from,
            count,
            first_column: 0,
            columns,
        },
    });
    match page.run().pop() {
        Some(Reply::Rows { rows, .. }) => rows,
        other => panic!("no rows: {other:?}"),
    }
}

/// The kinds of the columns, which are those of their profiles.
pub(crate) fn kinds(opened: &Opened) -> Vec<Kind> {
    let kinds: Vec<Kind> = opened.columns.iter().map(|column| column.kind).collect();
    let found = opened.profile.columns.iter().map(|found| found.kind);
    assert!(kinds.iter().copied().eq(found), "{kinds:?}");
    kinds
}

pub(crate) fn whole(page: &Page) -> Opened {
    page.say(Request::ReadAll { ticket: 1 });
    last_opened(&page.run())
}
