//! What looks personal in a table, and how re-identifiable its rows are.
//! Rows are pushed while a file goes by; nothing here keeps them, knows files, or gives a value.

mod column;
mod detect;
mod hints;
mod mask;
mod measure;
mod name;
pub mod report;
mod scanner;

pub use detect::{Kinds, Personal};
pub use mask::mask;
pub use measure::{
    MOST_BYTES, Measure, Reason, Risk, Role, SensitiveRisk, Suggestion, TooMuch, suggest,
};
pub use report::Finding;
pub use scanner::Scanner;
