//! JSON, lines of it and whatever else a file may be are read without a panic, and the same in
//! pieces and again.
#![no_main]

mod reading;

use libfuzzer_sys::fuzz_target;
use readers::Format;

fuzz_target!(|input: &[u8]| {
    let Some((first, rest)) = input.split_first() else {
        return;
    };
    let format = match first % 4 {
        0 => Some(Format::Json),
        1 => Some(Format::NdJson),
        2 => Some(Format::GeoJson),
        _ => None,
    };
    reading::check(rest, format);
});
