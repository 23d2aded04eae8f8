//! Hosts that answer what was not asked: no part of one file is taken for another, no end of an
//! answer for the end of the file.
#![expect(clippy::unwrap_used, reason = "a test that finds nothing has failed")]
#![allow(clippy::expect_used, clippy::indexing_slicing, reason = "same")]

mod support;

use session::source::{Http, Source as _, Url};
use std::{
    rc::Rc,
    task::{Context, Poll, Waker},
};
use support::{Later, Manner, Page, last_opened};
use table::Count;
use wire::preview::{Opened, Options, Request};

const URL: &str = "https://host.example/a.csv";

const ROWS: u64 = 60_000;

fn csv() -> String {
    let mut text = String::from("编号,文字\n");
    for row in 0..ROWS {
        text.push_str(&format!("{row},第 {row} 行 some text to make it long\n"));
    }
    text
}

/// Reads all of a file from a host like this.
fn read(manner: Manner) -> (Page, Opened) {
    let page = Page::new();
    page.host().put(URL, csv(), manner);
    page.open(URL, Options::default());
    page.say(Request::ReadAll { ticket: 1 });
    let opened = last_opened(&page.run());
    (page, opened)
}

/// Why reading ended.
fn ended(manner: Manner) -> String {
    let (_, opened) = read(manner);
    assert!(!opened.complete, "{manner:?}");
    assert!(opened.rows.value() > 1_000, "the beginning stays");
    let ended = opened.ended.unwrap();
    match ended.data.is_empty() {
        true => ended.code,
        false => format!("{} {}", ended.code, ended.data),
    }
}

/// A host that says how large the file is with each part, and one that does not.
fn both(later: Later) -> [Manner; 2] {
    [true, false].map(|exposes| Manner {
        exposes,
        later,
        ..Manner::default()
    })
}

#[test]
fn a_page_in_place_of_a_later_part_is_not_the_end_of_the_file() {
    for manner in both(Later::Page) {
        assert_eq!(ended(manner), "login-page");
    }
}

#[test]
fn a_file_that_is_gone_says_so() {
    for manner in both(Later::Gone) {
        assert_eq!(ended(manner), "status 404");
    }
}

#[test]
fn another_part_or_another_file_is_not_put_behind_the_beginning() {
    let [says, _] = both(Later::Elsewhere);
    assert_eq!(ended(says), "changed");
    for manner in both(Later::Changed) {
        assert_eq!(ended(manner), "changed");
    }
}

#[test]
fn another_mark_is_another_file_where_a_page_may_read_it() {
    let [says, hides] = both(Later::Marked("\"two\""));
    assert_eq!(ended(says), "changed");
    assert!(read(hides).1.complete);
    // Weakened on the way it is the same mark; another one that is weak is another content.
    let [weak, _] = both(Later::Marked("W/\"one\""));
    assert!(read(weak).1.complete);
    let [other, _] = both(Later::Marked("W/\"two\""));
    assert_eq!(ended(other), "changed");
}

#[test]
fn an_answer_that_ends_early_is_not_the_end_where_the_size_is_known() {
    let [says, hides] = both(Later::Stops(300_000));
    assert_eq!(ended(says), "short 300000");
    // The size was only said to `HEAD`, and may be that of something compressed.
    let (_, opened) = read(Manner {
        size: Some(csv().len() as u64),
        ..hides
    });
    assert!(opened.complete && opened.bytes_read == 300_000);
}

#[test]
fn a_host_that_gives_short_parts_is_asked_for_the_next() {
    let [says, hides] = both(Later::Capped(100_000));
    let told = Manner {
        size: Some(csv().len() as u64),
        ..hides
    };
    for manner in [says, told] {
        let (page, opened) = read(manner);
        assert!(opened.complete);
        assert_eq!(opened.rows, Count::Exactly(ROWS));
        assert_eq!(page.host().sent.get(), csv().len() as u64);
    }
}

