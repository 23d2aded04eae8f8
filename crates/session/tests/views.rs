//! Views, masks, risk and exports over what was read.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::indexing_slicing,
    reason = "a test that finds nothing has failed"
)]

mod support;

use sift::{Filter, Order, Test, View};
use support::{Manner, Page, last_opened, url_of};
use table::Count;
use wire::preview::{File, Form, Options, Reply, Request};

const URL: &str = "https://host.example/a.csv";

fn csv(rows: u64) -> String {
    let mut text = String::from("n,remark,phone\n");
    for row in 0..rows {
        text.push_str(&format!(
            "{row},word {} of a long text,1381234{:04}\n",
            row % 7,
            row % 10_000
        ));
    }
    text
}

fn opened(rows: u64, manner: Manner) -> Page {
    let page = Page::new();
    page.host().put(URL, csv(rows), manner);
    page.open_file(url_of(URL, None), Options::default(), true);
    page
}

fn look(page: &Page, look: u64, view: View) -> (Count, u64) {
    page.say(Request::Look {
        ticket: 1,
        look,
        view,
        row: None,
    });
    match page.run().pop() {
        Some(Reply::Looked { rows, of, .. }) => (rows, of),
        other => panic!("no view: {other:?}"),
    }
}

fn filter(column: u32, test: Test) -> View {
    View {
        filters: vec![Filter { column, test }],
        ..View::default()
    }
}

#[test]
fn a_filter_finds_its_rows_and_the_first_need_no_fetch() {
    for manner in [
        Manner::default(),
        Manner {
            ranges: false,
            ..Manner::default()
        },
    ] {
        let page = opened(50_000, manner);
        let threes = filter(
            1,
            Test::Contains {
                text: "WORD 3".to_owned(),
            },
        );
        assert_eq!(look(&page, 1, threes), (Count::Exactly(7_143), 50_000));
        let asked = page.host().asked.borrow().len();
        let cells = page.cells(1, 1_000, 3);
        let number = |place: u64| (place * 7 + 3, (place * 7 + 3).to_string());
        assert_eq!(cells, [number(1_000), number(1_001), number(1_002)]);
        assert_eq!(page.host().asked.borrow().len(), asked, "kept");
        assert_eq!(page.cells(1, 7_000, 1), [number(7_000)]);
        assert_eq!(page.cells(1, 7_142, 9), [number(7_142)]);
        // A view that no longer stands is not answered.
        assert!(page.rows(0, 0, 1).is_empty());
    }
}

#[test]
fn an_order_is_followed_and_a_view_covers_what_was_read() {
    let page = Page::new();
    page.host().put(URL, csv(60_000), Manner::default());
    let opened = last_opened(&page.open(URL, Options::default()));
    let down = View {
        order: Some(Order {
            column: 0,
            descending: true,
        }),
        ..View::default()
    };
    let (rows, of) = look(&page, 4, down);
    assert_eq!(
        (rows, of),
        (Count::AtLeast(opened.reach.rows), opened.reach.rows)
    );
    let last = of - 1;
    assert_eq!(
        page.cells(4, 0, 2),
        [(last, last.to_string()), (last - 1, (last - 1).to_string())]
    );
    assert_eq!(look(&page, 5, View::default()).0, opened.rows);
    assert_eq!(page.cells(5, 7, 1), [(7, "7".to_owned())]);
}

