//! Which encoding the bytes have, decided once on the whole head and never per cell: two
//! Chinese characters of GBK are valid UTF-8 once in thirty, eight of them almost never.

use std::borrow::Cow;

/// A text encoding. UTF-8 and UTF-16 are decoded here; the rest by a [`Decoder`].
///
/// [`Decoder`]: crate::Decoder
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum Encoding {
    /// UTF-8, with or without a byte order mark.
    Utf8,
    /// UTF-16, little end first.
    Utf16Le,
    /// UTF-16, big end first.
    Utf16Be,
    /// GB18030, which contains GBK and GB 2312; files that say either mean this.
    Gb18030,
    /// Any other one, by its label in the WHATWG Encoding Standard, in lower case.
    Other(Cow<'static, str>),
}

impl Encoding {
    /// The encoding of Western Europe that the web means by Latin-1.
    pub const WINDOWS_1252: Self = Self::Other(Cow::Borrowed("windows-1252"));
    /// Traditional Chinese.
    pub const BIG5: Self = Self::Other(Cow::Borrowed("big5"));

    /// The label, as the browser's `TextDecoder` takes it.
    #[must_use]
    pub fn label(&self) -> &str {
        match self {
            Self::Utf8 => "utf-8",
            Self::Utf16Le => "utf-16le",
            Self::Utf16Be => "utf-16be",
            Self::Gb18030 => "gb18030",
            Self::Other(label) => label,
        }
    }

    /// Whether a server that states this most likely means it. Latin-1 is what many send for
    /// everything, and a label that nobody decodes must not stop the reading.
    fn is_a_statement(&self) -> bool {
        const KNOWN: [&str; 6] = [
            "big5",
            "shift_jis",
            "euc-",
            "windows-125",
            "iso-8859-",
            "koi8-",
        ];
        match self {
            Self::Gb18030 => true,
            Self::Other(label) => {
                *self != Self::WINDOWS_1252 && KNOWN.iter().any(|known| label.starts_with(known))
            }
            Self::Utf8 | Self::Utf16Le | Self::Utf16Be => false,
        }
    }

    /// The encoding that a label names. Unknown labels are kept: the decoder knows more.
    #[must_use]
    pub fn from_label(label: &str) -> Self {
        let label = label.trim().trim_matches('"').to_ascii_lowercase();
        match label.as_str() {
            "utf-8" | "utf8" | "unicode-1-1-utf-8" => Self::Utf8,
            "utf-16" | "utf-16le" | "utf16" | "utf16le" | "ucs-2" | "unicode" => Self::Utf16Le,
            "utf-16be" | "utf16be" => Self::Utf16Be,
            "gb18030" | "gbk" | "gb2312" | "gb_2312" | "gb_2312-80" | "x-gbk" | "cp936"
            | "ms936" | "chinese" => Self::Gb18030,
            "big5" | "big5-hkscs" | "cn-big5" | "x-x-big5" | "cp950" | "ms950" => Self::BIG5,
            "windows-1252" | "cp1252" | "latin1" | "latin-1" | "iso-8859-1" | "iso8859-1"
            | "l1" => Self::WINDOWS_1252,
            _ => Self::Other(Cow::Owned(label)),
        }
    }
}

/// What the bytes turned out to be.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Decided {
    pub(crate) encoding: Encoding,
    /// A byte order mark, or text that is sound UTF-8: nothing was guessed.
    pub(crate) sure: bool,
}

/// Decides from the head of a file. `said` is what the server or file name claims; it only
/// chooses among encodings that the bytes leave open. `None` when this is no text at all.
pub(crate) fn decide(head: &[u8], complete: bool, said: Option<&Encoding>) -> Option<Decided> {
    let sure = |encoding| {
        Some(Decided {
            encoding,
            sure: true,
        })
    };
    match head {
        [0xEF, 0xBB, 0xBF, ..] => return sure(Encoding::Utf8),
        [0xFF, 0xFE, ..] => return sure(Encoding::Utf16Le),
        [0xFE, 0xFF, ..] => return sure(Encoding::Utf16Be),
        [0x84, 0x31, 0x95, 0x33, ..] => return sure(Encoding::Gb18030),
        _ => {}
    }
    // ASCII in UTF-16 is valid UTF-8 with a NUL in every other place, so this comes first.
    if let Some(encoding) = utf16_without_mark(head) {
        return Some(Decided {
            encoding,
            sure: false,
        });
    }
    if too_many_controls(head) {
        return None;
    }
    if is_utf8(head, complete) {
        return sure(Encoding::Utf8);
    }
    let encoding = match said {
        Some(said) if said.is_a_statement() => said.clone(),
        _ if looks_big5(head) => Encoding::BIG5,
        _ if fits_gb18030(head) => Encoding::Gb18030,
        _ => Encoding::WINDOWS_1252,
    };
    Some(Decided {
        encoding,
        sure: false,
    })
}

