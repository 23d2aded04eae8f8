//! Where in its file a listing stands.

use crate::read::at::{At, Step};

/// Where in its file a listing stands; notices name it as a JSON Pointer, or as a line.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Place {
    /// An item of `listings`, from 0.
    Listing(usize),
    /// An item of `datasets`, which is read as `listings`.
    Dataset(usize),
    /// An item of a bare list, from 0.
    Item(usize),
    /// A line, from 1.
    Line(usize),
    /// The member of this name, where a list is due; of no name, the document.
    Member(&'static str),
}

impl Place {
    /// Levels of JSON that are open around it.
    pub(in crate::read) const fn outside(self) -> usize {
        match self {
            Self::Listing(_) | Self::Dataset(_) => 2,
            Self::Item(_) => 1,
            Self::Member(name) => !name.is_empty() as usize,
            Self::Line(_) => 0,
        }
    }

    /// Calls `then` with the place as a reader names it.
    pub(in crate::read) fn with<T>(self, then: impl FnOnce(&At) -> T) -> T {
        let member = |name| At::ROOT.member(name);
        match self {
            Self::Listing(number) => then(&member("listings").item(number)),
            Self::Dataset(number) => then(&member("datasets").item(number)),
            Self::Item(number) => then(&At::ROOT.item(number)),
            Self::Line(number) => then(&At::ROOT.step(Step::Line(number))),
            Self::Member("") => then(&At::ROOT),
            Self::Member(name) => then(&member(name)),
        }
    }
}
