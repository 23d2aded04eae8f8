//! Reading again, from any mark or from the beginning, gives the rows of the first reading.

#![expect(
    clippy::unwrap_used,
    reason = "a test that meets something unforeseen should end there"
)]

mod support;

use proptest::prelude::*;
use readers::{Hints, Layout, Limits, Mark, Opened, Options, Reader};
use support::Legacy;
use table::{Cell, Cells};

/// A row as texts, up to its last cell that is not blank: a blank cell behind the header is
/// missing if no row before it brought the column, and empty once the column is known.
type Texts = Vec<Option<String>>;

fn trimmed(mut row: Texts) -> Texts {
    while row
        .last()
        .is_some_and(|cell| cell.as_deref().is_none_or(|text| text.trim().is_empty()))
    {
        row.pop();
    }
    row
}

fn rows(table: &table::Table) -> Vec<Texts> {
    let text = |cell: Cell<'_>| cell.text().map(str::to_owned);
    (0..table.len())
        .map(|row| trimmed(table.row(row).map(text).collect()))
        .collect()
}

/// Everything that one reading gives.
struct First {
    whole: Opened,
    layout: Layout,
    marks: Vec<Mark>,
}

/// Reads bytes in pieces of these sizes, each cut where the reader says.
fn first(bytes: &[u8], sizes: &[usize], limits: Limits) -> Option<First> {
    let options = Options {
        limits,
        ..Options::default()
    };
    let mut reader = Reader::new(Hints::default(), options);
    let mut decoder = Legacy::default();
    let mut marks = Vec::new();
    let mut rest = bytes;
    for size in sizes.iter().cycle() {
        let (mut piece, after) = rest.split_at(rest.len().min(*size));
        while !piece.is_empty() {
            let (now, later) = piece.split_at(reader.cut(piece));
            reader.push(now, &mut decoder).ok()?;
            marks.extend(reader.mark());
            piece = later;
        }
        rest = after;
        if rest.is_empty() {
            break;
        }
    }
    let (whole, layout) = reader.close(true, &mut decoder).ok()?;
    let layout = layout.unwrap();
    marks.extend(layout.start);
    marks.sort_unstable();
    Some(First {
        whole,
        layout,
        marks,
    })
}

/// Every row by a walk from the beginning, in pieces of a size.
fn walked(layout: &Layout, bytes: &[u8], size: usize) -> Vec<Texts> {
    let width = layout.columns.len();
    let mut decoder = Legacy::default();
    let mut found = Vec::new();
    let mut each = |number: u64, row: &dyn Cells| {
        assert_eq!(number, found.len() as u64);
        let text = |at| row.cell(at).text().map(str::to_owned);
        found.push(trimmed((0..width).map(text).collect()));
        true
    };
    let mut pass = layout.pass();
    for piece in bytes.chunks(size) {
        assert!(pass.push(piece, &mut decoder, &mut each).unwrap());
    }
    pass.finish(true, &mut decoder, &mut each).unwrap();
    found
}

fn check(bytes: &[u8], sizes: &[usize]) -> usize {
    let Some(First {
        whole,
        layout,
        marks,
    }) = first(bytes, sizes, Limits::WHOLE)
    else {
        return 0;
    };
    let expected = rows(&whole.table);
    for mark in &marks {
        let rest = &bytes[usize::try_from(mark.bytes).unwrap()..];
        let at = usize::try_from(mark.row).unwrap();
        let read = layout
            .read(rest, true, 0, usize::MAX, &mut Legacy::default())
            .unwrap();
        assert_eq!(rows(&read), expected[at..], "from {mark:?}");
        let some = layout
            .read(rest, true, 1, 2, &mut Legacy::default())
            .unwrap();
        let all = expected[at..].iter().skip(1).take(2);
        assert!(rows(&some).iter().eq(all), "two from {mark:?}");
    }
    assert_eq!(walked(&layout, bytes, sizes[0]), expected);
    marks.len()
}

