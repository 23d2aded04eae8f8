//! Workbooks in a session: sheets, views, exports, what cannot be opened, and who opens what.
#![expect(clippy::unwrap_used, reason = "a test that finds nothing has failed")]
#![allow(clippy::expect_used, clippy::indexing_slicing, reason = "same")]

#[path = "../../spreadsheets/tests/support/mod.rs"]
mod books;
mod support;

use session::{TextOpener, WorkbookOpener};
use support::{Manner, Page, last_opened, url_of};
use table::{Code, Count};
use wire::preview::{Form, Options, Program, Reply, Request};

const URL: &str = "https://host.example/a.xlsx";

fn page() -> Page {
    Page::of(Program::Sheets, Box::new(WorkbookOpener))
}

fn code(replies: &[Reply]) -> String {
    match replies.last() {
        Some(Reply::Failed {
            failure, notice, ..
        }) => {
            let notice = notice.as_ref().map_or("", |notice| notice.code.name());
            format!("{} {} {notice}", failure.code, failure.data)
        }
        other => panic!("{other:?}"),
    }
}

#[test]
fn the_first_sheet_with_something_in_it_is_open_and_others_can_be_chosen() {
    let page = page();
    let book = books::folder("kinds.xlsx");
    let size = book.len() as u64;
    page.host().put(URL, book, Manner::default());
    let opened = last_opened(&page.open(URL, Options::default()));
    let names: Vec<(&str, bool)> = opened
        .sheets
        .iter()
        .map(|s| (s.name.as_str(), s.hidden))
        .collect();
    assert_eq!(names, [("空表", false), ("暗", true), ("A&B", false)]);
    assert_eq!((opened.format.as_str(), opened.sheet), ("xlsx", Some(2)));
    assert_eq!(
        (opened.rows, opened.reach.rows, opened.complete),
        (Count::Exactly(10), 10, true)
    );
    assert_eq!((opened.bytes_read, opened.bytes_total), (size, Some(size)));
    assert_eq!(opened.columns[2].name, "备 注");
    assert_eq!(
        page.cells(0, 8, 9),
        [(8, "错误".to_owned()), (9, "trimmed".to_owned())]
    );
    let sent = page.host().sent.get();
    let hidden = Options {
        sheet: Some(1),
        header: Some(false),
        ..Options::default()
    };
    let opened = last_opened(&page.open(URL, hidden));
    assert_eq!((opened.sheet, opened.rows), (Some(1), Count::Exactly(1)));
    let gone = Options {
        sheet: Some(7),
        ..Options::default()
    };
    let opened = last_opened(&page.open(URL, gone));
    assert_eq!(opened.sheet, Some(2));
    assert!(
        opened
            .notices
            .iter()
            .any(|notice| notice.code == Code::NoSuchSheet)
    );
    let empty = Options {
        sheet: Some(0),
        ..Options::default()
    };
    let opened = last_opened(&page.open(URL, empty));
    assert_eq!(
        (opened.sheet, opened.rows, opened.columns.len()),
        (Some(0), Count::Exactly(0), 0)
    );
    assert_eq!(
        page.host().sent.get(),
        sent,
        "other sheets need no second fetch"
    );
}

#[test]
fn views_and_exports_go_through_the_rows() {
    let page = page();
    let opened = page.open_own("a.ods", books::folder("kinds.ods"));
    assert_eq!((opened.format.as_str(), opened.sheet), ("ods", Some(1)));
    page.say(Request::Look {
        ticket: 1,
        look: 1,
        view: sift::View {
            search: "重复".to_owned(),
            ..sift::View::default()
        },
        row: None,
    });
    let looked = page.run();
    assert!(
        matches!(
            looked.last(),
            Some(Reply::Looked {
                rows: Count::Exactly(2),
                ..
            })
        ),
        "{looked:?}"
    );
    page.say(Request::Export {
        ticket: 1,
        look: 1,
        form: Form::Csv,
        columns: vec![0, 2],
        source: Vec::new(),
    });
    let text: String = page
        .run()
        .into_iter()
        .filter_map(|reply| match reply {
            Reply::Exported { text, .. } => Some(text),
            _ => None,
        })
        .collect();
    assert_eq!(text, "\u{FEFF}名称,又\r\n重复,0.3\r\n重复,0.3\r\n");
}

#[test]
fn what_is_locked_broken_or_no_workbook_is_said() {
    let say = |bytes: Vec<u8>| {
        let page = page();
        page.host().put(URL, bytes, Manner::default());
        page.open(URL, Options::default())
    };
    let locked = books::xls::compound("EncryptedPackage", vec![0; 5_000]);
    assert_eq!(code(&say(locked)), "password  needs-password");
    let broken = books::zip(&[("xl/other.xml", b"")]);
    let broken = code(&say(broken));
    assert!(
        broken.starts_with("unreadable xl/workbook.xml is broken at byte 0"),
        "{broken}"
    );
    let document = books::xls::compound("WordDocument", Vec::new());
    assert_eq!(code(&say(document)), "unsupported doc cannot-show");
}

