//! What outlives a page: where the visitor is, the language, the colours, the site's
//! configuration, what is kept on the device. One context a concern, each a newtype.

mod draft;
mod draft_handed;
mod draft_record;
mod draft_saving;
mod kept;
mod kept_entry;
mod locale;
mod router;
mod shortlist;
mod site;
mod theme;

pub(crate) use draft::{DRAFTS, Drafts, NO_LISTING, Saving, Writing, now};
pub(crate) use draft_record::title as draft_title;
pub(crate) use kept::{Keeper, KeptItem};
pub(crate) use kept_entry::{entry_of, fresh_key};
pub(crate) use locale::{Locale, lang};
pub(crate) use router::{Router, href};
pub(crate) use shortlist::Shortlist;
pub(crate) use site::{Site, source_name, told_apart};
pub(crate) use theme::{Theme, ThemeChoice};
