//! Rows of one file of a listing, read in the visitor's browser. What was read, and what not,
//! stands above every figure. Nothing is fetched before the owner's rule is asked.

mod came;
mod closed;
mod columns;
mod coverage;
mod export;
mod facts;
mod failed;
mod file;
mod files;
mod head;
mod held;
mod inside;
mod leads;
mod listed;
mod lost;
mod nothing;
mod noticed;
mod own;
mod page;
mod personal;
mod risk;
mod seek;
mod source;
mod tools;
mod viewed;

pub(crate) use page::Preview;
