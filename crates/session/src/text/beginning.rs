//! The bytes that a file is opened by: as many as one request brings, more where no row came of
//! them, fewer where the host is slow.

use super::text_table::TextTable;
use crate::{Failed, Given, Table, failed::failure, wait};
use std::rc::Rc;
use wire::preview::HEAD_BYTES;

/// A first row or a header may be long: so many bytes are read for the sake of one.
pub(super) const MOST: u64 = 4_000_000;

/// Tenths of a second without a byte after which what came is shown.
pub(crate) const SILENT: u32 = 20;

/// Tenths of a second after which fewer bytes are enough, and how many.
const SLOW: (u32, u64) = (20, 32_000);

/// Reads the beginning, and decides on it.
pub(super) async fn read(table: &Rc<TextTable>, given: &Given) -> Result<(), Failed> {
    let mut waited = 0;
    loop {
        let bytes = table.state.borrow().bytes;
        if bytes >= HEAD_BYTES || (waited >= SLOW.0 && bytes >= SLOW.1) {
            break;
        }
        if !part(table, given, &mut waited).await? {
            break;
        }
    }
    while table.state.borrow_mut().is_undecided() {
        if !part(table, given, &mut waited).await? {
            break;
        }
    }
    table.state.borrow_mut().settle()?;
    while table.state.borrow().rows() == 0 && table.state.borrow().bytes < MOST {
        if !part(table, given, &mut waited).await? {
            break;
        }
    }
    Ok(())
}

/// The next piece; whether more may follow. Where some came before and the host fell silent, that
/// is noted as the end of the reading.
async fn part(table: &Rc<TextTable>, given: &Given, waited: &mut u32) -> Result<bool, Failed> {
    let bytes = table.state.borrow().bytes;
    let part = Rc::clone(table).read_on();
    let goes_on = |tenths| {
        *waited += 1;
        (given.progress)(bytes, given.source.outer().bytes);
        bytes == 0 || tenths < SILENT
    };
    let came = wait::patiently(given.world.as_ref(), part, goes_on).await;
    came.unwrap_or_else(|| {
        table.state.borrow_mut().ended = Some(failure("timeout", ""));
        Ok(false)
    })
}
