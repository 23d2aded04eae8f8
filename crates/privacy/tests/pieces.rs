//! Texts put together from pieces that detectors stumble over, by the thousand: nothing panics,
//! and what is masked is covered. `cargo xtask fuzz personal` goes on where this ends.

use privacy::{Finding, Kinds, Personal, Scanner, mask};

const PIECES: &[&str] = &[
    "13812345678",
    "138-1234-5678",
    "+86",
    "+",
    "86",
    "0086",
    " ",
    "-",
    "·",
    ".",
    ":",
    "::",
    "@",
    "a@b.cn",
    "_@x.io",
    "a_@b.cn",
    "11010519491231002X",
    "91440300708461136T",
    "6200000000000005",
    "6200 0000 0000 0005",
    "京A12345",
    "京",
    "A",
    "D12345",
    "203.0.113.7",
    "10.0.0.1",
    "2001:db8::",
    "fe80::1",
    "00:1a:2b:3c:4d:5e",
    "39.9042",
    ", ",
    "(",
    ")",
    "POINT (",
    "护照",
    "E12345678",
    "张伟",
    "欧阳",
    "阿卜杜拉·买买提",
    "北京市海淀区",
    "中关村大街27号",
    "12 Main Street",
    "Mr. ",
    "2024-01-15 10:30:00",
    "\u{3000}",
    "é",
    "𠮷",
    "\u{0}",
    "*",
    "1e9",
    "元",
    "$",
    "/",
    "x",
    "9",
    "99999999999999999999",
    "，",
    "\u{A0}",
    "\u{85}",
];

const NAMES: &[&str] = &[
    "", "姓名", "name", "住址", "passport", "lat", "lon", "ip", "version", "手机", "卡号", "金额",
];

struct Chance(u64);

impl Chance {
    fn below(&mut self, most: usize) -> usize {
        self.0 = self
            .0
            .wrapping_mul(6_364_136_223_846_793_005)
            .wrapping_add(1_442_695_040_888_963_407);
        (self.0 >> 33) as usize % most
    }

    fn cell(&mut self) -> String {
        let pieces = 1 + self.below(5);
        (0..pieces)
            .filter_map(|_| PIECES.get(self.below(PIECES.len())))
            .copied()
            .collect()
    }
}

fn covered(cell: &str, kinds: Kinds) {
    let masked = mask(cell, kinds);
    if *masked == *cell {
        return;
    }
    let own = |text: &str| text.chars().filter(|c| c.is_alphanumeric()).count();
    assert!(
        own(&masked) < own(cell) && masked.contains('*'),
        "{cell:?} became {masked:?}"
    );
    assert!(!masked.contains(cell.trim()), "{cell:?} became {masked:?}");
}

#[test]
fn any_text_is_looked_at_and_what_is_masked_is_covered() {
    let mut chance = Chance(3);
    for _ in 0..300 {
        let cells: Vec<String> = (0..8).map(|_| chance.cell()).collect();
        for name in NAMES {
            let mut scanner = Scanner::new([*name]);
            cells.iter().for_each(|cell| scanner.push(0, cell));
            let findings = scanner.findings();
            for finding in &findings {
                assert!(finding.count > 0 && (0.0..=1.0).contains(&finding.share));
                assert!(finding.examples.iter().all(|example| example.contains('*')));
            }
            let kinds = Finding::kinds_of(&findings, 0);
            cells.iter().for_each(|cell| covered(cell, kinds));
        }
        for cell in &cells {
            covered(cell, Kinds::IN_TEXT);
            Personal::ALL
                .iter()
                .for_each(|kind| covered(cell, Kinds::NONE.with(*kind)));
        }
    }
}
