//! What kind of file it is: the kinds that become tables, and the kinds known by name only.
//! Decided from content; a name or media type is a hint that may be wrong.

mod drawing;
mod office;

/// The kinds of files that are recognised.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Format {
    // Read here.
    /// Cells between commas, semicolons, bars and the like.
    Csv,
    /// Cells between tabs.
    Tsv,
    /// One JSON value.
    Json,
    /// One JSON value on each line.
    NdJson,
    /// A GeoJSON feature collection, one row a feature.
    GeoJson,
    // Recognised only; each waits for a program of its own.
    /// Office Open XML spreadsheet.
    Xlsx,
    /// Spreadsheet of Excel 97 to 2003, or another file in that container.
    Xls,
    /// OpenDocument spreadsheet.
    Ods,
    /// Apache Parquet.
    Parquet,
    /// Apache Arrow file or Feather.
    Arrow,
    /// Apache ORC.
    Orc,
    /// Apache Avro.
    Avro,
    /// SQLite database.
    Sqlite,
    /// HDF5, and NetCDF 4 in it.
    Hdf5,
    /// NetCDF 3.
    NetCdf,
    /// NumPy array.
    Numpy,
    /// ESRI shapefile.
    Shapefile,
    /// Word document.
    Docx,
    /// Chinese fixed-layout document (GB/T 33190).
    Ofd,
    /// PDF document.
    Pdf,
    /// XML of any vocabulary.
    Xml,
    /// A web page.
    Html,
    /// Zip archive.
    Zip,
    /// Gzip.
    Gzip,
    /// Bzip2.
    Bzip2,
    /// XZ.
    Xz,
    /// Zstandard.
    Zstd,
    /// 7-Zip archive.
    SevenZip,
    /// RAR archive.
    Rar,
    /// A picture.
    Image,
    /// A sound recording.
    Audio,
    /// A film.
    Video,
}

impl Format {
    /// The stable name, for the wire and the command line.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Csv => "csv",
            Self::Tsv => "tsv",
            Self::Json => "json",
            Self::NdJson => "ndjson",
            Self::GeoJson => "geojson",
            Self::Xlsx => "xlsx",
            Self::Xls => "xls",
            Self::Ods => "ods",
            Self::Parquet => "parquet",
            Self::Arrow => "arrow",
            Self::Orc => "orc",
            Self::Avro => "avro",
            Self::Sqlite => "sqlite",
            Self::Hdf5 => "hdf5",
            Self::NetCdf => "netcdf",
            Self::Numpy => "numpy",
            Self::Shapefile => "shapefile",
            Self::Docx => "docx",
            Self::Ofd => "ofd",
            Self::Pdf => "pdf",
            Self::Xml => "xml",
            Self::Html => "html",
            Self::Zip => "zip",
            Self::Gzip => "gzip",
            Self::Bzip2 => "bzip2",
            Self::Xz => "xz",
            Self::Zstd => "zstd",
            Self::SevenZip => "7z",
            Self::Rar => "rar",
            Self::Image => "image",
            Self::Audio => "audio",
            Self::Video => "video",
        }
    }

    /// Whether this crate makes a table of it.
    #[must_use]
    pub fn is_read(self) -> bool {
        matches!(
            self,
            Self::Csv | Self::Tsv | Self::Json | Self::NdJson | Self::GeoJson
        )
    }

    /// What a file name's ending or a media type says, if it says anything. `text/plain`,
    /// `.txt` and `application/octet-stream` say nothing.
    #[must_use]
    pub fn said_by(text: &str) -> Option<Self> {
        let text = text
            .split(';')
            .next()
            .unwrap_or_default()
            .trim()
            .to_ascii_lowercase();
        let last = text.rsplit(['.', '/', '+']).next().unwrap_or_default();
        Some(match last {
            "csv" | "comma-separated-values" => Self::Csv,
            "tsv" | "tab" | "tab-separated-values" => Self::Tsv,
            "json" => Self::Json,
            "ndjson" | "jsonl" | "x-ndjson" | "jsonlines" | "json-lines" => Self::NdJson,
            "geojson" | "geo" => Self::GeoJson,
            "xlsx" | "xlsm" | "sheet" => Self::Xlsx,
            "xls" | "ms-excel" => Self::Xls,
            "ods" => Self::Ods,
            "parquet" => Self::Parquet,
            "xml" => Self::Xml,
            "html" | "htm" => Self::Html,
            "pdf" => Self::Pdf,
            "zip" => Self::Zip,
            "gz" | "gzip" => Self::Gzip,
            _ => return None,
        })
    }

    /// What the first bytes say about files that are not plain text.
    #[must_use]
    pub fn by_magic(head: &[u8]) -> Option<Self> {
        let found = MAGIC.iter().find(|(magic, _)| head.starts_with(magic));
        if let Some((magic, format)) = found {
            // A table may well have a first column `ID3` or `ORC`.
            let could_be_text = magic.iter().all(|b| b.is_ascii_graphic())
                && head
                    .iter()
                    .take(256)
                    .all(|b| matches!(b, b'\t' | b'\n' | b'\r' | b' '..));
            return (!could_be_text || *format == Self::Pdf).then_some(*format);
        }
        if head.starts_with(b"PK\x03\x04") {
            return Some(office::in_zip(head));
        }
        if drawing::is_svg(head) {
            return Some(Self::Image);
        }
        match (head.get(..4), head.get(4..8), head.get(8..12)) {
            (Some(b"RIFF"), _, Some(b"WEBP")) => Some(Self::Image),
            (Some(b"RIFF"), _, Some(b"WAVE")) => Some(Self::Audio),
            (Some(b"RIFF"), _, Some(b"AVI ")) => Some(Self::Video),
            (_, Some(b"ftyp"), Some(_)) => Some(Self::Video),
            _ => None,
        }
    }
}

