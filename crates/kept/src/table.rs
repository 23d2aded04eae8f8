//! A table for spreadsheets: CSV that Excel reads as UTF-8 and in which nothing is a formula.

/// What begins a formula in one spreadsheet or another, full-width forms included.
const FORMULA: &[char] = &['=', '+', '-', '@', '\t', '\r', '\n', '＝', '＋', '－', '＠'];

/// The rows as CSV, with the mark that tells Excel it is UTF-8. A cell that would be a formula
/// begins with an apostrophe.
#[must_use]
pub fn table(rows: &[Vec<String>]) -> String {
    let mut out = String::from('\u{feff}');
    for row in rows {
        for (at, cell) in row.iter().enumerate() {
            if at > 0 {
                out.push(',');
            }
            put(cell, &mut out);
        }
        out.push_str("\r\n");
    }
    out
}

fn put(cell: &str, out: &mut String) {
    let guard = if cell.starts_with(FORMULA) { "'" } else { "" };
    // A quoted cell is one in every reader; an unquoted one is easier on the eye.
    if cell.contains(['"', ',', ';', '\t', '\r', '\n']) {
        out.push('"');
        out.push_str(guard);
        out.push_str(&cell.replace('"', "\"\""));
        out.push('"');
    } else {
        out.push_str(guard);
        out.push_str(cell);
    }
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
