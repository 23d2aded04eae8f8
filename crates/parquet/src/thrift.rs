//! The compact protocol of Apache Thrift, in which Parquet's footer, page headers and indexes
//! are written (thrift: doc/specs/thrift-compact-protocol.md). Reads only.
//!
//! Hostile bytes cost no more than their own length: a list takes no memory before its elements
//! are there, and what is skipped is bounded in depth.

use crate::fault::{Stop, broken};

/// Types of fields in the compact protocol.
pub(crate) const TRUE: u8 = 1;
pub(crate) const FALSE: u8 = 2;
pub(crate) const BYTE: u8 = 3;
pub(crate) const I16: u8 = 4;
pub(crate) const I32: u8 = 5;
pub(crate) const I64: u8 = 6;
const DOUBLE: u8 = 7;
pub(crate) const BINARY: u8 = 8;
pub(crate) const LIST: u8 = 9;
const SET: u8 = 10;
const MAP: u8 = 11;
pub(crate) const STRUCT: u8 = 12;

/// Structures inside each other that are skipped; Parquet's own nest five deep.
const MOST_DEPTH: u32 = 24;

/// Bytes being read. Running out of them is [`Stop::Short`].
pub(crate) struct Thrift<'a> {
    bytes: &'a [u8],
    at: usize,
}

impl<'a> Thrift<'a> {
    pub(crate) fn new(bytes: &'a [u8]) -> Self {
        Self { bytes, at: 0 }
    }

    /// Bytes read so far.
    pub(crate) fn at(&self) -> usize {
        self.at
    }

    pub(crate) fn byte(&mut self) -> Result<u8, Stop> {
        let byte = *self.bytes.get(self.at).ok_or(Stop::Short)?;
        self.at += 1;
        Ok(byte)
    }

