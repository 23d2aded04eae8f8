//! How many requests and bytes the beginning and any row of a Parquet file take, on hosts of all
//! manners.
#![expect(clippy::unwrap_used, reason = "a test that finds nothing has failed")]
#![allow(clippy::expect_used, clippy::indexing_slicing, reason = "same")]

mod support;

use support::{
    Manner, Page,
    columnar::{
        ROWS, URL, cells, file, host, kinds, sized,
        written::{Column, Style, write},
    },
    last_opened,
};
use table::{Code, Count, Kind};
use wire::preview::{Options, Program, Reply};

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
    assert_eq!(
        kinds(&opened),
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
