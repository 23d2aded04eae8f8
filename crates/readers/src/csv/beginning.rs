//! What stands above the rows: titles and the header, row by row, whatever they were read from.

use table::{Cell, Cells as _, Code, Notice};

use crate::record::Row;
use crate::sink::Sink;

/// What of the beginning is still to come, and what was met.
#[derive(Debug, Default)]
pub(crate) struct Beginning {
    title_rows: usize,
    title: Option<String>,
    header: bool,
    /// The first row below the header was met.
    open: bool,
    blank_rows: u64,
}

impl Beginning {
    /// So many rows of title are to come, then perhaps a header.
    pub(crate) fn new(title_rows: usize, header: bool) -> Self {
        Self {
            title_rows,
            header,
            ..Self::default()
        }
    }

    /// Only rows of data are to come.
    pub(crate) fn past() -> Self {
        Self {
            open: true,
            ..Self::default()
        }
    }

    /// What was unusual so far; `title_rows` and `header` are what was to come at first.
    pub(crate) fn notes(&self, title_rows: usize, header: bool) -> Vec<Notice> {
        let mut notices = Vec::new();
        if let Some(title) = &self.title {
            let notice = Notice::new(Code::TitleRows).with("count", title_rows);
            notices.push(notice.with("text", title));
        }
        if !header {
            notices.push(Notice::new(Code::NoHeader));
        }
        if self.blank_rows > 0 {
            notices.push(Notice::new(Code::BlankRows).with("count", self.blank_rows));
        }
        notices
    }

    /// Whether only rows of data follow.
    pub(crate) fn is_past(&self) -> bool {
        self.title_rows == 0 && !self.header
    }

    /// The next row; `blank`: there is nothing in it.
    pub(crate) fn take(&mut self, record: &Row<'_>, blank: bool, out: &mut dyn Sink) {
        if blank {
            self.blank_rows += 1;
        } else if self.title_rows > 0 {
            self.title_rows -= 1;
            let text = record
                .cells()
                .find(|cell| !cell.is_blank())
                .and_then(Cell::text);
            self.title
                .get_or_insert_with(|| text.unwrap_or_default().trim().chars().take(200).collect());
        } else if self.header {
            self.header = false;
            name_columns(record, out);
            self.open = true;
        } else {
            if !self.open {
                self.open = true;
                out.expect_width(record.len(), record.len());
            }
            out.row(record);
        }
    }
}

/// Columns by the cells of the header. Blank ones at its end are trailing separators, and get
/// a column only when a row has something there.
fn name_columns(record: &Row<'_>, out: &mut dyn Sink) {
    let wide = (0..record.len())
        .rev()
        .find(|at| !record.cell(*at).is_blank());
    for at in 0..wide.map_or(0, |last| last + 1) {
        out.add_column(record.cell(at).text().unwrap_or_default());
    }
    out.expect_width(out.width(), record.len());
}
