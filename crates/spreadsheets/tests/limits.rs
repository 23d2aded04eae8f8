//! What is too large, locked or broken is named, at once and in bounded memory.
#![expect(clippy::unwrap_used, reason = "a test that finds nothing has failed")]

mod support;

use readers::{Options, UnicodeOnly};
use spreadsheets::{Limits, Sheet, SheetError, Workbook};
use support::xls::{cell, compound, number, record, stream, words};
use support::{folder, lying_zip, zip};

fn first(bytes: Vec<u8>, limits: Limits) -> Result<Sheet, SheetError> {
    let book = Workbook::open(bytes, limits, &mut UnicodeOnly)?;
    Ok(book.chosen(None, &mut UnicodeOnly)?.1)
}

fn error(bytes: Vec<u8>) -> SheetError {
    first(bytes, Limits::USUAL).unwrap_err()
}

const BOOK: &[u8] = b"<workbook><sheets><sheet name='a' r:id='1'/></sheets></workbook>";
const RELATED: &[u8] =
    b"<Relationships><Relationship Id='1' Type='a/worksheet' Target='s.xml'/></Relationships>";

/// An XLSX of one sheet with these rows.
fn xlsx(rows: &str) -> Vec<u8> {
    lying_xlsx(rows, 0)
}

fn lying_xlsx(rows: &str, lie: i64) -> Vec<u8> {
    let sheet = format!("<worksheet><sheetData>{rows}</sheetData></worksheet>");
    let parts: &[(&str, &[u8])] = &[
        ("xl/workbook.xml", BOOK),
        ("xl/_rels/workbook.xml.rels", RELATED),
        ("xl/s.xml", sheet.as_bytes()),
    ];
    lying_zip(parts, lie)
}

fn ods(rows: &str) -> Vec<u8> {
    let content = format!("<c><table:table table:name='a'>{rows}</table:table></c>");
    zip(&[("content.xml", content.as_bytes())])
}

#[test]
fn what_is_too_large_says_how_large_it_is() {
    let error_of = |limits| first(folder("kinds.xlsx"), limits).unwrap_err();
    let usual = Limits::USUAL;
    let found = error_of(Limits {
        bytes: 3_000,
        ..usual
    });
    assert!(
        matches!(
            found,
            SheetError::TooLarge {
                bytes: 3_001..,
                most: 3_000
            }
        ),
        "{found}"
    );
    assert_eq!(
        error_of(Limits { cells: 10, ..usual }),
        SheetError::TooManyCells { most: 10 }
    );
    // A directory may say anything: too much is refused before a byte is unpacked.
    let found = error(lying_xlsx("", 200_000_000));
    assert!(
        matches!(
            found,
            SheetError::TooLarge {
                bytes: 600_000_000..,
                ..
            }
        ),
        "{found}"
    );
    // One that says too little is found out while unpacking.
    let found = error(lying_xlsx(&"<row/>".repeat(100_000), -20));
    assert!(found.to_string().ends_with("larger-than-stated"), "{found}");
}

#[test]
fn rows_and_cells_that_are_repeated_count() {
    let cell = "<table:table-cell table:number-columns-repeated='16384' office:value-type='float' office:value='1'/>";
    let rows =
        format!("<table:table-row table:number-rows-repeated='1048576'>{cell}</table:table-row>");
    assert_eq!(
        error(ods(&rows)),
        SheetError::TooManyCells { most: 5_000_000 }
    );
    // Empty ones cost nothing, however many.
    let rows = "<table:table-row table:number-rows-repeated='4294967295'><table:table-cell table:number-columns-repeated='4294967295'/></table:table-row>";
    assert!(
        first(ods(&rows.repeat(1_000)), Limits::USUAL)
            .unwrap()
            .is_empty()
    );
}

#[test]
fn corners_far_apart_make_no_range() {
    let rows = "<row r='1'><c r='A1'><v>1</v></c></row><row r='1048576'><c r='XFD1048576'><v>2</v></c></row>";
    let found = first(xlsx(rows), Limits::USUAL).unwrap();
    let found = found.table(&Options::default(), None);
    assert_eq!((found.table.len(), found.table.width()), (2, 16_384));
    let cells = [number(0, 0, 0, 1.0), number(65_535, 255, 0, 2.0)];
    let bytes = compound("Workbook", stream(0x0600, &[], b"\x01\0a", &cells));
    let found = first(bytes, Limits::USUAL)
        .unwrap()
        .table(&Options::default(), None);
    assert_eq!((found.table.len(), found.table.width()), (2, 256));
}

