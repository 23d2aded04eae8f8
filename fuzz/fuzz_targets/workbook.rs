//! Whatever the bytes of a workbook are, opening it neither panics nor hangs nor takes memory
//! without bound. The first byte says where the others go: a whole file, a part of a sound
//! archive, or the records of a sound compound file, so that they reach what reads them.
#![no_main]

use libfuzzer_sys::fuzz_target;
use readers::{Options, UnicodeOnly};
use spreadsheets::{Limits, Workbook};

const LIMITS: Limits = Limits {
    bytes: 4_000_000,
    cells: 20_000,
};

const BOOK: &[u8] = b"<workbook><sheets><sheet name='a' r:id='1'/></sheets></workbook>";
const RELATED: &[u8] =
    b"<Relationships><Relationship Id='1' Type='/worksheet' Target='s.xml'/></Relationships>";
const SHEET: &[u8] = b"<worksheet><sheetData><row><c t='s' s='1'><v>0</v></c><c s='1'><v>1.5</v></c></row></sheetData></worksheet>";
const STYLES: &[u8] = b"<s><cellXfs><xf numFmtId='0'/><xf numFmtId='22'/></cellXfs></s>";
const STRINGS: &[u8] = b"<sst><si><t>a</t></si></sst>";

fuzz_target!(|bytes: &[u8]| {
    let Some((kind, bytes)) = bytes.split_first() else {
        return;
    };
    let book = ("xl/workbook.xml", BOOK);
    let related = ("xl/_rels/workbook.xml.rels", RELATED);
    let sheet = ("xl/s.xml", SHEET);
    let file = match kind {
        b'x' => zip(&[book, related, ("xl/s.xml", bytes), ("xl/styles.xml", STYLES), ("xl/sharedStrings.xml", STRINGS)]),
        b's' => zip(&[book, related, sheet, ("xl/styles.xml", bytes), ("xl/sharedStrings.xml", STRINGS)]),
        b't' => zip(&[book, related, sheet, ("xl/sharedStrings.xml", bytes), ("xl/styles.xml", STYLES)]),
        b'b' => zip(&[("xl/workbook.xml", bytes), related, sheet]),
        b'r' => zip(&[book, ("xl/_rels/workbook.xml.rels", bytes), sheet]),
        b'o' => zip(&[("content.xml", bytes)]),
        b'm' => zip(&[("content.xml", b""), ("META-INF/manifest.xml", bytes)]),
        b'w' => compound(bytes),
        _ => bytes.to_vec(),
    };
    let Ok(book) = Workbook::open(file, LIMITS, &mut UnicodeOnly) else {
        return;
    };
    for at in 0..book.sheets().len().min(3) {
        if let Ok(sheet) = book.sheet(at, &mut UnicodeOnly) {
            let found = sheet.table(&Options::default(), None);
            assert!(found.table.width() <= 16_384);
        }
    }
});

/// An archive of parts that are not packed.
fn zip(parts: &[(&str, &[u8])]) -> Vec<u8> {
    let (mut out, mut directory) = (Vec::new(), Vec::new());
    for (name, bytes) in parts {
        let at = out.len() as u32;
        let length = (bytes.len() as u32).to_le_bytes();
        let mut common = vec![20, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0];
        common.extend(length);
        common.extend(length);
        common.extend((name.len() as u16).to_le_bytes());
        common.extend([0; 2]);
        out.extend(b"PK\x03\x04");
        out.extend(&common);
        out.extend(name.as_bytes());
        out.extend(*bytes);
        directory.extend(b"PK\x01\x02\x14\0");
        directory.extend(&common);
        directory.extend([0; 10]);
        directory.extend(at.to_le_bytes());
        directory.extend(name.as_bytes());
    }
    let (at, count) = (out.len() as u32, (parts.len() as u16).to_le_bytes());
    out.extend(&directory);
    out.extend(b"PK\x05\x06\0\0\0\0");
    out.extend(count);
    out.extend(count);
    out.extend((directory.len() as u32).to_le_bytes());
    out.extend(at.to_le_bytes());
    out.extend([0; 2]);
    out
}

/// A compound file whose one stream has these bytes: a header, the table of sectors, the
/// directory, the stream.
fn compound(bytes: &[u8]) -> Vec<u8> {
    let mut stream = bytes.to_vec();
    stream.resize(stream.len().max(4_096).next_multiple_of(512), 0);
    let mut out = b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1".to_vec();
    out.resize(512, 0xFF);
    let none = 0xFFFF_FFFE_u32.to_le_bytes();
    out[30..32].copy_from_slice(&[9, 0]);
    out[48..52].copy_from_slice(&1_u32.to_le_bytes());
    out[56..60].copy_from_slice(&4_096_u32.to_le_bytes());
    out[60..64].copy_from_slice(&none);
    out[68..72].copy_from_slice(&none);
    out[76..80].copy_from_slice(&0_u32.to_le_bytes());
    let sectors = stream.len() as u32 / 512;
    out.extend([none, none].concat());
    out.extend((0..sectors).flat_map(|at| (at + 3).to_le_bytes()));
    out.resize(1_024, 0xFF);
    let name: Vec<u8> = "Workbook\0".encode_utf16().flat_map(u16::to_le_bytes).collect();
    out.extend(&name);
    out.resize(1_024 + 64, 0);
    out.extend((name.len() as u16).to_le_bytes());
    out.resize(1_024 + 116, 0);
    out.extend(2_u32.to_le_bytes());
    out.extend((bytes.len() as u32).to_le_bytes());
    out.resize(1_536, 0);
    out.extend(stream);
    out
}
