//! `jishi`, the command line for hosts: the same crates as the page, run natively.

mod args;
mod commands;
mod decode;
mod load;
mod output;
mod table_words;
mod today;
mod words;

use args::{Cli, Verb};
use clap::Parser;
use std::process::ExitCode;
pub(crate) use today::today;

/// What a verb came to; wrong use ends earlier, in `clap`, with 2.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Outcome {
    /// Exit 0.
    Done,
    /// Exit 1: the input is not usable; what is wrong has been said.
    NotUsable,
    /// Exit 2: the words on the command line make no sense together.
    WrongUse,
}

fn main() -> ExitCode {
    let verb = Cli::parse().verb;
    let result = match &verb {
        Verb::Check(args) => commands::check::run(args),
        Verb::Search(args) => commands::search::run(args),
        Verb::Inspect(args) => commands::inspect::run(args),
        Verb::Build(args) => commands::build::run(args),
    };
    match result {
        Ok(Outcome::Done) => ExitCode::SUCCESS,
        Ok(Outcome::NotUsable) => ExitCode::from(1),
        Ok(Outcome::WrongUse) => ExitCode::from(2),
        Err(error) => {
            let failure = output::Failure::new("cannot-go-on", format!("{error:#}"));
            // Where standard output is what failed, standard error has been told.
            let _ = output::failed(verb.json(), &[failure]);
            ExitCode::from(1)
        }
    }
}
