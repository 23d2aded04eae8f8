//! How much of the file a figure covers: said beside it until the whole file is read.

use crate::{
    i18n::{GridWords, fill, grouped, row_count, share},
    state::lang,
};
use table::{Code, Notice};
use wire::preview::Opened;

/// "of the first 20,000 rows, about 3 % of the file"; nothing once the file is read whole.
pub(crate) fn covered(opened: &Opened) -> Option<String> {
    let words = GridWords::of(lang());
    said(opened, words.of_first_share)
}

/// The same in few words, for where there is little room.
pub(super) fn covered_briefly(opened: &Opened) -> Option<String> {
    let words = GridWords::of(lang());
    said(opened, words.of_first_briefly)
}

fn said(opened: &Opened, with_share: &str) -> Option<String> {
    let words = GridWords::of(lang());
    if opened.complete {
        return None;
    }
    let rows = grouped(opened.profile.rows);
    Some(match opened.bytes_total {
        Some(total) if total > opened.bytes_read => {
            let share = share(opened.bytes_read, total);
            fill(with_share, &[("rows", &rows), ("share", &share)])
        }
        _ => fill(words.of_first, &[("rows", &rows)]),
    })
}

/// What is to be said of cells of which only a beginning is kept.
pub(crate) fn cells_cut(opened: &Opened) -> Option<&Notice> {
    let mut notices = opened.notices.iter();
    notices.find(|notice| notice.code == Code::CellsCut)
}

/// The rows that a view was found in: all of them, or the first so many.
pub(crate) fn among(of: u64, complete: bool) -> String {
    let words = GridWords::of(lang());
    let template = if complete {
        words.of_all
    } else {
        words.of_first
    };
    fill(template, &[("rows", &grouped(of))])
}

/// How many rows were read, with the unit.
pub(crate) fn rows_read(opened: &Opened) -> String {
    row_count(opened.profile.rows, lang())
}
