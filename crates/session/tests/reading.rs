//! How many requests and bytes it takes to see the beginning, all, and any row of a file.
#![expect(clippy::unwrap_used, reason = "a test that finds nothing has failed")]
#![allow(clippy::expect_used, clippy::indexing_slicing, reason = "same")]

mod support;

use support::{Manner, Page, last_opened, url_of};
use table::Count;
use wire::preview::{Options, Reply, Request};

const URL: &str = "https://host.example/a.csv";

/// A file of so many rows, each with its number.
fn csv(rows: u64) -> String {
    let mut text = String::from("编号,文字\n");
    for row in 0..rows {
        text.push_str(&format!("{row},第 {row} 行 some text to make it long\n"));
    }
    text
}

fn whole() -> Request {
    Request::ReadAll { ticket: 1 }
}

#[test]
fn the_beginning_is_one_range_and_the_rest_goes_on_from_there() {
    let page = Page::new();
    let text = csv(60_000);
    let size = text.len() as u64;
    page.host().put(
        URL,
        text,
        Manner {
            size: Some(size),
            ..Manner::default()
        },
    );
    let opened = last_opened(&page.open(URL, Options::default()));
    assert_eq!(page.host().sent.get(), 128_000);
    let asked = page.host().asked.borrow().join("\n");
    assert_eq!(asked, format!("GET {URL} 0-127999\nHEAD {URL}"));
    assert!(!opened.complete && opened.reach.rows > 1000 && opened.reach.grows);
    assert_eq!(
        (opened.bytes_total, opened.total_exact),
        (Some(size), false)
    );
    assert!(matches!(opened.rows, Count::AtLeast(rows) if rows == opened.reach.rows));
    page.say(whole());
    let replies = page.run();
    let opened = last_opened(&replies);
    assert_eq!(opened.rows, Count::Exactly(60_000));
    assert_eq!((opened.bytes_read, opened.bytes_total), (size, Some(size)));
    assert!(opened.complete && opened.total_exact);
    assert_eq!(page.host().sent.get(), size, "nothing came twice");
    assert_eq!(page.host().asked.borrow().len(), 3);
    let told = replies
        .iter()
        .filter(|reply| matches!(reply, Reply::Progress { .. }))
        .count();
    assert!(told > 1);
}

#[test]
fn any_row_is_shown_again_by_a_small_range() {
    let page = Page::new();
    let text = csv(60_000);
    page.host().put(
        URL,
        text,
        Manner {
            exposes: true,
            ..Manner::default()
        },
    );
    page.open_file(url_of(URL, None), Options::default(), true);
    let (asked, sent) = (page.host().asked.borrow().len(), page.host().sent.get());
    for row in [0, 999, 1_000, 31_337, 45_000, 59_995] {
        let cells = page.cells(0, row, 5);
        let wanted: Vec<_> = (row..row + 5).map(|row| (row, row.to_string())).collect();
        assert_eq!(cells, wanted);
    }
    let more = page.host().asked.borrow().len() - asked;
    let bytes = page.host().sent.get() - sent;
    assert!(more <= 3, "{more} requests");
    assert!(bytes < 500_000, "{bytes} bytes");
    assert!(page.cells(0, 2_000_000, 5).is_empty());
}

#[test]
fn a_host_without_ranges_is_read_forward_once_and_kept() {
    let page = Page::new();
    let text = csv(50_000);
    let size = text.len() as u64;
    page.host().put(
        URL,
        text,
        Manner {
            ranges: false,
            ..Manner::default()
        },
    );
    let opened = last_opened(&page.open(URL, Options::default()));
    assert!(page.host().sent.get() < 200_000);
    assert!(opened.reach.grows && opened.reach.rows > 1_000);
    page.say(whole());
    let opened = last_opened(&page.run());
    assert_eq!(opened.reach.rows, 50_000);
    assert_eq!(page.host().sent.get(), size);
    assert_eq!(
        page.host().asked.borrow().len(),
        1,
        "{:?}",
        page.host().asked.borrow()
    );
    assert_eq!(page.cells(0, 45_000, 1), [(45_000, "45000".to_owned())]);
    assert_eq!(page.host().asked.borrow().len(), 1);
}

