//! The sources of a `config.json`, each with its own mapping, paths relative to it.

use super::{Content, Entry, Loaded, Unusable, file, local};
use catalog::ConfigSource;
use std::path::Path;

/// Reads the local sources of the configuration at `config`.
pub(super) fn load_sources(config: &Path, sources: &[ConfigSource], entries: &mut Vec<Entry>) {
    for source in sources {
        let Some(path) = local::beside(config, &source.url) else {
            entries.push(Entry {
                path: source.url.clone(),
                content: Content::Remote,
            });
            continue;
        };
        let content = match load_source(config, &path, source) {
            Ok(loaded) => Content::Catalog(Box::new(loaded)),
            Err(unusable) => Content::Unusable(unusable),
        };
        entries.push(Entry {
            path: path.display().to_string(),
            content,
        });
    }
}

fn load_source(config: &Path, path: &Path, source: &ConfigSource) -> Result<Loaded, Unusable> {
    let bytes = std::fs::read(path).map_err(|error| Unusable {
        code: "cannot-read",
        reason: error.to_string(),
        fix: "Put the file where the configuration says, relative to it.",
    })?;
    let mapping = source
        .mapping
        .as_deref()
        .and_then(|mapping| local::beside(config, mapping));
    let loaded = file::read(path, &bytes, mapping.as_deref())?;
    Ok(Loaded {
        source: source.id.clone(),
        title: source.title.clone(),
        banner: source.banner.clone(),
        ..loaded
    })
}
