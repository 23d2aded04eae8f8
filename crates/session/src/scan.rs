//! Personal data in the rows that go by.

use privacy::{Finding, Kinds, Scanner, mask};
use readers::{Observer, Row};
use std::{borrow::Cow, cell::RefCell, rc::Rc};
use table::{Cell, Cells, Column, Profile};
use wire::preview::Personal;

/// Sees the rows of one file while they are read.
#[derive(Clone, Default)]
pub struct Scan(Rc<RefCell<Scanner>>);

impl Scan {
    /// Looks at a row of a table with these columns so far.
    pub fn row(&self, row: &dyn Cells, columns: &[Column]) {
        self.columns(columns);
        let mut scanner = self.0.borrow_mut();
        for at in 0..columns.len() {
            if let Some(text) = row.cell(at).text() {
                scanner.push(at, text);
            }
        }
    }

    /// Makes these the columns, for texts that come by [`Scan::text`].
    pub fn columns(&self, columns: &[Column]) {
        let mut scanner = self.0.borrow_mut();
        while let Some(column) = columns.get(scanner.width()) {
            let name = if column.invented { "" } else { &column.name };
            scanner.add_column(name);
        }
    }

    /// Looks at the text of a cell of one of the columns that [`Scan::columns`] named.
    pub fn text(&self, column: usize, text: &str) {
        self.0.borrow_mut().push(column, text);
    }

    /// As if no row had been seen.
    pub(crate) fn begin_again(&self) {
        *self.0.borrow_mut() = Scanner::default();
    }

    /// What was found, and how to cover it.
    pub(crate) fn findings(&self) -> (Vec<Personal>, Masks) {
        let findings = self.0.borrow().findings();
        let width = self.0.borrow().width();
        let kinds = (0..width).map(|at| Finding::kinds_of(&findings, at));
        let masks = Masks(kinds.collect());
        let personal = findings.into_iter().map(|finding| Personal {
            column: u32::try_from(finding.column).unwrap_or(u32::MAX),
            kind: finding.kind.name().to_owned(),
            count: finding.count,
            examples: finding.examples,
        });
        (personal.collect(), masks)
    }
}

impl Observer for Scan {
    fn row(&mut self, row: &dyn Cells, columns: &[Column]) {
        Self::row(self, row, columns);
    }

    fn text_row(&mut self, row: &Row<'_>, columns: &[Column]) {
        self.columns(columns);
        let mut scanner = self.0.borrow_mut();
        scanner.push_row(row.cells().map(Cell::text));
    }
}

/// What is covered, column by column.
#[derive(Clone, Default)]
pub(crate) struct Masks(Vec<Kinds>);

impl Masks {
    /// The same, and what is found in these rows alone, whose first column is column `first` of
    /// `columns`: they may lie beyond what was read, and nothing is shown that nobody looked at.
    pub(crate) fn with_rows(
        mut self,
        rows: &table::Table,
        first: usize,
        columns: &[Column],
    ) -> Self {
        let columns = columns.get(first..).unwrap_or_default();
        let wide = columns.len().min(rows.width());
        let scan = Scan::default();
        for row in 0..rows.len() {
            scan.row(&rows.cells_of(row), columns.get(..wide).unwrap_or_default());
        }
        let (_, found) = scan.findings();
        if self.0.len() < first + wide {
            self.0.resize(first + wide, Kinds::NONE);
        }
        let own = self.0.iter_mut().skip(first);
        own.zip(found.0)
            .for_each(|(all, found)| *all = all.and(found));
        self
    }

    /// The same with some columns bare.
    pub(crate) fn without(&self, bare: &[u32]) -> Self {
        let mut kinds = self.0.clone();
        for column in bare {
            if let Some(kinds) = kinds.get_mut(*column as usize) {
                *kinds = Kinds::NONE;
            }
        }
        Self(kinds)
    }

    /// A profile quotes cells too. Bars of a column that is covered would give its values away
    /// by their edges, so there are none.
    pub(crate) fn cover_profile(&self, profile: &mut Profile) {
        for (at, column) in profile.columns.iter_mut().enumerate() {
            if self.0.get(at).is_none_or(|kinds| kinds.is_empty()) {
                continue;
            }
            let cover = |text: &mut String| *text = self.cover(at, text).into_owned();
            column.min.iter_mut().chain(&mut column.max).for_each(cover);
            column.top.iter_mut().for_each(|top| cover(&mut top.value));
            column.histogram = None;
        }
    }

    /// The text of a cell as it may be shown.
    pub(crate) fn cover<'a>(&self, column: usize, text: &'a str) -> Cow<'a, str> {
        match self.0.get(column) {
            Some(kinds) => mask(text, *kinds),
            None => Cow::Borrowed(text),
        }
    }
}
