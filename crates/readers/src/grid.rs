//! Rows that are cells already, such as those of a spreadsheet: title rows, header and names by
//! the rules of delimited text.

use table::{Cell, Code, Notice, Profile, Table};

use crate::collector::Collector;
use crate::csv::{Beginning, opening};
use crate::options::{Limits, Options};
use crate::record::{Record, Row};
use crate::sink::Sink;
use crate::watch::{Observed, Observer, Profiling, Watch};

/// Rows that are looked at before it is decided which of them names the columns.
const HEAD: usize = 100;

/// What came of the rows.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct GridRows {
    /// The rows kept.
    pub table: Table,
    /// The columns over all rows, which may be more than are kept.
    pub profile: Profile,
    /// Whether a row names the columns.
    pub header: bool,
    /// Everything the visitor should know.
    pub notices: Vec<Notice>,
}

/// Makes a table of rows that are cells already. Rows may be shorter than others: what they lack
/// is missing, which is usual where only cells with something in them are written.
pub struct Grid {
    /// What a person said about the header.
    stated: Option<bool>,
    head: Vec<Vec<Option<String>>>,
    begun: Option<Begun>,
    record: Record,
    out: Uneven,
}

/// What was decided on the head.
struct Begun {
    title_rows: usize,
    header: bool,
    beginning: Beginning,
}

impl Grid {
    /// For the rows of one sheet. Of the options the header, the word for columns and the limits
    /// count. `observer` sees all rows.
    #[must_use]
    pub fn new(options: &Options, observer: Option<Box<dyn Observer>>) -> Self {
        let profiling = Profiling::default();
        let watch: Box<dyn Watch> = match observer {
            Some(observer) => Box::new(Observed(profiling, observer)),
            None => Box::new(profiling),
        };
        Self {
            stated: options.header,
            head: Vec::new(),
            begun: None,
            record: Record::default(),
            out: Uneven(Collector::new(options, watch)),
        }
    }

    /// The next row, one cell a column.
    pub fn row<'a>(&mut self, cells: impl IntoIterator<Item = Cell<'a>>) {
        if self.begun.is_some() {
            self.take(cells.into_iter());
            return;
        }
        let owned = |cell: Cell<'a>| cell.text().map(str::to_owned);
        self.head.push(cells.into_iter().map(owned).collect());
        if self.head.len() == HEAD {
            self.begin();
        }
    }

    /// All rows came.
    #[must_use]
    pub fn finish(mut self) -> GridRows {
        self.begin();
        let mut notices = Vec::new();
        let mut header = false;
        if let Some(begun) = &self.begun
            && self.out.width() > 0
        {
            header = begun.header;
            notices = begun.beginning.notes(begun.title_rows, begun.header);
        }
        if self.stated == Some(false) {
            // Whoever said so knows.
            notices.retain(|notice| notice.code != Code::NoHeader);
        }
        notices.extend(self.out.0.totals());
        let (table, profile, noted) = self.out.0.finish(true);
        notices.extend(noted);
        GridRows {
            table,
            profile,
            header,
            notices,
        }
    }

    /// Decides on the rows that came, and takes them.
    fn begin(&mut self) {
        if self.begun.is_some() {
            return;
        }
        let head = std::mem::take(&mut self.head);
        let width = head.iter().map(Vec::len).max().unwrap_or(0);
        // The rules for delimited text know blank cells, not short rows, and no blank lines.
        let filled = head.iter().filter(|row| !is_blank(row));
        let texts = filled.map(|row| {
            let cells = row.iter().cloned().map(Option::unwrap_or_default);
            let padding = std::iter::repeat_n(String::new(), width - row.len());
            cells.chain(padding).collect()
        });
        let texts: Vec<Vec<String>> = texts.collect();
        let found = opening(&texts, self.stated);
        self.begun = Some(Begun {
            title_rows: found.title_rows,
            header: found.header,
            beginning: Beginning::new(found.title_rows, found.header),
        });
        for row in &head {
            self.take(row.iter().map(|cell| match cell {
                Some(text) => Cell::Text(text),
                None => Cell::Missing,
            }));
        }
    }

    fn take<'a>(&mut self, cells: impl Iterator<Item = Cell<'a>>) {
        let limits = self.out.limits();
        self.record.clear();
        for cell in cells {
            let at = self.record.len();
            match cell {
                Cell::Missing if at < limits.columns => {
                    self.record.end_cell_at(at, true);
                    continue;
                }
                Cell::Missing => {}
                Cell::Text(text) => self.record.append(text, limits.cell_bytes),
            }
            self.record.end_cell(limits.columns);
        }
        let blank = self.record.is_blank();
        if let Some(begun) = &mut self.begun {
            begun
                .beginning
                .take(&self.record.row(), blank, &mut self.out);
        }
    }
}

fn is_blank(row: &[Option<String>]) -> bool {
    row.iter().flatten().all(|text| text.trim().is_empty())
}

/// The collector, where rows of any width are usual.
struct Uneven(Collector);

impl Sink for Uneven {
    fn limits(&self) -> Limits {
        self.0.limits()
    }

    fn width(&self) -> usize {
        self.0.width()
    }

    fn rows(&self) -> u64 {
        self.0.rows()
    }

    fn add_column(&mut self, name: &str) {
        self.0.add_column(name);
    }

    fn add_unnamed(&mut self) {
        self.0.add_unnamed();
    }

    fn expect_width(&mut self, _: usize, _: usize) {}

    fn row(&mut self, row: &Row<'_>) {
        self.0.row(row);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use table::{Code, Rows as _};

    fn read(rows: &[&[&str]]) -> GridRows {
        let mut grid = Grid::new(&Options::default(), None);
        for row in rows {
            grid.row(row.iter().map(|text| match *text {
                "-" => Cell::Missing,
                text => Cell::Text(text),
            }));
        }
        grid.finish()
    }

    #[test]
    fn titles_header_blank_rows_and_totals_are_those_of_delimited_text() {
        let found = read(&[
            &["某市公共数据目录"],
            &["名称", "部门", "金额", "金额"],
            &["甲", "乙", "1", "2"],
            &[],
            &["丙", "-", "2"],
            &["合计", "-", "3"],
        ]);
        let names: Vec<&str> = found
            .table
            .columns()
            .iter()
            .map(|c| c.name.as_str())
            .collect();
        assert_eq!(names, ["名称", "部门", "金额", "金额_2"]);
        assert_eq!((found.table.len(), found.header), (3, true));
        assert_eq!(found.table.get(1, 1), Cell::Missing);
        let codes: Vec<Code> = found.notices.iter().map(|notice| notice.code).collect();
        assert_eq!(
            codes,
            [
                Code::TitleRows,
                Code::BlankRows,
                Code::TotalsRow,
                Code::DuplicateHeaders
            ]
        );
    }

    #[test]
    fn no_rows_are_an_empty_table() {
        let found = read(&[]);
        assert_eq!((found.table.len(), found.table.width()), (0, 0));
    }
}
