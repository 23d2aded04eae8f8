//! Where the table begins: title rows above it, and whether its first row names the columns.

use std::collections::HashSet;

use table::Kind;

use super::dialect::usual_width;

/// More rows than this above a header are no title.
const MOST_TITLE_ROWS: usize = 10;

/// Rows below the first that are compared with it.
const COMPARED: usize = 50;

/// How the table opens.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Opening {
    pub(crate) title_rows: usize,
    pub(crate) header: bool,
}

/// Tells the opening from the first rows; `stated` is what a person said about the header.
pub(crate) fn opening(rows: &[Vec<String>], stated: Option<bool>) -> Opening {
    let title_rows = title_rows(rows);
    let body = rows.get(title_rows..).unwrap_or_default();
    let header = stated.unwrap_or_else(|| first_row_names(body));
    Opening { title_rows, header }
}

/// Rows above the first one that is as wide and as filled as the table: a title fills one cell
/// or few, a comment begins with `#`.
fn title_rows(rows: &[Vec<String>]) -> usize {
    let width = usual_width(rows);
    if width < 2 {
        return 0;
    }
    let is_title = |row: &[String]| {
        let filled = filled(row);
        filled <= 1
            || (width >= 4 && filled * 3 <= width)
            || (row.len() < width && row.first().is_some_and(|cell| cell.starts_with('#')))
    };
    let title = rows
        .iter()
        .take(MOST_TITLE_ROWS)
        .take_while(|row| is_title(row))
        .count();
    let header = rows.get(title).map_or(0, |row| filled(row));
    // Without a well-filled row below, these rows are the table itself.
    if header * 2 > width { title } else { 0 }
}

fn filled(row: &[String]) -> usize {
    row.iter().filter(|cell| !cell.trim().is_empty()).count()
}

/// Whether the first of these rows names the columns: column by column, is it unlike what
/// stands below it? Where nothing tells, a row of different texts is a header.
pub(crate) fn first_row_names(rows: &[Vec<String>]) -> bool {
    let Some((first, below)) = rows.split_first() else {
        return false;
    };
    let below = below.get(..COMPARED.min(below.len())).unwrap_or_default();
    let mut votes = 0i32;
    for (at, name) in first.iter().enumerate() {
        votes += vote(
            name.trim(),
            below.iter().filter_map(|row| row.get(at)).map(|c| c.trim()),
        );
    }
    if votes != 0 {
        return votes > 0;
    }
    let names: Vec<&str> = first.iter().map(|cell| cell.trim()).collect();
    let texts = names
        .iter()
        .all(|name| is_year(name) || matches!(Kind::of([*name]), Kind::Text | Kind::Empty));
    let some = names.iter().any(|name| Kind::of([*name]) == Kind::Text);
    let mut seen = HashSet::new();
    texts && some && names.iter().all(|name| seen.insert((*name).to_owned()))
}

/// +1 when the cell is a name for what is below, -1 when it is one of them, 0 when open.
fn vote<'a>(name: &str, below: impl Iterator<Item = &'a str> + Clone) -> i32 {
    if let Some(prefix) = shared_prefix(below.clone()) {
        return if name.starts_with(prefix) { -1 } else { 1 };
    }
    let own = class(Kind::of([name]));
    let under = class(Kind::of(below.clone()));
    match (own, under) {
        (Class::Nothing, _) | (_, Class::Nothing) => 0,
        // Years name columns (`name,2010,2011`) as often as they fill them.
        (Class::Number, Class::Number) if is_year(name) && !below.clone().all(is_year) => 0,
        (Class::Text, Class::Text) => {
            -i32::from(name.len() > 1 && below.clone().any(|cell| cell == name))
        }
        (own, under) if own == under => -1,
        (Class::Text, _) => 1,
        (Class::Number, Class::Other) => 1,
        (Class::Number, Class::Text) if below.clone().count() > 1 => 1,
        _ => 0,
    }
}

/// What all of at least three different texts begin with: `http`, `/dataset/`, a city. Digits
/// say nothing, because numbers begin alike by chance.
fn shared_prefix<'a>(mut texts: impl Iterator<Item = &'a str>) -> Option<&'a str> {
    let mut prefix = texts.next()?;
    let (first, mut others) = (prefix, 0);
    for text in texts {
        let alike = prefix.chars().zip(text.chars()).take_while(|(a, b)| a == b);
        let long = alike.map(|(c, _)| c.len_utf8()).sum();
        prefix = prefix.get(..long)?;
        others += usize::from(text != first);
    }
    let telling = prefix.chars().filter(|c| !c.is_ascii_digit()).count() >= 2;
    (others >= 2 && telling).then_some(prefix)
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Class {
    Nothing,
    Number,
    Date,
    Text,
    Other,
}

fn class(kind: Kind) -> Class {
    match kind {
        Kind::Empty => Class::Nothing,
        Kind::Integer | Kind::Decimal | Kind::Percent | Kind::Identifier => Class::Number,
        Kind::Date | Kind::DateTime => Class::Date,
        Kind::Text => Class::Text,
        Kind::Boolean | Kind::Nested => Class::Other,
    }
}

fn is_year(text: &str) -> bool {
    text.len() == 4
        && (text.starts_with("19") || text.starts_with("20"))
        && Kind::of([text]) == Kind::Integer
}

#[cfg(test)]
mod tests {
    use super::*;

    fn rows(text: &str) -> Vec<Vec<String>> {
        text.lines()
            .map(|line| line.split(',').map(str::to_owned).collect())
            .collect()
    }

    #[test]
    fn tells_names_from_values() {
        for (text, names) in [
            ("id,name\n1,a\n2,b", true),
            ("名称,城市\n甲,北京\n乙,上海", true),
            ("2,中国人", false),
            ("1,a\n2,b\n3,c", false),
            ("北京,甲\n上海,乙\n北京,丙", false),
            ("id,100022,100025\nid1,TRUE,FALSE\nid2,TRUE,FALSE", true),
            ("Musei,2011,2010\nUno,23.8,17.5\nDue,1.5,2.5", true),
            ("date,open\n2021-01-01,3\n2021-01-02,4", true),
            ("a,a\nb,c", false),
            (
                "甲,/dataset/a\n乙,/dataset/b\n丙,/dataset/c\n丁,/dataset/d",
                false,
            ),
            ("甲,url\n乙,/dataset/b\n丙,/dataset/c\n丁,/dataset/d", true),
        ] {
            assert_eq!(first_row_names(&rows(text)), names, "{text}");
        }
    }

    #[test]
    fn titles_stand_above_the_header() {
        let found = opening(
            &rows("某市公共数据目录,,\n单位：万元,,\n名称,部门,金额\n甲,乙,1\n丙,丁,2"),
            None,
        );
        assert_eq!(
            found,
            Opening {
                title_rows: 2,
                header: true
            }
        );
        let found = opening(&rows("# a comment\nid,name\n1,english"), None);
        assert_eq!(
            found,
            Opening {
                title_rows: 1,
                header: true
            }
        );
        // A sparse table has no title.
        let found = opening(&rows("a,b,c\n1,,\n2,,\n3,,"), None);
        assert_eq!(
            found,
            Opening {
                title_rows: 0,
                header: true
            }
        );
    }
}
