//! Delimited text of any kind is read without a panic, and the same in pieces and again.
#![no_main]

mod reading;

use libfuzzer_sys::fuzz_target;

fuzz_target!(|input: &[u8]| reading::check(input, Some(readers::Format::Csv)));
