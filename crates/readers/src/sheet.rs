//! A sheet of listings: delimited text, read whole. What only a preview needs is left out, and
//! by that out of the program that reads sheets: JSON, and the profile of the columns.

use table::{Notice, Table};

use crate::decoder::Decoder;
use crate::options::{Limits, Options};
use crate::rows::DELIMITED;
use crate::watch::Nobody;
use crate::{ReadError, Reader};

/// All rows of a sheet.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sheet {
    /// The rows. Their columns have names and no kinds.
    pub table: Table,
    /// Everything the visitor should know.
    pub notices: Vec<Notice>,
}

/// Reads a whole sheet that is in memory: the rows and notices that
/// [`read_table`](crate::read_table) finds in the same bytes, if they are delimited text.
///
/// # Errors
/// When no table comes of it, JSON included.
pub fn read_sheet(bytes: &[u8], decoder: &mut dyn Decoder) -> Result<Sheet, ReadError> {
    let options = Options {
        limits: Limits::WHOLE,
        ..Options::default()
    };
    let mut reader = Reader::of(options, DELIMITED, Box::new(Nobody));
    reader.push(bytes, decoder)?;
    let opened = reader.finish(true, decoder)?;
    Ok(Sheet {
        table: opened.table,
        notices: opened.notices,
    })
}
