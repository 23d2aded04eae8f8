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

/// Endings of what is known to be no table, no text and no picture that is shown here.
const OTHER: &str = " pdf doc docx ppt pptx ofd wps rtf exe dll so class jar apk iso dmg \
    mp3 mp4 m4a wav flac ogg avi mov mkv webm wmv shp shx dbf prj cpg sbn sbx qix tif tiff bmp \
    svg heic ico psd woff woff2 ttf html htm xml xsd css js py pyc sh r zip tar tgz bz2 xz zst \
    7z rar db sqlite h5 hdf5 nc npy npz pkl mat rds sav dta sas7bdat orc avro arrow feather bin ";

/// Whether a name promises something else than what can be opened. What it is otherwise, its
/// content says.
pub(super) fn is_other(path: &str) -> bool {
    let name = without_gz(path).to_ascii_lowercase();
    let last = name.rsplit('/').next().unwrap_or_default();
    let ending = last.rsplit_once('.').map_or("", |(_, ending)| ending);
    !ending.is_empty() && OTHER.contains(&format!(" {ending} "))
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
