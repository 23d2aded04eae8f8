//! What holds for every text: pieces do not matter, nothing panics, and what was written as a
//! table is read as that table.

#![expect(
    clippy::unwrap_used,
    reason = "a test that meets something unforeseen should end there"
)]

mod support;

use proptest::prelude::*;
use readers::{Encoding, Format, Hints, Opened, Options, ReadError, Reader};
use support::Legacy;

/// Reads bytes in pieces whose sizes follow each other round and round.
fn read(bytes: &[u8], options: &Options, sizes: &[usize]) -> Result<Opened, ReadError> {
    let mut reader = Reader::new(Hints::default(), options.clone());
    let mut decoder = Legacy::default();
    let mut rest = bytes;
    for size in sizes.iter().cycle() {
        let (piece, after) = rest.split_at(rest.len().min(*size));
        reader.push(piece, &mut decoder)?;
        rest = after;
        if rest.is_empty() {
            break;
        }
    }
    reader.finish(true, &mut decoder)
}

/// Text made of what readers stumble over.
fn awkward() -> impl Strategy<Value = String> {
    let token = prop_oneof![
        Just("\""),
        Just("\"\""),
        Just(","),
        Just(";"),
        Just("\t"),
        Just("|"),
        Just("，"),
        Just("\n"),
        Just("\r\n"),
        Just("\r"),
        Just(" "),
        Just("\\"),
        Just("\0"),
        Just("a"),
        Just("12"),
        Just("名称"),
        Just("𠮷"),
        Just("{"),
        Just("}"),
        Just("["),
        Just("]"),
        Just(":"),
        Just("\"a\":1"),
        Just("null"),
        Just("é"),
        Just("\u{FEFF}"),
        Just("合计"),
    ];
    prop::collection::vec(token, 0..80).prop_map(|tokens| tokens.concat())
}

fn sizes() -> impl Strategy<Value = Vec<usize>> {
    prop::collection::vec(1usize..20, 1..6)
}

/// Cells that survive as they are: the file format can write anything but a NUL.
fn cell() -> impl Strategy<Value = String> {
    prop_oneof![
        "[ -~]{0,12}",
        "[一-龥，。\"\n\r;|]{0,6}",
        Just("line one\r\nline two".to_owned()),
        Just("0012".to_owned()),
    ]
}

fn quoted(cell: &str) -> String {
    format!("\"{}\"", cell.replace('"', "\"\""))
}

/// A value of JSON, or something that is nearly one, as a file may write it.
fn value() -> impl Strategy<Value = String> {
    let number = (
        prop::sample::select(vec!["", "-", "+"]),
        prop::sample::select(vec![
            "0",
            "7",
            "01",
            "",
            "12345678",
            "123456789012345678901",
        ]),
        prop::sample::select(vec!["", ".5", ".", ".12345678", ".000000001"]),
        prop::sample::select(vec!["", "e5", "E-07", "e+", "e", "E+123456789"]),
    )
        .prop_map(|(sign, whole, fraction, exponent)| format!("{sign}{whole}{fraction}{exponent}"));
    let text = prop::collection::vec(
        prop_oneof![
            Just("a"),
            Just("long enough for words"),
            Just("名称"),
            Just("𠮷"),
            Just(" "),
            Just("\\n"),
            Just("\\\""),
            Just("\\\\"),
            Just("\\/"),
            Just("\\u00e9"),
            Just("\\ud83d\\ude00"),
            Just("\\ud83d"),
            Just("\\x"),
            Just("\\u12"),
            Just("\t"),
            Just("\""),
        ],
        0..4,
    );
    let usual = prop::sample::select(vec![
        "1",
        "2.5",
        "\"a\"",
        "\"名称\"",
        "null",
        "true",
        "false",
    ]);
    prop_oneof![
        6 => usual.prop_map(str::to_owned),
        2 => number,
        3 => text.prop_map(|parts| format!("\"{}\"", parts.concat())),
        1 => prop::sample::select(vec![
            "nul", "truex", "False", "NaN", "", "{}", "[]", "[1, 2]", "{\"a\" : \"b c\"}", "[1,\r2]",
            "[\"a  b\",{\"c\":[null]}]", "[1,]", "[[[[]]]]", "{\"a\"}", "[\"\\u00e9 \\\" \", 1 ]",
        ]).prop_map(str::to_owned),
    ]
}

/// An object on one line, with keys that others have too, in any order.
fn object() -> impl Strategy<Value = String> {
    let key = prop::sample::select(vec![
        "a",
        "b",
        "c",
        "d",
        "名称",
        "long enough a key",
        "a",
        "b",
        "c",
        "e\\n",
        "\\u0061",
        "",
    ]);
    let blank = || prop::sample::select(vec!["", "", "", " ", "\t", " \r"]);
    let member = (key, blank(), blank(), value(), blank())
        .prop_map(|(key, a, b, value, c)| format!("{c}\"{key}\"{a}:{b}{value}{c}"));
    let end = prop::sample::select(vec![
        "}", "}", "}", "}", "}", "} ", "}\r", ",}", "}}", "", "}x",
    ]);
    (prop::collection::vec(member, 0..6), end)
        .prop_map(|(members, end)| format!("{{{}{end}", members.join(",")))
}

/// Many control characters in a short text are else taken for something that is no text.
fn json(format: Format) -> Options {
    Options {
        format: Some(format),
        encoding: Some(Encoding::Utf8),
        ..Options::default()
    }
}

