//! Makes the bindings of the programs and the style sheets shorter with esbuild, where it can be
//! had; the page works without. The bindings are written by wasm-bindgen, and a style sheet does
//! nothing, so nobody reads them for an audit; the scripts that we wrote stay as they are.

use std::path::Path;

use anyhow::{Context, Result};

use crate::{node, say, workspace};

/// Syntax that every browser with the wasm of `wasm_opt::ARGUMENTS` knows.
const SCRIPT: [&str; 3] = ["--minify", "--format=esm", "--target=es2022"];

/// A style sheet keeps the syntax that it is written in.
const STYLE: [&str; 1] = ["--minify"];

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
        let is_style = file.extension().is_some_and(|end| end == "css");
        let arguments = if is_style { &STYLE[..] } else { &SCRIPT[..] };
        let output = command.args(arguments).arg(file).output();
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
