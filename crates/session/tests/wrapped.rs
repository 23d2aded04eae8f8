//! Files inside others, and files that are no tables.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::indexing_slicing,
    reason = "a test that finds nothing has failed"
)]

mod support;

use flate2::{Compression, Crc, write::DeflateEncoder, write::GzEncoder};
use std::io::Write as _;
use support::{Manner, Page, last_opened, url_of};
use table::Count;
use wire::preview::{Leads, Options, Reply};

fn csv(rows: u64) -> Vec<u8> {
    let mut text = String::from("n,word\n");
    for row in 0..rows {
        text.push_str(&format!(
            "{row},{}\n",
            row.wrapping_mul(0x9E37_79B9_7F4A_7C15)
        ));
    }
    text.into_bytes()
}

fn gzip(bytes: &[u8]) -> Vec<u8> {
    let mut encoder = GzEncoder::new(Vec::new(), Compression::default());
    encoder.write_all(bytes).unwrap();
    encoder.finish().unwrap()
}

/// An archive of files, packed; `lie` is added to the sizes that it declares.
fn zip(files: &[(&str, &[u8])], lie: i64, encrypted: bool) -> Vec<u8> {
    let (mut out, mut directory) = (Vec::new(), Vec::new());
    for (name, bytes) in files {
        let mut encoder = DeflateEncoder::new(Vec::new(), Compression::default());
        encoder.write_all(bytes).unwrap();
        let packed = encoder.finish().unwrap();
        let mut crc = Crc::new();
        crc.update(bytes);
        let at = out.len() as u32;
        let mut common = Vec::new();
        common.extend(20u16.to_le_bytes());
        common.extend(u16::from(encrypted).to_le_bytes());
        common.extend(8u16.to_le_bytes());
        common.extend([0; 4]);
        common.extend(crc.sum().to_le_bytes());
        common.extend((packed.len() as u32).to_le_bytes());
        common.extend(((bytes.len() as i64 + lie) as u32).to_le_bytes());
        common.extend((name.len() as u16).to_le_bytes());
        common.extend([0; 2]);
        out.extend(b"PK\x03\x04");
        out.extend(&common);
        out.extend(name.as_bytes());
        out.extend(packed);
        directory.extend(b"PK\x01\x02\x14\0");
        directory.extend(&common);
        directory.extend([0; 10]);
        directory.extend(at.to_le_bytes());
        directory.extend(name.as_bytes());
    }
    let (at, count) = (out.len() as u32, files.len() as u16);
    out.extend(&directory);
    out.extend(b"PK\x05\x06\0\0\0\0");
    out.extend(count.to_le_bytes());
    out.extend(count.to_le_bytes());
    out.extend((directory.len() as u32).to_le_bytes());
    out.extend(at.to_le_bytes());
    out.extend([0; 2]);
    out
}

const GZ: &str = "https://host.example/a.csv.gz";
const ZIP: &str = "https://host.example/a.zip";

#[test]
fn gzip_is_read_forward_and_rows_come_from_its_middle() {
    let packed = gzip(&csv(300_000));
    let size = packed.len() as u64;
    for manner in [
        Manner {
            exposes: true,
            ..Manner::default()
        },
        Manner {
            ranges: false,
            ..Manner::default()
        },
    ] {
        let page = Page::new();
        page.host().put(GZ, packed.clone(), manner);
        let opened = last_opened(&page.open_file(url_of(GZ, None), Options::default(), false));
        assert_eq!(
            (opened.format.as_str(), &opened.wrapped[..]),
            ("csv", &["gzip".to_owned()][..])
        );
        assert!(page.host().sent.get() < 400_000);
        page.say(wire::preview::Request::ReadAll { ticket: 1 });
        let opened = last_opened(&page.run());
        assert_eq!(opened.rows, Count::Exactly(300_000));
        assert_eq!((opened.bytes_read, opened.bytes_total), (size, Some(size)));
        assert_eq!(page.host().sent.get(), size);
        assert_eq!(page.cells(0, 250_000, 1), [(250_000, "250000".to_owned())]);
        // The beginning is kept, so nothing or a part of the end was asked for again.
        assert!(
            page.host().sent.get() <= size + 1_200_000,
            "{}",
            page.host().sent.get()
        );
    }
    let page = Page::new();
    let opened = page.open_own("a.csv.gz", &packed[..packed.len() / 2]);
    assert_eq!(opened.ended.unwrap().code, "unreadable");
    assert!(opened.rows.value() > 100_000);
}

