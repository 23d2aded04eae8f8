//! The two ways out: answers on standard output, messages on standard error.

use crate::load::{Content, Entry};
use anyhow::Context as _;
use serde::Serialize;
use serde_json::json;
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

/// What keeps a verb from its answer.
#[derive(Debug, Serialize)]
pub(crate) struct Failure {
    /// Stable kebab-case name of the case.
    pub(crate) code: &'static str,
    /// The file or folder, as it was named; empty for the whole.
    pub(crate) place: String,
    /// In words.
    pub(crate) message: String,
    /// What to do, in words; empty where the message says it.
    pub(crate) fix: &'static str,
}

impl Failure {
    /// A failure whose words say what to do.
    pub(crate) fn new(code: &'static str, message: impl Into<String>) -> Self {
        Self {
            code,
            place: String::new(),
            message: message.into(),
            fix: "",
        }
    }

    /// The files of a command that are of no use.
    pub(crate) fn of(entries: &[Entry]) -> Vec<Self> {
        let unusable = entries.iter().filter_map(|entry| match &entry.content {
            Content::Unusable(unusable) => Some(Self {
                code: unusable.code,
                place: entry.path.clone(),
                message: unusable.reason.clone(),
                fix: unusable.fix,
            }),
            _ => None,
        });
        unusable.collect()
    }

    /// Says it on standard error.
    pub(crate) fn say(&self) {
        let mut text = String::from("jishi: ");
        if !self.place.is_empty() {
            text.push_str(&format!("{}: ", self.place));
        }
        text.push_str(&self.message);
        if !self.fix.is_empty() {
            text.push_str(&format!("\n  {}", self.fix));
        }
        say(&text);
    }
}

/// Says why there is no answer. Whoever asked for JSON has it on standard output too, in the
/// form of `jishi check`.
pub(crate) fn failed(as_json: bool, failures: &[Failure]) -> anyhow::Result<()> {
    failures.iter().for_each(Failure::say);
    if as_json {
        json(&json!({ "usable": false, "errors": failures }))?;
    }
    Ok(())
}
