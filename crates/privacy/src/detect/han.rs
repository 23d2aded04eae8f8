//! Sets of Chinese characters, a bit for each: made once from a short text, asked for every cell.

const FIRST: u32 = 0x4E00;
const LAST: u32 = 0x9FFF;

/// Some characters of the common block.
#[derive(Clone, Debug)]
pub(crate) struct Set(Vec<u64>);

impl Set {
    /// The characters of these texts.
    pub(crate) fn of(texts: &[&str]) -> Self {
        let mut words = vec![0_u64; ((LAST - FIRST) / 64 + 1) as usize];
        for c in texts.iter().flat_map(|text| text.chars()) {
            if let Some(word) = place(c).and_then(|at| words.get_mut(at / 64)) {
                *word |= 1 << ((u32::from(c) - FIRST) % 64);
            }
        }
        Self(words)
    }

    /// Whether the character is one of them.
    #[inline]
    pub(crate) fn has(&self, c: char) -> bool {
        let word = place(c).and_then(|at| self.0.get(at / 64));
        word.is_some_and(|word| word >> ((u32::from(c).wrapping_sub(FIRST)) % 64) & 1 == 1)
    }
}

fn place(c: char) -> Option<usize> {
    let c = u32::from(c);
    (FIRST..=LAST).contains(&c).then(|| (c - FIRST) as usize)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn has_its_characters_and_no_others() {
        let set = Set::of(&["一王", "龥"]);
        assert!(['一', '王', '龥'].into_iter().all(|c| set.has(c)));
        assert!(
            !['丁', '李', 'a', '\u{9FFF}', '\u{20000}']
                .into_iter()
                .any(|c| set.has(c))
        );
    }
}
