//! Starting a worker program: its address, with the build that the page was made with, so
//! that a program of an earlier release never answers this page.

use platform::{WorkerError, WorkerHandle, spawn_worker};
use wire::preview::Program;

/// The name of a program that opens files.
pub(super) const fn name(program: Program) -> &'static str {
    match program {
        Program::Text => "preview-worker",
        Program::Parquet => "parquet-worker",
        Program::Sheets => "sheets-worker",
    }
}

/// Starts the program `name` of the shop at `base`.
pub(crate) fn start(base: &str, name: &str) -> Result<WorkerHandle, WorkerError> {
    let build = platform::data_of("start", "build").unwrap_or_default();
    spawn_worker(&format!("{base}worker.js?name={name}&v={build}"))
}

/// A failure of a program, in the form all failures have.
pub(crate) fn failure(code: &str, data: impl ToString) -> wire::search::Failure {
    wire::search::Failure {
        code: code.to_owned(),
        data: data.to_string(),
    }
}