/// Strict UTF-8, except that a cut may go through the last character.
fn is_utf8(bytes: &[u8], complete: bool) -> bool {
    match std::str::from_utf8(bytes) {
        Ok(_) => true,
        Err(error) => !complete && error.error_len().is_none(),
    }
}

/// UTF-16 shows itself by the high bytes of its ASCII (separators, digits, line ends): NULs on
/// one side of the pairs and next to none on the other.
fn utf16_without_mark(head: &[u8]) -> Option<Encoding> {
    let pairs = head.len() / 2;
    if pairs < 2 {
        return None;
    }
    let (mut high_first, mut high_last, mut ends) = (0usize, 0usize, 0isize);
    for pair in head.chunks_exact(2) {
        if let [first, second] = *pair {
            high_first += usize::from(first == 0);
            high_last += usize::from(second == 0);
            ends += isize::from(pair == b"\n\0") - isize::from(pair == b"\0\n");
        }
    }
    // Line ends tell the order best: the low byte of 一 and of the wide space is 0, too.
    let is_little = if ends == 0 {
        high_last > high_first
    } else {
        ends > 0
    };
    let (encoding, most, least) = if is_little {
        (Encoding::Utf16Le, high_last, high_first)
    } else {
        (Encoding::Utf16Be, high_first, high_last)
    };
    // A twentieth of ASCII is less than any table has, and more than stray NULs make.
    if most * 20 < pairs || (ends == 0 && least * 20 > most) {
        return None;
    }
    let units = head
        .chunks_exact(2)
        .filter_map(|pair| <[u8; 2]>::try_from(pair).ok());
    let units = units.map(|pair| match encoding {
        Encoding::Utf16Le => u16::from_le_bytes(pair),
        _ => u16::from_be_bytes(pair),
    });
    let (mut bad, mut all) = (0usize, 0usize);
    for c in char::decode_utf16(units) {
        all += 1;
        bad += usize::from(!c.is_ok_and(plausible));
    }
    (bad * 50 <= all).then_some(encoding)
}

/// Characters that tables are written in; the rest of Unicode is what misread bytes land in.
fn plausible(c: char) -> bool {
    matches!(c, '\t' | '\n' | '\r' | ' '..='~' | '\u{A0}'..='\u{52F}' | '\u{2000}'..='\u{22FF}'
        | '\u{3000}'..='\u{30FF}' | '\u{3400}'..='\u{9FFF}' | '\u{AC00}'..='\u{D7A3}'
        | '\u{F900}'..='\u{FAFF}' | '\u{FE30}'..='\u{FE4F}' | '\u{FEFF}' | '\u{FF00}'..='\u{FFEF}'
        | '\u{10000}'..)
}

/// Whether this is a program or picture and no text. NULs are tolerated: some exports have them.
fn too_many_controls(head: &[u8]) -> bool {
    let controls = head
        .iter()
        .filter(|b| matches!(b, 1..=8 | 0x0B | 0x0E..=0x1A | 0x1C..=0x1F | 0x7F))
        .count();
    let nuls = head.iter().filter(|b| **b == 0).count();
    controls * 50 > head.len() || nuls * 4 > head.len()
}

/// Whether the bytes have the structure of GB18030: pairs, or fours with digits in them.
/// Western text breaks it within a few words, because an accented letter stands before a space.
fn fits_gb18030(bytes: &[u8]) -> bool {
    let (mut good, mut bad, mut ascii) = (0usize, 0usize, 0usize);
    let mut rest = bytes;
    while let Some((first, tail)) = rest.split_first() {
        rest = match (first, tail) {
            (0..=0x7F, _) => tail,
            (0x81..=0xFE, [second @ (0x40..=0x7E | 0x80..=0xFE), after @ ..]) => {
                good += 1;
                ascii += usize::from(second.is_ascii());
                after
            }
            (0x81..=0xFE, [0x30..=0x39, 0x81..=0xFE, 0x30..=0x39, after @ ..]) => {
                good += 1;
                after
            }
            // The head may end inside a character.
            (0x81..=0xFE, []) | (0x81..=0xFE, [0x30..=0x39]) => &[],
            _ => {
                bad += 1;
                tail
            }
        };
    }
    // Few Chinese characters have a second byte below 0x80; most accented letters have a plain
    // one after them.
    bad * 20 <= good && ascii * 2 <= good
}

/// Big5 fits the structure of GB18030, but puts a third of its characters' second bytes below
/// `0x7F`, where the characters that simplified Chinese uses have none. Told on enough text only.
fn looks_big5(bytes: &[u8]) -> bool {
    let (mut pairs, mut low, mut foreign) = (0usize, 0usize, 0usize);
    let mut rest = bytes;
    while let Some((first, tail)) = rest.split_first() {
        rest = match (first, tail) {
            (0..=0x7F, _) => tail,
            (0xA1..=0xF9, [second @ (0x40..=0x7E | 0xA1..=0xFE), after @ ..]) => {
                pairs += 1;
                low += usize::from(*second < 0x7F);
                after
            }
            _ => {
                foreign += 1;
                tail
            }
        };
    }
    pairs >= 16 && low * 5 > pairs && foreign * 50 <= pairs
}

