//! Whatever the bytes of a Parquet file are, reading it neither panics nor hangs nor takes memory
//! without bound: from the front, in the middle by the page index, and from a beginning of each
//! page.
#![no_main]

use libfuzzer_sys::fuzz_target;
use parquet::{Budget, File, GroupReader, Limits, Pieces, Step, Summary, Wanted};

/// So that an input cannot ask for more than the fuzzer allows; the defaults are as fixed.
const LIMITS: Limits = Limits {
    footer_bytes: 1 << 20,
    schema_nodes: 1 << 12,
    chunks: 1 << 12,
    page_bytes: 1 << 20,
    page_entries: 1 << 20,
    batch_cells: 1 << 18,
    held_bytes: 64 << 20,
};
/// Row groups that are read of one input, and batches of each.
const MOST_GROUPS: usize = 4;
const MOST_BATCHES: usize = 8;

fuzz_target!(|input: &[u8]| {
    // The footer's length is put right, so that more inputs reach what is behind it.
    let Some((&choice, rest)) = input.split_first() else {
        return;
    };
    let mut bytes = rest.to_vec();
    if choice & 1 == 1 && bytes.len() >= 8 {
        let at = bytes.len() - 4;
        bytes[at..].copy_from_slice(b"PAR1");
    }
    let have = Pieces::whole(&bytes);
    let Ok(Step::Ready(file)) = File::open(bytes.len() as u64, &have, LIMITS) else {
        return;
    };
    let columns = file.all_columns();
    for group in 0..file.groups().min(MOST_GROUPS) {
        let mut reader = GroupReader::new(&file, group, &columns, &have);
        for _ in 0..MOST_BATCHES {
            let Ok(batch) = reader.next(1_000) else {
                break;
            };
            if batch.rows == 0 {
                break;
            }
            for column in &batch.columns {
                let mut summary = Summary::default();
                summary.add(column, batch.rows);
                drop(summary.finish(3));
            }
            for row in (0..batch.rows).step_by(37) {
                for column in 0..columns.len() {
                    drop(batch.cell(row, column));
                }
            }
        }
    }
    piecewise(&file, &bytes, choice);
});

/// Reads some rows as a page does that fetches what it is told to.
fn piecewise(file: &File, bytes: &[u8], choice: u8) {
    let start = file.rows() / 8 * u64::from(choice >> 5);
    let wanted = Wanted {
        rows: start..start.saturating_add(u64::from(choice & 31)),
        columns: file.all_columns(),
        budget: Budget::default(),
    };
    let mut have = Pieces::new();
    for _ in 0..200 {
        let Step::Needs(plan) = file.read(&wanted, &have) else {
            return;
        };
        assert!(!plan.is_empty(), "nothing is lacking, and no row is read");
        for range in plan.ranges {
            // A server would answer that there is no such range.
            assert!(range.start < range.end && range.end <= bytes.len() as u64);
            let taken = &bytes[range.start as usize..range.end as usize];
            have.put(range.start, taken.to_vec());
        }
    }
}