#[test]
fn a_walk_ends_when_it_is_stopped_or_replaced() {
    let page = opened(60_000, Manner::default());
    let ones = filter(
        1,
        Test::Contains {
            text: "word 1".to_owned(),
        },
    );
    page.say(Request::Look {
        ticket: 1,
        look: 1,
        view: ones.clone(),
        row: None,
    });
    page.turn();
    page.say(Request::Stop { ticket: 1 });
    match &page.run()[..] {
        [
            ..,
            Reply::Looked {
                rows: Count::AtLeast(_),
                of,
                ..
            },
        ] => assert!(*of < 60_000),
        other => panic!("no view: {other:?}"),
    }
    page.say(Request::Look {
        ticket: 1,
        look: 2,
        view: ones.clone(),
        row: None,
    });
    page.turn();
    page.say(Request::Look {
        ticket: 1,
        look: 3,
        view: ones,
        row: None,
    });
    let replies = page.run();
    let looked: Vec<_> = replies
        .iter()
        .filter(|reply| matches!(reply, Reply::Looked { .. }))
        .collect();
    assert!(matches!(looked[..], [Reply::Looked { look: 3, .. }]));
}

#[test]
fn personal_data_is_covered_unless_it_was_asked_for() {
    let page = opened(2_000, Manner::default());
    let opened = last_opened(&page.open(URL, Options::default()));
    assert!(
        opened
            .personal
            .iter()
            .any(|found| found.column == 2 && found.kind == "phone")
    );
    let profile = &opened.profile.columns[2];
    assert!(profile.top.iter().all(|top| top.value.contains('*')));
    assert!(
        profile.min.as_ref().is_none_or(|min| min.contains('*')) && profile.histogram.is_none()
    );
    page.say(Request::Cell {
        ticket: 1,
        row: 5,
        column: 2,
    });
    let covered = |replies: Vec<Reply>| match replies.last() {
        Some(Reply::Cell {
            text: Some(text), ..
        }) => text.contains('*'),
        other => panic!("no cell: {other:?}"),
    };
    assert!(covered(page.run()));
    look(
        &page,
        1,
        View {
            bare: vec![2],
            ..View::default()
        },
    );
    page.say(Request::Cell {
        ticket: 1,
        row: 5,
        column: 2,
    });
    assert!(!covered(page.run()));
}

#[test]
fn risk_is_measured_over_the_rows_read() {
    let page = opened(700, Manner::default());
    page.say(Request::Risk {
        ticket: 1,
        quasi: vec![1],
        sensitive: vec![0],
    });
    match page.run().pop() {
        Some(Reply::Risk { risk, .. }) => {
            assert_eq!(
                (risk.rows, risk.classes, risk.k, risk.unique),
                (700, 7, 100, 0)
            );
            assert_eq!((risk.class_size.as_str(), risk.complete), ("100.000", true));
            assert_eq!(risk.l, [100]);
        }
        other => panic!("no risk: {other:?}"),
    }
}

fn export(page: &Page, look: u64, form: Form) -> (String, u64, usize) {
    page.say(Request::Export {
        ticket: 1,
        look,
        form,
        columns: vec![2, 0],
        source: vec!["某处".to_owned()],
    });
    let (mut all, mut count, mut parts, mut ended) = (String::new(), 0, 0, false);
    for reply in page.run() {
        if let Reply::Exported {
            text, rows, done, ..
        } = reply
        {
            assert!(text.len() <= 256_000 && !ended);
            all.push_str(&text);
            (count, parts, ended) = (rows, parts + 1, done);
        }
    }
    assert!(ended);
    (all, count, parts)
}

#[test]
fn an_export_has_the_rows_of_the_view_masked_and_in_parts() {
    let page = opened(30_000, Manner::default());
    let (text, rows, parts) = export(&page, 0, Form::Csv);
    assert_eq!((rows, text.lines().count()), (30_000, 30_001));
    assert!(parts > 1);
    assert!(
        text.starts_with("\u{FEFF}phone,n\r\n138****0000,0\r\n"),
        "{}",
        &text[..60]
    );
    look(
        &page,
        2,
        filter(
            0,
            Test::OneOf {
                values: vec!["7".to_owned(), "9".to_owned()],
            },
        ),
    );
    let (text, rows, _) = export(&page, 2, Form::Json);
    assert_eq!(rows, 2);
    let value: serde_json::Value = serde_json::from_str(&text).unwrap();
    assert_eq!(value["rows"][1]["n"], 9, "a number is one");
    let down = View {
        order: Some(Order {
            column: 0,
            descending: true,
        }),
        ..View::default()
    };
    look(&page, 3, down);
    let (text, rows, _) = export(&page, 3, Form::Csv);
    assert_eq!(rows, 30_000);
    assert!(text.ends_with("138****0000,0\r\n"));
}

