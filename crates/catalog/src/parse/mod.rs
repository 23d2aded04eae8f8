//! Words of real listings become values: prices, dates, sizes, update promises, plain text.
//! Pure text in, model types out; what is odd is a code, and the caller knows the place.

mod clause;
mod clause_offer;
mod date;
mod date_words;
mod day;
mod decimal;
mod entity;
mod float;
mod fold;
mod frequency;
mod industry;
mod language;
mod letters;
mod lexicon;
mod lower;
mod order;
mod package;
mod place;
mod plain;
mod price;
mod reading;
mod size;
mod tokens;
mod unit;

pub use date::{DateOrder, date};
pub use day::{days_in_month, is_calendar_day, is_iso_day};
pub use decimal::{decimal, is_decimal, shift};
pub(crate) use float::{digits, float};
pub use fold::{fold, is_placeholder};
pub use frequency::frequency;
pub use industry::industry;
pub(crate) use language::has_han;
pub(crate) use language::is_settled_tag;
pub use language::{is_language_tag, language_tag};
pub use letters::is_letter_or_digit;
pub use lower::{lower, lower_char};
pub use order::{compare, is_zero};
pub use place::is_place;
pub(crate) use plain::plain_line;
pub use plain::{Plain, plain_text};
pub use price::price;
pub(crate) use price::says_free;
pub use reading::Reading;
pub use size::size;
