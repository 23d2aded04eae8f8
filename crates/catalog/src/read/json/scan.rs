//! Bytes looked at eight at a time: where a text ends, how many lines there are.
//!
//! A word of 64 bits is one register natively and in wasm, which has no wider one here.

/// One in every byte.
const ONES: u64 = u64::MAX / 255;
/// The top bit of every byte.
const TOPS: u64 = ONES << 7;

/// Marks each zero byte of `word` in its top bit. A byte above a zero may be marked too, so only
/// the lowest mark is sure, and whether there is one.
const fn zeros(word: u64) -> u64 {
    word.wrapping_sub(ONES) & !word & TOPS
}

/// Marks the bytes that are `byte`.
const fn equal(word: u64, byte: u8) -> u64 {
    zeros(word ^ (ONES * byte as u64))
}

/// The place of the first byte from `from` on that `marks` finds in a word, and `is` alone.
#[inline(always)]
fn find(bytes: &[u8], from: usize, marks: fn(u64) -> u64, is: fn(u8) -> bool) -> usize {
    let rest = bytes.get(from..).unwrap_or_default();
    let (words, tail) = rest.as_chunks::<8>();
    for (number, word) in words.iter().enumerate() {
        let found = marks(u64::from_le_bytes(*word));
        if found != 0 {
            return from + number * 8 + (found.trailing_zeros() / 8) as usize;
        }
    }
    let tail_at = from + words.len() * 8;
    let in_tail = tail.iter().position(|byte| is(*byte));
    in_tail.map_or(bytes.len(), |place| tail_at + place)
}

/// Where a text is interrupted: its closing quote, a backslash, a control character.
#[inline]
pub(super) fn text_end(bytes: &[u8], from: usize) -> usize {
    find(
        bytes,
        from,
        // Controls are below 0x20: the three upper bits of such a byte are zero.
        |word| equal(word, b'"') | equal(word, b'\\') | zeros(word & (ONES * 0xE0)),
        |byte| matches!(byte, b'"' | b'\\' | 0..=0x1F),
    )
}

/// Where a quote or a backslash comes next.
#[inline]
pub(in crate::read) fn quote(bytes: &[u8], from: usize) -> usize {
    find(
        bytes,
        from,
        |word| equal(word, b'"') | equal(word, b'\\'),
        |byte| matches!(byte, b'"' | b'\\'),
    )
}

/// Where a quote, a bracket or a brace comes next: all that a structure is told by.
#[inline]
pub(in crate::read) fn structure(bytes: &[u8], from: usize) -> usize {
    find(
        bytes,
        from,
        // Brackets and braces differ in one bit (0x20), and so do their closing ones.
        |word| {
            let folded = word | (ONES * 0x20);
            equal(word, b'"') | equal(folded, b'{') | equal(folded, b'}')
        },
        |byte| matches!(byte, b'"' | b'[' | b']' | b'{' | b'}'),
    )
}

/// How many lines end in `bytes`.
pub(in crate::read) fn line_ends(bytes: &[u8]) -> usize {
    let (mut count, mut from) = (0, 0);
    loop {
        from = find(bytes, from, |word| equal(word, b'\n'), |byte| byte == b'\n');
        if from >= bytes.len() {
            return count;
        }
        count += 1;
        from += 1;
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn finds_what_a_walk_byte_by_byte_finds(
            bytes in prop::collection::vec(prop_oneof![
                any::<u8>(),
                prop::sample::select(b"\"\\[]{}\n\x1f\x20\x01\x80 a".to_vec()),
            ], 0..80),
            from in 0..80_usize,
        ) {
            let walk = |is: fn(u8) -> bool| {
                let rest = bytes.iter().enumerate().skip(from);
                rest.filter(|(_, b)| is(**b)).map(|(at, _)| at).next().unwrap_or(bytes.len())
            };
            prop_assert_eq!(
                text_end(&bytes, from),
                walk(|b| b == b'"' || b == b'\\' || b < 0x20)
            );
            prop_assert_eq!(quote(&bytes, from), walk(|b| b == b'"' || b == b'\\'));
            prop_assert_eq!(structure(&bytes, from), walk(|b| b"\"[]{}".contains(&b)));
            prop_assert_eq!(
                line_ends(&bytes),
                bytes.iter().filter(|b| **b == b'\n').count()
            );
        }
    }
}
