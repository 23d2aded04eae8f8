//! The command line as it is published.

use std::path::PathBuf;

use anyhow::Result;

use crate::{say, workspace};

/// Its profile: nobody waits for its download, but for what it builds.
const PROFILE: &str = "host";

/// The name of its file.
pub(crate) fn name() -> String {
    format!("jishi{}", std::env::consts::EXE_SUFFIX)
}

/// Where it is once it is built.
///
/// # Errors
/// When cargo does not say where it builds.
pub(crate) fn path() -> Result<PathBuf> {
    Ok(workspace::target_dir()?.join(PROFILE).join(name()))
}

/// Builds it.
///
/// # Errors
/// When the build fails.
pub(crate) fn build() -> Result<PathBuf> {
    say::step("jishi");
    let mut cargo = workspace::cargo();
    cargo.args([
        "build",
        "--profile",
        PROFILE,
        "--package",
        "cli",
        "--bin",
        "jishi",
    ]);
    say::run("building jishi", &mut cargo)?;
    path()
}
