//! What is not read is named, and does not stand in the way of what is.

#![expect(
    clippy::unwrap_used,
    reason = "a test that meets something unforeseen should end there"
)]

mod support;

use parquet::{Fault, Limits, Next, read_file};
use support::{Column, Style, write};
use table::Cell;

fn small(style: Style) -> Vec<u8> {
    let texts = ["x", "y", "x"].map(str::to_owned).to_vec();
    let columns = [
        ("a", Column::Numbers(vec![1, 2, 3])),
        ("b", Column::Texts(texts)),
    ];
    write(&columns, style)
}

fn fault(bytes: &[u8]) -> Fault {
    read_file(bytes, 10, Limits::default()).unwrap_err().fault
}

#[test]
fn a_sound_file_is_read() {
    let whole = read_file(&small(Style::default()), 10, Limits::default()).unwrap();
    assert_eq!(whole.faults, []);
    let rows: Vec<Vec<Cell<'_>>> = (0..3).map(|row| whole.table.row(row).collect()).collect();
    let row = |a, b| vec![Cell::Text(a), Cell::Text(b)];
    assert_eq!(rows, [row("1", "x"), row("2", "y"), row("3", "x")]);
}

#[test]
fn what_is_no_parquet_file_and_what_is_encrypted_is_named() {
    assert_eq!(fault(b""), Fault::NotParquet);
    assert_eq!(fault(b"a,b\n1,2\n3,4\n"), Fault::NotParquet);
    let mut bytes = small(Style::default());
    let at = bytes.len() - 4;
    bytes[at..].copy_from_slice(b"PARE");
    assert_eq!(fault(&bytes), Fault::EncryptedFile);
    assert_eq!(Fault::EncryptedFile.next(), Next::AskForPlain);
}

#[test]
fn lzo_is_named_and_refused() {
    let whole = read_file(
        &small(Style {
            codec: 3,
            ..Style::default()
        }),
        10,
        Limits::default(),
    );
    let whole = whole.unwrap();
    assert_eq!(whole.table.len(), 3);
    assert_eq!(whole.faults.len(), 2);
    assert_eq!(whole.faults[0].fault, Fault::RefusedCodec("LZO"));
    assert_eq!(whole.faults[0].place.column.as_deref(), Some("a"));
    assert_eq!(whole.faults[0].fault.next(), Next::AskForOtherCodec);
}

#[test]
fn an_encrypted_column_is_missing_and_the_others_are_there() {
    let style = Style {
        encrypted: Some(0),
        ..Style::default()
    };
    let whole = read_file(&small(style), 10, Limits::default()).unwrap();
    assert_eq!(whole.faults.len(), 1);
    assert_eq!(whole.faults[0].fault, Fault::EncryptedColumn);
    assert_eq!(whole.table.get(1, 0), Cell::Missing);
    assert_eq!(whole.table.get(1, 1), Cell::Text("y"));
}

#[test]
fn a_broken_page_costs_its_column_and_says_where() {
    let mut bytes = small(Style::default());
    // The first page begins behind the magic bytes; its Snappy behind a header of 20 bytes or so.
    bytes[30] ^= 0xff;
    let whole = read_file(&bytes, 10, Limits::default()).unwrap();
    if let [fault] = whole.faults.as_slice() {
        assert_eq!(fault.place.column.as_deref(), Some("a"));
        assert_eq!(fault.place.byte, Some(4));
    }
    assert_eq!(whole.table.get(2, 1), Cell::Text("x"));
}

#[test]
fn sizes_over_the_limits_are_refused_before_memory_is_taken() {
    let limits = Limits {
        page_bytes: 10,
        ..Limits::default()
    };
    let whole = read_file(&small(Style::default()), 10, limits).unwrap();
    let what = |at: usize| match &whole.faults[at].fault {
        Fault::TooLarge { what, most: 10, .. } => *what,
        _ => "",
    };
    assert_eq!((what(0), what(1)), ("unpacked page", "packed page"));
    let footer = Limits {
        footer_bytes: 10,
        ..Limits::default()
    };
    let error = read_file(&small(Style::default()), 10, footer).unwrap_err();
    assert!(matches!(
        error.fault,
        Fault::TooLarge { what: "footer", .. }
    ));
}

#[test]
fn what_a_row_group_holds_at_once_is_bounded_over_all_its_columns() {
    let limits = Limits {
        held_bytes: 60,
        ..Limits::default()
    };
    let whole = read_file(&small(Style::default()), 10, limits).unwrap();
    // The first column's page and values take 48 bytes.
    assert_eq!(whole.table.get(2, 0), Cell::Text("3"));
    let what = whole.faults.iter().map(|fault| match &fault.fault {
        Fault::TooLarge { what, .. } => *what,
        _ => "",
    });
    let what: Vec<_> = what.collect();
    assert_eq!(what, ["bytes of a row group held at once"]);
}

#[test]
fn whatever_byte_is_changed_nothing_panics_and_no_row_is_invented() {
    let bytes = small(Style::default());
    for at in 0..bytes.len() {
        for change in [0x01, 0x80, 0xff] {
            let mut bytes = bytes.clone();
            bytes[at] ^= change;
            if let Ok(whole) = read_file(&bytes, 1_000, Limits::default()) {
                assert!(whole.table.len() <= 1_000);
            }
        }
    }
    for length in 0..bytes.len() {
        drop(read_file(&bytes[..length], 1_000, Limits::default()));
    }
}
