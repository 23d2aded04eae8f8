//! Looking for a text in a text. The standard library's way is made for long ones, and so is the
//! code that it brings to every place that asks; here both are short.

/// Where `part` begins in `text` for the first time.
#[must_use]
#[inline(never)]
pub fn find(text: &str, part: &str) -> Option<usize> {
    let (text, part) = (text.as_bytes(), part.as_bytes());
    let Some((first, more)) = part.split_first() else {
        return Some(0);
    };
    let mut from = 0;
    loop {
        let rest = text.get(from..)?;
        let at = from + rest.iter().position(|byte| byte == first)?;
        from = at + 1;
        if text.get(from..)?.starts_with(more) {
            return Some(at);
        }
    }
}

/// Whether `part` is in `text`.
#[must_use]
pub fn holds(text: &str, part: &str) -> bool {
    find(text, part).is_some()
}

/// What is before and after the first `part` of `text`.
#[must_use]
#[inline(never)]
pub fn halves<'t>(text: &'t str, part: &str) -> Option<(&'t str, &'t str)> {
    let at = find(text, part)?;
    Some((text.get(..at)?, text.get(at + part.len()..)?))
}

/// `text` with `new` for every `part`.
#[must_use]
pub(crate) fn replaced(text: &str, part: &str, new: &str) -> String {
    let (mut out, mut rest) = (String::with_capacity(text.len()), text);
    // Of an empty part there is no end.
    while let Some((before, after)) = halves(rest, part).filter(|_| !part.is_empty()) {
        out.push_str(before);
        out.push_str(new);
        rest = after;
    }
    out.push_str(rest);
    out
}

/// `text` without `part` where it begins, however often.
#[must_use]
pub fn after_all<'t>(mut text: &'t str, part: &str) -> &'t str {
    while let Some(rest) = text.strip_prefix(part).filter(|_| !part.is_empty()) {
        text = rest;
    }
    text
}

/// `parts` with `between` between them.
#[must_use]
#[inline(never)]
pub fn joined(parts: &mut dyn Iterator<Item = &str>, between: &str) -> String {
    let mut out = String::new();
    for (number, part) in parts.enumerate() {
        if number > 0 {
            out.push_str(between);
        }
        out.push_str(part);
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn finds_what_the_standard_library_finds() {
        let texts = [
            "",
            "a",
            "aa",
            "aab",
            "aabaab",
            "语音数据",
            "a语音a",
            "---->",
            "a\r\nb\r\n",
        ];
        let parts = [
            "",
            "a",
            "ab",
            "aab",
            "音",
            "语音",
            "-->",
            "\r\n",
            "b\r\n",
            "数据库",
        ];
        for text in texts {
            for part in parts {
                assert_eq!(find(text, part), text.find(part), "{text} {part}");
                assert_eq!(holds(text, part), text.contains(part), "{text} {part}");
                assert_eq!(halves(text, part), text.split_once(part), "{text} {part}");
                if !part.is_empty() {
                    assert_eq!(replaced(text, part, "n"), text.replace(part, "n"));
                    assert_eq!(after_all(text, part), text.trim_start_matches(part));
                }
            }
        }
    }
}
