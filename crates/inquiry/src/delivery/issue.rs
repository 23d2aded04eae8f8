//! A new issue in a public tracker. Contact data was stripped before; the page warns all the same.

use super::{Prepared, encode::percent};
use crate::{Document, words::Words};

/// The service refuses addresses of about eight thousand bytes.
const MAX_HREF: usize = 8_000;

pub(crate) fn prepare(document: &Document, url: &str) -> Prepared {
    let words = Words::of(&document.lang);
    let title = match &document.listing {
        Some(listing) => format!("{}{}{}", words.subject, words.colon, listing.title),
        None => words.subject.to_owned(),
    };
    let text = document.to_text(&document.lang);
    let title = percent(&title, b"");
    // As a code block, so that nothing in it is read as markup or as a mention of someone.
    let fenced = format!("~~~~~~~~\n{text}~~~~~~~~\n");
    let whole = format!("{url}?title={title}&body={}", percent(&fenced, b""));
    let filled = whole.len() <= MAX_HREF;
    Prepared::Link {
        href: if filled {
            whole
        } else {
            format!("{url}?title={title}")
        },
        text,
        public: true,
        filled,
    }
}
