//! Rows as one JSON object: `source`, lines about where they come from, and `rows`, an array of
//! objects whose members are texts as the file has them, or `null`.

use record::Value;
use table::{Cell, Cells};

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
pub fn row(row: &dyn Cells, columns: &[(u32, &str)], first: bool, out: &mut String) {
    out.push_str(if first { "\n{" } else { ",\n{" });
    for (at, (column, name)) in columns.iter().enumerate() {
        if at > 0 {
            out.push(',');
        }
        text(name, out);
        out.push(':');
        match row.cell(*column as usize) {
            Cell::Missing => out.push_str("null"),
            Cell::Text(cell) => text(cell, out),
        }
    }
    out.push('}');
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
    fn rows_are_objects_of_texts() {
        let mut table = Table::new(vec![Column::new("a"), Column::new("b")]);
        table.push_row([Cell::Text("007"), Cell::Missing]);
        table.push_row([Cell::Text("\"\n"), Cell::Text("")]);
        let mut out = String::new();
        head(&["某表".to_owned()], &mut out);
        for at in 0..2 {
            row(
                &table.cells_of(at),
                &[(1, "b"), (0, "a")],
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
