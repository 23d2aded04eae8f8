//! The document as files.

use super::Export;
use crate::Document;

/// For machines.
pub(crate) fn json(document: &Document) -> Export {
    Export {
        name: document.file_name("json"),
        mime: "application/json",
        content: document.to_json(),
    }
}

/// For people. The mark at its beginning lets old Windows programs see that it is UTF-8.
pub(crate) fn text(document: &Document) -> Export {
    Export {
        name: document.file_name("txt"),
        mime: "text/plain;charset=utf-8",
        content: format!(
            "\u{feff}{}",
            document.to_text(&document.lang).replace('\n', "\r\n")
        ),
    }
}
