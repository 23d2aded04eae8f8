//! Values inside a JSON text.

use crate::kind::Kind;
use crate::metadata::Leaf;
use crate::text::{is_bare, write};
use crate::values::Values;

/// Writes a value: bare numbers with all their digits, everything else between quotation marks.
pub(super) fn write_value(
    leaf: &Leaf,
    values: &Values,
    at: usize,
    scratch: &mut String,
    out: &mut Vec<u8>,
) {
    scratch.clear();
    write(leaf.kind, values, at, scratch);
    if is_bare(leaf.kind) && !is_special(leaf.kind, scratch) {
        out.extend_from_slice(scratch.as_bytes());
    } else {
        write_text(scratch, out);
    }
}

/// Whether it is a number that JSON has not.
fn is_special(kind: Kind, text: &str) -> bool {
    let fraction = matches!(kind, Kind::Float16 | Kind::Float32 | Kind::Float64);
    fraction && matches!(text, "NaN" | "Infinity" | "-Infinity")
}

/// Writes a text between quotation marks (RFC 8259 §7).
pub(super) fn write_text(text: &str, out: &mut Vec<u8>) {
    out.push(b'"');
    let bytes = text.as_bytes();
    let mut from = 0;
    for (at, byte) in bytes.iter().enumerate() {
        let escape: &[u8] = match byte {
            b'"' => b"\\\"",
            b'\\' => b"\\\\",
            b'\n' => b"\\n",
            b'\r' => b"\\r",
            b'\t' => b"\\t",
            ..0x20 => &[],
            _ => continue,
        };
        out.extend_from_slice(bytes.get(from..at).unwrap_or_default());
        from = at + 1;
        if escape.is_empty() {
            out.extend_from_slice(format!("\\u{byte:04x}").as_bytes());
        } else {
            out.extend_from_slice(escape);
        }
    }
    out.extend_from_slice(bytes.get(from..).unwrap_or_default());
    out.push(b'"');
}