#[test]
fn each_program_sends_on_what_is_anothers() {
    let elsewhere = |page: &Page, bytes: &[u8]| {
        page.host()
            .put("https://host.example/b", bytes, Manner::default());
        match page
            .open_file(
                url_of("https://host.example/b", None),
                Options::default(),
                false,
            )
            .last()
        {
            Some(Reply::Elsewhere { program, .. }) => *program,
            other => panic!("{other:?}"),
        }
    };
    let (text, sheets) = (Page::of(Program::Text, Box::new(TextOpener)), page());
    assert_eq!(
        elsewhere(&text, &books::folder("kinds.xlsx")),
        Program::Sheets
    );
    let text = Page::of(Program::Text, Box::new(TextOpener));
    assert_eq!(
        elsewhere(&text, &books::folder("kinds.ods")),
        Program::Sheets
    );
    let text = Page::of(Program::Text, Box::new(TextOpener));
    assert_eq!(
        elsewhere(&text, &books::xls::compound("Workbook", Vec::new())),
        Program::Sheets
    );
    assert_eq!(elsewhere(&sheets, b"a,b\n1,2\n"), Program::Text);
}

#[test]
fn what_came_of_a_large_file_is_said_before_it_is_open() {
    let page = page();
    // Bytes that do not pack: some hundred pieces.
    let mut noise = 1_u64;
    let noise: Vec<u8> = std::iter::repeat_with(|| {
        noise = noise
            .wrapping_mul(6_364_136_223_846_793_005)
            .wrapping_add(1);
        (noise >> 56) as u8
    })
    .take(8_000_000)
    .collect();
    let book: &[u8] = b"<workbook><sheets><sheet name='a' r:id='1'/></sheets></workbook>";
    let related: &[u8] = b"<R><Relationship Id='1' Type='/worksheet' Target='s.xml'/></R>";
    let sheet: &[u8] = b"<worksheet><sheetData><row><c><v>1</v></c></row></sheetData></worksheet>";
    let parts: &[(&str, &[u8])] = &[
        ("xl/workbook.xml", book),
        ("xl/_rels/workbook.xml.rels", related),
        ("xl/s.xml", sheet),
        ("xl/media/a.png", &noise),
    ];
    page.host().put(URL, books::zip(parts), Manner::default());
    let replies = page.open(URL, Options::default());
    let said = replies.iter().position(|reply| {
        matches!(
            reply,
            Reply::Progress {
                bytes: 1..,
                rows: 0,
                ..
            }
        )
    });
    let open = replies
        .iter()
        .position(|reply| matches!(reply, Reply::Opened { .. }));
    assert!(said.is_some() && said < open, "{replies:?}");
}

#[test]
fn a_sheet_that_cannot_be_shown_leaves_the_others_to_be_chosen() {
    let sheet = |rows: &str| format!("<worksheet><sheetData>{rows}</sheetData></worksheet>");
    let good = sheet("<row><c t='str'><v>a</v></c></row><row><c><v>1</v></c></row>");
    let bad = sheet("<row><c r='!'><v>1</v></c></row>");
    let book = books::zip(&[
        (
            "xl/workbook.xml",
            b"<workbook><sheets><sheet name='good' r:id='1'/><sheet name='bad' r:id='2'/></sheets></workbook>",
        ),
        (
            "xl/_rels/workbook.xml.rels",
            b"<Relationships><Relationship Id='1' Type='/worksheet' Target='g.xml'/><Relationship Id='2' Type='/worksheet' Target='b.xml'/></Relationships>",
        ),
        ("xl/g.xml", good.as_bytes()),
        ("xl/b.xml", bad.as_bytes()),
    ]);
    for (asked, is_shown) in [(Some(1), false), (Some(0), true)] {
        let page = page();
        page.host().put(URL, book.clone(), Manner::default());
        let options = Options {
            sheet: asked,
            ..Options::default()
        };
        let opened = last_opened(&page.open(URL, options));
        let names: Vec<&str> = opened.sheets.iter().map(|s| s.name.as_str()).collect();
        assert_eq!((names, opened.sheet), (vec!["good", "bad"], asked));
        assert_eq!(opened.leads.is_none(), is_shown);
        assert_eq!(
            opened
                .notices
                .iter()
                .any(|n| n.code == Code::BrokenWorkbook),
            !is_shown
        );
    }
}
