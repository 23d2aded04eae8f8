//! Every two-byte code of GBK and Big5 as `jishi inspect` decodes it, as one digest a lead byte.
//! `tests/e2e/decoding.spec.ts` holds the browser's decoder to the same digests.
//! `JISHI_BLESS=1 cargo test -p cli --test decoding` writes them, to be reviewed.

#![expect(
    clippy::unwrap_used,
    reason = "a test that meets something unforeseen should end there"
)]

use std::collections::BTreeMap;
use std::ops::RangeInclusive;
use std::path::Path;
use std::process::Command;

use serde_json::Value;

/// One encoding: its label, its lead bytes in the order of the file (the common ones first, so
/// that the encoding is told from them), its trail bytes.
struct Codes {
    label: &'static str,
    leads: [RangeInclusive<u8>; 2],
    trails: [RangeInclusive<u8>; 2],
}

const GBK: Codes = Codes {
    label: "gb18030",
    leads: [0xB0..=0xFE, 0x81..=0xAF],
    trails: [0x40..=0x7E, 0x80..=0xFE],
};

const BIG5: Codes = Codes {
    label: "big5",
    leads: [0xA4..=0xFE, 0x81..=0xA3],
    trails: [0x40..=0x7E, 0xA1..=0xFE],
};

/// Codes of Big5 that stand for two characters each. Chromium 156 decodes them
/// wrongly (`8862` becomes U+0093 and half a surrogate pair), so they are compared nowhere.
const TWO_CHARACTERS: [[u8; 2]; 4] = [[0x88, 0x62], [0x88, 0x64], [0x88, 0xA3], [0x88, 0xA5]];

/// A table with each code in a row of its own, between brackets.
fn table(codes: &Codes) -> Vec<u8> {
    let mut bytes = b"code,text\n".to_vec();
    for lead in codes.leads.iter().cloned().flatten() {
        for trail in codes.trails.iter().cloned().flatten() {
            if codes.label == BIG5.label && TWO_CHARACTERS.contains(&[lead, trail]) {
                continue;
            }
            bytes.extend(format!("{lead:02X}{trail:02X},[").bytes());
            bytes.extend([lead, trail, b']', b'\n']);
        }
    }
    bytes
}

/// FNV-1a over the cells of each lead byte, a line end behind each.
fn digests(rows: &[Value]) -> String {
    let mut digests: BTreeMap<String, u32> = BTreeMap::new();
    for row in rows {
        let (code, text) = (row[0].as_str().unwrap(), row[1].as_str().unwrap());
        let digest = digests.entry(code[..2].to_owned()).or_insert(0x811C_9DC5);
        for byte in text.bytes().chain([b'\n']) {
            *digest = (*digest ^ u32::from(byte)).wrapping_mul(0x0100_0193);
        }
    }
    let lines = digests
        .iter()
        .map(|(lead, digest)| format!("{lead} {digest:08x}\n"));
    lines.collect()
}

fn check(codes: &Codes) {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("codes.csv");
    std::fs::write(&file, table(codes)).unwrap();
    let output = Command::new(env!("CARGO_BIN_EXE_jishi"))
        .args(["inspect", "--json", "--rows", "100000"])
        .arg(&file)
        .output()
        .unwrap();
    let answer: Value = serde_json::from_slice(&output.stdout).unwrap();
    assert_eq!(answer["encoding"], codes.label);
    let rows = answer["first_rows"].as_array().unwrap();
    let all = 126 * codes.trails.iter().cloned().flatten().count();
    let skipped = if codes.label == BIG5.label {
        TWO_CHARACTERS.len()
    } else {
        0
    };
    assert_eq!(rows.len(), all - skipped, "each code is one row");
    let found = digests(rows);
    let twin = Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("../../tests/fixtures/decoding")
        .join(format!("{}.txt", codes.label));
    if std::env::var_os("JISHI_BLESS").is_some() {
        std::fs::write(&twin, &found).unwrap();
    }
    assert_eq!(
        found,
        std::fs::read_to_string(&twin).unwrap(),
        "{}",
        twin.display()
    );
}

#[test]
fn every_code_of_gbk_is_decoded_as_before() {
    check(&GBK);
}

#[test]
fn every_code_of_big5_is_decoded_as_before() {
    check(&BIG5);
}
