//! How fast a catalog is read on this machine: `cargo run --release -p catalog --example
//! read_speed FILE`. `CARGO_PROFILE_RELEASE_OPT_LEVEL=3` measures what speed is to be had, the
//! workspace's own level what a page of few bytes pays for.
#![expect(
    clippy::unwrap_used,
    clippy::print_stdout,
    clippy::disallowed_methods,
    reason = "a measurement on the host: it has a clock, writes, and ends where it cannot read"
)]

use catalog::{Limits, read_catalog};
use std::time::Instant;

fn main() {
    let path = std::env::args().nth(1).unwrap();
    let bytes = std::fs::read(path).unwrap();
    for _ in 0..3 {
        let start = Instant::now();
        let read = read_catalog(&bytes, &Limits::default()).unwrap();
        let took = start.elapsed();
        let count = read.value.listings.len();
        println!(
            "{count} listings, {} notices, whole: {took:?}",
            read.notices.len()
        );
    }
}
