//! Makes the bindings of the programs shorter with esbuild, where it can be had; the page works
//! without. They are written by wasm-bindgen, so nobody reads them for an audit; the scripts
//! that we wrote stay as they are.

use std::path::Path;

use anyhow::{Context, Result};

use crate::{node, say, workspace};

/// Syntax that every browser with the wasm of `wasm_opt::ARGUMENTS` knows.
const ARGUMENTS: [&str; 3] = ["--minify", "--format=esm", "--target=es2022"];

/// Minifies each file in place. Without esbuild, or if it fails, the file stays as it was, with
/// a warning.
///
/// # Errors
/// When files cannot be read or written.
pub(crate) fn apply<'a>(files: impl Iterator<Item = &'a Path>) -> Result<()> {
    let esbuild = node::program("esbuild");
    for file in files {
        let name = file.file_name().unwrap_or_default().to_string_lossy();
        let mut command = workspace::command(&esbuild);
        let output = command.args(ARGUMENTS).arg(file).output();
        let written = match output {
            Ok(output) if output.status.success() && !output.stdout.is_empty() => output.stdout,
            Ok(output) => {
                let why = String::from_utf8_lossy(&output.stderr).into_owned();
                say::warn(&format!("{name} stays as it was: {}", why.trim()));
                continue;
            }
            Err(_) => {
                say::warn(
                    "esbuild is not here, so the page is some kB larger than it need be. \
                     It comes with Node (npm)",
                );
                return Ok(());
            }
        };
        std::fs::write(file, written).with_context(|| format!("could not write {name}"))?;
    }
    Ok(())
}
