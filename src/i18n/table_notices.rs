//! Words for what the reader of a data file noticed. One arm a code: a code without words
//! does not compile.

use super::{Lang, bytes, fill, format_words, grouped};
use table::{Code, Notice};

/// The sentence of a notice. `column` is the name of the column it is about.
pub(crate) fn table_notice(notice: &Notice, column: Option<&str>, lang: Lang) -> String {
    let (zh, en) = template(notice.code);
    let mut words = lang.pick(zh, en).to_owned();
    let of = |name: &str| notice.data.get(name).map_or("", String::as_str);
    let fault = super::parquet_faults::fault(of("fault"), of("part"), lang);
    for (name, value) in &notice.data {
        let value = match &fault {
            Some(fault) if name == "reason" => fault.clone(),
            _ => value_words(notice.code, name, value, lang),
        };
        words = fill(&words, &[(name.as_ref(), &value)]);
    }
    // A sentence that names the column needs it not once more.
    if let Some(column) = column.filter(|_| !notice.data.contains_key("name")) {
        let said = lang.pick("列“{column}”：", "Column “{column}”: ");
        words.insert_str(0, &fill(said, &[("column", column)]));
    }
    if let Some(row) = notice.row {
        let said = lang.pick("（首见于第 {row} 行）", " (first in row {row})");
        words.push_str(&fill(said, &[("row", &grouped(row))]));
    }
    words
}

/// How one value of a notice is written.
fn value_words(code: Code, name: &str, value: &str, lang: Lang) -> String {
    let number = value.parse::<u64>().ok();
    match (code, name, number) {
        (Code::Cut | Code::LongRow, "bytes", Some(n)) | (Code::TooLarge, "most", Some(n)) => {
            bytes(n)
        }
        (Code::CellsCut, "kept", Some(n)) => bytes(n),
        (Code::WorkbookTooLarge, "bytes" | "most", Some(n)) => bytes(n),
        // As the chooser calls it.
        (_, _, None) if value == "windows-1252" => "Latin-1".to_owned(),
        (Code::FormatDisagrees, ..) | (_, "format", _) => format_words(value, lang),
        (_, "said" | "found" | "encoding", None) => value.to_uppercase(),
        (Code::ReadWhole, "bytes", Some(n)) | (Code::TooLargeWhole, "most", Some(n)) => bytes(n),
        // What somebody typed or called something stands as it is, also where it is a number.
        (_, "text" | "name", _) => value.to_owned(),
        (_, "reason", _) => fault(value, lang),
        (_, _, Some(n)) => grouped(n),
        _ => value.to_owned(),
    }
}

/// Which rule of the format was broken.
fn fault(name: &str, lang: Lang) -> String {
    let words = match name {
        "unexpected-character" => {
            lang.pick("这里不该有这个字符", "this character does not belong here")
        }
        "unexpected-end" => lang.pick("内容没有写完", "the content ends early"),
        "trailing-comma" => lang.pick("多了一个逗号", "a comma too many"),
        "not-a-number" => lang.pick("NaN 或 Infinity 不是 JSON", "NaN or Infinity is not JSON"),
        "bad-number" => lang.pick("数字写法不对", "a number is written wrongly"),
        "bad-escape" => lang.pick("转义写法不对", "an escape is written wrongly"),
        "control-character" => lang.pick("文本里有控制字符", "a control character in a text"),
        "trailing-content" => lang.pick("结尾之后还有内容", "more content after the end"),
        "ends-early" => lang.pick("内容没有写完", "the content ends early"),
        "missing-part" => lang.pick("缺少这一部分", "this part is missing"),
        "damaged-archive" => lang.pick("压缩包损坏", "the archive is damaged"),
        "larger-than-stated" => lang.pick("比写明的大", "it is larger than stated"),
        "not-utf-8" => lang.pick("不是 UTF-8", "it is not UTF-8"),
        "row-number" => lang.pick("行号写法不对", "the number of a row is written wrongly"),
        "cell-reference" => lang.pick(
            "单元格位置写法不对",
            "the place of a cell is written wrongly",
        ),
        "shared-string" => lang.pick(
            "单元格指向没有的文本",
            "a cell means a text that there is not",
        ),
        "sheet-record" => lang.pick("工作表的记录不完整", "the record of a sheet is cut"),
        // What the reader of XML says is a sentence of its own.
        sentence if sentence.contains(' ') => sentence,
        _ => return name.replace('-', " "),
    };
    words.to_owned()
}

