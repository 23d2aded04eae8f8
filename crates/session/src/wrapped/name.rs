//! Names of files, and what they promise.

use readers::{Decoder, Format};

/// `table.csv.gz` holds `table.csv`.
pub(super) fn without_gz(name: &str) -> String {
    let lower = name.to_ascii_lowercase();
    match lower
        .strip_suffix(".gz")
        .or_else(|| lower.strip_suffix(".gzip"))
    {
        Some(left) => name.get(..left.len()).unwrap_or(name).to_owned(),
        None => name.to_owned(),
    }
}

/// Whether a name promises a table.
pub(super) fn is_table(path: &str) -> bool {
    let name = without_gz(path);
    let sheets = [Format::Parquet, Format::Xlsx, Format::Xls, Format::Ods];
    let of_table = |format: Format| format.is_read() || sheets.contains(&format);
    name.contains('.') && Format::said_by(&name).is_some_and(of_table)
}

/// Whether a name promises a text or a picture.
pub(super) fn is_seen(path: &str) -> bool {
    let lower = path.to_ascii_lowercase();
    let ending = lower.rsplit('.').next().unwrap_or_default();
    let seen = [
        "txt", "md", "log", "rst", "png", "jpg", "jpeg", "gif", "webp",
    ];
    lower.contains('.') && seen.contains(&ending)
}

/// What systems leave in archives for themselves.
pub(super) fn is_litter(path: &str) -> bool {
    let last = path.rsplit('/').next().unwrap_or_default();
    path.starts_with("__MACOSX/") || last.starts_with('.') || last == "Thumbs.db"
}

/// A path as text. Archives made on Chinese systems say nothing of the encoding and use GBK.
pub(super) fn path(name: &[u8], decoder: &mut dyn Decoder) -> String {
    let text = match std::str::from_utf8(name) {
        Ok(text) => text.to_owned(),
        Err(_) => {
            let mut text = String::new();
            match decoder.decode("gb18030", name, true, &mut text) {
                Ok(()) => text,
                Err(_) => String::from_utf8_lossy(name).into_owned(),
            }
        }
    };
    text.replace('\\', "/")
}
