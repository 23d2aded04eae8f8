//! What is said of a Parquet file that is read whole, of its columns and of those that cannot be
//! read.
#![expect(clippy::unwrap_used, reason = "a test that finds nothing has failed")]
#![allow(clippy::expect_used, clippy::indexing_slicing, reason = "same")]

mod support;

use session::failure;
use support::{
    columnar::{
        ROWS, URL, cells, file, host, kinds, page, sized, whole,
        written::{Column, Style, write},
    },
    last_opened, url_of,
};
use table::{Code, Count, Kind};
use wire::preview::{Options, Reply, Request};

#[test]
fn a_column_without_a_value_is_empty_whatever_the_file_calls_it() {
    let bytes = file(Style {
        encrypted: Some(0),
        ..Style::default()
    });
    let opened = page().open_own("a.parquet", bytes);
    assert_eq!(opened.profile.columns[0].missing, ROWS as u64);
    assert_eq!(kinds(&opened)[0], Kind::Empty);
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
        assert_eq!(kinds(&opened)[1], Kind::Empty);
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
    assert_eq!(kinds(&opened)[999], Kind::Integer);
    let sent = page.host().sent.get();
    assert!(sent < bytes.len() as u64 / 3, "{sent} of {}", bytes.len());
    let opened = whole(&page);
    assert!(opened.complete && opened.notices.is_empty());
    assert_eq!(opened.profile.columns[999].max.as_deref(), Some("2999999"));
}
