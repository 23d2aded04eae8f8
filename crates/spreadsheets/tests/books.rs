//! Workbooks of our own give what their twins say. A new case is a folder of parts and a text;
//! `BLESS=1` writes the text, to be reviewed.
#![expect(clippy::unwrap_used, reason = "a test that finds nothing has failed")]

mod support;

use readers::{Decoder, NoSuchEncoding, Options, UnicodeOnly};
use spreadsheets::{Limits, Workbook};
use std::path::Path;
use support::xls::{cell, compound, number, record, stream, words};
use table::Rows as _;

/// All that is said of a workbook.
fn told(bytes: Vec<u8>, decoder: &mut dyn Decoder) -> String {
    let book = match Workbook::open(bytes, Limits::USUAL, decoder) {
        Ok(book) => book,
        Err(error) => return format!("{error}\n"),
    };
    let mut text = format!("{}\n", book.format().name());
    for sheet in book.sheets() {
        let hidden = if sheet.hidden { " (hidden)" } else { "" };
        text.push_str(&format!("sheet {}{hidden}\n", sheet.name));
    }
    let (chosen, sheet) = book.chosen(None, decoder).unwrap();
    let found = sheet.table(&Options::default(), None);
    text.push_str(&format!("shown {chosen}\n"));
    for notice in &found.notices {
        text.push_str(&format!("{} {:?}\n", notice.code.name(), notice.data));
    }
    let line = |cells: Vec<String>| format!("{}\n", cells.join(" | "));
    let name = |column: &table::Column| format!("{} ({})", column.name, column.kind.name());
    text.push_str(&line(found.table.columns().iter().map(name).collect()));
    for row in 0..found.table.len() {
        let cells = found.table.row(row);
        text.push_str(&line(
            cells
                .map(|cell| cell.text().unwrap_or("-").escape_debug().to_string())
                .collect(),
        ));
    }
    text
}

#[track_caller]
fn hold(name: &str, bytes: Vec<u8>, decoder: &mut dyn Decoder) {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/workbooks");
    let path = path.join(format!("{name}.expect.txt"));
    let found = told(bytes, decoder);
    if std::env::var_os("BLESS").is_some() {
        std::fs::write(&path, &found).unwrap();
    }
    assert_eq!(found, std::fs::read_to_string(&path).unwrap(), "{name}");
}

#[test]
fn archives_of_xml_parts() {
    for name in ["kinds.xlsx", "mac.xlsx", "kinds.ods"] {
        hold(name, support::folder(name), &mut UnicodeOnly);
    }
}

/// A text with its length in one byte (`short`) or two, characters of one byte.
fn text(text: &str, short: bool) -> Vec<u8> {
    let mut bytes = match short {
        true => vec![text.len() as u8],
        false => words(&[text.len() as u16]),
    };
    bytes.push(0);
    bytes.extend(text.as_bytes());
    bytes
}

#[test]
fn records_of_1997() {
    let style = |format: u16| record(0x00E0, &[words(&[0, format]), vec![0; 16]].concat());
    let format = |id: u16, code: &str| record(0x041E, &[words(&[id]), text(code, false)].concat());
    // The third text is cut by a record's end: what follows is wide.
    let mut shared = [4_u32.to_le_bytes(), 4_u32.to_le_bytes()].concat();
    shared.extend(text("name", false));
    shared.extend(text("value", false));
    shared.extend([6, 0, 0, b'a', b'b']);
    let more = [vec![1], words(&[0x4E00, 0x4E8C, 0x4E09, 0x56DB])].concat();
    // The fourth has a run of a font and a pronunciation behind it.
    let rich = [vec![1, 0, 12, 1, 0, 4, 0, 0, 0, b'x'], vec![9; 8]].concat();
    let globals = [
        record(0x0042, &words(&[1200])),
        format(164, "yyyy\\-mm\\-dd"),
        format(165, "00000"),
        style(0),
        style(164),
        style(10),
        style(165),
        record(0x00FC, &shared),
        record(0x003C, &[more, rich].concat()),
    ];
    let rk = |value: i32| ((value << 2) as u32 | 2).to_le_bytes();
    let mul = |style: u16, value: i32| [words(&[style]), rk(value).to_vec()].concat();
    let formula = |value: [u8; 8]| [value.to_vec(), vec![0; 8]].concat();
    let chart = [
        record(0x0809, &words(&[0x0600, 0x20])),
        number(0, 0, 0, 9.0),
        record(0x000A, &[]),
    ];
    let sheet = [
        // A range that nobody should make room for.
        record(0x0200, &[[0; 4], 65_536_u32.to_le_bytes()].concat()),
        chart.concat(),
        cell(0x00FD, 2, 1, 0, &0_u32.to_le_bytes()),
        cell(0x00FD, 2, 2, 0, &1_u32.to_le_bytes()),
        cell(0x00FD, 3, 1, 0, &2_u32.to_le_bytes()),
        number(3, 2, 1, 44_197.0),
        cell(0x00FD, 4, 1, 0, &3_u32.to_le_bytes()),
        number(4, 2, 2, 0.125),
        record(
            0x00BD,
            &[words(&[5, 1]), mul(3, 42), mul(0, -7), words(&[2])].concat(),
        ),
        cell(0x027E, 6, 2, 0, &rk(5)),
        cell(0x0006, 7, 2, 0, &formula([0, 0, 0, 0, 0, 0, 0xFF, 0xFF])),
        record(0x0207, &text("said", false)),
        cell(0x0006, 8, 2, 0, &formula([2, 0, 0x2A, 0, 0, 0, 0xFF, 0xFF])),
        cell(0x0205, 9, 2, 0, &[1, 0]),
        number(10, 2, 0, 1.2345678901234568e17),
        // Too short: left out.
        cell(0x0203, 11, 2, 0, &[1, 2]),
        record(0x00E5, &words(&[1, 2, 3, 1, 1])),
    ];
    let stream = stream(0x0600, &globals, &text("Sheet1", true), &sheet);
    hold(
        "records.xls",
        compound("Workbook", stream),
        &mut UnicodeOnly,
    );
}

/// Knows two characters of GB 18030, which GBK is a part of.
struct Gbk;

impl Decoder for Gbk {
    fn decode(
        &mut self,
        label: &str,
        bytes: &[u8],
        _: bool,
        text: &mut String,
    ) -> Result<(), NoSuchEncoding> {
        assert_eq!(label, "gb18030");
        text.push_str(if bytes == b"\xB1\xED" { "表" } else { "甲" });
        Ok(())
    }
}

#[test]
fn records_of_1995() {
    let label = |row, column, bytes: &[u8]| {
        let text = [words(&[bytes.len() as u16]), bytes.to_vec()].concat();
        cell(0x0204, row, column, 0, &text)
    };
    let globals = [record(0x0042, &words(&[936])), record(0x0022, &words(&[1]))];
    let sheet = [
        label(0, 0, b"id"),
        label(0, 1, b"n"),
        label(1, 0, b"\xBC\xD7"),
        number(1, 1, 0, 1.0),
    ];
    let stream = stream(0x0500, &globals, b"\x02\xB1\xED", &sheet);
    hold("records_1995.xls", compound("Book", stream), &mut Gbk);
}