#[test]
fn of_a_packed_file_that_came_whole_the_share_is_of_what_was_unpacked() {
    let rows = csv(12_000);
    for (url, packed) in [(GZ, gzip(&rows)), (ZIP, zip(&[("a.csv", &rows)], 0, false))] {
        let page = Page::new();
        let manner = Manner {
            exposes: true,
            ..Manner::default()
        };
        page.host().put(url, packed, manner);
        let opened = last_opened(&page.open_file(url_of(url, None), Options::default(), false));
        let share = opened.bytes_read as f64 / opened.bytes_total.unwrap() as f64;
        let rows = opened.rows.value() as f64 / 12_000.0;
        assert!(
            !opened.complete && (share - rows).abs() < 0.1,
            "{share} {rows}"
        );
    }
}

#[test]
fn the_only_table_of_an_archive_opens_by_itself() {
    let archive = zip(
        &[("读我.txt", b"read me"), ("data/a.csv", &csv(50_000))],
        0,
        false,
    );
    for manner in [
        Manner {
            exposes: true,
            ..Manner::default()
        },
        Manner {
            size: Some(archive.len() as u64),
            ..Manner::default()
        },
        Manner {
            size: Some(99),
            ..Manner::default()
        },
        Manner {
            ranges: false,
            ..Manner::default()
        },
        Manner::default(),
    ] {
        let page = Page::new();
        page.host().put(ZIP, archive.clone(), manner);
        let opened = last_opened(&page.open_file(url_of(ZIP, None), Options::default(), true));
        assert_eq!(opened.entry.as_deref(), Some("data/a.csv"), "{manner:?}");
        assert_eq!(opened.entries.len(), 2);
        assert_eq!(opened.rows, Count::Exactly(50_000));
        assert_eq!(page.cells(0, 40_000, 1), [(40_000, "40000".to_owned())]);
    }
}

#[test]
fn of_several_tables_one_is_chosen() {
    let archive = zip(
        &[("a.csv", &csv(5)), ("b.csv", &csv(9)), ("c.bin", b"\0\x01")],
        0,
        false,
    );
    let page = Page::new();
    let opened = page.open_own("a.zip", archive.clone());
    assert_eq!(opened.leads, Some(Leads::Archive));
    let opens: Vec<bool> = opened.entries.iter().map(|entry| entry.opens).collect();
    assert_eq!(opens, [true, true, false]);
    page.host().put(ZIP, archive, Manner::default());
    let options = Options {
        entry: Some("b.csv".to_owned()),
        ..Options::default()
    };
    let opened = last_opened(&page.open(ZIP, options));
    assert_eq!(opened.rows, Count::Exactly(9));
    assert_eq!(opened.entries.len(), 3);
}

