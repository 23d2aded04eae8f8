//! The Rust side of what a build needs: components, the wasm target, Trunk, wasm-bindgen.
//! Each is taken as found when the version fits, installed when not, or named with what to do.

use std::ffi::OsString;
use std::path::PathBuf;

use anyhow::{Context, Result, bail};

use crate::{say, workspace};

/// The Trunk that `Trunk.toml` asks for.
const TRUNK: &str = "0.21.14";

/// The target of the page and its workers.
pub(crate) const WASM: &str = "wasm32-unknown-unknown";

/// Makes sure that the page can be built, and answers the `PATH` that finds the tools.
///
/// # Errors
/// When something is missing and cannot be installed; the message says what to install.
pub(crate) fn for_page() -> Result<OsString> {
    wasm_target()?;
    let bindgen = locked_version("wasm-bindgen")?;
    let folders = [
        installed("trunk", "trunk", TRUNK, true)?,
        // Its own lock file is older than what the crate is tested with.
        installed("wasm-bindgen", "wasm-bindgen-cli", &bindgen, false)?,
    ];
    let path = std::env::var_os("PATH").unwrap_or_default();
    let all = folders
        .into_iter()
        .flatten()
        .chain(std::env::split_paths(&path));
    std::env::join_paths(all).context("PATH holds a folder that cannot be named in it")
}

/// Makes sure that `cargo fmt` and `cargo clippy` are there.
///
/// # Errors
/// When they are not and rustup is not there either.
pub(crate) fn for_lints() -> Result<()> {
    for (subcommand, component) in [("fmt", "rustfmt"), ("clippy", "clippy")] {
        let found = workspace::cargo().args([subcommand, "--version"]).output();
        if found.is_ok_and(|output| output.status.success()) {
            continue;
        }
        let mut rustup = workspace::command("rustup");
        rustup.args(["component", "add", component]);
        say::run(&format!("installing {component}"), &mut rustup)
            .with_context(|| format!("install it with: rustup component add {component}"))?;
    }
    Ok(())
}

/// Makes sure that the standard library for wasm is there.
///
/// # Errors
/// When it is not and rustup is not there either.
pub(crate) fn wasm_target() -> Result<()> {
    let rustc = workspace::command("rustc")
        .args(["--print", "target-libdir", "--target", WASM])
        .output()
        .context("rustc is not there; install Rust from https://rustup.rs")?;
    if PathBuf::from(String::from_utf8_lossy(&rustc.stdout).trim()).is_dir() {
        return Ok(());
    }
    let mut rustup = workspace::command("rustup");
    rustup.args(["target", "add", WASM]);
    say::run("installing the wasm target", &mut rustup)
        .with_context(|| format!("install it with: rustup target add {WASM}"))
}

/// The version of a crate in `Cargo.lock`.
fn locked_version(name: &str) -> Result<String> {
    let text = std::fs::read_to_string(workspace::root().join("Cargo.lock"))
        .context("could not read Cargo.lock")?;
    version_in_lock(&text, name).with_context(|| format!("Cargo.lock names no {name}"))
}

fn version_in_lock(lock: &str, name: &str) -> Option<String> {
    let wanted = format!("name = \"{name}\"");
    let mut lines = lock.lines().skip_while(|line| *line != wanted);
    lines.next()?;
    let version = lines
        .next()?
        .strip_prefix("version = \"")?
        .strip_suffix('"')?;
    Some(version.to_owned())
}

/// Finds or installs a program in just this version. Answers the folder to add to `PATH`, or
/// nothing when the one on `PATH` fits.
fn installed(program: &str, package: &str, version: &str, locked: bool) -> Result<Option<PathBuf>> {
    if has_version(program, version) {
        return Ok(None);
    }
    let home = workspace::tool_dir(package, version);
    let folder = home.join("bin");
    if has_version(folder.join(program), version) {
        return Ok(Some(folder));
    }
    say::line(&format!(
        "   {package} {version} is not here yet; it is compiled once and kept in {}",
        home.display()
    ));
    let mut cargo = workspace::cargo();
    cargo
        .args([
            "install",
            package,
            "--version",
            &format!("={version}"),
            "--root",
        ])
        .arg(&home);
    if locked {
        cargo.arg("--locked");
    }
    // Its objects have no place among ours.
    cargo.env_remove("CARGO_TARGET_DIR");
    say::run(&format!("installing {package} {version}"), &mut cargo).with_context(|| {
        format!(
            "{package} {version} could not be installed. It needs the network and a C compiler \
             (on Debian: apt-get install build-essential). By hand: \
             cargo install {package} --version ={version}"
        )
    })?;
    if !has_version(folder.join(program), version) {
        bail!(
            "{package} was installed in {} but does not answer with version {version}",
            folder.display()
        );
    }
    Ok(Some(folder))
}

fn has_version(program: impl AsRef<std::ffi::OsStr>, version: &str) -> bool {
    workspace::command(program)
        .arg("--version")
        .output()
        .is_ok_and(|output| {
            let text = String::from_utf8_lossy(&output.stdout);
            output.status.success() && text.split_whitespace().any(|word| word == version)
        })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn trunk_toml_and_this_file_ask_for_the_same_trunk() {
        let text = std::fs::read_to_string(workspace::root().join("Trunk.toml")).unwrap();
        assert!(text.contains(&format!("trunk-version = \"={TRUNK}\"")));
    }

    #[test]
    fn finds_the_version_of_a_crate_whose_name_begins_another() {
        let lock = "[[package]]\nname = \"wasm-bindgen-macro\"\nversion = \"1.0.0\"\n\n\
                    [[package]]\nname = \"wasm-bindgen\"\nversion = \"0.2.130\"\n";
        assert_eq!(
            version_in_lock(lock, "wasm-bindgen").as_deref(),
            Some("0.2.130")
        );
        assert_eq!(version_in_lock(lock, "wasm"), None);
    }
}
