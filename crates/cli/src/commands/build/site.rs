//! The site as a plan: every file by its path, before anything is written. Two files of one
//! path are a conflict that is known in time.

use std::collections::BTreeMap;
use std::path::{Component, Path, PathBuf};

use anyhow::{Context, Result, bail};

/// Where a file of the site comes from.
#[derive(Debug)]
pub(super) enum Piece {
    /// A copy of this file.
    Copy(PathBuf),
    /// These bytes.
    Bytes(Vec<u8>),
}

/// Every file of the site by its path, with `/` between folders.
#[derive(Debug, Default)]
pub(super) struct Site {
    pub(super) files: BTreeMap<String, Piece>,
}

impl Site {
    /// Adds a file; `false` when the path is taken, and the first one stays.
    pub(super) fn add(&mut self, path: impl Into<String>, piece: Piece) -> bool {
        match self.files.entry(path.into()) {
            std::collections::btree_map::Entry::Vacant(place) => {
                place.insert(piece);
                true
            }
            std::collections::btree_map::Entry::Occupied(_) => false,
        }
    }

    /// Puts bytes at a path, whatever was planned there.
    pub(super) fn put(&mut self, path: impl Into<String>, bytes: Vec<u8>) {
        self.files.insert(path.into(), Piece::Bytes(bytes));
    }

    /// Writes every file below `out`.
    pub(super) fn write(&self, out: &Path) -> Result<()> {
        for (path, piece) in &self.files {
            let target = out.join(path);
            let folder = target.parent().unwrap_or(out);
            std::fs::create_dir_all(folder)
                .with_context(|| format!("cannot make the folder {}", folder.display()))?;
            match piece {
                // Only the bytes: the permissions of the page's files are not the site's.
                Piece::Copy(from) => std::fs::read(from)
                    .and_then(|bytes| std::fs::write(&target, bytes))
                    .with_context(|| format!("cannot copy {}", from.display()))?,
                Piece::Bytes(bytes) => std::fs::write(&target, bytes)
                    .with_context(|| format!("cannot write {}", target.display()))?,
            }
        }
        Ok(())
    }
}

/// `path` with `/` between its parts; `None` unless it lies plainly below its start.
pub(super) fn plain(path: &Path) -> Option<String> {
    let parts: Option<Vec<&str>> = path
        .components()
        .filter(|part| !matches!(part, Component::CurDir))
        .map(|part| match part {
            Component::Normal(name) => name.to_str(),
            _ => None,
        })
        .collect();
    parts
        .filter(|parts| !parts.is_empty())
        .map(|parts| parts.join("/"))
}

/// Every file below `folder` by its plain path, sorted.
pub(super) fn walk(folder: &Path) -> Result<BTreeMap<String, PathBuf>> {
    let mut found = BTreeMap::new();
    let mut waiting = vec![folder.to_owned()];
    while let Some(next) = waiting.pop() {
        let entries = std::fs::read_dir(&next)
            .with_context(|| format!("cannot read the folder {}", next.display()))?;
        for entry in entries {
            let path = entry?.path();
            if path.is_dir() {
                waiting.push(path);
                continue;
            }
            let below = path.strip_prefix(folder).ok().and_then(plain);
            let Some(below) = below else {
                bail!("a file name that is not UTF-8: {}", path.display());
            };
            found.insert(below, path);
        }
    }
    Ok(found)
}