/// Without the number of bytes.
fn said(
    read: Result<Opened, ReadError>,
) -> Result<(table::Table, table::Profile, Vec<table::Notice>), ReadError> {
    read.map(|opened| (opened.table, opened.profile, opened.notices))
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn pieces_never_change_the_result(text in awkward(), sizes in sizes()) {
        let options = Options::default();
        prop_assert_eq!(
            read(text.as_bytes(), &options, &sizes),
            read(text.as_bytes(), &options, &[usize::MAX])
        );
    }

    #[test]
    fn pieces_never_change_delimited_text(text in awkward(), sizes in sizes()) {
        let options = Options { format: Some(Format::Csv), ..Options::default() };
        prop_assert_eq!(
            read(text.as_bytes(), &options, &sizes),
            read(text.as_bytes(), &options, &[usize::MAX])
        );
    }

    #[test]
    fn any_bytes_are_read_or_refused(bytes in prop::collection::vec(any::<u8>(), 0..300), sizes in sizes()) {
        let options = Options::default();
        prop_assert_eq!(read(&bytes, &options, &sizes), read(&bytes, &options, &[usize::MAX]));
    }

    #[test]
    fn what_was_written_as_csv_is_read_as_it_was(
        rows in prop::collection::vec(prop::collection::vec(cell(), 3), 1..12),
        delimiter in prop::sample::select(vec![',', ';', '\t', '|', '，']),
        line_end in prop::sample::select(vec!["\n", "\r\n", "\r"]),
        sizes in sizes(),
    ) {
        let mut text = format!("a{delimiter}b{delimiter}c{line_end}");
        for row in &rows {
            let cells: Vec<String> = row.iter().map(|cell| quoted(cell)).collect();
            text.push_str(&cells.join(&delimiter.to_string()));
            text.push_str(line_end);
        }
        let options = Options {
            format: Some(Format::Csv),
            delimiter: Some(delimiter),
            header: Some(true),
            ..Options::default()
        };
        let opened = read(text.as_bytes(), &options, &sizes).unwrap();
        prop_assert_eq!(opened.table.len(), rows.len());
        // A backslash before a mark is read as an escape when the file gives a reason to.
        prop_assume!(opened.dialect.is_some_and(|dialect| !dialect.backslash));
        for (at, row) in rows.iter().enumerate() {
            let read: Vec<&str> = opened.table.row(at).map(|cell| cell.text().unwrap()).collect();
            prop_assert_eq!(&read, row);
        }
    }

    #[test]
    fn what_was_written_as_json_is_read_as_it_was(
        rows in prop::collection::vec(prop::collection::vec(prop::option::of(any::<String>()), 3), 1..12),
        sizes in sizes(),
        pretty in any::<bool>(),
    ) {
        let objects: Vec<serde_json::Value> = rows
            .iter()
            .map(|row| serde_json::json!({ "a": row[0], "b": row[1], "c": row[2] }))
            .collect();
        let text = if pretty {
            serde_json::to_string_pretty(&objects).unwrap()
        } else {
            serde_json::to_string(&objects).unwrap()
        };
        let options = Options { format: Some(Format::Json), ..Options::default() };
        let opened = read(text.as_bytes(), &options, &sizes).unwrap();
        prop_assert_eq!(opened.table.len(), rows.len());
        for (at, row) in rows.iter().enumerate() {
            let read: Vec<Option<&str>> = opened.table.row(at).map(|cell| cell.text()).collect();
            let row: Vec<Option<&str>> = row.iter().map(|cell| cell.as_deref()).collect();
            prop_assert_eq!(read, row);
        }
    }

    /// A record separator before a line, which means nothing, has it read in the general way.
    #[test]
    fn lines_are_read_the_same_plainly_and_in_the_general_way(
        lines in prop::collection::vec(object(), 1..12),
        sizes in sizes(),
    ) {
        let options = json(Format::NdJson);
        let plain: String = lines.iter().map(|line| format!("{line}\n")).collect();
        let general: String = lines.iter().map(|line| format!("\u{1E}{line}\n")).collect();
        let found = said(read(plain.as_bytes(), &options, &[usize::MAX]));
        prop_assert_eq!(&found, &said(read(general.as_bytes(), &options, &[usize::MAX])));
        prop_assert_eq!(found, said(read(plain.as_bytes(), &options, &sizes)));
    }

    #[test]
    fn an_array_of_sound_objects_is_read_as_lines_of_them(
        objects in prop::collection::vec(object(), 1..12),
        blank in prop::sample::select(vec!["", "\n", "\r\n  "]),
    ) {
        let is_sound = |text: &String| serde_json::from_str::<serde_json::Value>(text).is_ok();
        let sound: Vec<String> = objects.into_iter().filter(is_sound).collect();
        prop_assume!(!sound.is_empty());
        let lines: String = sound.iter().map(|line| format!("\u{1E}{line}\n")).collect();
        // Lines may end where blanks are, outside of strings.
        let array = format!("[{}]", sound.join(&format!(",{blank}"))).replace(" \r", "\n");
        let lines = read(lines.as_bytes(), &json(Format::NdJson), &[usize::MAX]);
        let found = read(array.as_bytes(), &json(Format::Json), &[usize::MAX]);
        // Objects without a member are no table in either.
        let rows = |opened: Opened| (opened.table, opened.profile);
        prop_assert_eq!(found.map(rows), lines.map(rows));
    }
}