#[test]
fn of_a_file_in_an_archive_its_content_decides_and_not_its_ending() {
    for name in [
        "a.dat",
        "a.data",
        "a.psv",
        "a.csv2k",
        "a",
        "folder.d/a",
        "a.2024",
    ] {
        let archive = zip(&[(name, &csv(9))], 0, false);
        let opened = Page::new().open_own("a.zip", archive);
        assert_eq!(opened.entry.as_deref(), Some(name));
        assert_eq!(opened.rows, Count::Exactly(9), "{name}");
        // A document beside it that says what it is takes nothing away.
        let archive = zip(&[("guide.pdf", b"%PDF-"), (name, &csv(9))], 0, false);
        assert_eq!(
            Page::new().open_own("a.zip", archive).entry.as_deref(),
            Some(name)
        );
    }
    // Of several that may be tables the visitor chooses.
    let archive = zip(
        &[("a.dat", &csv(9)), ("b", &csv(5)), ("c.docx", b"PK")],
        0,
        false,
    );
    let opened = Page::new().open_own("a.zip", archive.clone());
    assert_eq!(opened.leads, Some(Leads::Archive));
    let opens: Vec<bool> = opened.entries.iter().map(|entry| entry.opens).collect();
    assert_eq!(opens, [true, true, false]);
    let page = Page::new();
    page.host().put(ZIP, archive, Manner::default());
    let options = Options {
        entry: Some("b".to_owned()),
        ..Options::default()
    };
    assert_eq!(
        last_opened(&page.open(ZIP, options)).rows,
        Count::Exactly(5)
    );
}

#[test]
fn of_an_archive_that_is_not_chosen_from_it_is_said_how_much_was_read() {
    let small = zip(&[("a.csv", &csv(5)), ("b.csv", &csv(9))], 0, false);
    let opened = Page::new().open_own("a.zip", small.clone());
    assert_eq!(opened.bytes_read, small.len() as u64);
    let large = zip(
        &[("a.csv", &csv(50_000)), ("b.csv", &csv(50_000))],
        0,
        false,
    );
    let size = large.len() as u64;
    let page = Page::new();
    let manner = Manner {
        exposes: true,
        ..Manner::default()
    };
    page.host().put(ZIP, large.clone(), manner);
    let opened = last_opened(&page.open(ZIP, Options::default()));
    assert_eq!(opened.leads, Some(Leads::Archive));
    // What it begins with, and its end, where the directory stands.
    let read = (session::source::PIECE + unpack::zip::MOST_TAIL as usize) as u64;
    assert_eq!((opened.bytes_read, opened.bytes_total), (read, Some(size)));
    assert!(read <= page.host().sent.get());
    // The end of a stream is found by reading all of it.
    let packed = gzip(&large);
    let opened = Page::new().open_own("a.zip.gz", packed.clone());
    assert_eq!(opened.leads, Some(Leads::Archive));
    assert_eq!(opened.bytes_read, packed.len() as u64);
}

#[test]
fn traps_and_locks_are_said() {
    let code = |archive: Vec<u8>| {
        let page = Page::new();
        page.host().put(ZIP, archive, Manner::default());
        match page.open(ZIP, Options::default()).pop() {
            Some(Reply::Failed { failure, .. }) => failure.code,
            Some(Reply::Opened { opened, .. }) => {
                opened.ended.map_or("open".to_owned(), |ended| ended.code)
            }
            other => panic!("{other:?}"),
        }
    };
    assert_eq!(code(zip(&[("a.csv", &csv(9))], 0, true)), "encrypted");
    assert_eq!(code(zip(&[], 0, false)), "empty");
    assert_eq!(
        code(zip(&[("a.csv", &csv(9_000))], -100_000, false)),
        "too-large"
    );
    assert_eq!(
        code(b"PK\x03\x04 and nothing more, which is no archive".to_vec()),
        "unreadable"
    );
}

