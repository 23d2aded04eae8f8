//! The header in front of each page (`PageHeader` in parquet.thrift).

use crate::fault::{Stop, broken};
use crate::thrift::{FALSE, I32, STRUCT, Thrift};

/// What a page holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum PageKind {
    Dictionary,
    /// Levels and values compressed together.
    DataV1 {
        def_encoding: i32,
        rep_encoding: i32,
    },
    /// Levels in front, never compressed, of these sizes in bytes.
    DataV2 {
        rows: u64,
        def_bytes: usize,
        rep_bytes: usize,
        compressed: bool,
    },
    /// Anything else, which is passed over.
    Other,
}

/// A page and its sizes, which are as the file says and not yet believed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct PageHeader {
    pub(crate) kind: PageKind,
    /// Bytes of the header itself.
    pub(crate) length: usize,
    /// Bytes behind the header.
    pub(crate) packed: u64,
    pub(crate) unpacked: u64,
    /// Entries, or words of a dictionary.
    pub(crate) entries: u64,
    pub(crate) encoding: i32,
}

impl PageHeader {
    /// Reads the header at the beginning of `bytes`; [`Stop::Short`] when it is longer.
    pub(crate) fn read(bytes: &[u8]) -> Result<Self, Stop> {
        let mut thrift = Thrift::new(bytes);
        let (mut kind_number, mut packed, mut unpacked) = (-1, -1, -1);
        let mut body = Body::default();
        thrift.structure(|thrift, id, kind| match (id, kind) {
            (1, I32) => thrift.i32().map(|value| kind_number = value),
            (2, I32) => thrift.i32().map(|value| unpacked = value),
            (3, I32) => thrift.i32().map(|value| packed = value),
            (5 | 7 | 8, STRUCT) => body.read(thrift, id),
            _ => thrift.skip(kind),
        })?;
        let kind = match (kind_number, body.field) {
            (0, 5) => PageKind::DataV1 {
                def_encoding: body.third,
                rep_encoding: body.fourth,
            },
            (2, 7) => PageKind::Dictionary,
            (3, 8) => PageKind::DataV2 {
                rows: u64::try_from(body.third).unwrap_or(0),
                def_bytes: usize::try_from(body.fifth).unwrap_or(usize::MAX),
                rep_bytes: usize::try_from(body.sixth).unwrap_or(usize::MAX),
                compressed: !body.plain,
            },
            (0 | 2 | 3, _) => return broken("page header"),
            _ => PageKind::Other,
        };
        let natural = |value: i32| u64::try_from(value).ok();
        let (Some(packed), Some(unpacked), Some(entries)) =
            (natural(packed), natural(unpacked), natural(body.entries))
        else {
            return broken("page header: a negative size");
        };
        Ok(Self {
            kind,
            length: thrift.at(),
            packed,
            unpacked,
            entries,
            encoding: match kind {
                PageKind::DataV2 { .. } => body.fourth,
                _ => body.second,
            },
        })
    }
}

/// The fields of the three kinds of inner header by their numbers, which mean different things.
#[derive(Default)]
struct Body {
    field: i16,
    entries: i32,
    second: i32,
    third: i32,
    fourth: i32,
    fifth: i32,
    sixth: i32,
    plain: bool,
}

impl Body {
    fn read(&mut self, thrift: &mut Thrift<'_>, field: i16) -> Result<(), Stop> {
        self.field = field;
        thrift.structure(|thrift, id, kind| match (id, kind) {
            (1, I32) => thrift.i32().map(|value| self.entries = value),
            (2, I32) => thrift.i32().map(|value| self.second = value),
            (3, I32) => thrift.i32().map(|value| self.third = value),
            (4, I32) => thrift.i32().map(|value| self.fourth = value),
            (5, I32) => thrift.i32().map(|value| self.fifth = value),
            (6, I32) => thrift.i32().map(|value| self.sixth = value),
            (7, FALSE) => {
                self.plain = true;
                Ok(())
            }
            _ => thrift.skip(kind),
        })
    }
}
