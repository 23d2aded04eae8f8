//! A text as two words and a number: the same everywhere, with all bits of the number mixed.

const FIRST: u64 = 0x9E37_79B9_7F4A_7C15;
const SECOND: u64 = 0xD6E8_FEB8_6659_FD93;

/// The most bytes of a text that its words hold whole.
pub(super) const SHORT: usize = 16;

/// What a text is known by.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Key {
    /// All of a text of up to 16 bytes; of a longer one nothing and its number.
    pub(super) words: [u64; 2],
    /// Its length in bytes.
    pub(super) long: u32,
    /// Its number.
    pub(super) hash: u64,
}

impl Key {
    /// Eight bytes at a time, multiplied and folded, with products of 64 bits only, because
    /// wider ones are calls in a browser. The standard hasher resists attackers, which the
    /// bound on probes does here, and is several times slower on short cells.
    #[inline]
    pub(super) fn of(text: &str) -> Self {
        let bytes = text.as_bytes();
        let long = bytes.len() as u32;
        if bytes.len() <= SHORT {
            let words = match (bytes.first_chunk::<8>(), bytes.last_chunk::<8>()) {
                // Some bytes may stand in both; with the length they still tell the text.
                (Some(first), Some(last)) => {
                    [u64::from_le_bytes(*first), u64::from_le_bytes(*last)]
                }
                _ => [short(bytes), 0],
            };
            return Self {
                words,
                long,
                hash: mixed(words, long),
            };
        }
        let mut state = fold(SECOND, u64::from(long));
        let (words, _) = bytes.as_chunks::<8>();
        for word in words {
            state = fold(state, u64::from_le_bytes(*word));
        }
        let word = |chunk: Option<&[u8; 8]>| chunk.map_or(0, |chunk| u64::from_le_bytes(*chunk));
        let hash = finished(fold(state, word(bytes.last_chunk())));
        Self {
            words: [0, hash],
            long,
            hash,
        }
    }

    /// The number of a text, from the rest of its key.
    pub(super) fn number(words: [u64; 2], long: u32) -> u64 {
        match words {
            [_, hash] if long as usize > SHORT => hash,
            words => mixed(words, long),
        }
    }
}

/// The number of a number.
#[inline]
pub(super) fn of_number(bits: u64) -> u64 {
    mixed([bits, 0], 8)
}

#[inline]
fn mixed(words: [u64; 2], long: u32) -> u64 {
    let [first, second] = words;
    finished(fold(fold(SECOND ^ u64::from(long), first), second))
}

#[inline]
fn fold(state: u64, word: u64) -> u64 {
    let product = (state ^ word).wrapping_mul(FIRST);
    product ^ (product >> 32)
}

#[inline]
fn finished(state: u64) -> u64 {
    let product = state.wrapping_mul(SECOND);
    product ^ (product >> 32)
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
            .map(|end| Key::of(&text[..end]).hash)
            .collect();
        all.extend((0..10_000u32).map(|i| Key::of(&i.to_string()).hash));
        let count = all.len();
        all.sort_unstable();
        all.dedup();
        assert_eq!(all.len(), count);
    }

    #[test]
    fn the_words_of_a_short_text_tell_it() {
        let texts = [
            "",
            "a",
            "aa",
            "aaa",
            "aaaa",
            "aaaaaaaa",
            "aaaaaaaaa",
            "a\0",
            "名称",
        ];
        for (at, text) in texts.iter().enumerate() {
            let key = Key::of(text);
            assert_eq!(Key::number(key.words, key.long), key.hash);
            let same = texts.iter().filter(|other| Key::of(other) == key).count();
            assert_eq!(same, 1, "{at}");
        }
    }
}
