//! Which texts of a table are links. Pure.

/// The text, if it is one address that may be followed: no other scheme ever is, and no text
/// that is more than an address or was cut.
pub(super) fn address(text: &str) -> Option<&str> {
    let text = text.trim();
    let (scheme, rest) = text.split_once(':')?;
    let scheme = scheme.to_ascii_lowercase();
    let is_known = match scheme.as_str() {
        "http" | "https" => rest.strip_prefix("//").is_some_and(|rest| rest.len() > 2),
        "mailto" => rest.contains('@'),
        _ => false,
    };
    let is_plain = !text.ends_with('…')
        && text
            .chars()
            .all(|c| !c.is_whitespace() && !c.is_control() && !matches!(c, '<' | '>' | '"'));
    (is_known && is_plain).then_some(text)
}

#[cfg(test)]
mod tests {
    use super::address;

    #[test]
    fn only_whole_addresses_of_three_schemes_are_links() {
        for text in [
            "https://a.example/x?y=1",
            "HTTP://a.example",
            "mailto:a@b.example",
        ] {
            assert_eq!(address(text), Some(text));
        }
        for text in [
            "javascript:alert(1)",
            "data:text/html,x",
            "https://",
            "see https://a.example",
            "https://a.example/…",
            "file:///etc/passwd",
            "java\nscript:alert(1)",
            "10:30",
        ] {
            assert_eq!(address(text), None, "{text}");
        }
    }
}
