//! The folder that is written: only an empty one, a new one, or the output of an earlier build.
//! What the host put there by hand is never touched.

use std::path::{Path, PathBuf};

use anyhow::{Context, Result};
use serde_json::{Value, json};

use super::site::{Site, plain};

/// Names the files of a build, so that the next one can replace exactly those.
pub(super) const MARK: &str = ".jishi-build.json";

/// Whether a folder may be written to.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum State {
    /// It is not there, or empty.
    Fresh,
    /// An earlier build wrote these files.
    Ours(Vec<String>),
    /// Somebody else's files are there.
    Foreign,
}

/// What `out` is.
pub(super) fn state(out: &Path) -> Result<State> {
    let entries = match std::fs::read_dir(out) {
        Ok(entries) => entries,
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => return Ok(State::Fresh),
        Err(error) => {
            return Err(error).with_context(|| format!("cannot read {}", out.display()));
        }
    };
    if entries.count() == 0 {
        return Ok(State::Fresh);
    }
    let Ok(bytes) = std::fs::read(out.join(MARK)) else {
        return Ok(State::Foreign);
    };
    let mark: Value = serde_json::from_slice(&bytes).unwrap_or_default();
    let files = mark.get("files").and_then(Value::as_array).map(|files| {
        let names = files.iter().filter_map(Value::as_str);
        // A mark that somebody edited must not reach outside of the folder.
        names
            .filter(|name| plain(Path::new(name)).as_deref() == Some(*name))
            .map(str::to_owned)
            .collect()
    });
    Ok(files.map_or(State::Foreign, State::Ours))
}

/// Removes what an earlier build wrote and this one does not, and folders that are empty then.
/// Returns how many files went.
pub(super) fn clear(out: &Path, earlier: &[String], site: &Site) -> Result<usize> {
    let mut gone = 0;
    for name in earlier
        .iter()
        .filter(|name| !site.files.contains_key(*name))
    {
        match std::fs::remove_file(out.join(name)) {
            Ok(()) => gone += 1,
            Err(error) if error.kind() == std::io::ErrorKind::NotFound => {}
            Err(error) => return Err(error).with_context(|| format!("cannot remove {name}")),
        }
        let mut folder = Path::new(name).parent();
        // Fails where something is left in it, which is as it should be.
        while let Some(below) = folder.filter(|below| !below.as_os_str().is_empty()) {
            if std::fs::remove_dir(out.join(below)).is_err() {
                break;
            }
            folder = below.parent();
        }
    }
    Ok(gone)
}

/// Adds the mark, which is written with the rest.
pub(super) fn mark(site: &mut Site) {
    let files: Vec<&String> = site.files.keys().collect();
    let mark = json!({ "madeBy": "jishi build", "files": files });
    site.put(MARK, format!("{mark:#}\n").into_bytes());
}

/// Whether one of two folders lies in the other, or they are the same.
pub(super) fn overlap(a: &Path, b: &Path) -> bool {
    let (a, b) = (absolute(a), absolute(b));
    a.starts_with(&b) || b.starts_with(&a)
}

/// The path without links, as far as it exists.
fn absolute(path: &Path) -> PathBuf {
    let path = std::path::absolute(path).unwrap_or_else(|_| path.to_owned());
    let mut missing = Vec::new();
    let mut there = path.as_path();
    loop {
        if let Ok(found) = there.canonicalize() {
            return missing
                .iter()
                .rev()
                .fold(found, |path, name| path.join(name));
        }
        let (Some(name), Some(parent)) = (there.file_name(), there.parent()) else {
            return path;
        };
        missing.push(name.to_owned());
        there = parent;
    }
}
