//! `jishi` from outside, for tests.
#![allow(dead_code, reason = "each test uses a part of it")]
#![allow(
    clippy::unwrap_used,
    reason = "a test that meets something unforeseen should end there"
)]

pub(crate) mod shop;

use std::path::Path;
use std::process::{Command, Output};

use serde_json::Value;

/// What `jishi inspect` says, run where the files of the tests lie.
pub(crate) fn inspect(arguments: &[&str]) -> Output {
    let files = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../tests/fixtures/files");
    let mut command = Command::new(env!("CARGO_BIN_EXE_jishi"));
    command
        .arg("inspect")
        .args(arguments)
        .current_dir(files)
        .output()
        .unwrap()
}

/// What it says of a file of these bytes.
pub(crate) fn inspected(name: &str, bytes: &[u8], arguments: &[&str]) -> Output {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join(name);
    std::fs::write(&path, bytes).unwrap();
    inspect(&[&[path.to_str().unwrap()], arguments].concat())
}

/// The JSON on standard output.
pub(crate) fn answer(output: &Output) -> Value {
    serde_json::from_slice(&output.stdout).unwrap()
}
