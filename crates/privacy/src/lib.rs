//! What looks personal in a table, and how re-identifiable its rows are.
//! Rows are pushed while a file goes by; nothing here keeps them, knows files, or gives a value.

mod measure;
mod name;

pub use measure::{
    MOST_BYTES, Measure, Reason, Risk, Role, SensitiveRisk, Suggestion, TooMuch, suggest,
};
