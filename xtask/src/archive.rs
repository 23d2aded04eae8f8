//! A folder's worth of files in one `.tar.gz`, the same bytes for the same files.

use std::fs::File;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result};
use flate2::Compression;
use flate2::write::GzEncoder;
use tar::{Builder, Header, HeaderMode};

/// An archive being written; everything in it stands under one top folder.
pub(crate) struct Archive {
    builder: Builder<GzEncoder<File>>,
    top: PathBuf,
}

impl Archive {
    /// # Errors
    /// When the file cannot be made.
    pub(crate) fn create(file: &Path, top: &str) -> Result<Self> {
        let out =
            File::create(file).with_context(|| format!("could not make {}", file.display()))?;
        let mut builder = Builder::new(GzEncoder::new(out, Compression::best()));
        // No times, no owner: who packs, and when, is nobody's business.
        builder.mode(HeaderMode::Deterministic);
        Ok(Self {
            builder,
            top: PathBuf::from(top),
        })
    }

    /// Adds one file under a name. It keeps its right to be run.
    ///
    /// # Errors
    /// When it cannot be read or the archive not be written.
    pub(crate) fn file(&mut self, from: &Path, name: impl AsRef<Path>) -> Result<()> {
        let place = self.top.join(name);
        self.builder
            .append_path_with_name(from, &place)
            .with_context(|| format!("could not pack {}", from.display()))
    }

    /// Adds a folder and all below it under a name, in the order of the names.
    ///
    /// # Errors
    /// When it cannot be listed or read, or the archive not be written.
    pub(crate) fn folder(&mut self, from: &Path, name: impl AsRef<Path>) -> Result<()> {
        let name = name.as_ref();
        let entries = std::fs::read_dir(from)
            .with_context(|| format!("could not list {}", from.display()))?;
        let mut entries = entries
            .collect::<Result<Vec<_>, _>>()
            .context("could not list a folder")?;
        entries.sort_by_key(std::fs::DirEntry::file_name);
        for entry in entries {
            let place = name.join(entry.file_name());
            if entry.path().is_dir() {
                self.folder(&entry.path(), place)?;
            } else {
                self.file(&entry.path(), place)?;
            }
        }
        Ok(())
    }

    /// Adds a text that is no file here.
    ///
    /// # Errors
    /// When the archive cannot be written.
    pub(crate) fn text(&mut self, text: &str, name: &str) -> Result<()> {
        let mut header = Header::new_gnu();
        header.set_size(text.len() as u64);
        header.set_mode(0o644);
        let place = self.top.join(name);
        self.builder
            .append_data(&mut header, place, text.as_bytes())
            .with_context(|| format!("could not pack {name}"))
    }

    /// Writes what is still to be written.
    ///
    /// # Errors
    /// When the file cannot be written.
    pub(crate) fn finish(self) -> Result<()> {
        let encoder = self
            .builder
            .into_inner()
            .context("could not end the archive")?;
        encoder.finish().context("could not end the archive")?;
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn packs_a_tree_under_one_top_folder_in_the_order_of_names() {
        let folder = tempfile::tempdir().unwrap();
        std::fs::create_dir(folder.path().join("b")).unwrap();
        std::fs::write(folder.path().join("b/c.txt"), "c").unwrap();
        std::fs::write(folder.path().join("a.txt"), "a").unwrap();
        let out = tempfile::tempdir().unwrap().keep().join("x.tar.gz");
        let mut archive = Archive::create(&out, "shop-1").unwrap();
        archive.folder(folder.path(), "page").unwrap();
        archive.text("read me", "START.txt").unwrap();
        archive.finish().unwrap();

        let mut packed = tar::Archive::new(flate2::read::GzDecoder::new(File::open(&out).unwrap()));
        let names: Vec<_> = packed
            .entries()
            .unwrap()
            .map(|entry| entry.unwrap().path().unwrap().display().to_string())
            .collect();
        assert_eq!(
            names,
            [
                "shop-1/page/a.txt",
                "shop-1/page/b/c.txt",
                "shop-1/START.txt"
            ]
        );
    }
}