#[test]
fn pictures_and_prose_lead_elsewhere() {
    let page = Page::new();
    let opened = page.open_own("a.csv", b"\x89PNG\r\n\x1a\n....".to_vec());
    assert_eq!(
        opened.leads,
        Some(Leads::Image {
            media_type: "image/png".to_owned()
        })
    );
    let opened = page.open_own(
        "readme.txt",
        "Dear reader\nthis is prose\nand nothing else\n".as_bytes(),
    );
    assert!(
        matches!(opened.leads, Some(Leads::Text { text }) if text.starts_with("Dear reader\nthis"))
    );
    let with_commas = "亲爱的读者，你好。\n\n这是一段文字。\n没有表格。\n".as_bytes();
    let opened = page.open_own("readme.txt", with_commas);
    assert!(
        matches!(opened.leads, Some(Leads::Text { .. })),
        "{opened:?}"
    );
    let opened = page.open_own("table.txt", "a,b\n1,2\n3,4\n".as_bytes());
    assert_eq!((opened.leads, opened.format.as_str()), (None, "csv"));
    let opened = page.open_own("a.json", "a,b\n1,2\n".as_bytes());
    assert!(
        opened
            .notices
            .iter()
            .any(|notice| notice.code == table::Code::FormatDisagrees)
    );
}

#[test]
fn a_name_that_says_something_else_than_the_content_is_said_of_every_kind() {
    let said = |opened: &wire::preview::Opened| {
        let notices = opened.notices.iter();
        let found = notices.filter(|notice| notice.code == table::Code::FormatDisagrees);
        found.count()
    };
    let png = b"\x89PNG\r\n\x1a\n....".to_vec();
    assert_eq!(said(&Page::new().open_own("a.csv", png.clone())), 1);
    assert_eq!(said(&Page::new().open_own("a.png", png.clone())), 0);
    let packed = zip(&[("a.parquet", &png)], 0, false);
    assert_eq!(
        said(&Page::new().open_own("a.csv", packed)),
        1,
        "the name inside counts"
    );
}

#[test]
fn rows_stay_where_the_check_sum_is_another_and_it_is_said() {
    for rows in [20, 50_000] {
        let mut packed = gzip(&csv(rows));
        let at = packed.len() - 8;
        packed[at] ^= 1;
        let archive = |stored: bool| {
            let text = csv(rows);
            let mut archive = match stored {
                true => stored_zip("a.csv", &text),
                false => zip(&[("a.csv", &text)], 0, false),
            };
            // The sum in the directory, 16 bytes behind its beginning.
            let from = archive.windows(4).rposition(|four| four == b"PK\x01\x02");
            archive[from.unwrap() + 16] ^= 1;
            archive
        };
        for bytes in [packed.clone(), archive(false), archive(true)] {
            let page = Page::new();
            page.host().put(ZIP, bytes, Manner::default());
            let opened = last_opened(&page.open_file(url_of(ZIP, None), Options::default(), true));
            let ended = opened.ended.map(|failure| failure.code);
            assert_eq!(ended.as_deref(), Some("checksum"), "{rows}");
            assert_eq!(
                (opened.rows, opened.complete),
                (Count::AtLeast(rows), false)
            );
            assert_eq!(page.cells(0, rows - 1, 1)[0].0, rows - 1);
        }
    }
}

/// An archive of one file that is not packed.
fn stored_zip(name: &str, bytes: &[u8]) -> Vec<u8> {
    let mut crc = Crc::new();
    crc.update(bytes);
    let mut common = vec![20, 0, 0, 0, 0, 0, 0, 0, 0, 0];
    common.extend(crc.sum().to_le_bytes());
    common.extend((bytes.len() as u32).to_le_bytes());
    common.extend((bytes.len() as u32).to_le_bytes());
    common.extend((name.len() as u16).to_le_bytes());
    common.extend([0; 2]);
    let mut out = [b"PK\x03\x04", &common[..], name.as_bytes(), bytes].concat();
    let at = out.len() as u32;
    out.extend([b"PK\x01\x02\x14\0", &common[..], &[0; 14], name.as_bytes()].concat());
    let long = out.len() as u32 - at;
    out.extend(b"PK\x05\x06\0\0\0\0\x01\0\x01\0");
    out.extend(long.to_le_bytes());
    out.extend(at.to_le_bytes());
    out.extend([0; 2]);
    out
}
