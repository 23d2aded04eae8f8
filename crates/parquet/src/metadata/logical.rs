//! What the values of a column mean: logical types, and the converted types that older files
//! have instead (parquet-format: LogicalTypes.md).

use crate::fault::Stop;
use crate::kind::{Kind, Unit};
use crate::thrift::{BINARY, BYTE, I32, STRUCT, TRUE, Thrift};

/// What a schema element says about meaning.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Logical {
    List,
    Map,
    /// A value of this kind.
    Value(Kind),
}

/// Reads the union `LogicalType`. `None` where it says nothing that is known here.
pub(super) fn read_logical(thrift: &mut Thrift<'_>) -> Result<Option<Logical>, Stop> {
    let mut found = None;
    thrift.structure(|thrift, id, kind| {
        if kind != STRUCT {
            return thrift.skip(kind);
        }
        found = match id {
            2 => Some(Logical::Map),
            3 => Some(Logical::List),
            5 => return decimal(thrift).map(|kind| found = Some(Logical::Value(kind))),
            7 => return time(thrift, Kind::Time).map(|kind| found = kind),
            8 => return time(thrift, Kind::Timestamp).map(|kind| found = kind),
            10 => return integer(thrift).map(|kind| found = Some(Logical::Value(kind))),
            1 => Some(Logical::Value(Kind::Text)),
            4 => Some(Logical::Value(Kind::Text)),
            6 => Some(Logical::Value(Kind::Date)),
            12 => Some(Logical::Value(Kind::Json)),
            13 => Some(Logical::Value(Kind::Bson)),
            14 => Some(Logical::Value(Kind::Uuid)),
            15 => Some(Logical::Value(Kind::Float16)),
            17 | 18 => Some(Logical::Value(Kind::Geometry)),
            _ => None,
        };
        thrift.skip(kind)
    })?;
    Ok(found)
}

fn decimal(thrift: &mut Thrift<'_>) -> Result<Kind, Stop> {
    let mut scale = 0;
    thrift.structure(|thrift, id, kind| match (id, kind) {
        (1, I32) => thrift.i32().map(|value| scale = value),
        _ => thrift.skip(kind),
    })?;
    Ok(Kind::Decimal { scale })
}

fn integer(thrift: &mut Thrift<'_>) -> Result<Kind, Stop> {
    let (mut bits, mut signed) = (64, true);
    thrift.structure(|thrift, id, kind| match (id, kind) {
        (1, BYTE) => thrift.byte().map(|value| bits = value),
        (2, _) => {
            signed = kind == TRUE;
            thrift.skip(kind)
        }
        _ => thrift.skip(kind),
    })?;
    Ok(integer_of(bits, signed))
}

fn integer_of(bits: u8, signed: bool) -> Kind {
    if signed {
        Kind::Integer
    } else {
        Kind::Unsigned { bits }
    }
}

fn time(thrift: &mut Thrift<'_>, make: fn(Unit, bool) -> Kind) -> Result<Option<Logical>, Stop> {
    let (mut utc, mut unit) = (false, Unit::Millis);
    thrift.structure(|thrift, id, kind| match (id, kind) {
        (1, _) => {
            utc = kind == TRUE;
            thrift.skip(kind)
        }
        (2, STRUCT) => thrift.structure(|thrift, id, kind| {
            unit = match id {
                1 => Unit::Millis,
                2 => Unit::Micros,
                _ => Unit::Nanos,
            };
            thrift.skip(kind)
        }),
        _ => thrift.skip(kind),
    })?;
    Ok(Some(Logical::Value(make(unit, utc))))
}

/// What a converted type means (`ConvertedType` in parquet.thrift). Times of old files are UTC
/// by definition.
pub(super) fn converted(number: i32, scale: i32) -> Option<Logical> {
    let kind = match number {
        0 | 4 => Kind::Text,
        1 | 2 => return Some(Logical::Map),
        3 => return Some(Logical::List),
        5 => Kind::Decimal { scale },
        6 => Kind::Date,
        7 => Kind::Time(Unit::Millis, true),
        8 => Kind::Time(Unit::Micros, true),
        9 => Kind::Timestamp(Unit::Millis, true),
        10 => Kind::Timestamp(Unit::Micros, true),
        11 => Kind::Unsigned { bits: 8 },
        12 => Kind::Unsigned { bits: 16 },
        13 => Kind::Unsigned { bits: 32 },
        14 => Kind::Unsigned { bits: 64 },
        15..=18 => Kind::Integer,
        19 => Kind::Json,
        20 => Kind::Bson,
        21 => Kind::Interval,
        _ => return None,
    };
    Some(Logical::Value(kind))
}

/// The name of a thing as the file has it.
pub(super) fn name(thrift: &mut Thrift<'_>, kind: u8) -> Result<String, Stop> {
    if kind == BINARY {
        thrift.text()
    } else {
        thrift.skip(kind).map(|()| String::new())
    }
}
