//! Reading a link never panics, and what was understood of it is written so that it reads back.
#![no_main]

use libfuzzer_sys::fuzz_target;
use search::url;

fuzz_target!(|bytes: &[u8]| {
    let search = String::from_utf8_lossy(bytes);
    let (query, dropped) = url::read(&search);
    assert!(dropped.len() <= url::MAX_VALUES);
    let written = url::write(&query);
    assert_eq!(url::read(&written), (query, Vec::new()), "{written}");
});
