//! A part is never given out as the whole: exports and views say what they had, and a file that
//! lacks rows is no file.
#![expect(clippy::unwrap_used, reason = "a test that finds nothing has failed")]
#![allow(clippy::expect_used, clippy::indexing_slicing, reason = "same")]

mod support;

use sift::View;
use support::{Later, Manner, Page, last_opened};
use table::{Code, Count};
use wire::preview::{Form, Options, Reply, Request};

const URL: &str = "https://host.example/a.csv";

/// Rows of 20 kB, so that few of them are a file that is not kept whole.
fn wide(rows: usize) -> String {
    let text = "long ".repeat(4_000);
    let mut csv = String::from("编号,文字\n");
    (0..rows).for_each(|row| csv.push_str(&format!("{row},{text}\n")));
    csv
}

fn narrow(rows: usize) -> String {
    let mut csv = String::from("编号,文字\n");
    (0..rows).for_each(|row| csv.push_str(&format!("{row},some text\n")));
    csv
}

fn whole(text: String, manner: Manner) -> Page {
    let page = Page::new();
    page.host().put(URL, text, manner);
    page.open(URL, Options::default());
    page.say(Request::ReadAll { ticket: 1 });
    assert!(last_opened(&page.run()).complete);
    page
}

fn export(page: &Page) {
    page.say(Request::Export {
        ticket: 1,
        look: 0,
        form: Form::Csv,
        columns: vec![0],
        source: Vec::new(),
    });
}

/// Rows of the export that was heard.
fn exported(replies: &[Reply]) -> u64 {
    let text: String = replies
        .iter()
        .filter_map(|reply| match reply {
            Reply::Exported { text, .. } => Some(text.as_str()),
            _ => None,
        })
        .collect();
    text.lines().count() as u64 - 1
}

fn search(page: &Page, text: &str) {
    page.say(Request::Look {
        ticket: 1,
        look: 1,
        view: View {
            search: text.to_owned(),
            ..View::default()
        },
        row: None,
    });
}

/// How many rows were gone through, and what was said of it.
fn looked(replies: &[Reply]) -> (u64, Vec<Code>) {
    let found = replies.iter().find_map(|reply| match reply {
        Reply::Looked {
            rows, of, notices, ..
        } => {
            assert!(matches!(rows, Count::AtLeast(_)));
            Some((*of, notices.iter().map(|notice| notice.code).collect()))
        }
        _ => None,
    });
    found.unwrap()
}

#[test]
fn an_export_whose_rows_do_not_come_again_is_no_file() {
    let page = whole(wide(1_200), Manner::default());
    for (later, code) in [(Later::Gone, "status"), (Later::Changed, "changed")] {
        let manner = Manner {
            later,
            ..Manner::default()
        };
        page.host().put(URL, wide(1_200), manner);
        export(&page);
        let replies = page.run();
        let failed = replies.iter().find_map(|reply| match reply {
            Reply::ExportFailed { failure, rows, .. } => Some((failure.code.as_str(), *rows)),
            _ => None,
        });
        let (found, rows) = failed.unwrap();
        assert_eq!(found, code);
        assert!(rows < 1_200);
        let is_done = |reply: &Reply| matches!(reply, Reply::Exported { done: true, .. });
        assert!(!replies.iter().any(is_done));
    }
}

#[test]
fn an_export_has_the_rows_that_the_page_was_told_of_however_many_are_read_meanwhile() {
    let page = Page::new();
    page.host().put(URL, narrow(100_000), Manner::default());
    let told = last_opened(&page.open(URL, Options::default()))
        .profile
        .rows;
    page.say(Request::ReadAll { ticket: 1 });
    page.turn();
    export(&page);
    let replies = page.run();
    assert_eq!(last_opened(&replies).rows, Count::Exactly(100_000));
    assert_eq!(exported(&replies), told);
}

#[test]
fn what_a_host_without_ranges_does_not_give_again_is_neither_searched_nor_exported() {
    let manner = Manner {
        ranges: false,
        ..Manner::default()
    };
    let page = whole(wide(3_000), manner);
    export(&page);
    let rows = exported(&page.run());
    assert!((2_300..2_500).contains(&rows), "{rows}");
    search(&page, "long");
    assert_eq!(looked(&page.run()), (rows, vec![Code::RowsNotReached]));
}

#[test]
fn a_search_that_was_stopped_says_so() {
    let page = whole(narrow(200_000), Manner::default());
    search(&page, "text");
    page.turn();
    page.say(Request::Stop { ticket: 1 });
    let (of, notices) = looked(&page.run());
    assert!(of < 200_000);
    assert_eq!(notices, [Code::Cut]);
}