#[test]
fn compressed_parts_and_refused_ranges_are_read_whole() {
    for manner in [
        Manner {
            encodes: true,
            ..Manner::default()
        },
        Manner {
            blocks_ranges: true,
            ..Manner::default()
        },
    ] {
        let page = Page::new();
        page.host().put(URL, csv(100), manner);
        let opened = last_opened(&page.open(URL, Options::default()));
        assert_eq!(opened.rows, Count::Exactly(100), "{manner:?}");
    }
}

#[test]
fn what_came_before_a_host_fell_silent_is_told_while_it_is_silent() {
    for stalls_at in [300_000, 1_000_000] {
        let page = Page::new();
        let manner = Manner {
            stalls_at: Some(stalls_at),
            hangs: true,
            ..Manner::default()
        };
        page.host().put(URL, csv(60_000), manner);
        page.open(URL, Options::default());
        page.say(whole());
        let mut told = None;
        for _ in 0..10 {
            assert!(page.turn(), "it goes on waiting");
            let mut progress = page.heard().into_iter().filter_map(|reply| match reply {
                Reply::Progress { bytes, .. } => Some(bytes),
                _ => None,
            });
            told = progress.next_back().or(told);
        }
        assert!(page.host().sent.get() >= stalls_at);
        assert_eq!(told, Some(page.host().sent.get()));
    }
}

#[test]
fn a_host_that_stalls_leaves_what_came_and_can_be_asked_again() {
    let page = Page::new();
    let text = csv(60_000);
    page.host().put(
        URL,
        text.clone(),
        Manner {
            stalls_at: Some(1_000_000),
            ..Manner::default()
        },
    );
    page.open_file(url_of(URL, None), Options::default(), true);
    page.say(whole());
    let opened = last_opened(&page.run());
    assert_eq!(opened.ended.unwrap().code, "timeout");
    assert!(opened.rows.value() > 10_000);
    page.host().put(URL, text, Manner::default());
    page.say(whole());
    let opened = last_opened(&page.run());
    assert_eq!((opened.rows, opened.ended), (Count::Exactly(60_000), None));
}

#[test]
fn stopping_is_at_once_and_keeps_what_came() {
    let page = Page::new();
    page.host().put(URL, csv(40_000), Manner::default());
    page.open(URL, Options::default());
    page.say(whole());
    page.turn();
    page.turn();
    page.say(Request::Stop { ticket: 1 });
    let sent = page.host().sent.get();
    let opened = last_opened(&page.run());
    assert_eq!(page.host().sent.get(), sent);
    assert_eq!(opened.ended.unwrap().code, "aborted");
    assert!(opened.reach.rows > 1_000);
    page.say(whole());
    assert_eq!(last_opened(&page.run()).rows, Count::Exactly(40_000));
}

#[test]
fn failures_have_their_own_codes() {
    let page = Page::new();
    let code = |replies: Vec<Reply>| match replies.last() {
        Some(Reply::Failed { failure, .. }) => (failure.code.clone(), failure.data.clone()),
        other => panic!("no failure: {other:?}"),
    };
    let is = |code: &str, data: &str| (code.to_owned(), data.to_owned());
    assert_eq!(
        code(page.open("https://host.example/none", Options::default())),
        is("status", "404")
    );
    page.host().put(
        URL,
        "<!DOCTYPE html><html><body>Log in</body></html>",
        Manner::default(),
    );
    assert_eq!(
        code(page.open(URL, Options::default())),
        is("login-page", "")
    );
    page.host()
        .put("https://host.example/e.csv", "", Manner::default());
    assert_eq!(
        code(page.open("https://host.example/e.csv", Options::default())),
        is("empty", "")
    );
    page.host().put(
        "https://host.example/p.pdf",
        "%PDF-1.7\n",
        Manner::default(),
    );
    assert_eq!(
        code(page.open("https://host.example/p.pdf", Options::default())),
        is("unsupported", "pdf")
    );
    page.host().put(
        "https://host.example/x",
        &b"PAR1\x15\x04\x00\x01PAR1"[..],
        Manner::default(),
    );
    let replies = page.open("https://host.example/x", Options::default());
    assert!(matches!(
        replies[..],
        [Reply::Elsewhere {
            program: wire::preview::Program::Parquet,
            ..
        }]
    ));
}

