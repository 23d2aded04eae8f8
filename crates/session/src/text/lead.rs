//! What is no table and can be shown all the same: prose.

use crate::{Given, Scan, table::unread};
use privacy::{Kinds, mask};
use readers::Decoder;
use table::Code;
use wire::preview::{Dialect, Leads, Opened};

/// Bytes of a plain text that are shown.
pub(super) const MOST_TEXT: u64 = 100_000;

/// Whether a text is called prose, by its name or its host, and nobody said how its cells lie.
pub(super) fn is_called_text(given: &Given) -> bool {
    let name = given
        .name
        .as_deref()
        .unwrap_or_default()
        .to_ascii_lowercase();
    let media_type = given.media_type.as_deref().unwrap_or_default();
    let named = [".txt", ".md", ".log", ".rst", ".text", ".markdown"]
        .iter()
        .any(|ending| name.ends_with(ending));
    let without_name = !name.contains('.') && media_type.starts_with("text/plain");
    let overruled = given.options.delimiter.is_some() || given.options.header.is_some();
    (named || without_name || media_type.starts_with("text/markdown")) && !overruled
}

/// Whether a text that is called prose is: without cells, or with cells in the minority of its
/// lines, as a comma here and there makes them.
pub(super) fn is_prose(opened: &Opened) -> bool {
    let one_column = opened
        .dialect
        .is_some_and(|dialect| dialect.delimiter.is_none());
    let uneven = opened
        .notices
        .iter()
        .find(|notice| notice.code == Code::RaggedRows)
        .and_then(|notice| notice.data.get("count")?.parse::<u64>().ok());
    one_column || uneven.is_some_and(|rows| rows * 2 > opened.profile.rows)
}

/// The beginning of a text, with what looks personal in it covered as cells are.
pub(super) fn text(
    bytes: &[u8],
    opened: &Opened,
    scan: &Scan,
    decoder: &mut dyn Decoder,
) -> Box<Opened> {
    let mut text = String::new();
    if opened.encoding == "utf-8" {
        let whole = match std::str::from_utf8(bytes) {
            // A character that the cut went through is left out.
            Err(error) if error.error_len().is_none() => bytes.get(..error.valid_up_to()),
            _ => Some(bytes),
        };
        text.push_str(&String::from_utf8_lossy(whole.unwrap_or_default()));
    } else if decoder
        .decode(&opened.encoding, bytes, false, &mut text)
        .is_err()
    {
        text.push_str(&String::from_utf8_lossy(bytes));
    }
    let mut text = text.trim_start_matches('\u{FEFF}').to_owned();
    let (personal, masks) = scan.findings();
    if !personal.is_empty() {
        let is_list = opened.columns.len() == 1;
        let cover = |line| match is_list {
            true => masks.cover(0, line),
            false => mask(line, Kinds::IN_TEXT),
        };
        text = text.split_inclusive('\n').map(cover).collect();
    }
    let mut lead = unread("text");
    lead.personal = personal;
    lead.encoding = opened.encoding.clone();
    // What is said of its cells is that it has none: they can be decided on nevertheless.
    lead.dialect = Some(Dialect {
        delimiter: None,
        header: false,
    });
    lead.bytes_read = opened.bytes_read;
    lead.bytes_total = opened.bytes_total;
    lead.total_exact = opened.total_exact;
    lead.complete = opened.complete;
    lead.leads = Some(Leads::Text { text });
    lead
}
