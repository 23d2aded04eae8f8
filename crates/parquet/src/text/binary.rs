//! Bytes that are no text.

/// Whether bytes of which the file says nothing are text: UTF-8 without control characters.
/// Old writers (Impala, Hive, Spark 1) do not mark their texts.
pub(crate) fn is_text(bytes: &[u8]) -> bool {
    let control = |byte: &u8| *byte < 0x20 && !matches!(byte, b'\t' | b'\n' | b'\r');
    !bytes.iter().any(control) && !bytes.contains(&0x7f) && std::str::from_utf8(bytes).is_ok()
}

/// `0x` and two digits a byte.
pub(crate) fn write_hex(bytes: &[u8], out: &mut String) {
    out.push_str("0x");
    digits(bytes, out);
}

/// Sixteen bytes in groups (RFC 9562).
pub(super) fn write_uuid(bytes: &[u8], out: &mut String) {
    for (index, byte) in bytes.chunks(1).enumerate() {
        if matches!(index, 4 | 6 | 8 | 10) {
            out.push('-');
        }
        digits(byte, out);
    }
}

fn digits(bytes: &[u8], out: &mut String) {
    const DIGITS: [char; 16] = [
        '0', '1', '2', '3', '4', '5', '6', '7', '8', '9', 'a', 'b', 'c', 'd', 'e', 'f',
    ];
    for byte in bytes {
        out.push(DIGITS[usize::from(byte >> 4)]);
        out.push(DIGITS[usize::from(byte & 15)]);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn bytes_are_text_only_if_they_read_as_text() {
        assert!(is_text("三万\n".as_bytes()) && is_text(b""));
        assert!(!is_text(&[0]) && !is_text(&[0xff, 0xfe]));
        let mut out = String::new();
        write_hex(&[0, 0xab], &mut out);
        assert_eq!(out, "0x00ab");
    }
}
