//! Looking for people in any text neither panics nor hangs, and what is found is covered: no
//! example and no masked cell has a value that was told.
#![no_main]

use libfuzzer_sys::fuzz_target;
use privacy::{Finding, Kinds, Personal, Scanner, mask};

/// Names of columns, so that the ways that need one are walked too.
const NAMES: [&str; 12] = [
    "", "姓名", "name", "住址", "passport", "lat", "lon", "ip", "version", "手机", "卡号", "金额",
];

fuzz_target!(|bytes: &[u8]| {
    let text = String::from_utf8_lossy(bytes);
    let cells: Vec<&str> = text.split('\n').collect();
    for name in NAMES {
        let mut scanner = Scanner::new([name]);
        cells.iter().for_each(|cell| scanner.push(0, cell));
        let findings = scanner.findings();
        let kinds = Finding::kinds_of(&findings, 0);
        for finding in &findings {
            assert!(finding.count > 0 && (0.0..=1.0).contains(&finding.share));
            for example in &finding.examples {
                assert!(example.contains('*'), "{example}");
                assert!(!cells.iter().any(|cell| cell == example && !cell.contains('*')));
            }
        }
        for cell in &cells {
            covered(cell, kinds);
        }
    }
    cells.iter().for_each(|cell| covered(cell, Kinds::IN_TEXT));
    for kind in Personal::ALL {
        cells.iter().for_each(|cell| covered(cell, Kinds::NONE.with(kind)));
    }
});

/// What was masked is no longer there: either nothing was found, or there are stars, and no more
/// of the cell's own letters and digits than before.
fn covered(cell: &str, kinds: Kinds) {
    let masked = mask(cell, kinds);
    if *masked == *cell {
        return;
    }
    let own = |text: &str| text.chars().filter(|c| c.is_alphanumeric()).count();
    let stars = |text: &str| text.chars().filter(|c| *c == '*').count();
    assert!(own(&masked) < own(cell), "{cell:?} became {masked:?}");
    assert!(stars(&masked) > stars(cell) || cell.len() > 240, "{cell:?} became {masked:?}");
}
