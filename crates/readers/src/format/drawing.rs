//! A picture that is text: SVG, told by its root element.

/// Bytes above the root that are looked at: notes of the program that made it, its licence.
const MOST_ABOVE: usize = 16 * 1024;

/// Whether the first element is `svg`; one in a page or another document is not.
pub(super) fn is_svg(head: &[u8]) -> bool {
    let head = head.get(..MOST_ABOVE).unwrap_or(head);
    let mut rest = head.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(head);
    loop {
        rest = rest.trim_ascii_start();
        let end: &[u8] = if rest.starts_with(b"<!--") {
            b"-->"
        } else if rest.starts_with(b"<?") {
            b"?>"
        } else if rest
            .get(..9)
            .is_some_and(|b| b.eq_ignore_ascii_case(b"<!doctype"))
        {
            // Its own declarations may stand in brackets.
            let plain = rest
                .iter()
                .take_while(|b| !matches!(**b, b'[' | b'>'))
                .count();
            if rest.get(plain) == Some(&b'[') {
                b"]>"
            } else {
                b">"
            }
        } else {
            break;
        };
        let Some(at) = rest.windows(end.len()).position(|found| found == end) else {
            return false;
        };
        rest = rest.get(at + end.len()..).unwrap_or_default();
    }
    let name = rest
        .strip_prefix(b"<svg:")
        .or_else(|| rest.strip_prefix(b"<"));
    let after = name.and_then(|name| name.strip_prefix(b"svg"));
    after.is_some_and(|after| {
        matches!(
            after.first(),
            Some(b' ' | b'\t' | b'\r' | b'\n' | b'>' | b'/')
        )
    })
}

#[cfg(test)]
mod tests {
    use super::is_svg;

    #[test]
    fn a_root_named_svg_makes_a_picture_and_nothing_else_does() {
        for (text, is_picture) in [
            (
                "<svg xmlns='http://www.w3.org/2000/svg'><script>alert(1)</script></svg>",
                true,
            ),
            (
                "\u{FEFF}<?xml version=\"1.0\"?>\n<!-- made by > hand -->\n<!DOCTYPE svg PUBLIC \"a\" \"b\">\n<svg:svg>",
                true,
            ),
            ("<!doctype svg [ <!ENTITY a \"<svg>\"> ]><svg\n>", true),
            ("<html><body><svg/></body></html>", false),
            ("<!doctype html [<svg> ", false),
            ("<!-- <svg> -->", false),
            ("<svgs/>", false),
            ("svg,<svg>", false),
            ("", false),
        ] {
            assert_eq!(is_svg(text.as_bytes()), is_picture, "{text}");
        }
    }
}
