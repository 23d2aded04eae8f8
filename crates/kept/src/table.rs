//! A table for spreadsheets: CSV that Excel reads as UTF-8 and in which nothing is a formula.

use sift::csv::{BYTE_ORDER_MARK, Guard, line};

/// The rows as CSV, with the mark that tells Excel it is UTF-8. A cell that would be a formula
/// begins with an apostrophe.
#[must_use]
pub fn table(rows: &[Vec<String>]) -> String {
    let mut out = String::from(BYTE_ORDER_MARK);
    for row in rows {
        line(row.iter().map(String::as_str), Guard::All, &mut out);
    }
    out
}

#[cfg(test)]
mod tests {
    use super::table;

    #[test]
    fn nothing_in_a_table_is_a_formula() {
        for (cell, written) in [
            ("=1+1", "'=1+1"),
            ("+86", "'+86"),
            ("-1", "'-1"),
            ("@SUM(A1)", "'@SUM(A1)"),
            ("\t=1", "\"'\t=1\""),
            ("\r=1", "\"'\r=1\""),
            ("＝1", "'＝1"),
            ("=HYPERLINK(\"x\",1)", "\"'=HYPERLINK(\"\"x\"\",1)\""),
            ("语音，数据", "语音，数据"),
            ("a,b", "\"a,b\""),
            ("", ""),
        ] {
            let written = format!("\u{feff}{written}\r\n");
            assert_eq!(table(&[vec![cell.to_owned()]]), written, "{cell:?}");
        }
    }
}
