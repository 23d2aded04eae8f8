//! A row of totals at the end of a table, told while rows go by: the last one, or the last one above
//! a few notes.

use table::{Cell, Code, Notice};

use crate::record::Row;

/// What stands in the first cell of a row of totals.
const TOTALS: [&str; 9] = [
    "合计",
    "总计",
    "小计",
    "共计",
    "合 计",
    "total",
    "totals",
    "grand total",
    "sum",
];

/// Bytes of the first cell of such a row, at most: the longest word, a colon, blanks.
const LONGEST: usize = 24;

/// Rows of notes that may stand below a total.
const MOST_NOTES: usize = 5;

/// What such a note begins with, where it does not stand alone in its row.
const NOTES: [&str; 8] = [
    "注：",
    "注:",
    "备注",
    "说明",
    "数据来源",
    "资料来源",
    "来源：",
    "Note",
];

/// What is known of the last rows.
#[derive(Debug, Default)]
pub(crate) struct Totals {
    /// The number and the first cell of a row that looks like a total.
    found: Option<(u64, String)>,
    /// Rows of notes below it.
    notes: usize,
}

impl Totals {
    /// The next row. It runs for every row: most are told by one byte of one cell.
    #[inline]
    pub(crate) fn see(&mut self, row: &Row<'_>, number: u64) {
        let mut filled = row.cells().filter(|cell| !cell.is_blank());
        let Some(first) = filled.next().and_then(Cell::text) else {
            return;
        };
        if self.found.is_none() && (first.len() > LONGEST || !may_begin(first)) {
            return;
        }
        let text = first.trim();
        let word = text.trim_end_matches([':', '：']);
        let is_total = |total: &&str| total.eq_ignore_ascii_case(word);
        if row.len() > 1 && number > 1 && TOTALS.iter().any(is_total) {
            self.found = Some((number, text.to_owned()));
            self.notes = 0;
            return;
        }
        self.notes += 1;
        let alone = filled.next().is_none();
        let is_note = alone || NOTES.iter().any(|note| word.starts_with(note));
        if !is_note || self.notes > MOST_NOTES {
            self.found = None;
        }
    }

    /// What is to be said once all rows went by.
    pub(crate) fn notice(&self) -> Option<Notice> {
        let (number, text) = self.found.as_ref()?;
        Some(
            Notice::new(Code::TotalsRow)
                .at_row(*number)
                .with("text", text),
        )
    }
}

/// Whether a word for a total may begin so.
fn may_begin(text: &str) -> bool {
    let first = text.trim_ascii_start().bytes().next();
    matches!(
        first,
        Some(0xE3..=0xE6 | b't' | b'T' | b'g' | b'G' | b's' | b'S')
    )
}

#[cfg(test)]
mod tests {
    use crate::{Limits, Options, UnicodeOnly, read_table};
    use table::Code;

    /// The number of the row of totals that is told of this table.
    fn total_of(end: &str) -> Option<u64> {
        let rows: String = (1..=300)
            .map(|row| format!("甲局{row},{row},x\n"))
            .collect();
        let options = Options {
            limits: Limits {
                rows: 10,
                ..Limits::PREVIEW
            },
            ..Options::default()
        };
        let text = format!("部门,数量,备注\n{rows}{end}");
        let opened = read_table(text.as_bytes(), &options, &mut UnicodeOnly).ok()?;
        let mut notices = opened.notices.iter();
        notices.find(|notice| notice.code == Code::TotalsRow)?.row
    }

    #[test]
    fn a_total_at_the_end_or_above_notes_is_told_however_few_rows_are_kept() {
        let notes = "制表人：张三,,\n";
        for (end, row) in [
            ("", None),
            ("合计,9,\n", Some(301)),
            (",Total:,9\n", Some(301)),
            ("合计,9,\n注：含街道,单位万元,\n制表人：张三,,\n", Some(301)),
            ("小计,9,\n乙局,1,x\n", None),
            ("小计,9,\n合计,1,\n", Some(302)),
            (&format!("合计,9,\n{}", notes.repeat(6)), None),
            ("合计部门,9,\n", None),
        ] {
            assert_eq!(total_of(end), row, "{end}");
        }
    }
}
