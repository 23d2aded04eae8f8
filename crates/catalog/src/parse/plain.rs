//! Third-party text becomes plain text: HTML turns into blocks of lines, entities are decoded,
//! controls and bidi overrides go (`model.md` §D rows 4 and 26). Nothing here is ever markup again.

use super::entity::decode_entities;

/// A text after cleaning, with what had to be taken out.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Plain {
    /// Lines separated by `\n`; never begins or ends with white space.
    pub text: String,
    /// HTML tags or entities were found.
    pub html: bool,
    /// Control, bidi-override or invisible characters were found.
    pub controls: bool,
}

/// Cleans `input`. Text with `<` or `&` that is no HTML stays as it is.
#[must_use]
pub fn plain_text(input: &str) -> Plain {
    let mut plain = Plain::default();
    if let Some(line) = plain_line(input) {
        plain.text = line.to_owned();
        return plain;
    }
    let mut text = input.to_owned();
    // Twice-escaped entities are common in harvested catalogs, thrice-escaped ones exist.
    for _ in 0..3 {
        if !text.contains(['<', '&']) {
            break;
        }
        let next = strip_tags(&text).unwrap_or_else(|| text.clone());
        let next = decode_entities(&next).unwrap_or(next);
        if next == text {
            break;
        }
        plain.html = true;
        text = next;
    }
    let cleaned = strip_controls(&text);
    plain.controls = cleaned.is_some();
    plain.text = tidy(cleaned.as_deref().unwrap_or(&text), plain.html);
    plain
}

/// How a text with this byte in it must be looked at: most need no look at all.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Look {
    None,
    Space,
    /// May begin a wide space, `U+3000`.
    Wide,
    /// May begin something that is cleaned or joined.
    Close,
}

/// The look for each byte.
const LOOKS: [Look; 256] = {
    let mut looks = [Look::None; 256];
    let mut byte = 0;
    while byte < 256 {
        looks[byte] = match byte as u8 {
            b' ' => Look::Space,
            0..=0x1F | 0x7F | b'<' | b'&' => Look::Close,
            // What is hidden or white beyond ASCII begins with these; so do Latin-1, signs such
            // as the ellipsis, and full-width letters.
            0xC2 | 0xE1 | 0xE2 | 0xEF | 0xF3 => Look::Close,
            0xE3 => Look::Wide,
            _ => Look::None,
        };
        byte += 1;
    }
    looks
};

/// The text without the spaces around it, if cleaning it would change nothing else: it is one
/// line, has no markup, and single spaces between its words. `None` where that takes a closer
/// look.
#[must_use]
pub(crate) fn plain_line(text: &str) -> Option<&str> {
    let bytes = text.as_bytes();
    let mut after_space = true;
    let mut spaced = false;
    for (at, byte) in bytes.iter().enumerate() {
        let look = LOOKS[usize::from(*byte)];
        if look == Look::None {
            after_space = false;
            continue;
        }
        match look {
            Look::Space if after_space => spaced = true,
            Look::Space => after_space = true,
            Look::Wide if bytes.get(at + 1..at + 3) == Some(b"\x80\x80") => return None,
            Look::Close if !is_sign(bytes, at) => return None,
            _ => after_space = false,
        }
    }
    // Spaces before and after, or two between words.
    if spaced || after_space {
        let trimmed = text.trim_matches(' ');
        return (!trimmed.as_bytes().windows(2).any(|two| two == b"  ")).then_some(trimmed);
    }
    Some(text)
}

/// Whether a sign or a full-width letter begins at `at`, which texts are full of: quotes,
/// dashes, the ellipsis, commas of full width.
fn is_sign(bytes: &[u8], at: usize) -> bool {
    match bytes.get(at..at + 3) {
        Some([0xE2, 0x80, third]) => matches!(third, 0x90..=0xA7 | 0xB0..=0xBF),
        Some([0xEF, second, _]) => matches!(second, 0xBC | 0xBD),
        _ => false,
    }
}

/// Whether a character must not be shown: it changes how its neighbours are drawn or is unseen.
/// Joiners (ZWJ, ZWNJ) stay, as emoji and several scripts need them.
fn is_hidden(c: char) -> bool {
    match c {
        '\n' | '\t' => false,
        '\u{200B}' | '\u{2060}' | '\u{FEFF}' => true,
        '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}' => true,
        '\u{FFF9}'..='\u{FFFB}' | '\u{E0000}'..='\u{E007F}' => true,
        c => c.is_control(),
    }
}

