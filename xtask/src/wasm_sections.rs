//! The sections of a wasm file, as far as what is done to them here needs to know them.

const HEADER: &[u8] = b"\0asm\x01\0\0\0";
const CUSTOM: u8 = 0;
const IMPORTS: u8 = 2;
const EXPORTS: u8 = 7;

/// The file without its custom sections: the names of functions, which are as large as the
/// functions, and marks of the tools. `None`: this is not wasm.
pub(crate) fn without_custom(wasm: &[u8]) -> Option<Vec<u8>> {
    let mut kept = HEADER.to_vec();
    for section in sections(wasm)? {
        if section.kind != CUSTOM {
            kept.extend_from_slice(section.whole);
        }
    }
    Some(kept)
}

/// The file with other names for what it imports and exports: `name` answers `None` where a name
/// stays. `None`: this is not wasm, or it imports something else than functions.
pub(crate) fn renamed(
    wasm: &[u8],
    name: &mut dyn FnMut(&str) -> Option<String>,
) -> Option<Vec<u8>> {
    let mut written = HEADER.to_vec();
    for section in sections(wasm)? {
        if ![IMPORTS, EXPORTS].contains(&section.kind) {
            written.extend_from_slice(section.whole);
            continue;
        }
        let (count, mut rest) = number(section.contents)?;
        let mut contents = Vec::new();
        push_number(&mut contents, count);
        for _ in 0..count {
            if section.kind == IMPORTS {
                let module;
                (module, rest) = text(rest)?;
                push_text(&mut contents, module);
            }
            let old;
            (old, rest) = text(rest)?;
            push_text(&mut contents, name(old).as_deref().unwrap_or(old));
            // What it is, and its number: of a type for an import, else of the thing itself.
            let (kind, after) = rest.split_first()?;
            if section.kind == IMPORTS && *kind != 0 {
                return None;
            }
            let (of, after) = number(after)?;
            contents.push(*kind);
            push_number(&mut contents, of);
            rest = after;
        }
        written.push(section.kind);
        push_number(&mut written, contents.len());
        written.append(&mut contents);
    }
    Some(written)
}

struct Section<'a> {
    kind: u8,
    contents: &'a [u8],
    /// With its kind and its size.
    whole: &'a [u8],
}

fn sections(wasm: &[u8]) -> Option<Vec<Section<'_>>> {
    let mut rest = wasm.strip_prefix(HEADER)?;
    let mut sections = Vec::new();
    while let Some((kind, after)) = rest.split_first() {
        let (size, after) = number(after)?;
        let (contents, next) = after.split_at_checked(size)?;
        let whole = rest.get(..rest.len() - next.len())?;
        sections.push(Section {
            kind: *kind,
            contents,
            whole,
        });
        rest = next;
    }
    Some(sections)
}

/// A text with its length before it, and what follows it.
fn text(bytes: &[u8]) -> Option<(&str, &[u8])> {
    let (length, rest) = number(bytes)?;
    let (text, rest) = rest.split_at_checked(length)?;
    Some((std::str::from_utf8(text).ok()?, rest))
}

fn push_text(bytes: &mut Vec<u8>, text: &str) {
    push_number(bytes, text.len());
    bytes.extend_from_slice(text.as_bytes());
}

fn push_number(bytes: &mut Vec<u8>, number: usize) {
    let mut left = number;
    while left > 0x7f {
        bytes.push((left & 0x7f) as u8 | 0x80);
        left >>= 7;
    }
    bytes.push(left as u8);
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
    fn long_numbers_are_written_as_they_are_read() {
        for value in [0, 127, 128, 16_383, 16_384, 3_000_000] {
            let mut bytes = Vec::new();
            push_number(&mut bytes, value);
            assert_eq!(number(&bytes), Some((value, &[][..])));
        }
    }

    #[test]
    fn refuses_what_is_no_wasm_or_ends_too_early() {
        assert_eq!(without_custom(b"<!doctype html>"), None);
        assert_eq!(without_custom(b"\0asm\x01\0\0\0\x01\x05\x00"), None);
        assert_eq!(without_custom(b"\0asm\x01\0\0\0\x01"), None);
    }
}
