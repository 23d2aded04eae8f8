//! What is wrong with a Parquet file or a column of it, in words.

use super::Lang;

/// The words of a fault by its name, and by the part that it is about; `None` where what the reader
/// says is to stand.
pub(super) fn fault(name: &str, part: &str, lang: Lang) -> Option<String> {
    // What the reader itself says is English.
    if matches!(lang, Lang::En) {
        return None;
    }
    let words = match name {
        "not-parquet" => "不是 Parquet 文件，或者缺了结尾",
        "encrypted" => "加了密",
        "codec" => "用了这里不读的压缩方式",
        "encoding" => "编码方式和列的类型不合",
        "elsewhere" => "内容在另一个文件里",
        "ends-early" => "内容没有写完",
        "broken" => "结构有误",
        "damaged" => "压缩的内容损坏",
        "not-in-dictionary" => "有的值不在字典里",
        "too-large" => "写明的大小超过能读的上限",
        _ => return None,
    };
    let part = part.split([':', ',']).next().unwrap_or_default();
    Some(match part_words(part) {
        "" => words.to_owned(),
        part => format!("{words}（{part}）"),
    })
}

fn part_words(part: &str) -> &str {
    match part {
        "column metadata" => "列的说明",
        "column" => "列",
        "dictionary" | "dictionary entries" => "字典",
        "differences" => "差值",
        "footer" => "文件尾",
        "header" | "page header" | "number in a header" => "页头",
        "page" | "page index" => "数据页",
        "runs" => "重复值",
        "schema" => "表结构",
        "texts" => "文本",
        "values of another type" => "值的类型",
        "another size than announced" => "解开后的大小不符",
        codec @ ("brotli" | "gzip" | "zstd" | "snappy" | "lz4") => codec,
        _ => "",
    }
}
