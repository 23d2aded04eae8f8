//! Documents whose rows stand behind what is known of them: the beginning does not decide.

#![expect(
    clippy::unwrap_used,
    reason = "a test that meets something unforeseen should end there"
)]

use readers::{Hints, Limits, Opened, Options, Reader, UnicodeOnly, read_table};
use table::Rows as _;

/// Bytes of a piece, as sources give them.
const PIECE: usize = 64 * 1024;

fn options() -> Options {
    Options {
        limits: Limits::WHOLE,
        ..Options::default()
    }
}

/// Reads as a preview does: 128 kB, more while that leaves open what it is, then the rest.
fn in_pieces(text: &str) -> (usize, Opened) {
    let mut reader = Reader::new(Hints::default(), options());
    let mut pieces = text.as_bytes().chunks(PIECE);
    let mut seen = 0;
    for piece in pieces.by_ref().take(2) {
        seen += piece.len();
        reader.push(piece, &mut UnicodeOnly).unwrap();
    }
    while reader.is_undecided()
        && let Some(piece) = pieces.next()
    {
        seen += piece.len();
        reader.push(piece, &mut UnicodeOnly).unwrap();
    }
    reader.settle(&mut UnicodeOnly).unwrap();
    for piece in pieces {
        reader.push(piece, &mut UnicodeOnly).unwrap();
    }
    (seen, reader.finish(true, &mut UnicodeOnly).unwrap())
}

fn rows() -> String {
    let rows: Vec<String> = (0..500)
        .map(|n| format!("{{\"id\":{n},\"站\":\"站{n}\"}}"))
        .collect();
    rows.join(",")
}

#[test]
fn rows_behind_a_long_description_are_found() {
    let (long, rows) = ("说明".repeat(60_000), rows());
    let columns: Vec<String> = (0..3_000)
        .map(|n| {
            format!(
                "{{\"id\":{n},\"name\":\"c{n}\",\"description\":\"{}\"}}",
                "x".repeat(60)
            )
        })
        .collect();
    let columns = columns.join(",");
    for (text, path) in [
        (
            format!("{{\"meta\":{{\"text\":\"{long}\"}},\"data\":[{rows}]}}"),
            "/data",
        ),
        (
            format!("{{\"meta\":{{\"view\":{{\"columns\":[{columns}]}}}},\"data\":[{rows}]}}"),
            "/data",
        ),
        (
            format!("{{\"license\":\"{long}\",\"stations\":[{rows}]}}"),
            "/stations",
        ),
        (
            format!("{{\n\n\n\n\"license\":\"{long}\",\n\"stations\":[{rows}]\n}}"),
            "/stations",
        ),
    ] {
        let (_, opened) = in_pieces(&text);
        assert_eq!(opened.table.count().value(), 500, "{path}");
        let found = opened
            .notices
            .iter()
            .find_map(|notice| notice.data.get("path"));
        assert_eq!(found.map(String::as_str), Some(path));
        assert_eq!(
            opened,
            read_table(text.as_bytes(), &options(), &mut UnicodeOnly).unwrap()
        );
    }
}

#[test]
fn a_beginning_with_rows_decides_at_once() {
    let rows = vec![rows(); 20].join(",");
    for text in [
        format!("{{\"total\":9,\"data\":[{rows}]}}"),
        format!("{{\"stations\":[{rows}]}}"),
        format!("[{rows}]"),
        rows.replace("},{", "}\n{"),
    ] {
        assert_eq!(in_pieces(&text).0, 2 * PIECE);
    }
}

#[test]
fn a_document_that_is_one_object_is_one_row_after_some_megabytes() {
    let text = format!("{{\"a\":\"{}\",\"b\":1}}", "x".repeat(6 << 20));
    let (seen, opened) = in_pieces(&text);
    assert!(seen <= 4 << 20, "{seen}");
    assert_eq!(opened.table.count().value(), 1);
}
