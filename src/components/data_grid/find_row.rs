//! The row that an address names by its number in the file, found where the view has it: whoever
//! made the view knows the place.

use super::control::Grid;
use crate::{
    engine::Stands,
    i18n::{GridWords, fill, grouped},
    state::lang,
};
use leptos::prelude::*;

impl Grid {
    /// Goes to the row that is wanted, if one is and the view stands.
    pub(super) fn find_row(self) {
        let Some(number) = self.wanted.try_get_value().flatten() else {
            return;
        };
        if untrack(|| self.table.rows()).is_none() {
            return;
        }
        let place = self.table.look.with_untracked(|look| match look.stands {
            Stands::Found { place, .. } if !look.view.is_all() => place,
            _ => Some(number),
        });
        self.wanted.set_value(None);
        match place.filter(|place| *place < self.extent().rows) {
            Some(place) => self.go_first(place),
            None => {
                let words = GridWords::of(lang());
                let row = grouped(number + 1);
                self.said.set(fill(words.row_elsewhere, &[("row", &row)]));
            }
        }
    }
}
