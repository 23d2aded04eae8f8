//! The check digits of numbers that carry one: what the other characters make the last one.
//! Arithmetic on bytes only; who is told, and whether the rest of a number is believable, is
//! for those who ask.

mod credit_code;
mod luhn;
mod resident_id;

pub use credit_code::{credit_code, credit_value, organization};
pub use luhn::luhn;
pub use resident_id::resident_id;
