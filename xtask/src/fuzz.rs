//! Random input against what reads text of strangers, for as long as one likes. The targets are
//! a workspace of their own below `fuzz/`, for a nightly compiler by way of cargo-fuzz.

use anyhow::{Context, Result};
use clap::{Args, ValueEnum};

use crate::{say, workspace};

#[derive(Args)]
pub(crate) struct Options {
    /// What to try
    #[arg(value_enum)]
    target: Target,
    /// For how long
    #[arg(long, default_value_t = 120)]
    seconds: u32,
}

#[derive(Clone, Copy, ValueEnum)]
enum Target {
    /// The query's form in an address
    Url,
    /// Opening and asking an index whose bytes are not what was written
    Index,
    /// Looking for what is personal in any text, and covering it
    Personal,
    /// Measuring how alike any rows are
    Measure,
    /// Reading a Parquet file
    Parquet,
    /// Delimited text, whole, in pieces and again
    Csv,
    /// JSON and lines of it, whole, in pieces and again
    Json,
    /// The form of a view of rows in an address
    View,
    /// Spreadsheets: whole files, and parts and records of any bytes inside sound ones
    Workbook,
    /// What files are wrapped in: gzip, DEFLATE, the directory of a zip
    Unpack,
}

impl Target {
    fn name(self) -> String {
        self.to_possible_value()
            .map_or_else(String::new, |value| value.get_name().to_owned())
    }

    /// How long inputs are: those of an index are damage by damage, none of which is long, and
    /// need not grow slowly.
    const fn lengths(self) -> &'static [&'static str] {
        match self {
            Self::Url | Self::View | Self::Personal | Self::Measure => &["-max_len=2000"],
            Self::Csv | Self::Json | Self::Workbook | Self::Unpack => &["-max_len=4000"],
            Self::Index => &["-max_len=100", "-len_control=0"],
            Self::Parquet => &["-max_len=20000", "-len_control=0"],
        }
    }
}

/// Runs one target from its seeds and from what earlier runs found.
///
/// # Errors
/// When an input breaks the target, or cargo-fuzz or a nightly compiler is missing.
pub(crate) fn run(options: &Options) -> Result<()> {
    let name = options.target.name();
    let name = name.as_str();
    let folder = workspace::root().join("fuzz");
    let corpus = folder.join("corpus").join(name);
    std::fs::create_dir_all(&corpus)
        .with_context(|| format!("could not make {}", corpus.display()))?;
    say::step("fuzz");
    let mut command = workspace::command("cargo");
    command
        .current_dir(&folder)
        .env("CARGO_TARGET_DIR", workspace::target_dir()?.join("fuzz"))
        .args(["+nightly", "fuzz", "run", name])
        .arg(corpus)
        .arg(folder.join("seeds").join(name))
        .arg("--")
        .args(options.target.lengths())
        // What asks for more at once, or hangs, is broken too.
        .args(["-malloc_limit_mb=512", "-rss_limit_mb=1024", "-timeout=20"])
        .arg(format!("-max_total_time={}", options.seconds))
        // What was freed is kept for a while to find who still uses it; that is not our memory.
        .env("ASAN_OPTIONS", "quarantine_size_mb=16");
    let dictionary = format!("seeds/{name}.dict");
    if folder.join(&dictionary).is_file() {
        command.arg(format!("-dict={dictionary}"));
    }
    // `+nightly` is rustup's, and this cargo has named its own toolchain to what it starts.
    command.env_remove("RUSTUP_TOOLCHAIN").env_remove("CARGO");
    say::stream(
        "cargo fuzz (needs `cargo install cargo-fuzz` and `rustup toolchain install nightly`)",
        &mut command,
    )
}
