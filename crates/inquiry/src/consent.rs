//! The consent: the recipient is named and the words are kept with the document
//! (PIPL articles 14, 17 and 23).

use crate::words::Words;

/// The version of the words below; a change of them is a new version.
pub const CONSENT_VERSION: &str = "2026-11";

/// What the visitor agrees to, in `lang` (a tag that begins with `zh` is Chinese, every other
/// English). The page shows this text beside the box, the document carries it.
#[must_use]
pub fn consent_text(lang: &str, recipients: &[String]) -> String {
    let words = Words::of(lang);
    let named = if recipients.is_empty() {
        words.recipient_of_choice.to_owned()
    } else {
        recipients.join(words.between)
    };
    words.consent.replace("{recipient}", &named)
}
