//! What looking for people costs on this machine, beside reading the same rows: `cargo run
//! --release -p privacy --example scan_speed FILE`. Without a file it makes a table of common
//! columns. The reading that it is compared with makes the profile of every column too.
#![expect(
    clippy::unwrap_used,
    clippy::print_stdout,
    clippy::disallowed_methods,
    reason = "a measurement on the host: it has a clock, writes, and ends where it cannot read"
)]

use privacy::{Measure, Scanner};
use readers::{Limits, Options, UnicodeOnly, read_table};
use std::time::{Duration, Instant};
use table::{Rows as _, Table};

const ROUNDS: usize = 5;

fn main() {
    let bytes = match std::env::args().nth(1) {
        Some(path) => std::fs::read(path).unwrap(),
        None => invented(200_000).into_bytes(),
    };
    let whole = Options {
        limits: Limits::WHOLE,
        ..Options::default()
    };
    let table = read_table(&bytes, &whole, &mut UnicodeOnly).unwrap().table;
    let cells = table.len() * table.width();
    let reading = best(|| {
        let _ = read_table(&bytes, &Options::default(), &mut UnicodeOnly);
    });
    let walking = best(|| {
        let long: usize = walk(&table).map(|(_, text)| text.len()).sum();
        assert!(long > 0);
    });
    let scanning = best(|| {
        let mut scanner = Scanner::new(table.columns().iter().map(|column| column.name.as_str()));
        walk(&table).for_each(|(column, text)| scanner.push(column, text));
        assert!(scanner.width() > 0);
    });
    let scanning = scanning.saturating_sub(walking);
    let each = |time: Duration| time.as_secs_f64() * 1e9 / cells as f64;
    println!("{} rows, {cells} cells, {} bytes", table.len(), bytes.len());
    println!("reading with profile  {:6.1} ns a cell", each(reading));
    println!(
        "scanning              {:6.1} ns a cell, {:.1} % of reading",
        each(scanning),
        scanning.as_secs_f64() / reading.as_secs_f64() * 100.0
    );
    for (at, column) in table.columns().iter().enumerate() {
        let one = best(|| {
            let mut scanner = Scanner::new([column.name.as_str()]);
            walk(&table)
                .filter(|(column, _)| *column == at)
                .for_each(|(_, text)| scanner.push(0, text));
        });
        let one = one.saturating_sub(walking).as_secs_f64() * 1e9 / table.len() as f64;
        println!("  {one:6.1} ns  {}", column.name);
    }
    let measuring = best(|| {
        let mut measure = Measure::new(table.width(), 0);
        for row in 0..table.len() {
            measure.push(
                table.row(row).map(|cell| cell.text().unwrap_or_default()),
                [],
            );
        }
        assert!(measure.finish().is_ok());
    });
    println!("measuring all columns {:6.1} ns a cell", each(measuring));
}

fn walk(table: &Table) -> impl Iterator<Item = (usize, &str)> {
    let rows = (0..table.len()).flat_map(|row| table.row(row).enumerate());
    rows.map(|(column, cell)| (column, cell.text().unwrap_or_default()))
}

/// The least time of some rounds.
fn best(mut work: impl FnMut()) -> Duration {
    let began = Instant::now();
    let times = (0..ROUNDS).map(|_| {
        let start = now(began);
        work();
        now(began).saturating_sub(start)
    });
    times.min().unwrap()
}

/// The time that this thread was on a core, as Linux counts it, so that a busy machine measures
/// the same; elsewhere the time that went by.
fn now(began: Instant) -> Duration {
    let counted = std::fs::read_to_string("/proc/thread-self/schedstat").ok();
    let first = counted.and_then(|text| text.split(' ').next()?.parse().ok());
    first.map_or_else(|| began.elapsed(), Duration::from_nanos)
}

/// Columns as open data has them, hardly any of them of people.
fn invented(rows: usize) -> String {
    let mut text = String::from(
        "id,time,station,district,value,unit,status,lat,code,note,name,amount,url,flag,phone\n",
    );
    let (places, notes) = (
        ["东城区", "西城区", "海淀区"],
        ["正常", "设备检修中，数据缺失", "n/a", ""],
    );
    for row in 0..rows {
        let wild = row.wrapping_mul(2_654_435_761) % 1_000_003;
        text.push_str(&format!(
            "{row},2024-01-{:02} 10:{:02}:30,监测站{},{},{}.{},μg/m³,OK,39.{wild},A{wild:07},{},数据产品,{},https://example.org/d/{wild},true,138{:08}\n",
            row % 28 + 1, row % 60, row % 97, places[row % 3], wild % 400, row % 10, notes[row % 4],
            wild * 37, wild * 89 % 100_000_000,
        ));
    }
    text
}