#[test]
fn locks_are_named() {
    assert_eq!(
        error(compound("EncryptedPackage", vec![1; 5_000])),
        SheetError::Password
    );
    let locked = stream(
        0x0600,
        &[record(0x002F, &words(&[1, 1, 1]))],
        b"\x01\0a",
        &[],
    );
    assert_eq!(error(compound("Workbook", locked)), SheetError::Password);
    let manifest = b"<m><f><manifest:encryption-data/></f></m>";
    let parts: &[(&str, &[u8])] = &[("content.xml", b"?"), ("META-INF/manifest.xml", manifest)];
    assert_eq!(error(zip(parts)), SheetError::Password);
}

#[test]
fn faults_have_a_place() {
    let mut cut = stream(0x0600, &[], b"\x01\0a", &[number(0, 0, 0, 1.0)]);
    cut.truncate(cut.len() - 10);
    // What stands behind is no record that ends a sheet.
    cut.resize(4_096, 0xFF);
    let cut = compound("Workbook", cut);
    for (bytes, fault) in [
        (xlsx("<row><c><v>1<!-- "), "xl/s.xml is broken at byte 34: "),
        (
            xlsx("<row><c><v>1"),
            "xl/s.xml is broken at byte 58: ends-early",
        ),
        (
            xlsx("<row r='0'/>"),
            "xl/s.xml is broken at byte 34: row-number",
        ),
        (
            xlsx("<row><c r='1A'/></row>"),
            "xl/s.xml is broken at byte 38: cell-reference",
        ),
        (
            xlsx("<row><c t='s'><v>9</v></c></row>"),
            "xl/s.xml is broken at byte 48: shared-string",
        ),
        (
            zip(&[("xl/workbook.xml", BOOK)]),
            "there is no sheet 1 among 0",
        ),
        (
            zip(&[("a.xml", BOOK)]),
            "xl/workbook.xml is broken at byte 0: missing-part",
        ),
        (
            zip(&[("content.xml", b"\xFF")]),
            "content.xml is broken at byte 0: not-utf-8",
        ),
        (
            b"PK\x03\x04".to_vec(),
            "zip is broken at byte 0: damaged-archive",
        ),
        (cut, "Workbook is broken at byte 4096: ends-early"),
        (b"".to_vec(), "compound file is broken at byte 0: not-one"),
        (
            compound("Else", Vec::new()),
            "Workbook is broken at byte 0: missing-part",
        ),
        (
            compound("WordDocument", Vec::new()),
            "the file is doc, which is not read",
        ),
    ] {
        let found = error(bytes).to_string();
        assert!(found.starts_with(fault), "{found}, not {fault}");
    }
}

/// Numbers that look like chance, the same in each run.
struct Chance(u64);

impl Chance {
    fn below(&mut self, most: usize) -> usize {
        self.0 = self
            .0
            .wrapping_mul(6_364_136_223_846_793_005)
            .wrapping_add(1_442_695_040_888_963_407);
        (self.0 >> 33) as usize % most.max(1)
    }
}

#[test]
fn damage_anywhere_ends_in_rows_or_an_error() {
    let label = cell(0x0204, 1, 1, 0, b"\x03\0\0abc");
    let formula = [
        cell(0x0006, 2, 1, 0, &[0, 0, 0, 0, 0, 0, 0xFF, 0xFF]),
        record(0x0207, b"\x01\0\0a"),
    ];
    let shared = record(
        0x00FC,
        b"\x01\0\0\0\x01\0\0\0\x02\0\x0C\x01\0\x04\0\0\0ab\0\0\0\0....",
    );
    let sheet = [
        label,
        formula.concat(),
        number(3, 1, 0, 1.5),
        cell(0x00FD, 4, 1, 0, &[0; 4]),
    ];
    let xls = compound("Workbook", stream(0x0600, &[shared], b"\x01\0a", &sheet));
    let mut chance = Chance(7);
    for sound in [xls, folder("kinds.xlsx"), folder("kinds.ods")] {
        assert!(first(sound.clone(), Limits::USUAL).is_ok());
        for _ in 0..3_000 {
            let mut bytes = sound.clone();
            for _ in 0..1 + chance.below(4) {
                let at = chance.below(bytes.len());
                bytes[at] = [0, 0xFF, 0x80, chance.below(256) as u8][chance.below(4)];
            }
            if chance.below(4) == 0 {
                bytes.truncate(chance.below(bytes.len()));
            }
            if let Ok(sheet) = first(bytes, Limits::USUAL) {
                drop(sheet.table(&Options::default(), None));
            }
        }
    }
}
