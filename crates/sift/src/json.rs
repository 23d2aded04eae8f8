//! Rows as one JSON object: `source`, lines about where they come from, and `rows`, an array of
//! objects whose members are texts as the file has them, or `null`. In a column of numbers, of
//! yes and no, or of nested values they are what JSON has for it, where the text is exactly that.

use record::Value;
use table::{Cell, Cells, Kind};

/// Digits that any program reads again as they are.
const EXACT_DIGITS: usize = 15;

/// Appends what stands before the rows.
pub fn head(source: &[String], out: &mut String) {
    out.push_str("{\"source\":[");
    for (at, line) in source.iter().enumerate() {
        if at > 0 {
            out.push(',');
        }
        text(line, out);
    }
    out.push_str("],\"rows\":[");
}

/// Appends a row: the columns asked for by their names. `first`: no row stands before it.
pub fn row(row: &dyn Cells, columns: &[(u32, &str, Kind)], first: bool, out: &mut String) {
    out.push_str(if first { "\n{" } else { ",\n{" });
    for (at, (column, name, kind)) in columns.iter().enumerate() {
        if at > 0 {
            out.push(',');
        }
        text(name, out);
        out.push(':');
        match row.cell(*column as usize) {
            Cell::Missing => out.push_str("null"),
            Cell::Text(cell) if is_json(cell, *kind) => out.push_str(cell),
            Cell::Text(cell) => text(cell, out),
        }
    }
    out.push('}');
}

/// Whether the text of a cell in a column of this kind is JSON as it stands. A number that no
/// program would read again to the same digits stays a text.
fn is_json(cell: &str, kind: Kind) -> bool {
    match kind {
        Kind::Boolean => matches!(cell, "true" | "false"),
        Kind::Integer | Kind::Decimal => {
            let digits = cell.bytes().filter(u8::is_ascii_digit).count();
            digits <= EXACT_DIGITS && is_number(cell.as_bytes())
        }
        Kind::Nested => cell.parse::<Value>().is_ok(),
        _ => false,
    }
}

/// The grammar of a number: a sign, digits without a leading zero, a fraction, an exponent.
fn is_number(text: &[u8]) -> bool {
    fn digits(text: &[u8]) -> (&[u8], usize) {
        let many = text.iter().take_while(|b| b.is_ascii_digit()).count();
        (text.get(many..).unwrap_or_default(), many)
    }
    let text = text.strip_prefix(b"-").unwrap_or(text);
    let (mut left, many) = digits(text);
    if many == 0 || (many > 1 && text.first() == Some(&b'0')) {
        return false;
    }
    if let Some(fraction) = left.strip_prefix(b".") {
        let (after, many) = digits(fraction);
        if many == 0 {
            return false;
        }
        left = after;
    }
    if let [b'e' | b'E', exponent @ ..] = left {
        let exponent = match exponent {
            [b'+' | b'-', rest @ ..] => rest,
            all => all,
        };
        let (after, many) = digits(exponent);
        if many == 0 {
            return false;
        }
        left = after;
    }
    left.is_empty()
}

/// Appends what stands behind the rows.
pub fn tail(out: &mut String) {
    out.push_str("\n]}\n");
}

fn text(text: &str, out: &mut String) {
    out.push_str(&Value::from(text).to_string());
}

#[cfg(test)]
mod tests {
    use super::*;
    use table::{Column, Table};

    #[test]
    fn numbers_are_numbers_where_they_are_written_as_json_has_them() {
        for (kind, cell, is) in [
            (Kind::Integer, "12", true),
            (Kind::Integer, "-0", true),
            (Kind::Decimal, "0.50", true),
            (Kind::Decimal, "1e-5", true),
            (Kind::Integer, "1,234", false),
            (Kind::Integer, "+1", false),
            (Kind::Integer, "１２", false),
            (Kind::Integer, " 1", false),
            (Kind::Integer, "", false),
            (Kind::Decimal, ".5", false),
            (Kind::Decimal, "5.", false),
            (Kind::Decimal, "1e", false),
            (Kind::Decimal, "3万", false),
            (Kind::Integer, "138****8000", false),
            (Kind::Integer, "1234567890123456", false),
            (Kind::Identifier, "13800138000", false),
            (Kind::Text, "12", false),
            (Kind::Percent, "12", false),
            (Kind::Boolean, "true", true),
            (Kind::Boolean, "TRUE", false),
            (Kind::Boolean, "是", false),
            (Kind::Nested, "{\"a\":[1]}", true),
            (Kind::Nested, "{\"a\":[1", false),
        ] {
            assert_eq!(is_json(cell, kind), is, "{kind:?} {cell}");
            if is {
                assert!(cell.parse::<Value>().is_ok(), "{cell}");
            }
        }
    }

    #[test]
    fn rows_are_objects_of_texts() {
        let mut table = Table::new(vec![Column::new("a"), Column::new("b")]);
        table.push_row([Cell::Text("007"), Cell::Missing]);
        table.push_row([Cell::Text("\"\n"), Cell::Text("")]);
        let mut out = String::new();
        head(&["某表".to_owned()], &mut out);
        for at in 0..2 {
            row(
                &table.cells_of(at),
                &[(1, "b", Kind::Text), (0, "a", Kind::Identifier)],
                at == 0,
                &mut out,
            );
        }
        tail(&mut out);
        let expected = "{\"source\":[\"某表\"],\"rows\":[\n{\"b\":null,\"a\":\"007\"},\n\
                        {\"b\":\"\",\"a\":\"\\\"\\n\"}\n]}\n";
        assert_eq!(out, expected);
    }
}
