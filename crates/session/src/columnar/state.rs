//! How far a Parquet file was read, and what came of it.

use super::{errors, gather::Gather};
use parquet::{Error, File, Pieces};
use table::{Column, Notice, Profile, Table};
use wire::search::Failure;

/// Bytes that are kept for rows near those that were shown.
const NEAR: u64 = 32 << 20;

/// Notices about columns that are kept.
const MOST_NOTICES: usize = 50;

/// How far it was read.
pub(super) struct State {
    /// The first rows, in the first columns.
    pub(super) head: Table,
    pub(super) head_profile: Profile,
    /// Bytes that came for rows that were looked at.
    pub(super) near: Pieces<'static>,
    pub(super) pass: Pass,
    /// The profile at the end of the last row group, where those are read in parts.
    pub(super) settled: Option<Profile>,
    pub(super) notices: Vec<Notice>,
    pub(super) ended: Option<Failure>,
    pub(super) complete: bool,
    /// Bytes that were fetched for the first rows, then for all.
    pub(super) bytes: u64,
}

/// All rows going by, a row group after the other, in wide ones some columns after the others.
pub(super) struct Pass {
    pub(super) gather: Gather,
    pub(super) group: usize,
    /// The first column of those that are under way.
    pub(super) first: usize,
    /// Rows of them that are done.
    pub(super) done: u64,
    pub(super) bytes: u64,
    /// The rows of each column that were looked at for what is personal, from the first.
    pub(super) seen: Vec<u64>,
    /// Columns of numbers that are looked at for what is personal too.
    pub(super) suspicious: Vec<bool>,
}

impl State {
    /// Room for bytes that are about to come.
    pub(super) fn make_room(&mut self) {
        if self.near.bytes() > NEAR {
            self.near.clear();
        }
    }

    /// Notes why columns cannot be read, once for each.
    pub(super) fn note(&mut self, faults: &[Error], file: &File, columns: &[Column]) {
        for error in faults {
            let path = error.place.column.as_deref().unwrap_or_default();
            let at = file.headings().iter().position(|heading| {
                let rest = path.strip_prefix(heading.name.as_str());
                rest.is_some_and(|rest| rest.is_empty() || rest.starts_with('.'))
            });
            let name = at.and_then(|at| columns.get(at));
            let name = name.map_or(path, |column| column.name.as_str());
            let notice = errors::notice(error, at, name);
            let same = |known: &Notice| (known.code, known.column) == (notice.code, notice.column);
            if !self.notices.iter().any(same) && self.notices.len() < MOST_NOTICES {
                self.notices.push(notice);
            }
        }
    }

    /// Rows that were looked at, from the first.
    pub(super) fn rows(&self) -> u64 {
        self.pass.gather.rows().max(self.head.len() as u64)
    }
}
