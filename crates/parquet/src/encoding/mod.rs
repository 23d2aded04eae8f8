//! Encodings of values and levels (parquet-format: Encodings.md). Each decoder is a place in
//! bytes that are handed to it at every call, so that it can live beside them.

pub(crate) mod bits;
pub(crate) mod delta;
pub(crate) mod hybrid;
pub(crate) mod plain;
pub(crate) mod strings;

/// Numbers of encodings (`Encoding` in parquet.thrift).
pub(crate) mod number {
    pub(crate) const PLAIN: i32 = 0;
    pub(crate) const PLAIN_DICTIONARY: i32 = 2;
    pub(crate) const RLE: i32 = 3;
    pub(crate) const BIT_PACKED: i32 = 4;
    pub(crate) const DELTA_BINARY_PACKED: i32 = 5;
    pub(crate) const DELTA_LENGTH_BYTE_ARRAY: i32 = 6;
    pub(crate) const DELTA_BYTE_ARRAY: i32 = 7;
    pub(crate) const RLE_DICTIONARY: i32 = 8;
    pub(crate) const BYTE_STREAM_SPLIT: i32 = 9;
}
