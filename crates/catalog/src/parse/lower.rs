//! Lower case by rules of the blocks that have case, for comparing words. The standard
//! library's table of all letters weighs more than the whole search for a word.

/// `c` in lower case. Scripts that nobody offers data in keep their case (Deseret, Osage and
/// the like), so that two words that differ only in it are told apart.
#[must_use]
pub fn lower_char(c: char) -> char {
    let code = c as u32;
    // Blocks where capitals and small letters take turns, capitals at even codes or odd ones.
    let even = |code: u32| code + u32::from(code.is_multiple_of(2));
    let odd = |code: u32| code + u32::from(!code.is_multiple_of(2));
    let lower = match code {
        0x41..=0x5A => code + 32,
        0..=0xBF => code,
        0xC0..=0xDE if code != 0xD7 => code + 32,
        0x130 => 0x69,
        0x178 => 0xFF,
        0x100..=0x137 | 0x14A..=0x177 | 0x1DE..=0x1EF | 0x1F8..=0x21F | 0x222..=0x233 => even(code),
        0x139..=0x148 | 0x179..=0x17E | 0x1CD..=0x1DC => odd(code),
        0x386 => 0x3AC,
        0x388..=0x38A => code + 37,
        0x38C => 0x3CC,
        0x38E | 0x38F => code + 63,
        0x391..=0x3AB if code != 0x3A2 => code + 32,
        0x3D8..=0x3EF | 0x460..=0x481 | 0x48A..=0x4BF | 0x4D0..=0x52F => even(code),
        0x400..=0x40F => code + 80,
        0x410..=0x42F => code + 32,
        0x4C0 => 0x4CF,
        0x4C1..=0x4CE => odd(code),
        0x531..=0x556 => code + 48,
        0x1C90..=0x1CBA | 0x1CBD..=0x1CBF => code - 3008,
        0x1E9E => 0xDF,
        0x1E00..=0x1E95 | 0x1EA0..=0x1EFF => even(code),
        0x2160..=0x216F => code + 16,
        0x24B6..=0x24CF => code + 26,
        0xFF21..=0xFF3A => code + 32,
        _ => code,
    };
    char::from_u32(lower).unwrap_or(c)
}

/// The text in lower case, letter by letter: for comparing words, not for showing them.
#[must_use]
pub fn lower(text: &str) -> String {
    text.chars().map(lower_char).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The blocks that the rules are about.
    const BLOCKS: [std::ops::RangeInclusive<u32>; 11] = [
        0..=0x17F,
        0x1CD..=0x1DC,
        0x1DE..=0x1EF,
        0x1F8..=0x21F,
        0x222..=0x233,
        0x370..=0x3EF,
        0x400..=0x556,
        0x1C90..=0x1CBF,
        0x1E00..=0x1EFF,
        0x2160..=0x24CF,
        0x4E00..=0xFFFF,
    ];

    #[test]
    fn agrees_with_unicode_where_data_is_offered() {
        // Letters that Unicode lowers to two, or that are rare symbols with a letter's case.
        const APART: [u32; 8] = [0x130, 0x370, 0x372, 0x376, 0x37F, 0x3CF, 0x2183, 0x3F4];
        for code in BLOCKS.into_iter().flatten() {
            let Some(c) = char::from_u32(code) else {
                continue;
            };
            if APART.contains(&code) || (0xA640..0xAC00).contains(&code) {
                continue;
            }
            let unicode: String = c.to_lowercase().collect();
            assert_eq!(lower_char(c).to_string(), unicode, "{c} U+{code:04X}");
        }
    }

    #[test]
    fn a_dotted_i_is_an_i() {
        assert_eq!(lower("İSTANBUL"), "istanbul");
    }
}