/// Beginnings that no text file has.
const MAGIC: &[(&[u8], Format)] = &[
    (b"PAR1", Format::Parquet),
    // Its footer is encrypted.
    (b"PARE", Format::Parquet),
    (b"ARROW1", Format::Arrow),
    (b"FEA1", Format::Arrow),
    (b"ORC", Format::Orc),
    (b"Obj\x01", Format::Avro),
    (b"SQLite format 3\0", Format::Sqlite),
    (b"\x89HDF\r\n\x1a\n", Format::Hdf5),
    (b"CDF\x01", Format::NetCdf),
    (b"CDF\x02", Format::NetCdf),
    (b"\x93NUMPY", Format::Numpy),
    (b"\x00\x00\x27\x0a", Format::Shapefile),
    (b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1", Format::Xls),
    (b"%PDF-", Format::Pdf),
    (b"\x1F\x8B", Format::Gzip),
    (b"BZh", Format::Bzip2),
    (b"\xFD7zXZ\0", Format::Xz),
    (b"\x28\xB5\x2F\xFD", Format::Zstd),
    (b"7z\xBC\xAF\x27\x1C", Format::SevenZip),
    (b"Rar!\x1A\x07", Format::Rar),
    (b"PK\x05\x06", Format::Zip),
    (b"\x89PNG\r\n\x1a\n", Format::Image),
    (b"\xFF\xD8\xFF", Format::Image),
    (b"GIF87a", Format::Image),
    (b"GIF89a", Format::Image),
    (b"II*\0", Format::Image),
    (b"MM\0*", Format::Image),
    (b"fLaC", Format::Audio),
    (b"OggS", Format::Audio),
    (b"ID3", Format::Audio),
    (b"\x1A\x45\xDF\xA3", Format::Video),
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_and_media_types_say_a_format_or_nothing() {
        for (text, format) in [
            ("Table.CSV", Some(Format::Csv)),
            ("text/csv; charset=gbk", Some(Format::Csv)),
            ("application/geo+json", Some(Format::Json)),
            ("a.geojson", Some(Format::GeoJson)),
            ("application/x-ndjson", Some(Format::NdJson)),
            ("application/octet-stream", None),
            ("text/plain", None),
            ("README", None),
        ] {
            assert_eq!(Format::said_by(text), format, "{text}");
        }
    }

    #[test]
    fn tells_archives_and_texts_apart() {
        assert_eq!(
            Format::by_magic(b"PK\x03\x04....data.csv"),
            Some(Format::Zip)
        );
        assert_eq!(Format::by_magic(b"id,name\n1,a\n"), None);
        assert_eq!(Format::by_magic(b"ID3,name\n1,a\n"), None);
        assert_eq!(Format::by_magic(b"ID3\x03\0\0"), Some(Format::Audio));
        assert_eq!(Format::by_magic(b"<svg/>"), Some(Format::Image));
    }
}
