//! What looks personal: one file a kind, and who asks them. Each tells by itself what a piece of
//! text is; whether a column is reported is the rule of [`report`](crate::report).

pub(crate) mod address;
mod bank_card;
pub(crate) mod coordinates;
mod credit_code;
mod day;
mod email;
mod find;
mod group;
mod han;
mod ip;
mod kind;
mod mac;
mod number;
pub(crate) mod passport;
pub(crate) mod person;
mod phone;
mod plate;
mod resident_id;
mod shape;
mod span;
mod twos;

pub(crate) use find::find;
pub use kind::{Kinds, Personal};
pub(crate) use shape::Shape;
pub(crate) use span::{Clue, Span};
