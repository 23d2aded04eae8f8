//! Where a file's surroundings claim something else than its content shows.

use table::{Code, Notice};

use crate::text::TextStream;
use crate::{Encoding, Format};

/// A name or media type that says something else than the content shows.
pub(crate) fn note_format(said: Option<Format>, found: Format) -> Option<Notice> {
    let family = |format| match format {
        Format::Csv | Format::Tsv => 0,
        Format::Json | Format::GeoJson => 1,
        Format::NdJson => 2,
        other => 3 + other as u8,
    };
    let said = said.filter(|said| family(*said) != family(found))?;
    Some(
        Notice::new(Code::FormatDisagrees)
            .with("said", said.name())
            .with("found", found.name()),
    )
}

/// What is to be said of the encoding, and of bytes that do not fit it.
pub(crate) fn note_encoding(said: Option<&Encoding>, text: &TextStream) -> Vec<Notice> {
    let label = text.encoding.label();
    let mut notices = Vec::new();
    match said {
        // ASCII is the same in all of them.
        Some(said) if *said != text.encoding && !text.is_ascii() => {
            let notice = Notice::new(Code::EncodingDisagrees).with("said", said.label());
            notices.push(notice.with("found", label));
        }
        None if text.guessed => {
            notices.push(Notice::new(Code::EncodingGuessed).with("encoding", label));
        }
        _ => {}
    }
    if text.damage > 0 {
        let notice = Notice::new(Code::UndecodableBytes).with("count", text.damage);
        notices.push(notice.with("encoding", label));
    }
    notices
}