#[test]
fn a_document_without_marks_holds_its_rows() {
    let page = Page::new();
    let rows: Vec<String> = (0..5_000)
        .map(|row| format!("{{\"a\":{row},\"b\":\"x\"}}"))
        .collect();
    page.host()
        .put(URL, format!("[{}]", rows.join(",\n")), Manner::default());
    page.open_file(url_of(URL, None), Options::default(), true);
    assert_eq!(
        page.cells(0, 4_998, 5),
        [(4_998, "4998".to_owned()), (4_999, "4999".to_owned())]
    );
}

#[test]
fn other_options_need_no_second_fetch() {
    let page = Page::new();
    page.host().put(
        URL,
        csv(60_000),
        Manner {
            exposes: true,
            ..Manner::default()
        },
    );
    page.open(URL, Options::default());
    let header = Options {
        header: Some(false),
        ..Options::default()
    };
    let opened = last_opened(&page.open(URL, header));
    assert!(!opened.dialect.unwrap().header);
    assert_eq!(
        page.host().asked.borrow().len(),
        1,
        "{:?}",
        page.host().asked.borrow()
    );
}

#[test]
fn a_size_that_is_said_late_interrupts_no_reading_and_forgets_no_stop() {
    let text = csv(40_000);
    let size = Some(text.len() as u64);
    let mut interrupted = 0;
    for size_after in [2, 6, 20] {
        let page = Page::new();
        let manner = Manner {
            size,
            size_after,
            ..Manner::default()
        };
        page.host().put(URL, text.clone(), manner);
        page.say(Request::Open {
            ticket: 1,
            file: url_of(URL, None),
            options: Options::default(),
            whole: false,
        });
        while !page
            .heard()
            .iter()
            .any(|reply| matches!(reply, Reply::Opened { .. }))
        {
            page.turn();
        }
        page.say(whole());
        for _ in 0..5 {
            page.turn();
        }
        let read = page.heard();
        let said = read.iter().filter(|r| matches!(r, Reply::Opened { .. }));
        interrupted += said.count();
        page.say(Request::Stop { ticket: 1 });
        let came = last_opened(&page.run());
        let ended = came.ended.map(|failure| failure.code);
        assert_eq!(ended.as_deref(), Some("aborted"), "{size_after}");
        assert!(!came.complete);
    }
    assert_eq!(interrupted, 0);
}

#[test]
fn the_first_hundred_rows_of_a_large_file_take_128_kb() {
    for (ranges, bytes) in [(true, 128_000), (false, 128_000 + 16_384)] {
        for rows in [10_000, 100_000] {
            let page = Page::new();
            let manner = Manner {
                ranges,
                exposes: ranges,
                ..Manner::default()
            };
            page.host().put(URL, csv(rows), manner);
            let opened = last_opened(&page.open(URL, Options::default()));
            assert!(opened.reach.rows >= 100);
            let cells = page.cells(0, 0, 100);
            assert_eq!(cells.len(), 100);
            let sent = page.host().sent.get();
            assert!(sent <= bytes, "{sent} bytes of {rows} rows");
            assert_eq!(page.host().asked.borrow().len(), 1);
        }
    }
}
