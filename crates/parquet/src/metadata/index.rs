//! The offset index: where each page of a column chunk lies and with which row it begins
//! (parquet-format: PageIndex.md).

use super::chunk::Chunk;
use crate::fault::{Stop, broken};
use crate::pieces::Pieces;
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

impl Chunk {
    /// Its data pages by the page index, if the file has one and it is here. One that is damaged,
    /// or leads out of the chunk, is as good as none: pages are found one by one then.
    pub(crate) fn pages(&self, have: &Pieces<'_>) -> Vec<PageSpot> {
        if self.index.is_empty() || !have.has(&self.index) {
            return Vec::new();
        }
        let spots = read_offset_index(have.prefix(&self.index)).unwrap_or_default();
        let chunk = self.range();
        let inside = |spot: &PageSpot| {
            spot.start >= chunk.start && spot.start.saturating_add(spot.length) <= chunk.end
        };
        if spots.iter().all(inside) {
            spots
        } else {
            Vec::new()
        }
    }
}

/// Reads the pages, which must stand in the order of their rows.
fn read_offset_index(bytes: &[u8]) -> Result<Vec<PageSpot>, Stop> {
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
