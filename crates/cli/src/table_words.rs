//! What a reader notes about a data file, in plain English. One sentence a code; a code without
//! one does not compile.

use table::{Code, Notice};

/// The sentence of a notice, with its place and data.
pub(crate) fn sentence(notice: &Notice) -> String {
    let of = |name: &str| notice.data.get(name).map_or("", String::as_str);
    let text = match notice.code {
        Code::FormatDisagrees => format!(
            "its name says {}, its content is {}",
            of("said"),
            of("found")
        ),
        Code::EncodingGuessed => format!(
            "nothing states the encoding; it was taken for {}",
            of("encoding")
        ),
        Code::EncodingDisagrees => format!("said to be {}, read as {}", of("said"), of("found")),
        Code::UndecodableBytes => {
            format!(
                "{} places are no text in {} and are shown as U+FFFD",
                of("count"),
                of("encoding")
            )
        }
        Code::NulCharacters => format!("{} NUL characters were left out", of("count")),
        Code::Cut => format!("only the first {} bytes were read", of("bytes")),
        Code::TitleRows => format!(
            "{} rows above the header were taken as a title: {}",
            of("count"),
            of("text")
        ),
        Code::NoHeader => "no row looks like a header, so the columns are numbered".to_owned(),
        Code::EmptyHeaders => format!(
            "{} columns had no name and were given one: {}",
            of("count"),
            of("names")
        ),
        Code::DuplicateHeaders => {
            format!(
                "{} columns had a name that is taken and were given another: {}",
                of("count"),
                of("names")
            )
        }
        Code::LongHeaders => format!(
            "{} columns have names too long to be names, most likely because a quotation mark is not closed: {}…",
            of("count"),
            of("start")
        ),
        Code::RaggedRows => format!(
            "{} rows have more or fewer cells than the header's {}; the first has {}",
            of("count"),
            of("expected"),
            of("found"),
        ),
        Code::BlankRows => format!("{} blank lines were left out", of("count")),
        Code::StrayQuotes => {
            format!(
                "{} quotation marks that nothing closes were taken as characters",
                of("count")
            )
        }
        Code::TotalsRow => format!("looks like a total of the rows above: {}", of("text")),
        Code::ScientificIdentifiers => format!(
            "{} values such as {} look like identifiers whose digits a spreadsheet program lost",
            of("count"),
            of("example"),
        ),
        Code::RowsNotKept => format!("only the first {} rows are printed", of("kept")),
        Code::ColumnsNotKept => format!("only {} of {} columns were read", of("kept"), of("count")),
        Code::CellsCut => format!("{} cells were cut at {} bytes", of("count"), of("kept")),
        Code::LongRow => format!("the first {} bytes hold not one whole row", of("bytes")),
        Code::PictureCut => "the picture ends before its end".to_owned(),
        Code::NoSuchColumn => format!(
            "there is no column {}; what was asked of it was left out",
            of("column")
        ),
        Code::BoundNotRead => format!("{} is no number or date and was left out", of("text")),
        Code::RowsNotReached => format!("only the first {} rows were gone through", of("rows")),
        Code::ViewBrokeOff => format!(
            "the host no longer answered after the first {} rows",
            of("rows")
        ),
        Code::TooDifferent => format!(
            "the rows are too different to be measured in {} bytes",
            of("most")
        ),
        Code::NumbersNotKept => format!("only the first {} rows that pass are kept", of("kept")),
        Code::OrderNotKept => format!("more than {} rows are not put in order", of("most")),
        Code::RowsFoundAt => format!("the rows were found at {}", of("path")),
        Code::ColumnsTurned => "the file holds columns; they were turned into rows".to_owned(),
        Code::SingleObject => "the file holds one object, shown as one row".to_owned(),
        Code::DuplicateKeys => {
            format!(
                "{} objects name a key twice ({}); the last value stands",
                of("count"),
                of("key")
            )
        }
        Code::BadLines => format!(
            "{} lines are no JSON and were left out; the first is line {}: {}",
            of("count"),
            of("line"),
            of("reason").replace('-', " "),
        ),
        Code::JoinedValues => format!(
            "{} lines hold several JSON values; each value is a row",
            of("count")
        ),
        Code::MixedRows => format!("{} rows are no objects among rows that are", of("count")),
        Code::Empty => "the file is empty".to_owned(),
        Code::CannotShow => {
            let kind = kind_of_file(of("format"));
            match of("said") {
                "" => format!("the file is {kind}, which is not read"),
                said => format!("its name says {said}, but the file is {kind}, which is not read"),
            }
        }
        Code::WebPage => {
            "a web page, most likely a login or error page, stands in place of the data".to_owned()
        }
        Code::NotText => "the file is no text in any known encoding".to_owned(),
        Code::NoDecoder => format!("there is no decoder for the encoding {}", of("encoding")),
        Code::BrokenJson => format!(
            "the JSON is broken at line {}, column {}: {}",
            of("line"),
            of("column"),
            of("reason").replace('-', " "),
        ),
        Code::TooDeep => format!(
            "the JSON is nested deeper than {} at line {}, column {}",
            of("most"),
            of("line"),
            of("column"),
        ),
        Code::TooLarge => format!(
            "a value at line {} has more than {} bytes",
            of("line"),
            of("most")
        ),
        Code::NoTable => "no table was found in the file".to_owned(),
        Code::MergedCells => format!(
            "{} groups of cells are merged; the value stands in the first cell of each",
            of("count")
        ),
        Code::BrokenWorkbook => format!(
            "{} is broken at byte {}: {}",
            of("part"),
            of("at"),
            reason(of("reason")),
        ),
        Code::WorkbookTooLarge => format!(
            "the parts of the workbook have {} bytes unpacked; up to {} are read",
            of("bytes"),
            of("most")
        ),
        Code::TooManyCells => format!(
            "the sheet has more than {} cells with something in them",
            of("most")
        ),
        Code::NeedsPassword => "the workbook is locked with a password".to_owned(),
        Code::NoSuchSheet => format!(
            "there is no sheet {}; the workbook has {}",
            of("sheet"),
            of("count")
        ),
        Code::ColumnEncrypted => format!(
            "column {} is encrypted, so its cells are missing",
            of("name")
        ),
        Code::ColumnRefused => format!(
            "column {} is compressed with {}, which is not read here, so its cells are missing",
            of("name"),
            of("codec")
        ),
        Code::ColumnBroken => format!(
            "column {} cannot be read, or not all of it, so cells are missing: {}",
            of("name"),
            of("reason")
        ),
        Code::ColumnsUnseen => format!(
            "only {} of {} columns were looked at until now",
            of("read"),
            of("count")
        ),
        Code::ReadWhole => format!(
            "the file was read whole ({} bytes), since a part of it cannot be had",
            of("bytes")
        ),
        Code::BrokenParquet => format!(
            "the Parquet file is broken at byte {}: {}",
            of("at"),
            of("reason")
        ),
        Code::EncryptedParquet => "the Parquet file is encrypted".to_owned(),
        Code::TooLargeWhole => format!(
            "the file must be read whole, which is done up to {} bytes",
            of("most")
        ),
    };
    format!("{}{text}", place(notice))
}