/// The sentence in both languages.
const fn template(code: Code) -> (&'static str, &'static str) {
    match code {
        Code::Empty
        | Code::CannotShow
        | Code::WebPage
        | Code::NotText
        | Code::NoDecoder
        | Code::BrokenJson
        | Code::TooDeep
        | Code::TooLarge
        | Code::NoTable => failure(code),
        Code::MergedCells
        | Code::BrokenWorkbook
        | Code::WorkbookTooLarge
        | Code::TooManyCells
        | Code::NeedsPassword
        | Code::NoSuchSheet => workbook(code),
        Code::ColumnEncrypted
        | Code::ColumnRefused
        | Code::ColumnBroken
        | Code::ColumnsUnseen
        | Code::ReadWhole
        | Code::BrokenParquet
        | Code::EncryptedParquet
        | Code::TooLargeWhole => columnar(code),
        Code::RowsFoundAt
        | Code::ColumnsTurned
        | Code::SingleObject
        | Code::DuplicateKeys
        | Code::BadLines
        | Code::JoinedValues
        | Code::MixedRows => json(code),
        Code::NoSuchColumn
        | Code::BoundNotRead
        | Code::NumbersNotKept
        | Code::OrderNotKept
        | Code::ViewBrokeOff
        | Code::RowsNotReached
        | Code::TooDifferent => view(code),
        Code::FormatDisagrees => (
            "名称或类型写的是“{said}”，内容是“{found}”，按内容读取。",
            "The name or type says “{said}”, the content is “{found}”; read by the content.",
        ),
        Code::EncodingGuessed => (
            "没有写明编码，按内容推断为 {encoding}。文字不对时可在上方另选。",
            "No encoding is stated; {encoding} was told from the bytes. If the text looks wrong, choose another above.",
        ),
        Code::EncodingDisagrees => (
            "写明的编码是 {said}，内容是 {found}，按内容读取。",
            "The stated encoding is {said}, the bytes are {found}; read by the bytes.",
        ),
        Code::UndecodableBytes => (
            "{count} 处字节在 {encoding} 里没有对应的字符，多半是编码选错了。",
            "{count} places hold bytes that do not exist in {encoding}. The encoding is probably another one.",
        ),
        Code::NulCharacters => (
            "去掉了 {count} 个空字符（NUL）。",
            "{count} NUL characters were left out.",
        ),
        Code::Cut => (
            "没有读到文件末尾，读到 {bytes} 为止。",
            "The file was not read to its end; {bytes} were read.",
        ),
        Code::TitleRows => (
            "列名之上有 {count} 行当作标题，没有算进数据：“{text}”。",
            "{count} lines above the header were taken as a title and not as data: “{text}”.",
        ),
        Code::NoHeader => (
            "没有一行像列名，列名是补上的。",
            "No row looks like a header, so the columns have made-up names.",
        ),
        Code::EmptyHeaders => (
            "{count} 列没有名字，补为：{names}。",
            "{count} columns have no name; they are called {names}.",
        ),
        Code::DuplicateHeaders => (
            "{count} 列与别的列同名，改为：{names}。",
            "{count} columns repeat a name; they are called {names}.",
        ),
        Code::LongHeaders => (
            "{count} 列的列名长得不像列名，多半是引号没有关上，吞掉了后面的行：{start}…",
            "{count} columns have names too long to be names; most likely a quotation mark is not closed and rows were swallowed: {start}…",
        ),
        Code::RaggedRows => (
            "{count} 行的格数与列名不一致（应为 {expected}，第一处是 {found}）。",
            "{count} rows have another number of cells than the header ({expected} expected, {found} in the first).",
        ),
        Code::BlankRows => (
            "略过 {count} 个空行。",
            "{count} blank lines were left out.",
        ),
        Code::StrayQuotes => (
            "{count} 个引号没有配对，当作普通字符。",
            "{count} quotation marks that nothing closes were taken as characters.",
        ),
        Code::TotalsRow => (
            "表尾有一行像是合计，照样算在统计里：“{text}”。",
            "A row at the end looks like a total; it counts in the figures: “{text}”.",
        ),
        Code::ScientificIdentifiers => (
            "{count} 个值写成 {example} 的样子，像是被电子表格改过的编号，末几位已经丢失。",
            "{count} values look like {example}: identifiers that a spreadsheet program has rounded. Their last digits are lost.",
        ),
        Code::RowsNotKept => (
            "可以翻看的是前 {kept} 行；统计覆盖读到的全部行。",
            "The first {kept} rows can be looked through; the figures cover every row read.",
        ),
        Code::ColumnsNotKept => (
            "共有 {count} 列，只保留前 {kept} 列。",
            "There are {count} columns; the first {kept} are kept.",
        ),
        Code::LongRow => (
            "读了前 {bytes}，第一行数据还没有完。可以读完整个文件，或下载后看。",
            "The first {bytes} do not hold one whole row. Read the whole file, or download it.",
        ),
        Code::PictureCut => (
            "图片缺了末尾，多半没有传完。请重新取得文件，或向供方核对。",
            "The end of the picture is missing. Fetch it again, or ask the supplier.",
        ),
        Code::CellsCut => (
            "{count} 个格子太长，每格只留 {kept}。",
            "{count} cells are very long; {kept} of each are kept.",
        ),
    }
}

