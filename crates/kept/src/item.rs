//! One listing on the shortlist.

use crate::{Entry, SHORTLIST};
use catalog::{ShortPrice, Text};
use record::Record;

/// One listing on the shortlist, under the listing's key.
#[derive(Clone, Debug, Default, PartialEq, Record)]
#[record(default, keep)]
pub struct Item {
    /// The listing's name when it was put there: shown where no source has it any more.
    pub title: Text,
    /// What the visitor wrote about it.
    pub note: String,
    /// Its place in the visitor's order; equal ones stand by when they were added, then by key.
    pub place: u64,
    /// When, in milliseconds since 1970.
    pub added_at: u64,
    /// What it cost when the visitor saw it last; `None` where nobody noted it.
    pub price: Option<ShortPrice>,
}

impl Item {
    /// The version of the format.
    pub const VERSION: u32 = 1;

    /// The record under a listing's key.
    #[must_use]
    pub fn entry(&self, key: &str) -> Entry {
        Entry {
            kind: SHORTLIST,
            key: key.to_owned(),
            version: Self::VERSION,
            data: self.write(),
        }
    }

    /// What two items sort by.
    #[must_use]
    pub const fn order(&self) -> (u64, u64) {
        (self.place, self.added_at)
    }

    /// Both notes: nobody's words are lost.
    pub(crate) fn joined(&self, other: &Self) -> Self {
        let (here, there) = (self.note.trim(), other.note.trim());
        let note = if here.contains(there) {
            self.note.clone()
        } else if there.contains(here) {
            other.note.clone()
        } else {
            format!("{here}\n{there}")
        };
        Self {
            note,
            title: if self.title.is_empty() {
                other.title.clone()
            } else {
                self.title.clone()
            },
            place: self.place,
            added_at: self.added_at.min(other.added_at),
            price: self.price.clone().or_else(|| other.price.clone()),
        }
    }
}