#[cfg(test)]
mod tests {
    use super::*;

    fn decided(bytes: &[u8]) -> Encoding {
        decide(bytes, true, None).unwrap().encoding
    }

    fn utf16(text: &str, bytes_of: fn(u16) -> [u8; 2]) -> Vec<u8> {
        text.encode_utf16().flat_map(bytes_of).collect()
    }

    #[test]
    fn marks_decide() {
        assert_eq!(decided(b"\xEF\xBB\xBFid"), Encoding::Utf8);
        assert_eq!(decided(b"\xFF\xFEi\0"), Encoding::Utf16Le);
        assert_eq!(decided(b"\xFE\xFF\0i"), Encoding::Utf16Be);
    }

    #[test]
    fn tells_utf16_without_a_mark_from_text_with_stray_nuls() {
        let text = "编号,名称\r\n1,北京市\r\n2,上海市\r\n";
        assert_eq!(decided(&utf16(text, u16::to_le_bytes)), Encoding::Utf16Le);
        assert_eq!(decided(&utf16(text, u16::to_be_bytes)), Encoding::Utf16Be);
        let text = "编号,说明\r\n1,一二三。第一，　一切如常，一年一次。\r\n2,一一（一）、一\r\n"
            .repeat(50);
        assert_eq!(decided(&utf16(&text, u16::to_le_bytes)), Encoding::Utf16Le);
        assert_eq!(decided(&utf16(&text, u16::to_be_bytes)), Encoding::Utf16Be);
        assert_eq!(
            decided(&utf16("id,name\n1,a\n", u16::to_le_bytes)),
            Encoding::Utf16Le
        );
        assert_eq!(decided(b"id,name\n1,a\0\n2,b\n3,c\n"), Encoding::Utf8);
    }

    #[test]
    fn a_cut_inside_a_character_is_still_utf8() {
        let cut = &"编号,名称".as_bytes()[..8];
        assert_eq!(decide(cut, false, None).unwrap().encoding, Encoding::Utf8);
        assert_ne!(decide(cut, true, None).unwrap().encoding, Encoding::Utf8);
    }

    #[test]
    fn chinese_is_told_from_western_by_its_structure() {
        // 编号,名称 in GBK; déjà,café,naïve in Latin-1.
        assert_eq!(
            decided(b"\xB1\xE0\xBA\xC5,\xC3\xFB\xB3\xC6\n"),
            Encoding::Gb18030
        );
        assert_eq!(
            decided(b"d\xE9j\xE0,caf\xE9,na\xEFve\n"),
            Encoding::WINDOWS_1252
        );
        let big5 = Encoding::BIG5;
        let found = decide(b"\xB1\xE0\xBA\xC5,\xC3\xFB\n", true, Some(&big5)).unwrap();
        assert_eq!(
            found,
            Decided {
                encoding: big5,
                sure: false
            }
        );
    }

    #[test]
    fn traditional_chinese_is_told_from_simplified_on_enough_text() {
        // 臺北市政府資料開放平臺 in Big5, twice, with a line break.
        let name = b"\xBBO\xA5_\xA5\xAB\xACF\xA9\xB2\xB8\xEA\xAE\xC6\xB6}\xA9\xF1\xA5\xAD\xBBO";
        assert_eq!(
            decided(&[name.as_slice(), b"\n", name].concat()),
            Encoding::BIG5
        );
    }

    #[test]
    fn a_server_that_says_latin_1_for_everything_is_not_believed() {
        let said = [
            Encoding::WINDOWS_1252,
            Encoding::from_label("binary"),
            Encoding::Utf8,
        ];
        for said in said {
            let found = decide(b"\xB1\xE0\xBA\xC5,\xC3\xFB\xB3\xC6\n", true, Some(&said)).unwrap();
            assert_eq!(found.encoding, Encoding::Gb18030);
        }
    }

    #[test]
    fn programs_are_no_text() {
        assert_eq!(
            decide(
                &[0x7F, b'E', b'L', b'F', 2, 1, 1, 0, 0, 0, 0, 3],
                true,
                None
            ),
            None
        );
    }

    #[test]
    fn labels_of_older_standards_mean_the_newer_one() {
        assert_eq!(Encoding::from_label("GB2312"), Encoding::Gb18030);
        assert_eq!(Encoding::from_label("ISO-8859-1"), Encoding::WINDOWS_1252);
        assert_eq!(Encoding::from_label("EUC-KR").label(), "euc-kr");
    }
}
