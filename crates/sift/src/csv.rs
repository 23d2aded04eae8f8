//! Rows as a table for spreadsheets: CSV that Excel reads as UTF-8, lines that end with CRLF,
//! and cells of which none is run as a formula.

use table::{Cells, Kind};

/// What begins a formula in one spreadsheet or another, full-width forms included.
const FORMULA: &[char] = &['=', '+', '-', '@', '\t', '\r', '\n', '＝', '＋', '－', '＠'];

/// The mark at the beginning of the file, by which Excel knows UTF-8.
pub const BYTE_ORDER_MARK: char = '\u{FEFF}';

/// Which cells may begin like a formula.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Guard {
    /// None.
    All,
    /// Plain numbers: `-12.5`, `+3`, `-1,234`.
    AllButNumbers,
}

/// Appends the first line: the mark, and the names of the columns.
pub fn head<'a>(names: impl IntoIterator<Item = &'a str>, out: &mut String) {
    out.push(BYTE_ORDER_MARK);
    line(names, Guard::AllButNumbers, out);
}

/// Appends a row, in the columns asked for. A cell that is missing is an empty one.
pub fn row(row: &dyn Cells, columns: &[u32], out: &mut String) {
    let texts = columns
        .iter()
        .map(|column| row.cell(*column as usize).text().unwrap_or_default());
    line(texts, Guard::AllButNumbers, out);
}

/// Appends a line of cells.
pub fn line<'a>(cells: impl IntoIterator<Item = &'a str>, guard: Guard, out: &mut String) {
    for (at, cell) in cells.into_iter().enumerate() {
        if at > 0 {
            out.push(',');
        }
        put(cell, guard, out);
    }
    out.push_str("\r\n");
}

/// Appends a cell. One that would be a formula begins with an apostrophe.
fn put(cell: &str, guard: Guard, out: &mut String) {
    let number = || guard == Guard::AllButNumbers && is_plain_number(cell);
    let guard = if cell.starts_with(FORMULA) && !number() {
        "'"
    } else {
        ""
    };
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

/// A number that a spreadsheet reads as one: half width, with no white space around it.
fn is_plain_number(cell: &str) -> bool {
    let plain = |byte: u8| byte.is_ascii_digit() || b"+-.,%eE".contains(&byte);
    cell.bytes().all(plain) && Kind::Decimal.value(cell).is_some()
}

#[cfg(test)]
mod tests {
    use super::*;
    use table::{Cell, Column, Table};

    #[test]
    fn nothing_in_a_row_is_a_formula_and_numbers_stay_numbers() {
        for (cell, written) in [
            ("=1+1", "'=1+1"),
            ("-1", "-1"),
            ("-1,234.5", "\"-1,234.5\""),
            ("+3", "+3"),
            ("-1+2", "'-1+2"),
            ("-", "'-"),
            ("+86 10", "'+86 10"),
            ("－1", "'－1"),
            ("@SUM(A1)", "'@SUM(A1)"),
            ("\t=1", "\"'\t=1\""),
            ("a,\"b\"", "\"a,\"\"b\"\"\""),
            ("语音", "语音"),
        ] {
            let mut out = String::new();
            line([cell], Guard::AllButNumbers, &mut out);
            assert_eq!(out, format!("{written}\r\n"), "{cell:?}");
        }
    }

    #[test]
    fn a_file_has_a_mark_names_and_the_columns_asked_for() {
        let mut table = Table::new(vec![Column::new("a"), Column::new("b")]);
        table.push_row([Cell::Text("1"), Cell::Missing]);
        let mut out = String::new();
        head(["b", "a"], &mut out);
        row(&table.cells_of(0), &[1, 0], &mut out);
        assert_eq!(out, "\u{FEFF}b,a\r\n,1\r\n");
    }
}
