//! The two ways out: answers on standard output, messages on standard error.

use anyhow::Context as _;
use serde::Serialize;
use std::io::Write as _;

/// Prints one JSON object on standard output, indented.
pub(crate) fn json(value: &impl Serialize) -> anyhow::Result<()> {
    let text = serde_json::to_string_pretty(value).context("the answer could not be written")?;
    line(&text)
}

/// Prints one line of an answer on standard output. A reader that closed the pipe
/// early (`jishi … | head`) is not a failure.
pub(crate) fn line(text: &str) -> anyhow::Result<()> {
    match writeln!(std::io::stdout().lock(), "{text}") {
        Err(error) if error.kind() == std::io::ErrorKind::BrokenPipe => Ok(()),
        other => other.context("standard output could not be written"),
    }
}

/// Prints one message on standard error. If even that is closed there is nobody to tell.
pub(crate) fn say(text: &str) {
    let _ = writeln!(std::io::stderr().lock(), "{text}");
}
