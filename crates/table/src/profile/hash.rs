//! A number for each text, the same everywhere, with all its bits well mixed.

const FIRST: u64 = 0x9E37_79B9_7F4A_7C15;
const SECOND: u64 = 0xD6E8_FEB8_6659_FD93;

/// Eight bytes at a time, multiplied and folded, with products of 64 bits only, because wider
/// ones are calls in a browser. The standard hasher resists attackers, which the bound on
/// probes does here, and is several times slower on short cells.
#[inline]
pub(super) fn hash(bytes: &[u8]) -> u64 {
    let fold = |state: u64, word: u64| {
        let product = (state ^ word).wrapping_mul(FIRST);
        product ^ (product >> 32)
    };
    let mut state = fold(SECOND, bytes.len() as u64);
    let (words, rest) = bytes.as_chunks::<8>();
    for word in words {
        state = fold(state, u64::from_le_bytes(*word));
    }
    if !rest.is_empty() {
        let word = match bytes.last_chunk::<8>() {
            // The last eight bytes: some of them twice, which does no harm.
            Some(last) => u64::from_le_bytes(*last),
            None => short(rest),
        };
        state = fold(state, word);
    }
    let mixed = state.wrapping_mul(SECOND);
    mixed ^ (mixed >> 32)
}

/// Fewer than eight bytes as one word.
#[inline]
fn short(bytes: &[u8]) -> u64 {
    match (bytes.first_chunk::<4>(), bytes.last_chunk::<4>()) {
        (Some(first), Some(last)) => {
            u64::from(u32::from_le_bytes(*first)) | u64::from(u32::from_le_bytes(*last)) << 32
        }
        _ => match *bytes {
            [a] => u64::from(a),
            [a, b] => u64::from(a) | u64::from(b) << 8,
            [a, b, c] => u64::from(a) | u64::from(b) << 8 | u64::from(c) << 16,
            _ => 0,
        },
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn texts_of_every_length_have_numbers_of_their_own() {
        let text = "abcdefghijklmnopqrstuvwxyz0123456789";
        let mut all: Vec<u64> = (0..text.len())
            .map(|end| hash(&text.as_bytes()[..end]))
            .collect();
        all.extend((0..10_000u32).map(|i| hash(i.to_string().as_bytes())));
        let count = all.len();
        all.sort_unstable();
        all.dedup();
        assert_eq!(all.len(), count);
    }
}