/// What of a view could not be had.
const fn view(code: Code) -> (&'static str, &'static str) {
    match code {
        Code::NoSuchColumn => (
            "表里没有第 {column} 列，针对它的筛选或排序没有生效。",
            "There is no column {column}; what was asked of it was left out.",
        ),
        Code::BoundNotRead => (
            "“{text}” 不是数字或日期，这一端没有限制。",
            "“{text}” is no number or date; that end was left open.",
        ),
        Code::ViewBrokeOff => (
            "对方网站中途没有回应，只查看了前 {rows} 行。",
            "The host no longer answered; only the first {rows} rows were gone through.",
        ),
        Code::RowsNotReached => (
            "对方网站不能只给文件的一部分：只查看了留在内存里的前 {rows} 行。",
            "The site gives no parts of the file: only the first {rows} rows, which are kept, were gone through.",
        ),
        Code::TooDifferent => (
            "各行差别太大，在 {most} 的内存里算不下来。",
            "The rows are too different from each other to be measured in {most} of memory.",
        ),
        Code::NumbersNotKept => (
            "符合条件的行太多，只记下了前 {kept} 行。",
            "Too many rows pass to remember them all; the first {kept} are shown.",
        ),
        _ => (
            "符合条件的行超过 {most} 行，不排序，按文件里的顺序显示。",
            "More than {most} rows pass; they are not put in order and stay as the file has them.",
        ),
    }
}

/// What is particular to JSON.
const fn json(code: Code) -> (&'static str, &'static str) {
    match code {
        Code::RowsFoundAt => (
            "数据行取自文件里的 {path}。",
            "The rows were found at {path} inside the file.",
        ),
        Code::ColumnsTurned => (
            "文件按列存放，已转成按行显示。",
            "The file holds columns; they were turned into rows.",
        ),
        Code::SingleObject => (
            "文件里只有一个对象，显示为一行。",
            "The file holds one object, shown as one row.",
        ),
        Code::DuplicateKeys => (
            "{count} 处重复写了同一个键（{key}），以最后一个为准。",
            "The same key is named twice in {count} places ({key}); the last one stands.",
        ),
        Code::BadLines => (
            "{count} 行不是 JSON，没有算进数据；第一处在第 {line} 行：{reason}。",
            "{count} lines are not JSON and were left out; the first is line {line}: {reason}.",
        ),
        Code::JoinedValues => (
            "{count} 行里一行写了几个 JSON 值，每个值算一行数据。",
            "{count} lines hold several JSON values; each value is a row.",
        ),
        _ => (
            "{count} 行不是对象，放在单独的列里。",
            "{count} rows are not objects and stand in a column of their own.",
        ),
    }
}

