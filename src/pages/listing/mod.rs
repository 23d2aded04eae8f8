//! One listing. The order follows what buyers ask (`product.md` §E): what it is, price,
//! columns and files, who may buy, rights, terms, and where each value comes from.

mod about;
mod aside;
mod columns;
mod coverage;
mod evidence;
mod files;
mod head;
mod offers;
mod page;
mod rights;
mod terms;

pub(crate) use aside::missing_points;
pub(super) use coverage::place;
pub(crate) use page::Listing;