fn in_encodings(text: &str) -> Vec<Vec<u8>> {
    let marked = format!("\u{FEFF}{text}");
    let mut all = vec![text.as_bytes().to_vec(), marked.as_bytes().to_vec()];
    all.push(marked.encode_utf16().flat_map(u16::to_le_bytes).collect());
    all.push(marked.encode_utf16().flat_map(u16::to_be_bytes).collect());
    for encoding in [encoding_rs::GB18030, encoding_rs::BIG5] {
        all.push(encoding.encode(text).0.into_owned());
    }
    let western = [
        ('目', "Título "),
        ('編', "número"),
        ('名', "nom é"),
        ('備', "Größe"),
        ('市', "é"),
    ];
    let western = western
        .iter()
        .fold(text.to_owned(), |text, (from, to)| text.replace(*from, to));
    let western = western.replace(|c: char| c > '\u{FF}', "");
    all.push(encoding_rs::WINDOWS_1252.encode(&western).0.into_owned());
    all
}

/// A table of some 300 kB with quoted line ends, blank lines and a title.
fn long_table(end: &str) -> String {
    let mut text = format!("目錄{end}{end}編號,名稱,備註{end}");
    for row in 0..8_000 {
        let name = match row % 7 {
            0 => format!("\"臺北{row}, 市{end}第二行\""),
            3 => String::new(),
            _ => format!("項目{row}"),
        };
        text.push_str(&format!(
            "{row:05},{name},\"a \"\"b\"\" {}\"{end}",
            row % 13
        ));
        if row % 500 == 0 {
            text.push_str(end);
        }
    }
    text
}

#[test]
fn every_mark_of_a_long_table_gives_the_rows_that_follow_it() {
    for end in ["\n", "\r\n", "\r"] {
        for bytes in in_encodings(&long_table(end)) {
            for size in [7_001, 70_000, 1 << 20] {
                assert!(check(&bytes, &[size]) > 1, "{end:?} in {size}");
            }
        }
    }
}

#[test]
fn lines_of_json_have_marks_too() {
    let mut text = String::new();
    for row in 0..5_000 {
        text.push_str(&format!("{{\"id\":{row},\"name\":\"名{row}\"}}\n"));
        if row == 4_000 {
            text.push_str("broken\n{\"id\":1,\"late\":true}\n");
        }
    }
    assert!(check(text.as_bytes(), &[10_000]) > 4);
}

#[test]
fn a_document_is_walked_from_its_beginning_only() {
    let rows: Vec<String> = (0..100)
        .map(|row| format!("{{\"a\":{row},\"b\":\"x\"}}"))
        .collect();
    let text = format!("{{\"data\":[{}]}}", rows.join(","));
    assert_eq!(check(text.as_bytes(), &[64]), 0);
}

#[test]
fn a_line_that_names_the_delimiter_is_passed_over_again_in_any_pieces() {
    for end in ["\n", "\r\n", "\r"] {
        let text = format!("sep=;{end}a;b{end}1;2{end}3;4{end}");
        for size in 1..9 {
            check(text.as_bytes(), &[size]);
        }
    }
}

#[test]
fn what_came_so_far_is_said_while_more_comes() {
    let text = long_table("\n");
    let mut reader = Reader::new(Hints::default(), Options::default());
    let mut decoder = Legacy::default();
    assert!(reader.so_far().is_none());
    reader
        .push(&text.as_bytes()[..100_000], &mut decoder)
        .unwrap();
    let early = reader.so_far().unwrap();
    assert_eq!(early.table.len(), 1_000);
    assert_eq!(early.profile.rows, reader.rows());
    assert!(!early.complete && early.bytes == 100_000);
    reader
        .push(&text.as_bytes()[100_000..], &mut decoder)
        .unwrap();
    let whole = reader.finish(true, &mut decoder).unwrap();
    assert_eq!(whole.profile.rows, 8_000);
}

proptest! {
    #[test]
    fn any_text_is_read_again_as_it_was_read(
        tokens in prop::collection::vec(prop_oneof![
            Just("\""), Just("\"\""), Just(","), Just("\n"), Just("\r\n"), Just("\r"), Just(" "),
            Just("a"), Just("12"), Just("名"), Just("x,y\n"), Just("1,2\n"), Just("\\"),
        ], 0..60),
        sizes in prop::collection::vec(1usize..20, 1..4),
    ) {
        check(tokens.concat().as_bytes(), &sizes);
    }
}
