//! The offset index: where each page of a column chunk lies and with which row it begins
//! (parquet-format: PageIndex.md).

use crate::fault::{Stop, broken};
use crate::thrift::{I32, I64, LIST, Thrift};

/// A data page.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct PageSpot {
    /// Where its header begins in the file.
    pub(crate) start: u64,
    /// Bytes, the header included.
    pub(crate) length: u64,
    /// Its first row, counted from 0 in the row group.
    pub(crate) first_row: u64,
}

/// Reads the pages, which must stand in the order of their rows.
pub(crate) fn read_offset_index(bytes: &[u8]) -> Result<Vec<PageSpot>, Stop> {
    let mut spots: Vec<PageSpot> = Vec::new();
    let natural = |value: i64| u64::try_from(value).unwrap_or(u64::MAX);
    Thrift::new(bytes).structure(|thrift, id, kind| match (id, kind) {
        (1, LIST) => thrift.list(|thrift| {
            let mut spot = PageSpot::default();
            thrift.structure(|thrift, id, kind| match (id, kind) {
                (1, I64) => thrift.i64().map(|value| spot.start = natural(value)),
                (2, I32) => thrift.i64().map(|value| spot.length = natural(value)),
                (3, I64) => thrift.i64().map(|value| spot.first_row = natural(value)),
                _ => thrift.skip(kind),
            })?;
            spots.push(spot);
            Ok(())
        }),
        _ => thrift.skip(kind),
    })?;
    let sorted = spots.is_sorted_by_key(|spot| spot.first_row);
    if !sorted || spots.first().is_some_and(|spot| spot.first_row > 0) {
        return broken("page index");
    }
    Ok(spots)
}
