//! Measuring any rows neither panics nor hangs, and its figures agree with each other.
#![no_main]

use libfuzzer_sys::fuzz_target;
use privacy::Measure;

fuzz_target!(|bytes: &[u8]| {
    let text = String::from_utf8_lossy(bytes);
    let mut measure = Measure::within(2, 1, 1 << 20);
    let mut rows = 0;
    for row in text.split('\n') {
        let mut cells = row.split(',');
        let sensitive = cells.next().unwrap_or_default();
        measure.push(cells, [sensitive]);
        rows += 1;
    }
    let Ok(risk) = measure.finish() else { return };
    assert_eq!(risk.rows, rows);
    assert!(risk.k >= 1 && risk.k * risk.classes <= rows && risk.unique <= risk.classes);
    assert!(risk.below_five <= rows && risk.blank <= rows);
    for column in &risk.sensitive {
        assert!(column.t > -1e-9 && column.t < 1.0 + 1e-9, "{column:?}");
        assert!(column.alpha <= 1.0 && column.l <= rows, "{column:?}");
    }
});