    fn take(&mut self, count: usize) -> Result<&'a [u8], Stop> {
        let rest = self.bytes.get(self.at..).unwrap_or_default();
        let taken = rest.get(..count).ok_or(Stop::Short)?;
        self.at += count;
        Ok(taken)
    }

    fn varint(&mut self) -> Result<u64, Stop> {
        let mut value = 0_u64;
        for shift in (0..64).step_by(7) {
            let byte = self.byte()?;
            value |= u64::from(byte & 0x7f) << shift;
            if byte < 0x80 {
                return Ok(value);
            }
        }
        broken("number in a header")
    }

    pub(crate) fn i64(&mut self) -> Result<i64, Stop> {
        let value = self.varint()?;
        Ok((value >> 1) as i64 ^ -((value & 1) as i64))
    }

    pub(crate) fn i32(&mut self) -> Result<i32, Stop> {
        match i32::try_from(self.i64()?) {
            Ok(value) => Ok(value),
            Err(_too_large) => broken("number in a header"),
        }
    }

    pub(crate) fn binary(&mut self) -> Result<&'a [u8], Stop> {
        let length = usize::try_from(self.varint()?).unwrap_or(usize::MAX);
        self.take(length)
    }

    pub(crate) fn text(&mut self) -> Result<String, Stop> {
        Ok(String::from_utf8_lossy(self.binary()?).into_owned())
    }

    /// The type and number of elements of a list that begins here. Each element is at least a
    /// byte, so that a number which the bytes cannot hold is refused at once.
    fn list_head(&mut self) -> Result<(u8, usize), Stop> {
        let head = self.byte()?;
        let count = match head >> 4 {
            15 => usize::try_from(self.varint()?).unwrap_or(usize::MAX),
            small => usize::from(small),
        };
        if count > self.bytes.len().saturating_sub(self.at) {
            return Err(Stop::Short);
        }
        Ok((head & 15, count))
    }

    /// Hands out each element of a list of structures, whose fields `each` must read.
    pub(crate) fn list(
        &mut self,
        mut each: impl FnMut(&mut Self) -> Result<(), Stop>,
    ) -> Result<(), Stop> {
        let (kind, count) = self.list_head()?;
        for _ in 0..count {
            if kind == STRUCT {
                each(self)?;
            } else {
                self.skip_element(kind, MOST_DEPTH)?;
            }
        }
        Ok(())
    }

    /// Hands out each field of a structure: its number and type. `each` reads it, or skips it.
    pub(crate) fn structure(
        &mut self,
        mut each: impl FnMut(&mut Self, i16, u8) -> Result<(), Stop>,
    ) -> Result<(), Stop> {
        let mut id = 0_i16;
        loop {
            let head = self.byte()?;
            if head == 0 {
                return Ok(());
            }
            id = match head >> 4 {
                0 => self.i64()? as i16,
                step => id.wrapping_add(i16::from(step)),
            };
            each(self, id, head & 15)?;
        }
    }

    /// Passes over a field.
    pub(crate) fn skip(&mut self, kind: u8) -> Result<(), Stop> {
        self.skip_deep(kind, MOST_DEPTH)
    }

    fn skip_element(&mut self, kind: u8, depth: u32) -> Result<(), Stop> {
        match kind {
            // In a list a truth value is a byte, as a field it is its type.
            TRUE | FALSE => self.byte().map(|_| ()),
            _ => self.skip_deep(kind, depth),
        }
    }

    fn skip_deep(&mut self, kind: u8, depth: u32) -> Result<(), Stop> {
        let Some(below) = depth.checked_sub(1) else {
            return broken("header, nested too deep");
        };
        match kind {
            TRUE | FALSE => {}
            BYTE => drop(self.byte()?),
            I16 | I32 | I64 => drop(self.varint()?),
            DOUBLE => drop(self.take(8)?),
            BINARY => drop(self.binary()?),
            LIST | SET => {
                let (kind, count) = self.list_head()?;
                for _ in 0..count {
                    self.skip_element(kind, below)?;
                }
            }
            MAP => {
                let count = self.varint()?;
                if count == 0 {
                    return Ok(());
                }
                let kinds = self.byte()?;
                for _ in 0..count {
                    self.skip_element(kinds >> 4, below)?;
                    self.skip_element(kinds & 15, below)?;
                }
            }
            STRUCT => self.structure(|thrift, _, kind| thrift.skip_deep(kind, below))?,
            _ => return broken("header"),
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::fault::Fault;

    #[test]
    fn numbers_are_zigzag_and_fields_count_on() {
        // Field 1 (i32) = -3, field 2 (binary) = "hi", field 17 by its long form (i64) = 150.
        let bytes = [0x15, 0x05, 0x18, 2, b'h', b'i', 0x06, 34, 0xac, 0x02, 0];
        let mut seen = Vec::new();
        let read = Thrift::new(&bytes).structure(|thrift, id, kind| {
            let value = match kind {
                BINARY => thrift.text()?,
                _ => thrift.i64()?.to_string(),
            };
            seen.push((id, value));
            Ok(())
        });
        assert_eq!(read, Ok(()));
        let expected = [(1, "-3"), (2, "hi"), (17, "150")];
        assert_eq!(seen, expected.map(|(id, text)| (id, text.to_owned())));
    }

    #[test]
    fn a_list_of_more_elements_than_bytes_is_refused_before_it_is_read() {
        let mut bytes = vec![0xfc];
        bytes.extend([0xff, 0xff, 0xff, 0xff, 0x0f]);
        let mut calls = 0;
        let read = Thrift::new(&bytes).list(|_| {
            calls += 1;
            Ok(())
        });
        assert_eq!((read, calls), (Err(Stop::Short), 0));
    }

    #[test]
    fn structures_deeper_than_any_of_parquet_are_refused() {
        let bytes = vec![0x1c; 1_000_000];
        let read = Thrift::new(&bytes).skip(STRUCT);
        assert_eq!(
            read,
            Err(Stop::Fault(Fault::Broken("header, nested too deep")))
        );
    }
}
