//! What the handle knows of the open file, as values.

use sift::{Order, View};
use std::sync::Arc;
use table::{Code, Count, Notice};
use wire::{
    preview::{Opened, Span},
    search::Failure,
};

/// What the preview shows.
#[derive(Clone, Debug, Default)]
pub(crate) enum PreviewState {
    /// Nothing was asked for.
    #[default]
    Idle,
    /// The first bytes are coming.
    Reading,
    /// The file is open; more of it may be on the way.
    Open(Arc<Opened>),
    /// It cannot be shown; what the reader said, if it was the reader.
    Failed(Failure, Option<Notice>),
}

/// How far reading is, while it goes on.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Progress {
    /// Bytes read so far.
    pub(crate) bytes: u64,
    /// Of how many, if known.
    pub(crate) total: Option<u64>,
    /// Rows seen so far.
    pub(crate) rows: u64,
}

/// The view that rows are asked of.
#[derive(Clone, Debug, Default, PartialEq)]
pub(crate) struct Look {
    /// Its number; 0 is the file as it stands.
    pub(crate) number: u64,
    /// What was asked for.
    pub(crate) view: View,
    /// What came of it.
    pub(crate) stands: Stands,
}

/// How far a view is.
#[derive(Clone, Debug, Default, PartialEq)]
pub(crate) enum Stands {
    /// Every row, as the file has them.
    #[default]
    All,
    /// Its rows are being found.
    Finding {
        /// So many until now.
        found: u64,
        /// Rows of the file gone through until now.
        of: u64,
    },
    /// It stands.
    Found {
        /// How many rows it has.
        rows: Count,
        /// Rows of the file that were gone through.
        of: u64,
        /// Where in it the row stands that the address names.
        place: Option<u64>,
        /// What of it could not be had.
        notices: Vec<Notice>,
    },
}

impl Look {
    /// The order that the rows are in; none where there were too many to be put in one.
    pub(crate) fn order(&self) -> Option<Order> {
        let is_left_out = |notice: &Notice| notice.code == Code::OrderNotKept;
        match &self.stands {
            Stands::Found { notices, .. } if notices.iter().any(is_left_out) => None,
            _ => self.view.order,
        }
    }
}

/// Rows that came, or why they did not.
#[derive(Clone, Debug)]
pub(crate) struct RowsCame {
    /// The view that they are of.
    pub(crate) look: u64,
    /// Which rows and columns.
    pub(crate) span: Span,
    /// The number of each in the file, from 0, and the cells, long ones cut.
    pub(crate) rows: Result<Numbered, Failure>,
}

/// Numbers of rows, and their cells (`None` is missing).
pub(crate) type Numbered = (Vec<u64>, Vec<Vec<Option<String>>>);

/// One cell as the file has it.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct WholeCell {
    /// Row in the file, from 0.
    pub(crate) row: u64,
    /// Column, from 0.
    pub(crate) column: u32,
    /// Its text; `None` is missing.
    pub(crate) text: Option<String>,
}
