//! How many requests and bytes the beginning, all and any row of a Parquet file take, and what is
//! said of it.
#![expect(clippy::unwrap_used, reason = "a test that finds nothing has failed")]
#![allow(clippy::expect_used, clippy::indexing_slicing, reason = "same")]

mod support;
#[path = "../../parquet/tests/support/mod.rs"]
mod written;

use session::{ParquetOpener, failure};
use support::{Manner, Page, last_opened, url_of};
use table::{Code, Count, Kind};
use wire::preview::{Opened, Options, Program, Reply, Request, Span};
use written::{Column, Style, write};

const URL: &str = "https://host.example/a.parquet";
const ROWS: usize = 150_000;

fn page() -> Page {
    Page::of(Program::Parquet, Box::new(ParquetOpener))
}

fn file(style: Style) -> Vec<u8> {
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

fn host(bytes: &[u8], manner: Manner) -> Page {
    let page = page();
    page.host().put(URL, bytes, manner);
    page
}

fn sized(bytes: &[u8]) -> Manner {
    Manner {
        size: Some(bytes.len() as u64),
        ..Manner::default()
    }
}

fn cells(page: &Page, from: u64, count: u32, columns: u32) -> Vec<Vec<Option<String>>> {
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

#[test]
fn a_small_file_is_looked_at_whole_with_its_first_rows() {
    let texts = (0..3_000).map(|row| format!("word {}", row % 7));
    let columns = [
        ("n", Column::Numbers((0..3_000).collect())),
        ("word", Column::Texts(texts.collect())),
        ("phone", Column::Numbers(vec![13_800_138_000; 3_000])),
    ];
    let bytes = write(&columns, Style::default());
    assert!(bytes.len() < 128_000, "{}", bytes.len());
    let page = host(&bytes, sized(&bytes));
    let opened = last_opened(&page.open(URL, Options::default()));
    assert!(opened.complete);
    assert_eq!(opened.profile.rows, 3_000);
    assert_eq!(opened.bytes_read, bytes.len() as u64);
    assert_eq!(opened.personal[0].count, 3_000);
    let sent = page.host().sent.get();
    assert!(sent <= bytes.len() as u64 * 2, "{sent}");
}

#[test]
fn the_first_rows_take_few_requests_and_bytes() {
    let bytes = file(Style::default());
    assert!(bytes.len() > 2_000_000, "{}", bytes.len());
    let page = host(&bytes, sized(&bytes));
    let opened = last_opened(&page.open(URL, Options::default()));
    let asked = page.host().asked.borrow().clone();
    // The beginning, how long it is, the footer, and a column each that is not in the beginning:
    // the columns are asked for at once.
    assert!(asked.len() <= 3 + 4, "{asked:?}");
    assert_eq!(
        asked
            .iter()
            .filter(|asked| asked.starts_with("HEAD"))
            .count(),
        1
    );
    let sent = page.host().sent.get();
    assert!(sent <= 250_000, "{sent} {asked:?}");
    assert_eq!(opened.rows, Count::Exactly(ROWS as u64));
    assert_eq!((opened.reach.rows, opened.profile.rows), (ROWS as u64, 100));
    let kinds: Vec<Kind> = opened.columns.iter().map(|column| column.kind).collect();
    assert_eq!(
        kinds,
        [Kind::Integer, Kind::Text, Kind::Text, Kind::Identifier]
    );
    assert!(!opened.complete && opened.notices.is_empty());
    let before = page.host().asked.borrow().len();
    let rows = cells(&page, 0, 100, 4);
    assert_eq!(rows[99][1].as_deref(), Some("word 99"));
    assert_eq!(page.host().asked.borrow().len(), before, "they are here");
}

#[test]
fn any_row_is_reached_without_the_rest() {
    let bytes = file(Style {
        rows_of_page: 5_000,
        ..Style::default()
    });
    let page = host(&bytes, sized(&bytes));
    page.open(URL, Options::default());
    let before = page.host().sent.get();
    let rows = cells(&page, 123_456, 50, 2);
    assert_eq!(rows.len(), 50);
    assert_eq!(rows[0][0].as_deref(), Some("123456"));
    assert_eq!(rows[49][1].as_deref(), Some("word 23505"));
    let sent = page.host().sent.get() - before;
    assert!(sent < bytes.len() as u64 / 2, "{sent} of {}", bytes.len());
    let last = cells(&page, ROWS as u64 - 2, 50, 1);
    assert_eq!(last.len(), 2);
}

fn whole(page: &Page) -> Opened {
    page.say(Request::ReadAll { ticket: 1 });
    last_opened(&page.run())
}

#[test]
fn all_of_it_has_an_exact_profile_and_what_is_personal() {
    let bytes = file(Style {
        rows_of_group: 40_000,
        ..Style::default()
    });
    let page = host(&bytes, sized(&bytes));
    page.open(URL, Options::default());
    let opened = whole(&page);
    assert!(opened.complete);
    assert_eq!(opened.bytes_read, bytes.len() as u64);
    assert_eq!(opened.profile.rows, ROWS as u64);
    let [n, many, few, phone] = opened.profile.columns.as_slice() else {
        panic!("{:?}", opened.profile);
    };
    assert_eq!(
        (n.min.as_deref(), n.max.as_deref()),
        (Some("0"), Some("149999"))
    );
    assert!(
        (148_000..152_000).contains(&n.distinct.value()),
        "{:?}",
        n.distinct
    );
    let bars = n.histogram.as_ref().unwrap();
    assert_eq!(bars.counts.iter().sum::<u64>(), ROWS as u64);
    assert_eq!(many.distinct, Count::Exactly(50_000));
    assert_eq!(few.distinct, Count::Exactly(9));
    assert_eq!(few.top[0].count, 16_667);
    assert_eq!(phone.distinct, Count::Exactly(1));
    let found = opened
        .personal
        .iter()
        .find(|found| found.column == 3)
        .unwrap();
    assert_eq!((found.kind.as_str(), found.count), ("phone", ROWS as u64));
    let masked = cells(&page, 100_000, 1, 4);
    assert_ne!(masked[0][3].as_deref(), Some("13800138000"));
}

#[test]
fn rows_that_nobody_looked_at_are_looked_at_before_they_are_shown() {
    // Nothing of the beginning is personal; far behind it are identity numbers.
    let text = |row: usize| match row {
        0..100_000 => format!("word {row}"),
        _ => "11010519491231002X".to_owned(),
    };
    let column = Column::Texts((0..ROWS).map(text).collect());
    let style = Style {
        rows_of_group: 40_000,
        ..Style::default()
    };
    let bytes = write(&[("note", column)], style);
    let page = host(&bytes, sized(&bytes));
    let opened = last_opened(&page.open(URL, Options::default()));
    assert!(opened.personal.is_empty(), "{:?}", opened.personal);
    let rows = cells(&page, 120_000, 3, 1);
    assert!(
        rows[0][0].as_deref().unwrap().contains('*'),
        "{:?}",
        rows[0]
    );
    page.say(Request::Cell {
        ticket: 1,
        row: 120_000,
        column: 0,
    });
    let Some(Reply::Cell { text, .. }) = page.run().pop() else {
        panic!("no cell");
    };
    assert!(text.unwrap().contains('*'));
}

#[test]
fn a_stop_keeps_what_was_looked_at_and_reading_goes_on_from_there() {
    let bytes = file(Style {
        rows_of_group: 5_000,
        ..Style::default()
    });
    let page = host(&bytes, sized(&bytes));
    page.open(URL, Options::default());
    page.say(Request::ReadAll { ticket: 1 });
    page.turn();
    page.say(Request::Stop { ticket: 1 });
    let stopped = last_opened(&page.run());
    assert_eq!(stopped.ended, Some(failure("aborted", "")));
    assert!(!stopped.complete && stopped.profile.rows < ROWS as u64);
    let opened = whole(&page);
    assert_eq!(opened.profile.rows, ROWS as u64);
    let few = &opened.profile.columns[2];
    assert_eq!((few.missing, few.distinct), (0, Count::Exactly(9)));
    assert_eq!(few.top.iter().map(|top| top.count).max(), Some(16_667));
}

#[test]
fn views_go_through_the_rows_that_were_read() {
    let bytes = file(Style {
        rows_of_group: 40_000,
        ..Style::default()
    });
    let page = host(&bytes, sized(&bytes));
    page.open_file(url_of(URL, None), Options::default(), true);
    let view = sift::View {
        search: "word 49999".to_owned(),
        ..sift::View::default()
    };
    page.say(Request::Look {
        ticket: 1,
        look: 1,
        view,
        row: None,
    });
    let replies = page.run();
    let looked = replies.iter().find_map(|reply| match reply {
        Reply::Looked { rows, of, .. } => Some((*rows, *of)),
        _ => None,
    });
    assert_eq!(looked, Some((Count::Exactly(3), ROWS as u64)));
    let rows = page.cells(1, 0, 9);
    let numbers: Vec<u64> = rows.iter().map(|(number, _)| *number).collect();
    assert_eq!(numbers, [49_999, 99_999, 149_999]);
}

#[test]
fn hosts_without_ranges_or_a_length_give_the_whole_file() {
    let bytes = file(Style::default());
    for ranges in [false, true] {
        let manner = Manner {
            ranges,
            ..Manner::default()
        };
        let page = host(&bytes, manner);
        let opened = last_opened(&page.open(URL, Options::default()));
        assert_eq!(opened.notices[0].code, Code::ReadWhole);
        assert_eq!(opened.rows, Count::Exactly(ROWS as u64));
        assert_eq!(cells(&page, 149_999, 1, 1)[0][0].as_deref(), Some("149999"));
    }
}

#[test]
fn a_length_that_is_wrong_is_found_out() {
    let bytes = file(Style::default());
    let manner = Manner {
        size: Some(bytes.len() as u64 - 1_000),
        ..Manner::default()
    };
    let page = host(&bytes, manner);
    let opened = last_opened(&page.open(URL, Options::default()));
    assert_eq!(opened.rows, Count::Exactly(ROWS as u64));
    assert!(opened.total_exact);
}

#[test]
fn columns_that_cannot_be_read_are_named_and_leave_the_others() {
    for (style, code) in [
        (
            Style {
                encrypted: Some(1),
                ..Style::default()
            },
            Code::ColumnEncrypted,
        ),
        (
            Style {
                codec: 3,
                ..Style::default()
            },
            Code::ColumnRefused,
        ),
    ] {
        let page = page();
        let opened = page.open_own("a.parquet", file(style));
        assert!(opened.complete);
        let notice = opened
            .notices
            .iter()
            .find(|notice| notice.column == Some(1));
        let notice = notice.unwrap();
        assert_eq!((notice.code, notice.data["name"].as_str()), (code, "many"));
        assert_eq!(opened.profile.rows, ROWS as u64);
        assert_eq!(opened.profile.columns[1].missing, ROWS as u64);
    }
}

#[test]
fn whole_files_that_are_encrypted_or_broken_say_so() {
    let mut encrypted = file(Style::default());
    let end = encrypted.len();
    encrypted[end - 4..].copy_from_slice(b"PARE");
    for (bytes, code) in [
        (encrypted, "encrypted"),
        (b"PAR1\x00PAR0".to_vec(), "unreadable"),
    ] {
        let page = host(&bytes, sized(&bytes));
        let replies = page.open(URL, Options::default());
        let failed = replies.iter().find_map(|reply| match reply {
            Reply::Failed {
                failure, notice, ..
            } => Some((failure.code.as_str(), notice.is_some())),
            _ => None,
        });
        assert_eq!(failed, Some((code, true)), "{replies:?}");
    }
}

#[test]
fn it_is_found_inside_gzip_and_the_text_program_names_this_one() {
    use std::io::Write as _;
    let mut packed = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::fast());
    packed.write_all(&file(Style::default())).unwrap();
    let packed = packed.finish().unwrap();
    let page = host(&packed, sized(&packed));
    let opened = last_opened(&page.open(URL, Options::default()));
    assert_eq!(
        (opened.format.as_str(), opened.wrapped.as_slice()),
        ("parquet", &["gzip".to_owned()][..])
    );
    assert_eq!(opened.notices[0].code, Code::ReadWhole);
    assert_eq!(cells(&page, 149_999, 1, 1)[0][0].as_deref(), Some("149999"));
    let text = Page::new();
    text.host().put(URL, packed, Manner::default());
    let replies = text.open(URL, Options::default());
    let elsewhere = |reply: &Reply| {
        matches!(
            reply,
            Reply::Elsewhere {
                program: Program::Parquet,
                ..
            }
        )
    };
    assert!(replies.iter().any(elsewhere), "{replies:?}");
}

#[test]
fn wide_files_ask_for_the_columns_that_are_looked_at() {
    let names: Vec<String> = (0..1_000).map(|at| format!("c{at}")).collect();
    let columns: Vec<(&str, Column)> = names
        .iter()
        .enumerate()
        .map(|(at, name)| {
            let values = (0..3_000).map(|row| row * 1_000 + at as i64);
            (name.as_str(), Column::Numbers(values.collect()))
        })
        .collect();
    let bytes = write(&columns, Style::default());
    let page = host(&bytes, sized(&bytes));
    let opened = last_opened(&page.open(URL, Options::default()));
    assert_eq!(opened.columns.len(), 1_000);
    assert!(
        opened
            .notices
            .iter()
            .any(|notice| notice.code == Code::ColumnsUnseen)
    );
    let sent = page.host().sent.get();
    assert!(sent < bytes.len() as u64 / 3, "{sent} of {}", bytes.len());
    let opened = whole(&page);
    assert!(opened.complete && opened.notices.is_empty());
    assert_eq!(opened.profile.columns[999].max.as_deref(), Some("2999999"));
}