/// A rule by its name, or the sentence of a reader of XML.
fn reason(name: &str) -> String {
    match name.contains(' ') {
        true => name.to_owned(),
        false => name.replace('-', " "),
    }
}

fn place(notice: &Notice) -> String {
    let column = notice
        .column
        .map(|column| format!("column {}", u64::from(column) + 1));
    let place: Vec<String> = notice
        .row
        .map(|row| format!("row {row}"))
        .into_iter()
        .chain(column)
        .collect();
    if place.is_empty() {
        String::new()
    } else {
        format!("{}: ", place.join(", "))
    }
}

/// A kind of file in words, by the name that readers have for it.
fn kind_of_file(format: &str) -> String {
    let words = match format {
        "image" => "a picture",
        "audio" => "a sound recording",
        "video" => "a film",
        "pdf" => "a PDF document",
        "docx" | "doc" => "a Word document",
        "ofd" => "an OFD document",
        "xml" => "XML",
        "html" => "a web page",
        "7z" | "rar" => return format!("a {} archive", format.to_uppercase()),
        "bzip2" | "xz" | "zstd" => return format!("compressed by {format}"),
        "sqlite" => "an SQLite database",
        "arrow" => "an Arrow or Feather file",
        "numpy" => "a NumPy array",
        "shapefile" => "a shapefile",
        _ => return format.to_uppercase(),
    };
    words.to_owned()
}

/// What to do about a file of which no table comes; empty where the sentence says it.
pub(crate) fn next_step(notice: &Notice) -> &'static str {
    let format = notice.data.get("format").map_or("", String::as_str);
    match (notice.code, format) {
        (Code::Empty | Code::NoTable, _) => "ask whoever gave you the file",
        (Code::CannotShow, "7z" | "rar" | "bzip2" | "xz" | "zstd") => {
            "unpack it, and inspect what is in it"
        }
        (Code::CannotShow, "image") => {
            "the shop's page shows pictures; a table in one must be typed or exported as CSV"
        }
        (Code::CannotShow, _) => {
            "open it with a program for such files; if there is a table in it, export that as CSV"
        }
        (Code::WebPage, _) => "register with the exchange, and download the file again",
        (Code::NotText, _) => "export it as UTF-8",
        _ => "",
    }
}
