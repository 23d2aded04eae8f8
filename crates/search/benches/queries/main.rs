//! How long queries take over shelves of invented listings, natively, by class of query:
//! `cargo bench -p search`. The browser's own figures come from the page's bench.
#![expect(clippy::print_stdout, reason = "a bench prints its table")]
#![expect(
    clippy::disallowed_methods,
    reason = "a bench runs natively and needs a clock"
)]

mod shelf;

use search::{Ask, Facet, Index, Query, Reader, Sort};
use shelf::{Dice, Words};
use std::time::{Duration, Instant};

/// Hits asked for, as many as a long page shows.
const HITS: u32 = 50;

/// Queries of every class, made of words that the shelf is made of.
fn queries(words: &Words) -> Vec<(&'static str, Vec<Query>)> {
    let mut dice = Dice(11);
    let text = |text: String| Query {
        text,
        ..Query::default()
    };
    let english = (0..60)
        .map(|n| {
            let picked: Vec<&str> = (0..=n % 3).map(|_| words.english(&mut dice, 400)).collect();
            text(picked.join(" "))
        })
        .collect();
    let chinese = (0..50)
        .map(|n| {
            let mut run = words.chinese(&mut dice, 900).to_owned();
            run.push_str(words.chinese(&mut dice, 900));
            text(run.chars().take(2 + n % 3).collect())
        })
        .collect();
    let prefix = (0..40)
        .map(|n| {
            let word = words.english(&mut dice, 900);
            text(word.chars().take(1 + n % 4).collect())
        })
        .collect();
    let choices: Vec<(Facet, String)> = (0..30)
        .map(|n| match n % 5 {
            0 => (Facet::Exchange, format!("e{}", dice.roll(15))),
            1 => (Facet::Category, format!("c{}", dice.roll(20))),
            2 => (Facet::Price, ["free", "negotiable"][dice.roll(2)].into()),
            3 => (Facet::Format, ["csv", "json", "xlsx"][dice.roll(3)].into()),
            _ => (Facet::Provider, format!("p{}", dice.roll(50))),
        })
        .collect();
    let facets: Vec<Query> = (0..30)
        .map(|n| {
            let mut query = Query::default();
            for (facet, value) in choices.iter().skip(n % 27).take(1 + n % 3) {
                query.toggle(*facet, value);
            }
            query
        })
        .collect();
    let mut both: Vec<Query> = facets.clone();
    for query in &mut both {
        query.text = words.english(&mut dice, 60).to_owned();
    }
    let sorted = |sort| {
        let of = |n: u32| Query {
            text: if n.is_multiple_of(2) {
                String::new()
            } else {
                words.english(&mut Dice(u64::from(n)), 50).to_owned()
            },
            sort,
            page: n % 5,
            ..Query::default()
        };
        (0..10).map(of).collect()
    };
    let single: Vec<Query> = (0..20)
        .map(|_| text(words.chinese(&mut dice, 300)[..3].to_owned()))
        .collect();
    let phrases: Vec<Query> = (0..20)
        .map(|_| {
            let (a, b) = (words.english(&mut dice, 30), words.english(&mut dice, 30));
            text(format!("\"{a} {b}\""))
        })
        .collect();
    vec![
        ("nothing typed", vec![Query::default(); 10]),
        ("english, 1-3 words", english),
        ("chinese, 2-4 characters", chinese),
        ("chinese, 1 character", single),
        ("prefix while typing", prefix),
        ("phrases", phrases),
        ("1-3 facets", facets),
        ("1-3 facets and a word", both),
        ("newest", sorted(Sort::Newest)),
        ("title", sorted(Sort::Title)),
    ]
}

/// The one that `percent` of the sorted times do not exceed, in milliseconds.
fn percentile(times: &[Duration], percent: usize) -> f64 {
    let place = (times.len() * percent).div_ceil(100).max(1) - 1;
    times[place].as_secs_f64() * 1e3
}

fn print(name: &str, times: &mut [Duration], hits: u64) {
    times.sort();
    let [p50, p95, p99] = [50, 95, 99].map(|percent| percentile(times, percent));
    println!("  {p50:>8.3} {p95:>8.3} {p99:>8.3} {hits:>10}  {name}");
}

/// Time that this thread has had on a processor, in milliseconds, where the system tells.
fn on_processor() -> f64 {
    let spent = std::fs::read_to_string("/proc/thread-self/schedstat").unwrap_or_default();
    let nanos = spent.split(' ').next().and_then(|n| n.parse::<f64>().ok());
    nanos.unwrap_or(0.0) / 1e6
}

/// What the allocator holds, in MiB, where the system tells.
fn resident() -> f64 {
    let status = std::fs::read_to_string("/proc/self/status").unwrap_or_default();
    let line = status.lines().find_map(|line| line.strip_prefix("VmRSS:"));
    let kib = line.and_then(|line| line.trim().split(' ').next()?.parse::<f64>().ok());
    kib.unwrap_or(0.0) / 1024.0
}

fn main() {
    let counts: Vec<usize> = match std::env::var("LISTINGS") {
        Ok(counts) => counts.split(',').filter_map(|n| n.parse().ok()).collect(),
        Err(_) => vec![10_000, 100_000],
    };
    for count in counts {
        let words = Words::new();
        let catalog = shelf::catalog(&words, count);
        let before = resident();
        let (start, spent) = (Instant::now(), on_processor());
        let mut reader = Reader::default();
        reader.put(Index::build("bench", catalog, "2024-05-10"));
        println!(
            "{count} listings: built in {:?} ({:.0} ms on a processor); {:.0} MiB more than the catalog's {before:.0} MiB",
            start.elapsed(),
            on_processor() - spent,
            resident() - before
        );
        println!("       p50      p95      p99       hits  (milliseconds; hits on average)");
        let mut all = Vec::new();
        for (name, queries) in queries(&words) {
            let (mut times, mut hits) = (Vec::new(), 0);
            for query in &queries {
                let runs: Vec<Duration> = (0..5)
                    .map(|_| {
                        let start = Instant::now();
                        std::hint::black_box(reader.run(&Ask::all(query.clone(), HITS, "zh")));
                        start.elapsed()
                    })
                    .collect();
                // The least of them: the others are other work on the machine.
                times.extend(runs.iter().min());
                hits += reader
                    .run(&Ask::all(query.clone(), 0, "zh"))
                    .merge()
                    .total
                    .value;
            }
            all.extend_from_slice(&times);
            print(name, &mut times, hits / queries.len() as u64);
        }
        print("all", &mut all, 0);
    }
}
