//! Rows of one file of a listing, read in the visitor's browser. What was read, and what not,
//! stands above every figure. Nothing is fetched before the owner's rule is asked.

mod closed;
mod columns;
mod coverage;
mod facts;
mod failed;
mod file;
mod files;
mod head;
mod noticed;
mod page;
mod source;
mod tools;

pub(crate) use page::Preview;
