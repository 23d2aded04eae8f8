//! The sections of a wasm file, as far as taking out what no browser reads needs to know them.

/// The file without its custom sections: the names of functions, which are as large as the
/// functions, and marks of the tools. `None`: this is not wasm.
pub(crate) fn without_custom(wasm: &[u8]) -> Option<Vec<u8>> {
    const CUSTOM: u8 = 0;
    let mut rest = wasm.strip_prefix(b"\0asm\x01\0\0\0")?;
    let mut kept = wasm.get(..8)?.to_vec();
    while let Some((kind, after)) = rest.split_first() {
        let (size, contents) = number(after)?;
        let next = contents.get(size..)?;
        let section = rest.get(..rest.len() - next.len())?;
        if *kind != CUSTOM {
            kept.extend_from_slice(section);
        }
        rest = next;
    }
    Some(kept)
}

/// A number of at most 32 bits in LEB128, and what follows it.
fn number(bytes: &[u8]) -> Option<(usize, &[u8])> {
    let mut value = 0_u64;
    for (at, byte) in bytes.iter().enumerate().take(5) {
        value |= u64::from(byte & 0x7f) << (7 * at);
        if byte & 0x80 == 0 {
            return Some((usize::try_from(value).ok()?, bytes.get(at + 1..)?));
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn takes_out_custom_sections_and_nothing_else() {
        // A type section whose size is written in two bytes, between two custom ones.
        let wasm = b"\0asm\x01\0\0\0\x00\x02\x01n\x01\x81\x00\x00\x00\x02\x01p";
        assert_eq!(
            without_custom(wasm).as_deref(),
            Some(&b"\0asm\x01\0\0\0\x01\x81\x00\x00"[..])
        );
    }

    #[test]
    fn refuses_what_is_no_wasm_or_ends_too_early() {
        assert_eq!(without_custom(b"<!doctype html>"), None);
        assert_eq!(without_custom(b"\0asm\x01\0\0\0\x01\x05\x00"), None);
        assert_eq!(without_custom(b"\0asm\x01\0\0\0\x01"), None);
    }
}