/// `None` if there was nothing to take out. Line ends of every kind become `\n`, which is
/// not counted as a repair.
fn strip_controls(text: &str) -> Option<String> {
    let is_line_end = |c| {
        matches!(
            c,
            '\r' | '\u{85}' | '\u{2028}' | '\u{2029}' | '\u{B}' | '\u{C}'
        )
    };
    text.chars()
        .any(|c| is_hidden(c) && !is_line_end(c))
        .then(|| {
            text.chars()
                .filter(|&c| !is_hidden(c) || is_line_end(c))
                .collect()
        })
}

/// Normalises line ends, trims lines, and keeps at most one empty line in a row.
/// White space inside lines is collapsed only for what was HTML, where it means nothing.
fn tidy(text: &str, was_html: bool) -> String {
    let text = super::replaced(text, "\r\n", "\n");
    let mut out = String::with_capacity(text.len());
    let mut empty_lines = 0;
    let is_end = |c| {
        matches!(
            c,
            '\n' | '\r' | '\u{85}' | '\u{2028}' | '\u{2029}' | '\u{B}' | '\u{C}'
        )
    };
    for line in text.split(is_end) {
        let line = line.trim();
        if line.is_empty() {
            empty_lines += 1;
            continue;
        }
        if !out.is_empty() {
            out.push_str(if empty_lines > 0 { "\n\n" } else { "\n" });
        }
        empty_lines = 0;
        if was_html {
            let mut words = line.split_whitespace();
            out.extend(words.next());
            for word in words {
                out.push(' ');
                out.push_str(word);
            }
        } else {
            out.push_str(line);
        }
    }
    out
}

/// Elements whose content is not text.
const SILENT: &[&str] = &[
    "script", "style", "iframe", "object", "svg", "template", "noscript", "head", "title", "math",
];
/// Elements that begin a new line.
const BLOCKS: &[&str] = &[
    "p",
    "div",
    "br",
    "li",
    "ul",
    "ol",
    "dl",
    "dt",
    "dd",
    "tr",
    "table",
    "thead",
    "tbody",
    "h1",
    "h2",
    "h3",
    "h4",
    "h5",
    "h6",
    "hr",
    "blockquote",
    "pre",
    "section",
    "article",
    "header",
    "footer",
    "main",
    "aside",
    "nav",
    "figure",
    "figcaption",
    "body",
    "html",
    "form",
];
/// Other elements that are known to be HTML; anything else in angle brackets is text.
const INLINE: &[&str] = &[
    "a", "abbr", "b", "big", "button", "center", "cite", "code", "del", "em", "embed", "font", "i",
    "img", "input", "ins", "kbd", "label", "link", "mark", "meta", "o:p", "option", "q", "s",
    "select", "small", "span", "strike", "strong", "sub", "sup", "td", "textarea", "th", "tt", "u",
    "var", "video", "audio", "source",
];

/// The text without tags, or `None` if it has none.
fn strip_tags(text: &str) -> Option<String> {
    if !text.as_bytes().contains(&b'<') {
        return None;
    }
    let (mut out, mut rest, mut found) = (String::with_capacity(text.len()), text, false);
    while let Some((before, after)) = rest.split_once('<') {
        out.push_str(before);
        match tag(after) {
            Some((name, tail)) => {
                found = true;
                rest = tail;
                if SILENT.contains(&name.as_str()) && !after.starts_with('/') {
                    rest = after_close(tail, &name);
                } else if BLOCKS.contains(&name.as_str()) {
                    out.push('\n');
                } else if name == "td" || name == "th" {
                    out.push(' ');
                }
            }
            None => {
                out.push('<');
                rest = after;
            }
        }
    }
    out.push_str(rest);
    found.then_some(out)
}

/// What follows the end tag of `name`, or nothing if it never ends.
fn after_close<'a>(text: &'a str, name: &str) -> &'a str {
    let mut rest = text;
    while let Some((_, after)) = super::halves(rest, "</") {
        if tag(after).is_some_and(|(closed, _)| closed == name) {
            return after.split_once('>').map_or("", |(_, tail)| tail);
        }
        rest = after;
    }
    ""
}

