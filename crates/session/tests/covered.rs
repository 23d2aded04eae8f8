//! What is covered is covered in the profile too: the ends of a column of amounts among which are
//! telephone numbers are cells as well.
#![expect(clippy::unwrap_used, reason = "a test that finds nothing has failed")]
#![allow(clippy::expect_used, clippy::indexing_slicing, reason = "same")]

mod support;

use support::Page;
use table::Kind;
use wire::preview::Leads;

#[test]
fn the_ends_of_a_column_that_is_covered_are_covered() {
    let mut csv = String::from("联系电话,金额\n");
    for row in 0..300u64 {
        // Too few of them for the column to be one of names: it is ordered, and has ends.
        let phone = match row % 3 {
            0 => 13_812_345_678,
            _ => 20_000_000_000 + row,
        };
        csv.push_str(&format!("{phone},{row}\n"));
    }
    let opened = Page::new().open_own("a.csv", csv);
    let personal: Vec<u32> = opened.personal.iter().map(|found| found.column).collect();
    assert_eq!(personal, [0]);
    let [phone, amount] = opened.profile.columns.as_slice() else {
        panic!("{:?}", opened.profile);
    };
    assert_eq!((phone.kind, amount.kind), (Kind::Integer, Kind::Integer));
    assert_eq!(phone.min.as_deref(), Some("138****5678"));
    assert!(phone.max.is_some() && phone.histogram.is_none());
    assert_eq!(phone.top[0].value, "138****5678");
    assert_eq!(amount.min.as_deref(), Some("0"));
    assert!(amount.histogram.is_some());
}

#[test]
fn what_looks_personal_in_a_text_is_masked_too() {
    let phones: String = (0..40u64)
        .map(|n| format!("138{:08}\n", (n * 48_271_001 + 1) % 100_000_000))
        .collect();
    let prose = "Dear reader\nwrite to zhang@example.com\nor call nobody\n";
    for (text, hidden) in [(phones.as_str(), "13800000001"), (prose, "zhang@")] {
        let opened = Page::new().open_own("notes.txt", text.as_bytes());
        let Some(Leads::Text { text }) = &opened.leads else {
            panic!("{opened:?}")
        };
        assert!(text.contains('*') && !text.contains(hidden), "{text}");
        assert!(!opened.personal.is_empty());
    }
    let opened = Page::new().open_own("notes.txt", b"nobody\nis named here\n*\n".as_slice());
    let plain = Leads::Text {
        text: "nobody\nis named here\n*\n".to_owned(),
    };
    assert_eq!(opened.leads, Some(plain));
}