#[test]
fn rows_that_came_before_a_host_fell_silent_are_shown() {
    let page = Page::new();
    let manner = Manner {
        stalls_at: Some(60_000),
        hangs: true,
        ..Manner::default()
    };
    page.host().put(URL, csv(), manner);
    let opened = last_opened(&page.open(URL, Options::default()));
    assert!(opened.profile.rows > 1_000);
    assert_eq!(opened.ended.unwrap().code, "timeout");
    // The host is there again.
    page.host().put(URL, csv(), Manner::default());
    page.say(Request::ReadAll { ticket: 1 });
    let opened = last_opened(&page.run());
    assert!(opened.complete && opened.ended.is_none());
    assert_eq!(opened.rows, Count::Exactly(ROWS));
}

#[test]
fn a_first_record_longer_than_the_beginning_is_read_for_the_sake_of_its_row() {
    let long = "x".repeat(200_000);
    for (text, rows, columns) in [
        (
            format!("[{{\"a\":\"{long}\",\"b\":1}},{{\"a\":\"short\",\"b\":2}}]"),
            2,
            2,
        ),
        (
            format!("{{\"meta\":\"{long}\",\"data\":[{{\"a\":1,\"b\":2}}]}}"),
            1,
            2,
        ),
        (
            format!("{{\"a\":\"{long}\",\"b\":1}}\n{{\"a\":\"short\",\"b\":2}}\n"),
            2,
            2,
        ),
        (format!("a,{long}\n1,2\n3,4\n5,6\n7,8\n"), 4, 2),
    ] {
        let page = Page::new();
        page.host().put(URL, text, Manner::default());
        let opened = last_opened(&page.open(URL, Options::default()));
        assert_eq!(opened.columns.len(), columns);
        page.say(Request::ReadAll { ticket: 1 });
        assert_eq!(last_opened(&page.run()).rows, Count::Exactly(rows));
    }
}

/// What comes of a future that waits for nobody.
fn now<T>(future: impl Future<Output = T>) -> T {
    let mut context = Context::from_waker(Waker::noop());
    match std::pin::pin!(future).poll(&mut context) {
        Poll::Ready(value) => value,
        Poll::Pending => panic!("it waits"),
    }
}

#[test]
fn a_part_in_the_middle_is_of_the_file_that_was_opened() {
    let answers = [
        (Later::Right, Ok(200_000)),
        (Later::Capped(70_000), Ok(200_000)),
        (Later::Stops(300_000), Ok(100_000)),
        (Later::Page, Err("login-page")),
        (Later::Elsewhere, Err("changed")),
        (Later::Changed, Err("changed")),
        (Later::Gone, Err("status")),
    ];
    for (later, expected) in answers {
        let [says, _] = both(later);
        let page = Page::new();
        page.host().put(URL, csv(), says);
        let http = Rc::clone(&page.world.host) as Rc<dyn Http>;
        let (source, _) = now(Url::open(http, URL, None)).unwrap();
        let came = now(source.read(200_000..400_000));
        let came = came.map(|bytes| {
            let right = &csv().into_bytes()[200_000..200_000 + bytes.len()];
            assert!(bytes == right, "{later:?}");
            bytes.len()
        });
        assert_eq!(
            came.map_err(|why| why.code),
            expected.map_err(str::to_owned),
            "{later:?}"
        );
    }
}

#[test]
fn a_file_that_ends_before_the_part_asked_of_it_is_another_one() {
    let given = |ranges, exposes, bytes| {
        let manner = Manner {
            ranges,
            exposes,
            later: Later::Shorter(bytes),
            ..Manner::default()
        };
        let page = Page::new();
        page.host().put(URL, csv(), manner);
        let http = Rc::clone(&page.world.host) as Rc<dyn Http>;
        let (source, _) = now(Url::open(http, URL, None)).unwrap();
        now(source.read(200_000..400_000)).map_err(|why| why.code)
    };
    let changed = Err("changed".to_owned());
    assert_eq!(given(true, true, 150_000), changed);
    assert_eq!(given(false, true, 150_000), changed);
    assert_eq!(given(false, true, 200_000), changed);
    // A host that gives whole files, however long, without saying how long they are.
    assert_eq!(given(false, false, 150_000), changed);
    // Nobody said that there is anything.
    assert_eq!(given(true, false, 150_000), Ok(Vec::new()));
}