const API: &str = "https://ckan.example/api/3/action";

/// A datastore of 1,200 rows on a host that gives `most` of them at a time.
fn datastore(page: &Page, asked: usize, most: usize) -> File {
    let records: Vec<String> = (0..1_200)
        .map(|row| format!("{{\"_id\":{row},\"a\":\"{row}\",\"b\":null}}"))
        .collect();
    let put = |limit: usize, offset: usize, records: &[String]| {
        let text = format!(
            "{{\"success\":true,\"result\":{{\"fields\":[{{\"id\":\"_id\"}},{{\"id\":\"a\"}},{{\"id\":\"b\"}}],\"records\":[{}],\"total\":1200}}}}",
            records.join(",")
        );
        let url = format!("{API}/datastore_search?resource_id=r&limit={limit}&offset={offset}");
        page.host().put(&url, text, Manner::default());
    };
    put(asked, 0, &records[..most]);
    for (at, records) in records.chunks(most).enumerate().skip(1) {
        put(most, at * most, records);
    }
    File::Datastore {
        api: API.to_owned(),
        resource: "r".to_owned(),
    }
}

#[test]
fn a_datastore_gives_its_rows_in_pages() {
    let page = Page::new();
    let file = datastore(&page, 500, 500);
    let opened = last_opened(&page.open_file(file, Options::default(), false));
    assert_eq!(
        (opened.rows, opened.reach.rows),
        (Count::Exactly(1_200), 1_200)
    );
    assert_eq!(page.host().asked.borrow().len(), 1);
    let cells = page.cells(0, 998, 4);
    assert_eq!(cells[3], (1_001, "1001".to_owned()));
    assert_eq!(page.host().asked.borrow().len(), 3);
    page.say(Request::ReadAll { ticket: 1 });
    assert!(last_opened(&page.run()).complete);
    let nine = filter(
        0,
        Test::Contains {
            text: "119".to_owned(),
        },
    );
    assert_eq!(look(&page, 1, nine), (Count::Exactly(12), 1_200));
}

#[test]
fn a_datastore_whose_host_gives_fewer_rows_at_a_time_is_read_whole() {
    let page = Page::new();
    let file = datastore(&page, 500, 100);
    page.open_file(file, Options::default(), false);
    page.say(Request::ReadAll { ticket: 1 });
    let opened = last_opened(&page.run());
    assert_eq!(
        (opened.complete, opened.rows),
        (true, Count::Exactly(1_200))
    );
    assert_eq!(page.cells(0, 998, 4)[3], (1_001, "1001".to_owned()));
    assert_eq!(page.host().asked.borrow().len(), 12);
}

#[test]
fn a_row_that_a_link_names_is_found_wherever_the_view_puts_it() {
    let page = opened(50_000, Manner::default());
    let down = View {
        order: Some(Order {
            column: 0,
            descending: true,
        }),
        ..View::default()
    };
    let threes = filter(
        1,
        Test::Contains {
            text: "word 3".to_owned(),
        },
    );
    for (view, row, place) in [
        (down.clone(), 1_000, Some(48_999)),
        (down, 50_000, None),
        (threes.clone(), 7_003, Some(1_000)),
        (threes, 7_004, None),
    ] {
        page.say(Request::Look {
            ticket: 1,
            look: 1,
            view,
            row: Some(row),
        });
        let came = page.run().pop();
        assert!(
            matches!(came, Some(Reply::Looked { place: found, .. }) if found == place),
            "{row}: {came:?}"
        );
    }
}
