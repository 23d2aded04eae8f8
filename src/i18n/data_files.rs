//! Names of what is found in data files: kinds of columns, formats, delimiters.

use super::{Lang, grouped};
use table::Kind;

/// The name of a column's kind.
pub(crate) const fn kind_name(kind: Kind, lang: Lang) -> &'static str {
    match kind {
        Kind::Empty => lang.pick("全空", "empty"),
        Kind::Boolean => lang.pick("是否", "yes/no"),
        Kind::Integer => lang.pick("整数", "whole number"),
        Kind::Decimal => lang.pick("小数", "decimal"),
        Kind::Percent => lang.pick("百分数", "per cent"),
        Kind::Date => lang.pick("日期", "date"),
        Kind::DateTime => lang.pick("时间", "date and time"),
        Kind::Identifier => lang.pick("编号", "identifier"),
        Kind::Nested => lang.pick("嵌套", "nested"),
        Kind::Text => lang.pick("文本", "text"),
    }
}

/// A format by the name people know, from the token of readers and facets.
pub(crate) fn format_words(format: &str, lang: Lang) -> String {
    let words = match format {
        "csv" => "CSV",
        "text" => lang.pick("文本", "text"),
        "tsv" => lang.pick("TSV（制表符分隔）", "TSV (between tabs)"),
        "ndjson" => lang.pick("NDJSON（每行一个 JSON）", "NDJSON (one JSON a line)"),
        "geojson" => "GeoJSON",
        "xlsx" => lang.pick("Excel 工作簿（XLSX）", "Excel workbook (XLSX)"),
        "xls" => lang.pick("旧版 Excel 工作簿（XLS）", "older Excel workbook (XLS)"),
        "ods" => lang.pick("OpenDocument 表格（ODS）", "OpenDocument spreadsheet (ODS)"),
        "parquet" => "Parquet",
        "arrow" => lang.pick("Arrow／Feather", "Arrow or Feather"),
        "orc" => "ORC",
        "avro" => "Avro",
        "sqlite" => lang.pick("SQLite 数据库", "SQLite database"),
        "hdf5" => "HDF5",
        "netcdf" => "NetCDF",
        "numpy" => lang.pick("NumPy 数组", "NumPy array"),
        "shapefile" => "Shapefile",
        "doc" | "docx" => lang.pick("Word 文档", "Word document"),
        "ofd" => lang.pick("OFD 版式文档", "OFD document"),
        "pdf" => lang.pick("PDF 文档", "PDF document"),
        "xml" => "XML",
        "html" => lang.pick("网页（HTML）", "web page (HTML)"),
        "zip" => lang.pick("ZIP 压缩包", "ZIP archive"),
        "gzip" => lang.pick("GZIP 压缩", "GZIP-compressed"),
        "datastore" => lang.pick("CKAN 数据仓（datastore）", "CKAN datastore"),
        "bzip2" => lang.pick("BZIP2 压缩", "BZIP2-compressed"),
        "xz" => lang.pick("XZ 压缩", "XZ-compressed"),
        "zstd" => lang.pick("Zstandard 压缩", "Zstandard-compressed"),
        "7z" => lang.pick("7z 压缩包", "7z archive"),
        "rar" => lang.pick("RAR 压缩包", "RAR archive"),
        "image" | "jpeg" | "png" | "tiff" | "gif" | "webp" => lang.pick("图片", "picture"),
        "audio" | "wav" | "mp3" | "flac" => lang.pick("音频", "sound"),
        "video" | "mp4" => lang.pick("视频", "film"),
        _ => {
            return match format.strip_prefix("zip-method-") {
                Some(method) => format!("ZIP, method {method}"),
                None => format.to_uppercase(),
            };
        }
    };
    words.to_owned()
}

/// What stands between cells; `None` is a file of one column.
pub(crate) fn delimiter_words(delimiter: Option<char>, lang: Lang) -> String {
    let words = match delimiter {
        None => lang.pick("没有（只有一列）", "none (one column)"),
        Some(',') => lang.pick("逗号 ,", "comma ,"),
        Some(';') => lang.pick("分号 ;", "semicolon ;"),
        Some('\t') => lang.pick("制表符", "tab"),
        Some('|') => lang.pick("竖线 |", "bar |"),
        Some('，') => lang.pick("全角逗号 ，", "full-width comma ，"),
        Some(' ') => lang.pick("空格", "space"),
        Some(other) => return format!("{other}"),
    };
    words.to_owned()
}

/// A number of rows: `1,461 行`, `1 row`.
pub(crate) fn row_count(rows: u64, lang: Lang) -> String {
    let unit = match (lang, rows) {
        (Lang::Zh, _) => "行",
        (Lang::En, 1) => "row",
        (Lang::En, _) => "rows",
    };
    format!("{} {unit}", grouped(rows))
}
