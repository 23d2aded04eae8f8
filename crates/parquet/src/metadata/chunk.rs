//! Row groups and column chunks: where the pages of each column lie.

use std::ops::Range;

use crate::fault::{Fault, Stop};
use crate::thrift::{BINARY, I32, I64, STRUCT, Thrift};

/// How pages are compressed (`CompressionCodec` in parquet.thrift).
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) enum Codec {
    #[default]
    Plain,
    Snappy,
    Gzip,
    Brotli,
    /// LZ4 in Hadoop's frames, or without: writers differ.
    Lz4,
    Zstd,
    Lz4Raw,
    Lzo,
    Unknown(i32),
}

impl Codec {
    fn of(number: i32) -> Self {
        match number {
            0 => Self::Plain,
            1 => Self::Snappy,
            2 => Self::Gzip,
            3 => Self::Lzo,
            4 => Self::Brotli,
            5 => Self::Lz4,
            6 => Self::Zstd,
            7 => Self::Lz4Raw,
            other => Self::Unknown(other),
        }
    }
}

/// The values of one column in one row group.
#[derive(Clone, Debug, Default)]
pub(crate) struct Chunk {
    pub(crate) codec: Codec,
    /// Entries: values, and blanks where something around or in the column is missing.
    pub(crate) entries: u64,
    pub(crate) unpacked: u64,
    pub(crate) packed: u64,
    data_page: u64,
    dictionary_page: u64,
    /// Blanks, where the statistics say so.
    pub(crate) nulls: Option<u64>,
    /// Where the list of its pages lies; empty when the file has none.
    pub(crate) index: Range<u64>,
    pub(crate) encrypted: bool,
    pub(crate) elsewhere: bool,
    /// Whether its metadata is here at all.
    pub(crate) described: bool,
    /// Whether its pages reach over the end of the file.
    cut: bool,
    /// Bytes behind its end that may be its own all the same.
    pub(crate) over: u64,
}

/// Bytes over a chunk's end that are read all the same: writers before 2014 left the header of
/// the dictionary out of the size (PARQUET-816).
const OVER: u64 = 128;

impl Chunk {
    /// Bytes of all its pages, the dictionary first. Some writers state a dictionary at 0, or
    /// none where the first page is one.
    pub(crate) fn range(&self) -> Range<u64> {
        let start = if self.dictionary_page > 0 && self.dictionary_page < self.data_page {
            self.dictionary_page
        } else {
            self.data_page
        };
        start..start.saturating_add(self.packed)
    }

    /// Bytes of the dictionary page, where the file says where it lies; empty where not.
    pub(crate) fn dictionary(&self) -> Range<u64> {
        let start = self.range().start;
        start..self.data_page.max(start)
    }

    /// Holds its places against the length of the file, so that nobody is sent for bytes that no
    /// file has.
    pub(crate) fn settle(&mut self, length: u64) {
        let end = self.range().end;
        self.cut = end > length;
        self.over = length.saturating_sub(end).min(OVER);
        if self.index.end > length {
            self.index = 0..0;
        }
    }

    /// Refuses what cannot be read, before anything is fetched for it.
    pub(crate) fn check(&self) -> Result<(), Fault> {
        match self.codec {
            _ if self.encrypted => Err(Fault::EncryptedColumn),
            _ if self.elsewhere => Err(Fault::ElsewhereStored),
            _ if !self.described => Err(Fault::Broken("column metadata")),
            _ if self.cut => Err(Fault::Truncated),
            Codec::Lzo => Err(Fault::RefusedCodec("LZO")),
            Codec::Unknown(number) => Err(Fault::UnknownCodec(number)),
            _ => Ok(()),
        }
    }

    fn read(thrift: &mut Thrift<'_>) -> Result<Self, Stop> {
        let mut chunk = Self::default();
        let (mut index, mut length) = (0, 0);
        thrift.structure(|thrift, id, kind| match (id, kind) {
            (1, BINARY) => thrift
                .binary()
                .map(|path| chunk.elsewhere = !path.is_empty()),
            (3, STRUCT) => chunk.read_metadata(thrift),
            (4, I64) => natural(thrift).map(|value| index = value),
            (5, I32) => natural(thrift).map(|value| length = value),
            // With the footer's key the metadata may stand in the open all the same.
            (8, STRUCT) => {
                chunk.encrypted = true;
                thrift.skip(kind)
            }
            _ => thrift.skip(kind),
        })?;
        chunk.index = index..index.saturating_add(length);
        Ok(chunk)
    }

    fn read_metadata(&mut self, thrift: &mut Thrift<'_>) -> Result<(), Stop> {
        self.described = true;
        thrift.structure(|thrift, id, kind| match (id, kind) {
            (4, I32) => thrift.i32().map(|value| self.codec = Codec::of(value)),
            (5, I64) => natural(thrift).map(|value| self.entries = value),
            (6, I64) => natural(thrift).map(|value| self.unpacked = value),
            (7, I64) => natural(thrift).map(|value| self.packed = value),
            (9, I64) => natural(thrift).map(|value| self.data_page = value),
            (11, I64) => natural(thrift).map(|value| self.dictionary_page = value),
            (12, STRUCT) => thrift.structure(|thrift, id, kind| match (id, kind) {
                (3, I64) => natural(thrift).map(|value| self.nulls = Some(value)),
                _ => thrift.skip(kind),
            }),
            _ => thrift.skip(kind),
        })
    }
}

/// A number that cannot be negative: a size or a place.
fn natural(thrift: &mut Thrift<'_>) -> Result<u64, Stop> {
    Ok(u64::try_from(thrift.i64()?).unwrap_or(0))
}

/// Rows that are stored together, column by column.
#[derive(Clone, Debug, Default)]
pub(crate) struct Group {
    /// The number of its first row in the file.
    pub(crate) first_row: u64,
    pub(crate) rows: u64,
    /// One for each leaf of the schema.
    pub(crate) chunks: Vec<Chunk>,
}

impl Group {
    /// `room` is how many chunks may still be kept.
    pub(super) fn read(thrift: &mut Thrift<'_>, room: &mut usize) -> Result<Self, Stop> {
        let mut group = Self::default();
        let most = *room as u64;
        // A group without columns takes memory too.
        *room = room.saturating_sub(1);
        thrift.structure(|thrift, id, kind| match (id, kind) {
            (1, crate::thrift::LIST) => thrift.list(|thrift| {
                let Some(left) = room.checked_sub(1) else {
                    return Err(Stop::Fault(Fault::TooLarge {
                        what: "column chunks",
                        size: most + 1,
                        most,
                    }));
                };
                *room = left;
                Chunk::read(thrift).map(|chunk| group.chunks.push(chunk))
            }),
            (3, I64) => natural(thrift).map(|value| group.rows = value),
            _ => thrift.skip(kind),
        })?;
        Ok(group)
    }
}
