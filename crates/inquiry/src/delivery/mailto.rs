//! A mail the visitor's own program sends (RFC 6068): subject and body only, CRLF as `%0D%0A`.

use super::{Prepared, encode::percent, file};
use crate::{Document, words::Words};

/// Longer addresses are cut or refused by some mail programs and by Windows. A Chinese
/// character takes nine of these, so most inquiries become a short mail with an attachment.
const MAX_HREF: usize = 1_900;
/// The most characters of title and id in a mail, tried in this order.
const CLAMPS: [usize; 4] = [200, 40, 12, 0];

pub(crate) fn prepare(document: &Document, to: &str) -> Prepared {
    let text = document.to_text(&document.lang);
    let [most, ..] = CLAMPS;
    let whole = href(to, &subject(document, most), &text);
    if whole.len() <= MAX_HREF {
        return Prepared::Mailto {
            href: whole,
            attach: None,
        };
    }
    let attach = file::json(document);
    let mut short = String::new();
    for most in CLAMPS {
        let body = summary(document, &attach.name, most);
        short = href(to, &subject(document, most), &body);
        if short.len() <= MAX_HREF {
            break;
        }
    }
    Prepared::Mailto {
        href: short,
        attach: Some(attach),
    }
}

fn subject(document: &Document, most: usize) -> String {
    let words = Words::of(&document.lang);
    match &document.listing {
        Some(listing) if most > 0 => {
            format!(
                "{}{}{}",
                words.subject,
                words.colon,
                clamped(&listing.title, most)
            )
        }
        _ => words.subject.to_owned(),
    }
}

/// Who asks about what, and the name of the file that says the rest.
fn summary(document: &Document, file_name: &str, most: usize) -> String {
    let words = Words::of(&document.lang);
    let mut body = format!("{}\n", words.heading);
    let mut row = |name: &str, value: &str| {
        if !value.is_empty() {
            body.push_str(&format!("{name}{}{value}\n", words.colon));
        }
    };
    row(words.reference, &document.id);
    if let Some(listing) = &document.listing {
        row(words.listing, &clamped(&listing.title, most));
        row(words.listing_id, &clamped(&listing.id, most));
    }
    let requester = &document.requester;
    row(words.email, requester.email.as_deref().unwrap_or_default());
    row(words.tel, requester.tel.as_deref().unwrap_or_default());
    body.push_str(&format!("\n{}{file_name}\n", words.attached));
    body
}

fn href(to: &str, subject: &str, body: &str) -> String {
    format!(
        "mailto:{}?subject={}&body={}",
        // RFC 6068 §2: these may stand in an address; `&`, `?`, `%` and the rest may not.
        percent(to, b"@!$'*+"),
        percent(subject, b""),
        percent(&body.replace('\n', "\r\n"), b"")
    )
}

fn clamped(text: &str, most: usize) -> String {
    let mut clamped: String = text.chars().take(most).collect();
    if most > 0 && clamped.len() < text.len() {
        clamped.push('…');
    }
    clamped
}
