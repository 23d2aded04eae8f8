//! How fast a catalog is read on this machine: `cargo run --release -p catalog --example
//! read_speed FILE`. `CARGO_PROFILE_RELEASE_OPT_LEVEL=3` measures what speed is to be had, the
//! workspace's own level what a page of few bytes pays for.
#![expect(
    clippy::unwrap_used,
    clippy::print_stdout,
    clippy::disallowed_methods,
    reason = "a measurement on the host: it has a clock, writes, and ends where it cannot read"
)]

use catalog::disclosure::Disclosure;
use catalog::stream::{CatalogStream, Finish};
use catalog::{Limits, PriceState, PriceTally, read_catalog};
use std::time::{Duration, Instant};

/// As much as a browser hands over at once.
const CHUNK: usize = 64 << 10;

fn main() {
    let path = std::env::args().nth(1).unwrap();
    let rounds = std::env::args()
        .nth(2)
        .map_or(3, |text| text.parse().unwrap());
    // So that a profiler sees nothing else.
    let only_stream = std::env::args().any(|argument| argument == "stream");
    let bytes = std::fs::read(path).unwrap();
    let limits = Limits::default();
    for _ in 0..rounds {
        let start = Instant::now();
        let mut stream = CatalogStream::new(&limits);
        let mut kept = Vec::<(Vec<u8>, String)>::new();
        for chunk in bytes.chunks(CHUNK) {
            stream.push(chunk).unwrap();
            while let Some(found) = stream.next().unwrap() {
                kept.push((found.json.to_vec(), found.listing.id));
            }
        }
        let Finish::Ended(ended) = stream.finish().unwrap() else {
            return;
        };
        let count = u32::try_from(kept.len()).unwrap();
        say("streamed", start.elapsed(), count);
        if only_stream {
            continue;
        }

        let start = Instant::now();
        for (json, id) in &kept {
            ended.frame.listing(json, id).unwrap();
        }
        say("read again", start.elapsed(), count);

        let start = Instant::now();
        let read = read_catalog(&bytes, &limits).unwrap();
        say("read whole", start.elapsed(), count);

        let start = Instant::now();
        let mut tally = PriceTally::new("2024-05-10");
        for listing in &read.value.listings {
            tally.add(listing);
        }
        assert_eq!(tally.settle().len(), kept.len());
        say("prices", start.elapsed(), count);

        let start = Instant::now();
        let told = read.value.listings.iter();
        let told = told.map(|listing| Disclosure::of(listing, None, PriceState::Free).score());
        assert!(told.map(u64::from).sum::<u64>() > 0);
        say("disclosure", start.elapsed(), count);
    }
}

fn say(what: &str, took: Duration, listings: u32) {
    println!(
        "{what}: {took:.0?}, {:.2?} a listing",
        took / listings.max(1)
    );
}
