//! The site's `config.json`: the host's options as they were given, with sources that point at
//! the site's own files.

use std::path::{Path, PathBuf};

use anyhow::{Context, Result};
use catalog::{Config, ConfigSource, Notice, SourceKind, read_config};
use serde_json::{Map, Value, json};

use crate::load::{Loaded, limits, local};

/// A configuration to start from.
#[derive(Debug, Default)]
pub(super) struct Settings {
    /// The file it was read from.
    pub(super) file: Option<PathBuf>,
    /// Its members as written; members that this program does not know stay.
    members: Map<String, Value>,
    /// The same, understood.
    pub(super) config: Config,
    /// Options that will not be followed.
    pub(super) notices: Vec<Notice>,
}

impl Settings {
    /// Reads `file`.
    pub(super) fn read(file: &Path) -> Result<Self> {
        let bytes =
            std::fs::read(file).with_context(|| format!("cannot read {}", file.display()))?;
        let bare = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(&bytes);
        let value: Value = serde_json::from_slice(bare)
            .with_context(|| format!("{} is not JSON", file.display()))?;
        let Value::Object(members) = value else {
            anyhow::bail!("{} is not a configuration", file.display());
        };
        let parsed = read_config(&bytes, &limits());
        Ok(Self {
            file: Some(file.to_owned()),
            members,
            config: parsed.value,
            notices: parsed.notices,
        })
    }

    /// The options of the page's own configuration, without its shop.
    pub(super) fn of_page(page: &Path) -> Self {
        let mut settings = Self::read(&page.join("config.json")).unwrap_or_default();
        settings.config.sources.clear();
        settings.file = None;
        settings
    }

    /// The configured source that is `path`, when the host gave the file and the
    /// configuration names it: its id stands in every link, so it must stay.
    pub(super) fn source_of(&self, path: &Path) -> Option<&ConfigSource> {
        let config = self.file.as_deref()?;
        let path = path.canonicalize().ok()?;
        self.config.sources.iter().find(|source| {
            let beside = local::beside(config, &source.url);
            beside.and_then(|file| file.canonicalize().ok()).as_ref() == Some(&path)
        })
    }

    /// Sources on the web, which stay as they are.
    pub(super) fn remote(&self) -> impl Iterator<Item = &ConfigSource> {
        self.config
            .sources
            .iter()
            .filter(|source| local::is_remote(&source.url))
    }

    /// The configuration of the site as JSON text.
    pub(super) fn write(&self, sources: &[ConfigSource]) -> Result<Vec<u8>> {
        let mut members = self.members.clone();
        // Leads nowhere from the site.
        members.shift_remove("$schema");
        if !members.contains_key("version") {
            members.insert("version".to_owned(), json!(self.config.version));
        }
        members.insert("sources".to_owned(), json!(sources));
        let text = serde_json::to_string_pretty(&members)
            .context("the configuration cannot be written")?;
        Ok(format!("{text}\n").into_bytes())
    }
}

/// The site's entry for a catalog that was read.
pub(super) fn entry(loaded: &Loaded, url: &str, ahead: bool) -> ConfigSource {
    ConfigSource {
        id: loaded.source.clone(),
        kind: SourceKind::Dxc,
        url: url.to_owned(),
        mapping: None,
        title: loaded.title.clone(),
        banner: loaded.banner.clone(),
        ahead,
    }
}
