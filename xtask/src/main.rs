//! The tasks of a workday: one file a task. Knows cargo, Trunk, npm and the browser by name;
//! knows nothing of listings.

use clap::{Parser, Subcommand};

mod archive;
mod arrange;
mod bench;
mod budgets;
mod demonstration;
mod dist;
mod fuzz;
mod invent;
mod jishi;
mod minify;
mod names;
mod node;
mod page;
mod say;
mod serve;
mod split;
mod test;
mod tools;
mod wasm_opt;
mod wasm_sections;
mod workspace;

/// The tasks of a workday. What is missing is installed, or named.
#[derive(Parser)]
#[command(name = "cargo xtask", bin_name = "cargo xtask")]
struct Arguments {
    #[command(subcommand)]
    task: Task,
}

#[derive(Subcommand)]
enum Task {
    /// Build the page and serve the shop on http://127.0.0.1:8080
    Serve(serve::Options),
    /// Run everything that must hold: format, lints, tests, page, budgets, journeys
    Test(test::Options),
    /// Build the page into dist/
    Page,
    /// Pack `jishi` and the page into one archive under the target folder
    Dist,
    /// Measure how fast the shop is, beside others
    Bench(bench::Options),
    /// Try random input on what reads text of strangers
    Fuzz(fuzz::Options),
}

// An unknown task or option ends with 2, as clap does; a task that failed ends with 1.
fn main() -> std::process::ExitCode {
    let done = match Arguments::parse().task {
        Task::Serve(options) => serve::run(&options),
        Task::Test(options) => test::run(&options),
        Task::Page => {
            say::step("page");
            page::build().map(|_| ())
        }
        Task::Dist => dist::run(),
        Task::Bench(options) => bench::run(&options),
        Task::Fuzz(options) => fuzz::run(&options),
    };
    match done {
        Ok(()) => std::process::ExitCode::SUCCESS,
        Err(error) => {
            say::failure(&error);
            std::process::ExitCode::FAILURE
        }
    }
}
