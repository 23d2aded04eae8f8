//! What `serve` lays over the page: some invented listings, and a configuration that adds them
//! to the shop's own sources with a banner. Written anew at each start under the target folder,
//! so no deployment can carry them.

use std::path::PathBuf;

use anyhow::{Context as _, Result};
use serde_json::{Value, json};

use crate::{invent::invent, workspace};

/// Enough that browsing feels like browsing.
const LISTINGS: usize = 300;
/// The same shop at every start, so that links keep.
const SEED: u64 = 20_261_123;

/// Writes the files and answers in which folder.
///
/// # Errors
/// When the page's configuration cannot be read or the folder cannot be written.
pub(crate) fn prepare() -> Result<PathBuf> {
    let folder = workspace::target_dir()?.join("demonstration");
    std::fs::create_dir_all(&folder).context("could not make the demonstration's folder")?;
    let own = workspace::root().join("public/config.json");
    let text = std::fs::read_to_string(&own).context("could not read public/config.json")?;
    let config: Value = serde_json::from_str(&text).context("public/config.json is not JSON")?;
    std::fs::write(
        folder.join("config.json"),
        with_invented(config).to_string(),
    )
    .and_then(|()| std::fs::write(folder.join("invented.json"), invent(LISTINGS, SEED)))
    .context("could not write the demonstration")?;
    Ok(folder)
}

/// The shop's configuration with the invented source as its last.
fn with_invented(mut config: Value) -> Value {
    let source = json!({
        "id": "invented",
        "kind": "dxc",
        "url": "invented.json",
        "title": { "zh": "虚构样例", "en": "Invented examples" },
        "banner": {
            "zh": "这一来源的机构、供方和挂牌都是虚构的，只为展示浏览的样子，不是真实数据。",
            "en": "The exchanges, suppliers and listings of this source are invented, only to show what browsing is like. They are not real data."
        }
    });
    if let Some(sources) = config.get_mut("sources").and_then(Value::as_array_mut) {
        sources.push(source);
    }
    config
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_invented_source_comes_last_and_says_what_it_is() {
        let config = with_invented(json!({ "sources": [{ "id": "founding" }] }));
        let sources = config["sources"].as_array().unwrap();
        assert_eq!(sources[0]["id"], "founding");
        assert_eq!(sources[1]["id"], "invented");
        assert!(
            sources[1]["banner"]["zh"]
                .as_str()
                .unwrap()
                .contains("虚构")
        );
    }
}
