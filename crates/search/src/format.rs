//! File formats under one name each, whatever the source wrote (`CSV`, `.csv`, `text/csv`).

use catalog::Distribution;
use catalog::parse::after_all;

/// What media types and long names are called.
const NAMES: &[(&str, &str)] = &[
    ("application/geo+json", "geojson"),
    ("application/gzip", "gzip"),
    ("application/json", "json"),
    ("application/ld+json", "jsonld"),
    ("application/msword", "doc"),
    ("application/ndjson", "ndjson"),
    ("application/octet-stream", ""),
    ("application/vnd.apache.parquet", "parquet"),
    ("application/vnd.geo+json", "geojson"),
    ("application/vnd.ms-excel", "xls"),
    (
        "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
        "xlsx",
    ),
    (
        "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
        "docx",
    ),
    ("application/x-ndjson", "ndjson"),
    ("application/x-parquet", "parquet"),
    ("application/x-zip-compressed", "zip"),
    ("excel", "xlsx"),
    ("geo json", "geojson"),
    ("gz", "gzip"),
    ("htm", "html"),
    ("image/svg+xml", "svg"),
    ("jpg", "jpeg"),
    ("json lines", "ndjson"),
    ("jsonl", "ndjson"),
    ("jsonlines", "ndjson"),
    ("tab", "tsv"),
    ("text/comma-separated-values", "csv"),
    ("text/plain", "txt"),
    ("text/tab-separated-values", "tsv"),
    ("text/x-csv", "csv"),
    ("tif", "tiff"),
    ("word", "docx"),
    ("逗号分隔", "csv"),
];

/// Formats that can be looked into here: tables, what wraps them, and what a browser shows itself.
const SHOWN: &[&str] = &[
    "csv", "tsv", "json", "ndjson", "geojson", "parquet", "xlsx", "xls", "ods", "zip", "gzip",
    "txt", "png", "jpeg", "gif", "webp",
];

/// The one name of the format written as `raw`; `None` if nothing usable is said.
#[must_use]
pub fn normalise(raw: &str) -> Option<String> {
    // Parameters of a media type say how, not what.
    let bare = raw.split(';').next().unwrap_or(raw).trim();
    let lower: String = bare
        .chars()
        .take(100)
        .map(scan::narrow)
        .map(catalog::parse::lower_char)
        .collect();
    let lower = lower.trim().trim_start_matches(['.', '*']);
    let known = NAMES
        .iter()
        .find(|(long, _)| *long == lower)
        .map(|(_, short)| *short);
    let name = known.unwrap_or_else(|| match lower.split_once('/') {
        Some(("text" | "image" | "audio" | "video" | "application", subtype)) => {
            after_all(after_all(subtype, "x-"), "vnd.")
        }
        _ => lower,
    });
    (!name.is_empty()).then(|| name.to_owned())
}

/// The format of a distribution: as stated, else by its media type, else by the ending of its file.
#[must_use]
pub fn of(distribution: &Distribution) -> Option<String> {
    let stated = [&distribution.format, &distribution.media_type];
    stated
        .into_iter()
        .flatten()
        .find_map(|raw| normalise(raw))
        .or_else(|| ending(distribution.download_url.as_deref()?))
}

/// Whether the rows of `distribution` can be shown here: they stand in the catalog, in a
/// datastore, or in a file of a format that can be read.
#[must_use]
pub fn can_be_shown(distribution: &Distribution) -> bool {
    !distribution.rows.is_empty()
        || distribution.datastore_url.is_some()
        || distribution.download_url.is_some()
            && of(distribution).is_some_and(|format| SHOWN.contains(&format.as_str()))
}

/// The ending of the file name in an address, if it is one of those that can be shown or
/// a plain short one.
fn ending(url: &str) -> Option<String> {
    let path = url.split(['?', '#']).next().unwrap_or(url);
    let (_, name) = path.rsplit_once('/').unwrap_or(("", path));
    let (_, ending) = name.rsplit_once('.')?;
    let plain =
        (2..=8).contains(&ending.len()) && ending.bytes().all(|b| b.is_ascii_alphanumeric());
    plain.then(|| normalise(ending)).flatten()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_format_has_one_name() {
        for (raw, name) in [
            ("CSV", Some("csv")),
            (" csv ", Some("csv")),
            (".CSV", Some("csv")),
            ("text/csv; charset=gb18030", Some("csv")),
            ("ＣＳＶ", Some("csv")),
            ("application/x-ndjson", Some("ndjson")),
            ("JSONL", Some("ndjson")),
            ("image/jpeg", Some("jpeg")),
            ("application/x-tar", Some("tar")),
            ("Dm", Some("dm")),
            ("数据库", Some("数据库")),
            ("application/octet-stream", None),
            ("", None),
        ] {
            assert_eq!(normalise(raw).as_deref(), name, "{raw}");
        }
    }

    #[test]
    fn the_ending_of_a_file_tells_when_nothing_else_does() {
        for (url, name) in [
            ("https://a.example/x/data.CSV?v=2#top", Some("csv")),
            ("data/points.geojson", Some("geojson")),
            ("https://a.example/download", None),
            ("https://a.example/v1.2/get", None),
        ] {
            assert_eq!(ending(url).as_deref(), name, "{url}");
        }
    }
}
