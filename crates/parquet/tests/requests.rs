//! How many requests and bytes rows take, asserted on a source that counts.

#![expect(
    clippy::unwrap_used,
    reason = "a test that meets something unforeseen should end there"
)]

mod support;

use parquet::{Batch, Budget, File, Limits, Pieces, Plan, Step, Wanted};
use support::{Column, Style, write};

/// Bytes that count who asks.
struct Source {
    bytes: Vec<u8>,
    requests: usize,
    sent: u64,
    /// Times that somebody waited.
    trips: usize,
}

impl Source {
    fn fetch(&mut self, plan: &Plan, have: &mut Pieces<'_>) {
        assert!(!plan.is_empty());
        self.trips += 1;
        for range in &plan.ranges {
            let taken = &self.bytes[range.start as usize..range.end as usize];
            have.put(range.start, taken.to_vec());
            self.requests += 1;
            self.sent += range.end - range.start;
        }
    }

    fn open(&mut self, have: &mut Pieces<'_>) -> File {
        loop {
            match File::open(self.bytes.len() as u64, have, Limits::default()).unwrap() {
                Step::Ready(file) => return file,
                Step::Needs(plan) => self.fetch(&plan, have),
            }
        }
    }

    fn read(&mut self, file: &File, wanted: &Wanted, have: &mut Pieces<'_>) -> Vec<Batch> {
        loop {
            match file.read(wanted, have) {
                Step::Ready(batches) => return batches,
                Step::Needs(plan) => self.fetch(&plan, have),
            }
        }
    }
}

const ROWS: usize = 100_000;

/// Seven columns of some five megabytes.
fn source(style: Style) -> Source {
    let number =
        |row: usize, of: usize| (row as i64).wrapping_mul(0x9e37_79b9_7f4a_7c15_u64 as i64) >> of;
    let numbers = |of: usize| Column::Numbers((0..ROWS).map(|row| number(row, of)).collect());
    let texts =
        |of: usize| Column::Texts((0..ROWS).map(|row| format!("word {}", row % of)).collect());
    let columns = [
        ("a", numbers(1)),
        ("b", texts(50_000)),
        ("c", numbers(2)),
        ("d", texts(100)),
        ("e", numbers(3)),
        ("f", texts(9)),
        ("g", numbers(4)),
    ];
    Source {
        bytes: write(&columns, style),
        requests: 0,
        sent: 0,
        trips: 0,
    }
}

fn rows(rows: std::ops::Range<u64>, requests: usize, bytes: u64) -> Wanted {
    Wanted {
        rows,
        columns: (0..7).collect(),
        budget: Budget { requests, bytes },
    }
}

#[test]
fn the_first_hundred_rows_take_two_waits_and_the_heads_of_pages() {
    let mut source = source(Style::default());
    let size = source.bytes.len();
    assert!(size > 4_500_000, "{size}");
    let mut have = Pieces::new();
    let file = source.open(&mut have);
    let batches = source.read(&file, &rows(0..100, usize::MAX, 0), &mut have);
    assert_eq!((batches.len(), batches[0].rows), (1, 100));
    assert_eq!(batches[0].cell(99, 1).unwrap(), "word 99");
    assert_eq!(batches[0].cell(7, 5).unwrap(), "word 7");
    assert!(batches[0].faults.is_empty());
    // The footer, and of seven columns a head each; of those with a large dictionary two.
    assert_eq!((source.trips, source.requests), (2, 1 + 8));
    assert!(source.sent < 100_000, "{}", source.sent);
}

#[test]
fn requests_are_put_together_for_as_many_bytes_as_they_may_cost() {
    let mut source = source(Style {
        rows_of_group: 10_000,
        ..Style::default()
    });
    let mut have = Pieces::new();
    let file = source.open(&mut have);
    source.read(&file, &rows(0..100, 3, 1_000_000), &mut have);
    assert!(source.requests <= 4, "{}", source.requests);
    assert!(source.sent <= 1_000_000, "{}", source.sent);
}

#[test]
fn rows_in_the_middle_take_a_page_of_each_column_by_the_page_index() {
    for (index, most) in [(true, 2_000_000), (false, 5_500_000)] {
        let mut source = source(Style {
            index,
            rows_of_page: 5_000,
            ..Style::default()
        });
        let mut have = Pieces::new();
        let file = source.open(&mut have);
        let batches = source.read(&file, &rows(75_000..75_010, usize::MAX, 0), &mut have);
        assert_eq!((batches[0].first_row, batches[0].rows), (75_000, 10));
        assert_eq!(batches[0].cell(3, 3).unwrap(), "word 3");
        let expected = 75_009_i64.wrapping_mul(0x9e37_79b9_7f4a_7c15_u64 as i64) >> 4;
        assert_eq!(batches[0].cell(9, 6).unwrap(), expected.to_string());
        assert!(source.trips <= 4, "{}", source.trips);
        assert!(source.sent < most, "{index}: {}", source.sent);
    }
}

#[test]
fn rows_over_the_edge_of_row_groups_come_in_two_batches() {
    let mut source = source(Style {
        rows_of_group: 30_000,
        ..Style::default()
    });
    let mut have = Pieces::new();
    let file = source.open(&mut have);
    let batches = source.read(&file, &rows(29_990..30_010, 3, 800_000), &mut have);
    let places: Vec<_> = batches
        .iter()
        .map(|batch| (batch.first_row, batch.rows))
        .collect();
    assert_eq!(places, [(29_990, 10), (30_000, 10)]);
    assert_eq!(batches[1].cell(0, 1).unwrap(), "word 30000");
}

#[test]
fn a_small_file_takes_one_request() {
    let columns = [("a", Column::Numbers((0..100).collect()))];
    let bytes = write(&columns, Style::default());
    let mut source = Source {
        bytes,
        requests: 0,
        sent: 0,
        trips: 0,
    };
    let mut have = Pieces::new();
    let file = source.open(&mut have);
    let wanted = Wanted {
        columns: vec![0],
        ..rows(0..100, 3, 800_000)
    };
    let batches = source.read(&file, &wanted, &mut have);
    assert_eq!(batches[0].cell(42, 0).unwrap(), "42");
    assert_eq!(source.requests, 1);
}
