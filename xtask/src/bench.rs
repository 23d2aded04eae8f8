//! How fast the shop is, beside what others are: measured on this machine, on demand only. The
//! work itself is in `tests/bench`; here is what it needs to run.

use std::path::PathBuf;

use anyhow::{Result, bail};
use clap::{Args, Subcommand, ValueEnum};

use crate::{jishi, node, page, say, workspace};

/// Where the measuring programs and the packages they are measured against are.
const FOLDER: &str = "tests/bench";

#[derive(Args)]
pub(crate) struct Options {
    #[command(subcommand)]
    what: What,
}

#[derive(Subcommand)]
enum What {
    /// The search worker against other engines, every answer checked; writes docs/benchmarks.md
    Search(Search),
    /// The preview's programs against other readers; writes docs/benchmarks-preview.md
    Preview(Preview),
}

#[derive(Args)]
struct Preview {
    /// Sizes of the CSV file in megabytes; 1000 takes some minutes and a gigabyte below the target
    /// folder. Beyond 300 only CSV is read
    #[arg(long, value_delimiter = ',', default_values_t = [10, 100])]
    sizes: Vec<u32>,
    /// How often each file is read by each
    #[arg(long, default_value_t = 3)]
    rounds: u32,
    /// Measure dist/ as it stands
    #[arg(long)]
    no_build: bool,
    /// The figures as JSON on standard output, all else on standard error
    #[arg(long)]
    json: bool,
}

#[derive(Args)]
struct Search {
    /// Sizes of the invented catalog; a hundred thousand take some ten minutes, a million longer
    /// and some gigabytes below the target folder
    #[arg(long, value_delimiter = ',', default_values_t = [10_000])]
    listings: Vec<u32>,
    /// Whom to measure against; without a name, nobody; all three if it is left out. Beyond
    /// 250000 listings only the index built ahead is measured, and `vanilla` where it is named
    #[arg(long, value_enum, value_delimiter = ',', num_args = 0..)]
    peers: Option<Vec<Peer>>,
    /// How often each engine is started anew
    #[arg(long, default_value_t = 3)]
    rounds: u32,
    /// How often each query is timed in a round
    #[arg(long, default_value_t = 3)]
    passes: u32,
    /// Measure dist/ and jishi as they stand
    #[arg(long)]
    no_build: bool,
    /// The figures as JSON on standard output, all else on standard error
    #[arg(long)]
    json: bool,
}

#[derive(Clone, Copy, ValueEnum)]
enum Peer {
    /// The text index flexsearch
    Flexsearch,
    /// SQLite's own WebAssembly build with FTS5
    Sqlite,
    /// An index in plain JavaScript, written by hand for this
    Vanilla,
}

/// Runs the benchmark that was asked for.
///
/// # Errors
/// When a tool is missing, the page does not build, or an answer of ours is wrong.
pub(crate) fn run(options: &Options) -> Result<()> {
    match &options.what {
        What::Search(options) => search(options),
        What::Preview(options) => preview(options),
    }
}

fn search(options: &Search) -> Result<()> {
    if options.listings.contains(&0) || options.rounds == 0 || options.passes == 0 {
        bail!("--listings, --rounds and --passes must be more than none");
    }
    if options.json {
        say::keep_output_for_result();
    }
    let root = workspace::root();
    page_there(options.no_build)?;
    let jishi = command_line(options.no_build)?;
    say::step("bench search");
    node::packages()?;
    node::packages_of(&root.join(FOLDER))?;
    let browser = node::browser()?;
    let peers = options.peers.as_deref().unwrap_or(Peer::value_variants());
    let mut program = workspace::command("node");
    program
        .arg(format!("{FOLDER}/search.mjs"))
        .args(["--listings", &listed(&options.listings, u32::to_string)])
        .args(["--peers", &listed(peers, |peer| peer.name())])
        .args(["--rounds", &options.rounds.to_string()])
        .args(["--passes", &options.passes.to_string()])
        .arg("--data")
        .arg(workspace::target_dir()?.join("bench"))
        .arg("--jishi")
        .arg(jishi)
        .env("CHROME_PATH", browser);
    let flags = [
        ("--json", options.json),
        ("--as-it-stood", options.no_build),
        ("--named", options.peers.is_some()),
    ];
    program.args(
        flags
            .iter()
            .filter(|(_, given)| *given)
            .map(|(flag, _)| flag),
    );
    say::stream("measuring the search", &mut program)
}

fn preview(options: &Preview) -> Result<()> {
    if options.sizes.contains(&0) || options.rounds == 0 {
        bail!("--sizes and --rounds must be more than none");
    }
    if options.json {
        say::keep_output_for_result();
    }
    let root = workspace::root();
    page_there(options.no_build)?;
    say::step("bench preview");
    node::packages()?;
    node::packages_of(&root.join(FOLDER))?;
    let mut program = workspace::command("node");
    program
        .arg(format!("{FOLDER}/preview/preview.mjs"))
        .args(["--sizes", &listed(&options.sizes, u32::to_string)])
        .args(["--rounds", &options.rounds.to_string()])
        .arg("--data")
        .arg(workspace::target_dir()?.join("bench-preview"))
        .env("CHROME_PATH", node::browser()?);
    let flags = [
        ("--json", options.json),
        ("--as-it-stood", options.no_build),
    ];
    program.args(
        flags
            .iter()
            .filter(|(_, given)| *given)
            .map(|(flag, _)| flag),
    );
    say::stream("measuring the preview", &mut program)
}

/// Builds the page, unless it is to be measured as it stands.
fn page_there(as_it_stands: bool) -> Result<()> {
    if !as_it_stands {
        say::step("page");
        page::build()?;
        return Ok(());
    }
    if !workspace::root().join("dist/worker.js").is_file() {
        bail!("dist/ holds no page; leave --no-build out, or run: cargo xtask page");
    }
    Ok(())
}

/// The command line that builds indexes ahead, as it is published.
fn command_line(as_it_stands: bool) -> Result<PathBuf> {
    let path = jishi::path()?;
    if as_it_stands && path.is_file() {
        return Ok(path);
    }
    jishi::build()
}

impl Peer {
    fn name(self) -> String {
        self.to_possible_value()
            .map_or_else(String::new, |value| value.get_name().to_owned())
    }
}

fn listed<T>(items: &[T], name: impl Fn(&T) -> String) -> String {
    items.iter().map(name).collect::<Vec<_>>().join(",")
}
