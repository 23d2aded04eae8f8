//! What of the findings of a column is told. **The rule**, of all cells with something in them:
//!
//! | Kind | Told when |
//! |---|---|
//! | resident ID | of the runs of eighteen digits, fifty times as many are right as chance would make (1 in 1,000); of fifteen digits, which have nothing to check, at least half |
//! | credit code | ten times as many as chance would make (1 in 300) |
//! | phone | in texts, with separators or with a country: four in five numbers of eleven digits are mobile numbers. Alone in cells: also, at least half of the cells with numbers are, they do not count up, and the column is not named after an amount. A column named after telephones: always |
//! | bank card | at least half of the numbers with prefix and length have the check digit; alone in cells: also, one in ten of the cells with numbers does. A column named after cards: always |
//! | passport | the word stands before it; or the column is named after passports, and half of its cells are |
//! | plate, e-mail, MAC, IPv6 | always |
//! | IPv4 | at least half have a part of 32 or more, and the column is not named after versions; a column named after machines: always |
//! | coordinates | half of the cells are pairs; or the column is named after one, another after the other, and nine in ten of both are in range |
//! | name | the column is named after people, and half of its cells look like names; may be (`name`, `…人`, `客户`), and four in five are Chinese names with at least three surnames; else nine in ten of at least twenty, with at least eight |
//! | address | the column is named after addresses, and a third of its cells look like some; else three in five of at least five go down to the house |
//!
//! What is found alone in a text is counted as such: the shares are of what has the kind's
//! shape, not of cells, so that one ID in a thousand remarks is told, and three right ones in
//! ten thousand order numbers are not.

use crate::column::{Column, MOST_EXAMPLES, Tally};
use crate::detect::{Clue, Kinds, Personal};
use crate::hints::People;

/// A kind in a column.
#[derive(Clone, Debug, PartialEq)]
pub struct Finding {
    /// The position of the column.
    pub column: usize,
    /// What was found.
    pub kind: Personal,
    /// How often, over all rows that were pushed. A cell can hold several.
    pub count: u64,
    /// The share of cells with something in them that have one, from 0 to 1.
    pub share: f64,
    /// Up to five, masked, all different.
    pub examples: Vec<String>,
}

impl Finding {
    /// The kinds that were found in a column, to mask its cells with.
    #[must_use]
    pub fn kinds_of(findings: &[Self], column: usize) -> Kinds {
        let of_column = findings.iter().filter(|finding| finding.column == column);
        of_column.map(|finding| finding.kind).collect()
    }
}

/// The findings of all columns, by column and kind.
pub(crate) fn report(columns: &[Column]) -> Vec<Finding> {
    let has = |side: fn(&Column) -> bool| {
        columns
            .iter()
            .any(|column| side(column) && is_degrees(column))
    };
    let both = has(|column| column.hints.latitude) && has(|column| column.hints.longitude);
    let mut findings = Vec::new();
    for (at, column) in columns.iter().enumerate() {
        for kind in Personal::ALL {
            let told = column
                .tallies
                .iter()
                .filter(|tally| tally.clue.kind() == kind && is_told(column, tally, both));
            findings.extend(finding(at, kind, column, told));
        }
    }
    findings
}

fn finding<'a>(
    at: usize,
    kind: Personal,
    column: &Column,
    told: impl Iterator<Item = &'a Tally>,
) -> Option<Finding> {
    let (mut count, mut cells, mut examples) = (0, 0, Vec::new());
    for tally in told {
        // Where the others are believed, so are those that could be versions.
        count += match tally.clue {
            Clue::Ipv4 => tally.shaped,
            _ => tally.passed,
        };
        cells += tally.cells;
        examples.extend(tally.examples.iter().cloned());
    }
    examples.truncate(MOST_EXAMPLES);
    (count > 0).then(|| Finding {
        column: at,
        kind,
        count,
        share: cells.min(column.filled) as f64 / column.filled as f64,
        examples,
    })
}

/// Whether `part` is at least `of`-th of `whole`.
const fn at_least(part: u64, (least, of): (u64, u64), whole: u64) -> bool {
    part * of >= whole * least
}

fn is_told(column: &Column, tally: &Tally, both_degrees: bool) -> bool {
    let hints = &column.hints;
    let of_shape = |share| at_least(tally.passed, share, tally.shaped);
    let of_cells = |share| at_least(tally.passed, share, column.filled);
    match tally.clue {
        Clue::ResidentId => at_least(tally.passed, (1, 1_000), eighteens(column)),
        Clue::CreditDigits => at_least(tally.passed, (1, 300), eighteens(column)),
        Clue::CreditCode => of_shape((1, 300)),
        Clue::OldResidentId | Clue::PlusPhone => of_shape((1, 2)),
        Clue::PhoneInText => hints.phone || of_shape((4, 5)),
        Clue::BarePhone => {
            let alone = of_shape((4, 5)) && at_least(tally.passed, (1, 2), column.numbers);
            hints.phone || (alone && !hints.amount && !column.steps.is_counter())
        }
        Clue::BankCard => hints.card || of_shape((1, 2)),
        Clue::BareCard => {
            let alone = at_least(tally.passed, (1, 10), column.numbers);
            hints.card || (of_shape((1, 2)) && alone)
        }
        Clue::Passport => !hints.passport || of_cells((1, 2)),
        Clue::Plate | Clue::Email | Clue::Ipv6 | Clue::Mac => true,
        Clue::Ipv4 => hints.machine || (of_shape((1, 2)) && !hints.version),
        Clue::Pair => of_cells((1, 2)),
        Clue::Degree => both_degrees && is_degrees(column),
        Clue::Person => {
            let surnames = column.surnames.count_ones();
            match hints.people {
                People::Said => of_cells((1, 2)),
                People::Maybe => of_cells((4, 5)) && surnames >= 3,
                People::Unsaid => of_cells((9, 10)) && column.filled >= 20 && surnames >= 8,
            }
        }
        Clue::Address if hints.address => of_cells((1, 3)),
        Clue::Address => of_cells((3, 5)) && column.filled >= 5,
    }
}

/// Runs of eighteen digits, whatever they turned out to be.
fn eighteens(column: &Column) -> u64 {
    let of = |clue| column.tally(clue).map_or(0, |tally| tally.shaped);
    of(Clue::ResidentId) + of(Clue::CreditDigits)
}

fn is_degrees(column: &Column) -> bool {
    let degrees = column.tally(Clue::Degree);
    degrees.is_some_and(|tally| at_least(tally.passed, (9, 10), column.filled))
}