/// What is particular to spreadsheets.
const fn workbook(code: Code) -> (&'static str, &'static str) {
    match code {
        Code::MergedCells => (
            "有 {count} 处合并的单元格，值只放在每处的第一格里。",
            "{count} groups of cells are merged; the value stands in the first cell of each.",
        ),
        Code::BrokenWorkbook => (
            "{part} 在第 {at} 字节处有误：{reason}。",
            "{part} is broken at byte {at}: {reason}.",
        ),
        Code::WorkbookTooLarge => (
            "解开后有 {bytes}，最多读 {most}。",
            "Unpacked it has {bytes}; up to {most} are read.",
        ),
        Code::TooManyCells => (
            "这张表太大：有内容的格子超过 {most} 个。",
            "The sheet is too large: it has more than {most} cells with something in them.",
        ),
        Code::NeedsPassword => (
            "文件设了密码，没有密码打不开。",
            "The workbook is locked with a password.",
        ),
        _ => (
            "没有第 {sheet} 张工作表，共有 {count} 张。",
            "There is no sheet {sheet}; the workbook has {count}.",
        ),
    }
}

/// What is particular to Parquet.
const fn columnar(code: Code) -> (&'static str, &'static str) {
    match code {
        Code::ColumnEncrypted => (
            "列“{name}”加了密，这一列的格子都空着。请向供方要不加密的文件。",
            "Column {name} is encrypted, so its cells are missing. Ask the supplier for a file without encryption.",
        ),
        Code::ColumnRefused => (
            "列“{name}”用 {codec} 压缩，这里读不了，这一列的格子都空着。请供方改用 Snappy 或 Zstandard。",
            "Column {name} is compressed with {codec}, which is not read here, so its cells are missing. Ask the supplier for Snappy or Zstandard.",
        ),
        Code::ColumnBroken => (
            "列“{name}”读不出，或没有读全，缺的格子空着：{reason}。",
            "Column {name} cannot be read, or not all of it, so cells are missing: {reason}.",
        ),
        Code::ColumnsUnseen => (
            "到现在只看了 {count} 列中的 {read} 列；读完整个文件才会看其余各列。",
            "Only {read} of {count} columns were looked at until now; the others are when all of the file is read.",
        ),
        Code::ReadWhole => (
            "文件不能只取一部分，所以整个读了（{bytes}）。",
            "A part of the file cannot be had, so all of it was read ({bytes}).",
        ),
        Code::BrokenParquet => (
            "Parquet 文件在第 {at} 字节处有误：{reason}。",
            "The Parquet file is broken at byte {at}: {reason}.",
        ),
        Code::EncryptedParquet => (
            "Parquet 文件整个加了密，没有密钥打不开。",
            "The whole Parquet file is encrypted and cannot be opened without its key.",
        ),
        _ => (
            "文件必须整个读，这里最多读 {most}。",
            "The file must be read whole, which is done up to {most}.",
        ),
    }
}

/// Why reading ended without a table.
const fn failure(code: Code) -> (&'static str, &'static str) {
    match code {
        Code::Empty => ("文件没有内容。", "The file has no content."),
        Code::CannotShow => ("内容是“{format}”。", "The content is “{format}”."),
        Code::WebPage => ("内容是网页。", "The content is a web page."),
        Code::NotText => (
            "内容在已知的编码里都不是文字。",
            "The content is no text in any known encoding.",
        ),
        Code::NoDecoder => (
            "浏览器不认识编码 {encoding}。",
            "The browser does not know the encoding {encoding}.",
        ),
        Code::BrokenJson => (
            "JSON 在第 {line} 行第 {column} 个字符处有误：{reason}。",
            "The JSON is broken at line {line}, character {column}: {reason}.",
        ),
        Code::TooDeep => (
            "JSON 嵌套超过 {most} 层（第 {line} 行）。",
            "The JSON is nested deeper than {most} (line {line}).",
        ),
        Code::TooLarge => (
            "第 {line} 行起的一个值超过 {most}。",
            "A value that begins in line {line} is larger than {most}.",
        ),
        _ => ("文件里没有找到表。", "No table was found in the file."),
    }
}
