//! A value becomes the text of its kind.

use super::{binary, decimal, is_text, number, time, write_hex};
use crate::geo::write_wkb;
use crate::kind::Kind;
use crate::values::Values;

/// Writes the value at `row` behind `out`. Bytes that should be text and are not get `U+FFFD`.
pub(crate) fn write(kind: Kind, values: &Values, row: usize, out: &mut String) {
    match values {
        Values::Bool(values) => {
            let value = values.get(row).copied().unwrap_or_default();
            out.push_str(if value { "true" } else { "false" });
        }
        Values::I64(values) => {
            let value = values.get(row).copied().unwrap_or_default();
            match kind {
                Kind::Unsigned { bits } => number::write_unsigned(value, bits, out),
                Kind::Decimal { scale } => decimal::write(i128::from(value), scale, out),
                Kind::Date => time::write_date(i128::from(value), out),
                Kind::Time(unit, utc) => time::write_time(value, unit, utc, out),
                Kind::Timestamp(unit, utc) => {
                    time::write_timestamp(i128::from(value), unit, utc, out);
                }
                _ => number::write_integer(i128::from(value), out),
            }
        }
        Values::I128(values) => {
            let value = values.get(row).copied().unwrap_or_default();
            match kind {
                Kind::Decimal { scale } => decimal::write(value, scale, out),
                _ => time::write_timestamp(value, crate::Unit::Nanos, false, out),
            }
        }
        Values::F64(values) => {
            let value = values.get(row).copied().unwrap_or_default();
            match kind {
                Kind::Float64 => number::write_double(value, out),
                Kind::Float16 => number::write_half(value, out),
                _ => number::write_single(value as f32, out),
            }
        }
        Values::Bytes(_) | Values::Words { .. } => {
            write_bytes(kind, values.bytes(row).unwrap_or_default(), out);
        }
    }
}

fn write_bytes(kind: Kind, bytes: &[u8], out: &mut String) {
    match kind {
        Kind::Text | Kind::Json | Kind::Nested => match std::str::from_utf8(bytes) {
            Ok(text) => out.push_str(text),
            Err(_cut) => out.push_str(&String::from_utf8_lossy(bytes)),
        },
        Kind::Uuid => binary::write_uuid(bytes, out),
        Kind::Interval => time::write_interval(bytes, out),
        Kind::Decimal { scale } => decimal::write_large(bytes, scale, out),
        Kind::Geometry => write_wkb(bytes, out),
        Kind::Bson => write_hex(bytes, out),
        _ if is_text(bytes) => out.push_str(&String::from_utf8_lossy(bytes)),
        _ => write_hex(bytes, out),
    }
}
