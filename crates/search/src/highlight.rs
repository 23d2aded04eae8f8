//! Where the words of a query stand in a text as it is shown, full width, accents and all. The
//! engine finds them and tells them as they are written there, so that whoever shows the text
//! needs no table of foldings.

use crate::ordered;
use catalog::parse::find;
use scan::{each, is_word};
use std::ops::Range;

/// The byte ranges of `text` where one of `marks` stands ([`crate::Hit::marks`]: as it is
/// written), in order, none touching another. A mark in Latin letters or digits must not begin
/// within a word.
#[must_use]
pub fn highlight(text: &str, marks: &[String]) -> Vec<Range<usize>> {
    let mut ranges: Vec<Range<usize>> = Vec::new();
    let is_plain = |c: char| c.is_ascii_alphanumeric();
    for mark in marks.iter().filter(|mark| !mark.is_empty()) {
        for (at, _) in text.match_indices(mark.as_str()) {
            let before = text.get(..at).unwrap_or_default();
            if !(mark.starts_with(is_plain) && before.ends_with(is_plain)) {
                ranges.push(at..at + mark.len());
            }
        }
    }
    joined(ranges)
}

/// How the folded `needles` are written in `texts`, each form once.
pub(crate) fn as_written<'t>(
    texts: impl Iterator<Item = &'t str>,
    needles: &[String],
) -> Vec<String> {
    let mut marks: Vec<String> = Vec::new();
    for text in texts {
        for range in found(text, needles) {
            let written = text.get(range).unwrap_or_default();
            if !marks.iter().any(|known| known == written) {
                marks.push(written.to_owned());
            }
        }
    }
    marks
}

/// The byte ranges of `text` that hold one of the folded `marks`, in order, none touching
/// another. A mark in a spaced script must begin a word there.
fn found(text: &str, marks: &[String]) -> Vec<Range<usize>> {
    let (folded, origins) = fold_with_origins(text);
    let mut ranges: Vec<Range<usize>> = Vec::new();
    for mark in marks.iter().filter(|mark| !mark.is_empty()) {
        let mut from = 0;
        while let Some(at) = folded.get(from..).and_then(|rest| find(rest, mark)) {
            let at = from + at;
            from = at + mark.len();
            let inside = mark.starts_with(is_word)
                && folded
                    .get(..at)
                    .is_some_and(|before| before.ends_with(is_word));
            let first = origins.get(at);
            let last = origins.get(at + mark.len() - 1);
            if let (false, Some(first), Some(last)) = (inside, first, last) {
                ranges.push(first.start..last.end);
            }
        }
    }
    joined(ranges)
}

/// Ranges in order, those that touch made one.
fn joined(ranges: Vec<Range<usize>>) -> Vec<Range<usize>> {
    let ranges = ordered(ranges, &|a, b| a.start.cmp(&b.start));
    let mut joined: Vec<Range<usize>> = Vec::with_capacity(ranges.len());
    for range in ranges {
        match joined.last_mut().filter(|last| range.start <= last.end) {
            Some(last) => last.end = last.end.max(range.end),
            None => joined.push(range),
        }
    }
    joined
}

/// The folded text and, for each of its bytes, the character of `text` it came from.
fn fold_with_origins(text: &str) -> (String, Vec<Range<usize>>) {
    let (mut folded, mut origins) = (String::new(), Vec::new());
    let mut gap: Option<Range<usize>> = None;
    for (start, c) in text.char_indices() {
        let origin = start..start + c.len_utf8();
        each(c, &mut |f| {
            if f == ' ' {
                gap = Some(origin.clone());
                return;
            }
            if let Some(gap) = gap.take().filter(|_| !folded.is_empty()) {
                folded.push(' ');
                origins.push(gap);
            }
            folded.push(f);
            origins.extend(std::iter::repeat_n(origin.clone(), f.len_utf8()));
        });
    }
    (folded, origins)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn marked(text: &str, marks: &[&str]) -> String {
        let marks: Vec<String> = marks.iter().map(|mark| (*mark).to_owned()).collect();
        let mut shown = text.to_owned();
        let written = as_written([text].into_iter(), &marks);
        assert_eq!(highlight(text, &written), found(text, &marks), "{text}");
        for range in found(text, &marks).into_iter().rev() {
            shown.insert(range.end, ']');
            shown.insert(range.start, '[');
        }
        shown
    }

    #[test]
    fn marks_what_is_shown_not_what_is_folded() {
        for (text, marks, shown) in [
            ("ＡＰＩ数据接口", vec!["api", "数据"], "[ＡＰＩ数据]接口"),
            ("Crème de la crème", vec!["creme"], "[Crème] de la [crème]"),
            ("COVID–19 centres", vec!["covid 19"], "[COVID–19] centres"),
            ("party art", vec!["art"], "party [art]"),
            ("语音数据", vec!["语音", "音数"], "[语音数]据"),
            // Typed simplified, shown traditional.
            ("臺灣語音數據庫", vec!["语音数据"], "臺灣[語音數據]庫"),
            ("Straße", vec!["strasse"], "[Straße]"),
            ("nothing", vec!["语音", ""], "nothing"),
            ("", vec!["a"], ""),
        ] {
            assert_eq!(marked(text, &marks), shown);
        }
    }
}
