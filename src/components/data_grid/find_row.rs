//! The row that an address names by its number in the file, found where the view has it: whoever
//! made the view knows the place.

use super::control::Grid;
use crate::{
    engine::Stands,
    i18n::{fill, grouped},
};
use leptos::prelude::*;

impl Grid {
    /// Goes to the row that is wanted, if one is and the view stands. One that was not read yet
    /// goes on being wanted, as long as the visitor stays where the table begins.
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
        let place = place.filter(|place| *place < self.extent().rows);
        let is_unread = untrack(|| {
            self.table
                .with(|opened| !opened.complete && number >= opened.profile.rows)
        });
        let has_moved = self.seen.get_untracked().0 > 0;
        if !is_unread || has_moved {
            self.wanted.set_value(None);
        }
        let said = match place {
            Some(place) if !has_moved => {
                self.go_first(place);
                ""
            }
            None if is_unread => self.words.row_unread,
            None => self.words.row_elsewhere,
            Some(_) => return,
        };
        self.said.set(fill(said, &[("row", &grouped(number + 1))]));
    }
}
