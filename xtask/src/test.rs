//! Everything that must hold, in the order of what fails soonest. A failed step does not hide the
//! next one; the last line counts them.

use std::time::{Duration, Instant};

use anyhow::{Result, bail};
use clap::{Args, ValueEnum};

use crate::{budgets, node, page, say, tools, workspace};

/// These are compiled for the browser only, so that native runs never compile Leptos.
const WASM_PACKAGES: [&str; 3] = ["storefront", "platform", "workers"];

#[derive(Args)]
pub(crate) struct Options {
    /// Run these steps only
    #[arg(long, value_enum, value_name = "STEP", num_args = 1..)]
    only: Vec<Step>,
    /// Words for Playwright, after `--`; they reach the journeys only
    #[arg(last = true)]
    words: Vec<String>,
}

#[derive(Clone, Copy, PartialEq, Eq, ValueEnum)]
enum Step {
    /// Formatting
    Format,
    /// Lints of everything native
    Lint,
    /// Lints of the page and the workers
    LintWasm,
    /// Native tests
    Native,
    /// The page build
    Page,
    /// Byte budgets of the built page
    Budgets,
    /// Journeys in Chromium on the built page
    Journeys,
}

impl Step {
    fn name(self) -> String {
        self.to_possible_value()
            .map_or_else(String::new, |value| value.get_name().to_owned())
    }

    /// What this step looks at must have been made first.
    fn needs_page(self) -> bool {
        matches!(self, Self::Budgets | Self::Journeys)
    }

    fn run(self, words: &[String]) -> Result<()> {
        match self {
            Self::Format => {
                tools::for_lints()?;
                say::stream(
                    "formatting",
                    workspace::cargo().args(["fmt", "--all", "--check"]),
                )
            }
            Self::Lint => {
                tools::for_lints()?;
                let mut cargo = workspace::cargo();
                native(cargo.args(["clippy", "--quiet", "--keep-going", "--all-targets"]));
                say::stream("lints", cargo.args(["--", "-D", "warnings"]))
            }
            Self::LintWasm => lint_wasm(),
            Self::Native => say::stream(
                "native tests",
                native(workspace::cargo().args(["test", "--quiet", "--no-fail-fast"])),
            ),
            Self::Page => page::build().map(|_| ()),
            Self::Budgets => budgets::check(),
            Self::Journeys => journeys(words),
        }
    }
}

/// Runs the steps and counts them.
///
/// # Errors
/// When any step failed.
pub(crate) fn run(options: &Options) -> Result<()> {
    let steps: Vec<Step> = Step::value_variants()
        .iter()
        .copied()
        .filter(|step| options.only.is_empty() || options.only.contains(step))
        .collect();
    let mut results: Vec<(Step, Duration, Result<()>)> = Vec::new();
    for step in steps {
        say::step(&step.name());
        let began = Instant::now();
        let no_page = results
            .iter()
            .any(|(done, _, result)| *done == Step::Page && result.is_err());
        let result = if step.needs_page() && no_page {
            Err(anyhow::anyhow!("not run, because the page was not built"))
        } else {
            step.run(&options.words)
        };
        if let Err(error) = &result {
            say::line(&format!("   FAILED: {error:#}"));
        }
        results.push((step, began.elapsed(), result));
    }
    summary(&results)
}

fn summary(results: &[(Step, Duration, Result<()>)]) -> Result<()> {
    say::step("summary");
    for (step, time, result) in results {
        let word = if result.is_ok() { "ok" } else { "FAILED" };
        say::line(&format!(
            "   {:<10} {:<7} {}",
            step.name(),
            word,
            say::seconds(*time)
        ));
    }
    let failed: Vec<String> = results
        .iter()
        .filter(|(_, _, result)| result.is_err())
        .map(|(step, _, _)| step.name())
        .collect();
    say::line(&format!(
        "{} passed, {} failed",
        results.len() - failed.len(),
        failed.len()
    ));
    if !failed.is_empty() {
        bail!("failed: {}", failed.join(", "));
    }
    Ok(())
}

/// Everything but what only the browser can run.
fn native(cargo: &mut std::process::Command) -> &mut std::process::Command {
    cargo.arg("--workspace");
    for package in WASM_PACKAGES {
        cargo.args(["--exclude", package]);
    }
    cargo
}

fn lint_wasm() -> Result<()> {
    tools::for_lints()?;
    tools::wasm_target()?;
    let mut cargo = workspace::cargo();
    cargo.args([
        "clippy",
        "--quiet",
        "--keep-going",
        "--target",
        tools::WASM,
        "--features",
        "workers/search,workers/preview,workers/parquet,workers/sheets",
    ]);
    for package in WASM_PACKAGES {
        cargo.args(["--package", package]);
    }
    say::stream("lints of the page", cargo.args(["--", "-D", "warnings"]))
}

fn journeys(words: &[String]) -> Result<()> {
    node::packages()?;
    let browser = node::browser()?;
    let mut build = workspace::cargo();
    build.args(["build", "--quiet", "--package", "cli", "--bin", "jishi"]);
    say::run("building jishi for the journey of an exchange", &mut build)?;
    let jishi = workspace::target_dir()?
        .join("debug")
        .join(format!("jishi{}", std::env::consts::EXE_SUFFIX));
    let mut playwright = workspace::command(node::program("playwright"));
    playwright
        .args(["test", "--config", "tests/e2e/playwright.config.ts"])
        .args(words)
        .env("CHROME_PATH", browser)
        .env("JISHI", jishi);
    say::stream("journeys", &mut playwright)
}
