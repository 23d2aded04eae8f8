//! A document made ready for one way.

use super::{Target, Way, file, issue, mailto, webhook};
use crate::Document;

/// What is to be done, as plain data.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Prepared {
    /// Offer these files; the first is the document itself.
    Download {
        /// JSON first, then text.
        files: Vec<Export>,
    },
    /// Put this on the clipboard.
    Copy {
        /// The text document.
        text: String,
    },
    /// Open this address; the visitor's mail program takes over.
    Mailto {
        /// `mailto:`, RFC 6068.
        href: String,
        /// The text was too long for an address: the mail names this file, which must be
        /// downloaded and attached by hand.
        attach: Option<Export>,
    },
    /// Send this.
    Webhook {
        /// Where.
        url: String,
        /// Every header, `Content-Type` among them.
        headers: Vec<(&'static str, String)>,
        /// What.
        body: String,
    },
    /// Open this page in a new tab; `text` is to be copied into it.
    Link {
        /// Where.
        href: String,
        /// The text document.
        text: String,
        /// Anyone will be able to read it.
        public: bool,
        /// The address already carries the whole text.
        filled: bool,
    },
}

/// One file for the visitor.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Export {
    /// File name, plain ASCII.
    pub name: String,
    /// Media type.
    pub mime: &'static str,
    /// UTF-8 content.
    pub content: String,
}

/// Makes `document` ready for `target`; the text in the language of the document.
#[must_use]
pub fn prepare(document: &Document, target: &Target) -> Prepared {
    let stripped;
    let document = if target.public {
        stripped = document.without_contact();
        &stripped
    } else {
        document
    };
    match &target.way {
        Way::Download => Prepared::Download {
            files: vec![file::json(document), file::text(document)],
        },
        Way::Copy => Prepared::Copy {
            text: document.to_text(&document.lang),
        },
        Way::Mailto { to } => mailto::prepare(document, to),
        Way::Webhook { url, mode } => webhook::prepare(document, url, *mode),
        Way::Formspree { url } => webhook::prepare_flat(document, url),
        Way::GithubIssue { url } => issue::prepare(document, url),
        Way::Link { url } => Prepared::Link {
            href: url.clone(),
            text: document.to_text(&document.lang),
            public: target.public,
            filled: false,
        },
    }
}
