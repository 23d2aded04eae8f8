//! What a link asked for and was not done: shown, never swallowed.

use super::viewed::{Looking, Viewed};
use crate::{
    components::{Notice, Tone},
    i18n::{GridWords, fill},
    pages::browse::Dropped,
    reactive::watch,
    state::lang,
    view::{any, view},
};
use leptos::prelude::*;
use sift::{Arranged, Names};

/// What cannot be read of the address, and what it asks of columns that are others by now.
#[component]
pub(super) fn Lost(viewed: Viewed) -> AnyView {
    let words = GridWords::of(lang());
    // Those columns, from 0, and whether the arrangement is of others.
    let lost = RwSignal::new((Vec::new(), false));
    watch(move || {
        if viewed.opened.with(Option::is_none) {
            return lost.set((Vec::new(), false));
        }
        let found = untrack(|| viewed.agree());
        if found != (Vec::new(), false) {
            lost.set(found);
        }
    });
    let others = any(move || {
        let (columns, arranged) = lost.get();
        (!columns.is_empty() || arranged).then(|| {
            let asked = (!columns.is_empty()).then(|| {
                let places: Vec<String> = columns.iter().map(|at| (at + 1).to_string()).collect();
                fill(
                    words.lost_columns,
                    &[("columns", &places.join(words.lost_and))],
                )
            });
            let arranged = arranged.then_some(words.lost_arranged);
            view! { <Notice tone=Tone::Warning><p>{asked}" "{arranged}</p></Notice> }
        })
    });
    view! { <Dropped/>{others} }
}

impl Viewed {
    /// What the columns must be called that the address asks something of: anything, where the
    /// visitor has them read otherwise.
    pub(super) fn names(self) -> Names {
        match self.is_decided() {
            true => Names::default(),
            false => self.looking.with_untracked(|now| now.names.clone()),
        }
    }

    /// What the address asks of columns that have other names than when it was made is let go.
    /// Answers which, and whether the arrangement was let go, too.
    fn agree(self) -> (Vec<u32>, bool) {
        let now = self.looking.get_untracked();
        let is_decided = self.is_decided();
        let (lost, fits) = self.with(|opened| {
            let fits = is_decided || now.columns.fits(&opened.columns);
            (self.names().lost(&opened.columns), Some(fits))
        });
        let fits = fits.unwrap_or(true);
        if !lost.is_empty() || !fits {
            let view = now.view.without(&lost);
            let columns = if fits {
                now.columns
            } else {
                Arranged::default()
            };
            self.on_mend.run(Looking {
                names: self.names_of(&view),
                view,
                columns,
                ..now
            });
        }
        (lost, !fits)
    }
}
