//! A whole file in memory as a table of texts: what tests and the command line look at.

use table::{Cell, Column as Heading, Count, Table};

use crate::fault::Error;
use crate::file::{File, Step};
use crate::group::GroupReader;
use crate::limits::Limits;
use crate::pieces::Pieces;

/// Rows that become text at once.
const STEP: usize = 8_192;

/// What was read.
#[derive(Clone, Debug)]
pub struct Whole {
    /// The rows, up to as many as were asked for.
    pub table: Table,
    /// Why columns could not be read, once for each column and row group: their cells are
    /// missing.
    pub faults: Vec<Error>,
}

/// Reads up to `rows` rows of a file.
///
/// # Errors
/// When no row can be read: see [`File::open`].
pub fn read_file(bytes: &[u8], rows: u64, limits: Limits) -> Result<Whole, Error> {
    let have = Pieces::whole(bytes);
    let file = match File::open(bytes.len() as u64, &have, limits)? {
        Step::Ready(file) => file,
        Step::Needs(_) => return Err(Error::at(crate::Fault::Truncated, 0)),
    };
    let names = file.headings().iter();
    let mut table = Table::new(names.map(|heading| Heading::new(&heading.name)).collect());
    let mut faults = Vec::new();
    let columns = file.all_columns();
    let mut left = rows;
    for group in 0..file.groups() {
        if left == 0 {
            break;
        }
        let mut reader = GroupReader::new(&file, group, &columns, &have);
        let mut cells = vec![(String::new(), false); columns.len()];
        loop {
            let step = usize::try_from(left).map_or(STEP, |left| left.min(STEP));
            // All that is there is here: what is lacking lies outside the file.
            let Ok(mut batch) = reader.next(step) else {
                faults.push(Error::at(crate::Fault::Truncated, bytes.len() as u64));
                break;
            };
            faults.append(&mut batch.faults);
            if batch.rows == 0 {
                break;
            }
            left -= batch.rows as u64;
            for row in 0..batch.rows {
                for (column, (text, has)) in batch.columns.iter().zip(&mut cells) {
                    text.clear();
                    *has = column.write(row, text);
                }
                table.push_row(cells.iter().map(|(text, has)| match has {
                    true => Cell::Text(text),
                    false => Cell::Missing,
                }));
            }
        }
    }
    table.set_count(Count::Exactly(file.rows()));
    Ok(Whole { table, faults })
}
