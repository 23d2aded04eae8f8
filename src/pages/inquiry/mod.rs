//! The inquiry about a listing: a form kept on the device, the exact document it makes, and
//! the ways to hand that over. The thinking is `crates/inquiry`'s; what outlives the page is
//! `state`'s.

mod actions;
mod choices;
mod delivery;
mod document;
mod fields;
mod form;
mod hand_over;
mod head;
mod page;
mod problems;
mod questions;
mod sections;
mod standing;
mod subject;
mod targets;
mod tick;

pub(crate) use page::Inquiry;