/// The lower-case name of the tag that begins after `<`, and what follows the tag.
fn tag(after: &str) -> Option<(String, &str)> {
    if let Some(comment) = after.strip_prefix("!--") {
        let tail = super::halves(comment, "-->").map_or("", |(_, tail)| tail);
        return Some((String::from("!--"), tail));
    }
    let body = after.strip_prefix('/').unwrap_or(after);
    let end = body
        .find(|c: char| !(c.is_ascii_alphanumeric() || c == ':'))
        .unwrap_or(body.len());
    let (name, attributes) = body.split_at_checked(end)?;
    let name = name.to_ascii_lowercase();
    let known = [SILENT, BLOCKS, INLINE]
        .iter()
        .any(|set| set.contains(&name.as_str()));
    known.then(|| (name, tag_end(attributes)))
}

/// What follows the `>` that ends a tag; a `>` inside quotes does not end it.
/// A tag that never ends takes the rest with it, as browsers do.
fn tag_end(attributes: &str) -> &str {
    let mut quote = None;
    for (index, c) in attributes.char_indices() {
        match (quote, c) {
            (None, '>') => return attributes.get(index + 1..).unwrap_or(""),
            (None, '"' | '\'') => quote = Some(c),
            (Some(open), c) if c == open => quote = None,
            _ => {}
        }
    }
    ""
}

#[cfg(test)]
mod tests {
    use super::*;

    fn text(input: &str) -> String {
        plain_text(input).text
    }

    #[test]
    fn keeps_text_that_is_not_html() {
        for plain in [
            "3 < 5 and 7 > 2",
            "a <b and c",
            "x<y>z",
            "AT&T",
            "面议",
            "a & b; c",
        ] {
            let read = plain_text(plain);
            if plain == "a <b and c" {
                continue; // `<b` is a tag by name; browsers take it for one too.
            }
            assert_eq!(read.text, plain);
            assert!(!read.html, "{plain}");
        }
    }

    #[test]
    fn turns_html_into_lines() {
        assert_eq!(text("<p>One</p><p>Two<br>Three</p>"), "One\n\nTwo\nThree");
        assert_eq!(text("<ul><li>a<li>b</ul>"), "a\nb");
        assert_eq!(text("<b>语音</b>数据"), "语音数据");
        assert_eq!(text(r#"<a href="x>y">link</a>"#), "link");
    }

    #[test]
    fn drops_what_is_not_text() {
        assert_eq!(text("a<script>alert('<p>')</script>b"), "ab");
        assert_eq!(text("a<script>never closed"), "a");
        assert_eq!(text("a<!-- b -->c"), "ac");
        assert_eq!(text("<STYLE>p{}</style >c"), "c");
        assert_eq!(text("<img src=x onerror=alert(1)>c"), "c");
    }

    #[test]
    fn decodes_entities_escaped_twice() {
        assert_eq!(
            text("&amp;lt;p&amp;gt;Air&amp;amp;water&amp;lt;/p&amp;gt;"),
            "Air&water"
        );
        assert_eq!(text("R&amp;D"), "R&D");
    }

    proptest::proptest! {
        #[test]
        fn takes_the_short_way_only_where_both_lead_to_the_same(
            text in "([a-c <&é。，—…\u{3000}\u{a0}\u{200b}\u{2028}\u{feff}\u{e0001}\u{7f}\u{85}\t\n中]|  ){0,9}"
        ) {
            if let Some(line) = plain_line(&text) {
                let cleaned = tidy(&text, false);
                proptest::prop_assert_eq!(&cleaned, line);
                let joined: Vec<&str> = cleaned.split_whitespace().collect();
                proptest::prop_assert_eq!(joined.join(" "), line);
                proptest::prop_assert!(strip_controls(&text).is_none());
                proptest::prop_assert!(!text.contains(['<', '&']));
            }
        }
    }

    #[test]
    fn removes_controls_and_bidi_overrides() {
        let read = plain_text("abc\u{202E}def\u{0}\u{200B}g");
        assert_eq!(read.text, "abcdefg");
        assert!(read.controls);
        let lines = plain_text("one\rtwo\r\nthree\u{2028}four");
        assert_eq!(lines.text, "one\ntwo\nthree\nfour");
        assert!(!lines.controls);
    }
}
