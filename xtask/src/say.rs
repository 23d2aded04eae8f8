//! What a task says while it works: a line a step, and a sign of life for anything long.

use std::collections::VecDeque;
use std::io::{BufRead as _, BufReader, IsTerminal as _, Read, Write as _};
use std::process::{Command, Stdio};
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::mpsc::{self, RecvTimeoutError};
use std::thread;
use std::time::{Duration, Instant};

use anyhow::{Context, Result, bail};

/// On a terminal the progress line is redrawn this often.
const REDRAW: Duration = Duration::from_millis(250);
/// Elsewhere (a log) one plain line this often is enough.
const LOG_EVERY: Duration = Duration::from_secs(20);
/// What took less is not worth a time.
const WORTH_A_TIME: Duration = Duration::from_secs(3);
/// How many lines of a child are kept for the case that it fails.
const KEPT_LINES: usize = 400;

/// Whether standard output belongs to the task's result, so that a program can read it.
static RESULT_ONLY: AtomicBool = AtomicBool::new(false);

/// From now on standard output is the result's; what is said meanwhile goes to standard error.
pub(crate) fn keep_output_for_result() {
    RESULT_ONLY.store(true, Ordering::Relaxed);
}

/// One line on standard output, unless that is kept for the result.
#[expect(
    clippy::print_stdout,
    reason = "a task talks to the person who started it"
)]
pub(crate) fn line(text: &str) {
    if RESULT_ONLY.load(Ordering::Relaxed) {
        eprintln!("{text}");
    } else {
        println!("{text}");
    }
}

/// A step begins.
pub(crate) fn step(text: &str) {
    line(&format!("\n== {text}"));
}

/// Something the person should know, although the task goes on.
pub(crate) fn warn(text: &str) {
    line(&format!("   warning: {text}"));
}

/// Why the task ended.
pub(crate) fn failure(error: &anyhow::Error) {
    line(&format!("\nerror: {error:#}"));
}

/// Seconds, as a person reads them.
pub(crate) fn seconds(time: Duration) -> String {
    let whole = time.as_secs();
    if whole < 60 {
        format!("{:.1} s", time.as_secs_f32())
    } else {
        format!("{} min {:02} s", whole / 60, whole % 60)
    }
}

/// Runs a command with its output shown as it comes.
///
/// # Errors
/// When it cannot be started or ends with a failure.
pub(crate) fn stream(what: &str, command: &mut Command) -> Result<()> {
    let program = command.get_program().to_string_lossy().into_owned();
    let status = command
        .stdin(Stdio::null())
        .status()
        .with_context(|| format!("{what}: could not start {program}"))?;
    if !status.success() {
        bail!("{what}: {program} ended with {status}");
    }
    Ok(())
}

/// Runs a command quietly: a progress line with the time and its last line, and the whole output
/// only when it fails.
///
/// # Errors
/// When it cannot be started or ends with a failure.
pub(crate) fn run(what: &str, command: &mut Command) -> Result<()> {
    let program = command.get_program().to_string_lossy().into_owned();
    let mut child = command
        .stdin(Stdio::null())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .with_context(|| format!("{what}: could not start {program}"))?;
    let (sender, lines) = mpsc::channel();
    if let Some(pipe) = child.stdout.take() {
        forward(pipe, sender.clone());
    }
    if let Some(pipe) = child.stderr.take() {
        forward(pipe, sender);
    }

    let mut progress = Progress::new(what);
    let mut kept = VecDeque::new();
    loop {
        match lines.recv_timeout(REDRAW) {
            Ok(text) => {
                if kept.len() == KEPT_LINES {
                    kept.pop_front();
                }
                kept.push_back(text);
            }
            Err(RecvTimeoutError::Timeout) => {}
            Err(RecvTimeoutError::Disconnected) => break,
        }
        progress.show(kept.back().map_or("", String::as_str));
    }
    let status = child
        .wait()
        .with_context(|| format!("{what}: lost {program}"))?;
    progress.end(status.success());
    if !status.success() {
        for text in &kept {
            line(&format!("   | {text}"));
        }
        bail!("{what}: {program} ended with {status}");
    }
    Ok(())
}

/// Sends the lines of a pipe on, one by one, whatever bytes they are made of.
fn forward(pipe: impl Read + Send + 'static, to: mpsc::Sender<String>) {
    thread::spawn(move || {
        let mut reader = BufReader::new(pipe);
        let mut bytes = Vec::new();
        while matches!(reader.read_until(b'\n', &mut bytes), Ok(read) if read > 0) {
            let text = String::from_utf8_lossy(&bytes).trim_end().to_owned();
            bytes.clear();
            if !text.is_empty() && to.send(text).is_err() {
                break;
            }
        }
    });
}

/// The one line that moves while a command runs.
struct Progress<'a> {
    what: &'a str,
    began: Instant,
    shown: Instant,
    terminal: bool,
}

impl<'a> Progress<'a> {
    fn new(what: &'a str) -> Self {
        let now = Instant::now();
        Self {
            what,
            began: now,
            shown: now,
            terminal: std::io::stderr().is_terminal(),
        }
    }

    fn show(&mut self, last: &str) {
        let every = if self.terminal { REDRAW } else { LOG_EVERY };
        if self.shown.elapsed() < every {
            return;
        }
        self.shown = Instant::now();
        let last: String = last.trim().chars().take(60).collect();
        let text = format!(
            "   {} … {}  {last}",
            self.what,
            seconds(self.began.elapsed())
        );
        if self.terminal {
            eprint!("\r\x1b[2K{text}");
            // A terminal that cannot be written to is no reason to stop the work.
            std::io::stderr().flush().ok();
        } else {
            line(&text);
        }
    }

    fn end(&self, success: bool) {
        if self.terminal {
            eprint!("\r\x1b[2K");
        }
        let time = self.began.elapsed();
        if success && time >= WORTH_A_TIME {
            line(&format!("   {}: done in {}", self.what, seconds(time)));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_failed_command_is_an_error_that_names_it() {
        let error = run(
            "asking for the impossible",
            Command::new("cargo").arg("no-such-command"),
        );
        assert!(
            error
                .unwrap_err()
                .to_string()
                .contains("asking for the impossible")
        );
    }

    #[test]
    fn long_times_are_told_in_minutes() {
        assert_eq!(seconds(Duration::from_secs(125)), "2 min 05 s");
        assert_eq!(seconds(Duration::from_millis(1500)), "1.5 s");
    }
}
