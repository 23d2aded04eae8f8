//! The words of the command line. Parsing only: what a verb does lives in `commands`.

use clap::{Args, Parser, Subcommand};
use std::path::PathBuf;

/// jishi: read, search, inspect and publish data-exchange catalogs.
///
/// Messages go to standard error, answers to standard output.
/// Exit status: 0 done, 1 the input is not usable, 2 wrong use.
#[derive(Debug, Parser)]
#[command(name = "jishi", version)]
pub(crate) struct Cli {
    /// What to do.
    #[command(subcommand)]
    pub(crate) verb: Verb,
}

/// The four verbs.
#[derive(Debug, Subcommand)]
pub(crate) enum Verb {
    /// Read catalogs or tables and say what is in them and what to mend.
    Check(CheckArgs),
    /// Search catalogs or tables as the shop does.
    Search(SearchArgs),
    /// Look into a data file: format, encoding, columns, first rows, what looks personal.
    Inspect(InspectArgs),
    /// Make the deployable site: page, catalogs, configuration.
    Build(BuildArgs),
}

impl Verb {
    /// Whether the answer is wanted as JSON.
    pub(crate) const fn json(&self) -> bool {
        match self {
            Self::Check(args) => args.json,
            Self::Search(args) => args.json,
            Self::Inspect(args) => args.json,
            Self::Build(args) => args.json,
        }
    }
}

/// The files a verb reads and how.
#[derive(Debug, Args)]
pub(crate) struct Inputs {
    /// A catalog, a table of listings (with --mapping), or a config.json with sources.
    #[arg(required = true, value_name = "FILE")]
    pub(crate) files: Vec<PathBuf>,
    /// The mapping that turns a table into listings.
    #[arg(long, value_name = "MAPPING")]
    pub(crate) mapping: Option<PathBuf>,
}

/// `jishi check`.
#[derive(Debug, Args)]
pub(crate) struct CheckArgs {
    /// What to read.
    #[command(flatten)]
    pub(crate) inputs: Inputs,
    /// Print one JSON object on standard output.
    #[arg(long)]
    pub(crate) json: bool,
}

/// `jishi search`.
#[derive(Debug, Args)]
pub(crate) struct SearchArgs {
    /// What to read.
    #[command(flatten)]
    pub(crate) inputs: Inputs,
    /// Words to search for; empty lists everything.
    #[arg(
        long,
        default_value = "",
        value_name = "WORDS",
        allow_hyphen_values = true
    )]
    pub(crate) query: String,
    /// A facet filter such as price=free or exchange=beijing-international (an id or a name);
    /// the same facet twice means either.
    #[arg(long = "facet", value_name = "FACET=VALUE")]
    pub(crate) facets: Vec<String>,
    /// The least of a range, inclusive: modified or issued from a year, month or day
    /// (modified=2024-06), size or amount from a number (amount=100) in the unit of --unit.
    #[arg(long, value_name = "RANGE=LEAST")]
    pub(crate) from: Vec<String>,
    /// The most of a range, inclusive.
    #[arg(long, value_name = "RANGE=MOST")]
    pub(crate) to: Vec<String>,
    /// What size or amount is told in: size=gigabyte; amount=CNY/one-time or
    /// amount=CNY/subscription/P1Y (currency, billing model, period), as in a link of the shop.
    #[arg(long, value_name = "RANGE=UNIT")]
    pub(crate) unit: Vec<String>,
    /// Of a range with bounds, also listings that state nothing in it.
    #[arg(long, value_name = "RANGE")]
    pub(crate) unstated: Vec<String>,
    /// relevance (the default), newest, title or disclosure; with a --unit of amount also
    /// price, least first, and with one of size also size, most first.
    #[arg(long, value_name = "ORDER")]
    pub(crate) sort: Option<String>,
    /// Most hits to print.
    #[arg(long, default_value_t = 20, value_name = "COUNT")]
    pub(crate) limit: u32,
    /// Language of titles and names, where a listing has it.
    #[arg(long, default_value = "zh", value_name = "LANG")]
    pub(crate) lang: String,
    /// Print one JSON object on standard output.
    #[arg(long)]
    pub(crate) json: bool,
}

/// `jishi inspect`.
#[derive(Debug, Args)]
pub(crate) struct InspectArgs {
    /// The data file.
    #[arg(value_name = "DATAFILE")]
    pub(crate) file: PathBuf,
    /// How many first rows to print.
    #[arg(long, default_value_t = 100, value_name = "COUNT")]
    pub(crate) rows: usize,
    /// Read the first bytes only, 128,000 of them as the page does, or --head=BYTES; without
    /// this the whole file is read.
    #[arg(
        long,
        value_name = "BYTES",
        num_args = 0..=1,
        require_equals = true,
        default_missing_value = "128000",
        value_parser = clap::value_parser!(u64).range(1..)
    )]
    pub(crate) head: Option<u64>,
    /// Which file of a zip archive, by its path there. Without this, the only table in it; where
    /// there are several, the archive's files are listed.
    #[arg(long, value_name = "PATH")]
    pub(crate) entry: Option<String>,
    /// Which sheet of a spreadsheet: its name, or its number counted from 1. Without this, the
    /// first that is not hidden and has something in it.
    #[arg(long, value_name = "SHEET")]
    pub(crate) sheet: Option<String>,
    /// Columns that somebody may know of people, such as age,sex,postcode: says in how many
    /// rows alike each row hides (k), and how many are alone. In the JSON, `average` is the chance
    /// that a guess within the group of a row is right (groups by rows), and `class_size` how many
    /// rows a group has on average.
    #[arg(long, value_name = "COLUMNS", value_delimiter = ',')]
    pub(crate) quasi: Vec<String>,
    /// Columns that people would not want told of them, such as disease: says how many values
    /// rows alike have in them (l), and how far those are from the whole (t).
    #[arg(
        long,
        value_name = "COLUMNS",
        value_delimiter = ',',
        requires = "quasi"
    )]
    pub(crate) sensitive: Vec<String>,
    /// The language of what is said about people: en or zh.
    #[arg(long, default_value = "en", value_name = "LANG", value_parser = ["en", "zh"])]
    pub(crate) lang: String,
    /// Print one JSON object on standard output.
    #[arg(long)]
    pub(crate) json: bool,
}

/// `jishi build`.
#[derive(Debug, Args)]
pub(crate) struct BuildArgs {
    /// What to publish.
    #[command(flatten)]
    pub(crate) inputs: Inputs,
    /// A config.json to start from.
    #[arg(long, value_name = "CONFIG")]
    pub(crate) config: Option<PathBuf>,
    /// The folder of the built page; else page/ beside jishi, else dist/ here.
    #[arg(long, value_name = "DIR")]
    pub(crate) page: Option<PathBuf>,
    /// The folder to write.
    #[arg(long, value_name = "DIR")]
    pub(crate) out: PathBuf,
    /// Also write the listings of a large catalog as plain JSON, for other programs. The page
    /// needs none: it reads an index built ahead.
    #[arg(long)]
    pub(crate) shards: bool,
    /// Print one JSON object on standard output.
    #[arg(long)]
    pub(crate) json: bool,
}
