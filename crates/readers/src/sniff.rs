//! Which of the text formats a text is, by its first characters; names and types only break ties.

use crate::csv::could_be_table;
use crate::json::{Lexer, Trip};
use crate::{Format, ReadError};

/// The format of a text. `said` is what name or media type claim, `complete` whether the head
/// is the whole file.
pub(crate) fn text_format(
    head: &str,
    complete: bool,
    said: Option<Format>,
) -> Result<Format, ReadError> {
    let start = head.trim_start();
    match start.bytes().next() {
        None if complete => Err(ReadError::Empty),
        Some(b'<') => markup(start).map_or(Ok(Format::Csv), Err),
        Some(b'{' | b'[') => Ok(json(start, complete, said)),
        Some(0x1E) => Ok(Format::NdJson),
        // A scalar is JSON too, and broken JSON is reported as such, if a name says so and the
        // text is not plainly a table.
        Some(_) | None => Ok(match said {
            Some(said @ (Format::Json | Format::GeoJson | Format::NdJson))
                if !could_be_table(head) =>
            {
                if said == Format::NdJson {
                    said
                } else {
                    Format::Json
                }
            }
            Some(Format::Tsv) => Format::Tsv,
            _ => Format::Csv,
        }),
    }
}

/// A web page or another kind of markup; `None` when it only begins with `<`.
pub(crate) fn markup(text: &str) -> Option<ReadError> {
    let head: String = text
        .chars()
        .take(1024)
        .collect::<String>()
        .to_ascii_lowercase();
    let page = [
        "<!doctype html",
        "<html",
        "<head",
        "<body",
        "<script",
        "<meta",
    ];
    if page.iter().any(|mark| head.contains(mark)) {
        return Some(ReadError::WebPage);
    }
    let mut chars = head.chars().skip(1);
    let tag = chars
        .next()
        .is_some_and(|c| c.is_ascii_alphabetic() || matches!(c, '?' | '!'));
    (tag && head.contains('>')).then_some(ReadError::CannotShow(Format::Xml))
}

/// JSON or lines of it; text that only begins like it is a table.
fn json(text: &str, complete: bool, said: Option<Format>) -> Format {
    let mut lexer = Lexer::new(text, complete);
    match lexer.skip(0) {
        Ok(()) => {
            let (first, rest) = text.split_at_checked(lexer.at).unwrap_or((text, ""));
            let is_line = !first.contains('\n');
            let rest = rest.trim_start_matches([' ', '\t', '\r']);
            // On the next line, or on the same one.
            let next = match rest.strip_prefix('\n') {
                Some(below) => below.trim_start(),
                None if is_line => rest,
                None => "",
            };
            let follows = next.starts_with(['{', '[']);
            if follows || (said == Some(Format::NdJson) && is_line) {
                Format::NdJson
            } else {
                Format::Json
            }
        }
        // The first line may be the broken one, or longer than the head.
        Err(_) if said == Some(Format::NdJson) => Format::NdJson,
        Err(Trip::End | Trip::Deep { .. }) => Format::Json,
        Err(Trip::Broken { .. }) => {
            let lines = text.lines().take(20).filter(|line| {
                let mut lexer = Lexer::new(line, true);
                line.starts_with('{') && lexer.skip(0).is_ok() && lexer.peek().is_none()
            });
            if lines.count() >= 2 {
                Format::NdJson
            } else if matches!(said, Some(Format::Csv | Format::Tsv)) && could_be_table(text) {
                Format::Csv
            } else {
                Format::Json
            }
        }
    }
}
