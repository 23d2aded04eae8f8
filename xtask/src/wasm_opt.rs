//! Makes the wasm smaller with Binaryen, where it can be had; the page works without.

use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context, Result};

use crate::{node, say, workspace};

/// Older ones (Debian's is 108) do not know all that the compiler writes today.
const OLDEST: u32 = 120;

/// Exactly what the compiler writes for `wasm32-unknown-unknown`, so that no browser is asked for
/// more after than before.
///
/// The first two lay control flow out anew, which leaves less of it; no program touches the low
/// memory that the fourth is about, as the end of the stack is there. A function that is called
/// once becomes part of its caller only if it is short: the others are more like each other than
/// like what calls them, and `arrange` lays them together.
const ARGUMENTS: [&str; 15] = [
    "--flatten",
    "--rereloop",
    "-Oz",
    "-Oz",
    "--low-memory-unused",
    "--one-caller-inline-max-function-size",
    "20",
    "--enable-bulk-memory",
    "--enable-bulk-memory-opt",
    "--enable-multivalue",
    "--enable-mutable-globals",
    "--enable-nontrapping-float-to-int",
    "--enable-reference-types",
    "--enable-sign-ext",
    "--strip-producers",
];

/// The optimizer of this machine.
pub(crate) struct WasmOpt {
    program: PathBuf,
    version: u32,
    /// Where results are kept: the same bytes in give the same bytes out.
    kept: PathBuf,
}

impl WasmOpt {
    /// Finds one on `PATH` or among the npm packages, and asks npm for it where there is npm.
    ///
    /// # Errors
    /// When the folder for kept results cannot be found out.
    pub(crate) fn find() -> Result<Option<Self>> {
        let kept = workspace::target_dir()?.join("wasm-opt");
        let mut programs = vec![PathBuf::from("wasm-opt")];
        if node::has_npm() {
            if let Err(error) = node::packages() {
                say::warn(&format!("{error:#}"));
            }
            programs.push(node::program("wasm-opt"));
        }
        let found = programs.into_iter().find_map(|program| {
            let version = version(&program)?;
            (version >= OLDEST).then(|| Self {
                program,
                version,
                kept: kept.clone(),
            })
        });
        if found.is_none() {
            say::warn(
                "wasm-opt is not here, so the page is larger than it need be. \
                 It comes with Node (npm), or from https://github.com/WebAssembly/binaryen",
            );
        }
        Ok(found)
    }

    /// Optimizes one file in place. A file it cannot handle stays as it was, with a warning.
    ///
    /// # Errors
    /// When files cannot be read or written.
    pub(crate) fn apply(&self, file: &Path) -> Result<()> {
        let name = file.file_name().unwrap_or_default().to_string_lossy();
        let before = std::fs::read(file).with_context(|| format!("could not read {name}"))?;
        let key = super::page::digest([before.as_slice(), ARGUMENTS.concat().as_bytes()]);
        let result = self.kept.join(format!("{key}-{}.wasm", self.version));
        if !result.is_file() {
            std::fs::create_dir_all(&self.kept)
                .context("could not make the folder for wasm-opt")?;
            let partial = result.with_extension(format!("{}.part", std::process::id()));
            let mut command = Command::new(&self.program);
            command.args(ARGUMENTS).arg(file).arg("-o").arg(&partial);
            if let Err(error) = say::run(&format!("optimizing {name}"), &mut command) {
                say::warn(&format!("{name} stays as it was: {error:#}"));
                return Ok(());
            }
            std::fs::rename(&partial, &result).context("could not keep the result of wasm-opt")?;
        }
        let after =
            std::fs::copy(&result, file).with_context(|| format!("could not write {name}"))?;
        say::line(&format!(
            "   {name}: {} kB to {} kB",
            before.len() / 1000,
            after / 1000
        ));
        Ok(())
    }
}

fn version(program: &Path) -> Option<u32> {
    let output = Command::new(program).arg("--version").output().ok()?;
    let text = String::from_utf8_lossy(&output.stdout).into_owned();
    text.split_whitespace().find_map(|word| word.parse().ok())
}
