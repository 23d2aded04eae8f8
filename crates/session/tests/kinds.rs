//! Files that are nearly a table, or none: what they are, and what is to be decided of them.
#![expect(clippy::unwrap_used, reason = "a test that finds nothing has failed")]
#![allow(clippy::expect_used, clippy::indexing_slicing, reason = "same")]

mod support;

use support::{Manner, Page, last_opened, url_of};
use table::Code;
use wire::preview::{Leads, Opened, Options, Reply, Request};

const URL: &str = "https://host.example/a.csv";

fn codes(opened: &Opened) -> Vec<Code> {
    opened.notices.iter().map(|notice| notice.code).collect()
}

/// What is said of a file of this name that cannot be shown.
fn failed(name: &str, text: &str) -> (String, Option<Code>) {
    let page = Page::new();
    let url = format!("https://host.example/{name}");
    page.host().put(&url, text, Manner::default());
    match page.open(&url, Options::default()).pop() {
        Some(Reply::Failed {
            failure, notice, ..
        }) => (failure.code, notice.map(|notice| notice.code)),
        other => panic!("{other:?}"),
    }
}

#[test]
fn a_first_row_of_more_than_four_megabytes_is_said_and_shown_once_all_is_read() {
    let page = Page::new();
    let text = format!("编号,正文\n1,{}\n2,短\n", "长".repeat(1_700_000));
    let size = text.len() as u64;
    let manner = Manner {
        size: Some(size),
        ..Manner::default()
    };
    page.host().put(URL, text, manner);
    let opened = last_opened(&page.open(URL, Options::default()));
    assert_eq!((opened.profile.rows, opened.columns.len()), (0, 2));
    assert!(!opened.complete && codes(&opened).contains(&Code::LongRow));
    assert!(opened.bytes_read < 5_000_000, "{}", opened.bytes_read);
    page.say(Request::ReadAll { ticket: 1 });
    let opened = last_opened(&page.run());
    assert!(opened.complete && !codes(&opened).contains(&Code::LongRow));
    assert!(codes(&opened).contains(&Code::CellsCut));
    let cells = page.cells(0, 0, 9);
    assert_eq!(cells, [(0, "1".to_owned()), (1, "2".to_owned())]);
}

#[test]
fn a_first_row_longer_than_one_request_is_shown_at_once() {
    let page = Page::new();
    let rows = "2,短\n".repeat(100_000);
    let text = format!("编号,正文\n1,{}\n{rows}", "长".repeat(100_000));
    page.host().put(URL, text, Manner::default());
    let opened = last_opened(&page.open(URL, Options::default()));
    assert!(!opened.complete && opened.profile.rows > 0);
}

#[test]
fn several_values_on_a_line_are_rows_and_it_is_said() {
    let opened = Page::new().open_own("a.json", "{\"a\":1}{\"a\":2}\n{\"a\":3}");
    assert_eq!((opened.format.as_str(), opened.rows.value()), ("ndjson", 3));
    assert!(codes(&opened).contains(&Code::JoinedValues));
}

#[test]
fn empty_objects_are_no_table() {
    for text in ["{}", "[{},{}]", "{}\n{}\n"] {
        let told = failed("a.json", text);
        assert_eq!(
            told,
            ("unreadable".to_owned(), Some(Code::NoTable)),
            "{text}"
        );
    }
}

#[test]
fn an_svg_is_a_picture_by_its_root_whatever_it_is_called() {
    let svg = "<?xml version=\"1.0\"?>\n<svg><script>alert(1)</script></svg>";
    for name in ["a.svg", "a.csv", "a"] {
        let opened = Page::new().open_own(name, svg);
        let media_type = "image/svg+xml".to_owned();
        assert_eq!(opened.leads, Some(Leads::Image { media_type }), "{name}");
    }
    let page = "<html><body><svg></svg></body></html>";
    assert_eq!(failed("a.svg", page).0, "login-page");
}

#[test]
fn a_text_that_is_shown_as_prose_becomes_a_table_by_a_decision() {
    let text = "0   x0   0\n1   x1   2\n2   x2   4\n";
    let url = "https://host.example/space.txt";
    let open = |options| {
        let page = Page::new();
        page.host().put(url, text, Manner::default());
        last_opened(&page.open_file(url_of(url, None), options, false))
    };
    let opened = open(Options::default());
    assert!(matches!(opened.leads, Some(Leads::Text { .. })));
    let dialect = opened.dialect.unwrap();
    assert_eq!(
        (dialect.delimiter, opened.encoding.as_str()),
        (None, "utf-8")
    );
    let decided = Options {
        delimiter: Some(' '),
        ..Options::default()
    };
    let opened = open(decided);
    assert_eq!((opened.leads, opened.profile.rows), (None, 3));
}

/// A picture of these bytes, with as many more as make it longer than the beginning.
fn picture(start: &[u8], more: usize, end: &[u8]) -> Vec<u8> {
    [start, &vec![0x55; more], end].concat()
}

#[test]
fn a_picture_without_its_end_is_said_to_be_cut() {
    let webp = |more: u32| [&b"RIFF"[..], &(4 + more).to_le_bytes(), b"WEBP"].concat();
    let png = b"\x89PNG\r\n\x1a\n";
    let whole: [(&str, &[u8], &[u8]); 5] = [
        ("png", png, b"IEND\xAE\x42\x60\x82"),
        ("jpg", b"\xFF\xD8\xFF\xE0", b"\xFF\xD9"),
        ("gif", b"GIF89a\x01\0", b"\0;"),
        ("webp", &webp(2), b"\0\0"),
        ("svg", b"<svg>", b"</svg>"),
    ];
    for (name, start, end) in whole {
        for more in [0, 300_000] {
            let start = match name {
                "webp" => webp(more + 2),
                _ => start.to_vec(),
            };
            let cut = picture(&start, more as usize, b"");
            let found = |bytes: Vec<u8>| codes(&Page::new().open_own("a", bytes));
            let whole = picture(&start, more as usize, end);
            assert_eq!(found(whole), [], "{name} {more}");
            // A browser says of an SVG by itself that it is none.
            let expected: &[Code] = match name {
                "svg" => &[],
                _ => &[Code::PictureCut],
            };
            assert_eq!(found(cut), expected, "{name} {more}");
        }
    }
    // Of a host it is not asked for.
    let page = Page::new();
    page.host()
        .put(URL, picture(png, 300_000, b""), Manner::default());
    page.open(URL, Options::default());
    assert_eq!(page.host().asked.borrow().len(), 1);
}
