//! A shop to be built, for tests.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

use catalog::{Catalog, Limits, ShardPlan, read_catalog, read_shard};
use tempfile::TempDir;

/// A folder with a small page and the example market.
pub(crate) struct Shop {
    folder: TempDir,
}

impl Shop {
    pub(crate) fn new() -> Self {
        let shop = Self {
            folder: tempfile::tempdir().unwrap(),
        };
        let shell = "<title>集市 Jishi</title><a href=\"catalog.json\">catalog.json</a>";
        for (name, text) in [
            ("page/index.html", shell),
            ("page/browse/index.html", shell),
            ("page/start.js", "start"),
            ("page/catalog.json", "{\"demo\":true}"),
            ("page/samples/demo.csv", "a,b"),
            (
                "page/config.json",
                r#"{"version":"0.1","theme":{"radius":4},"sources":[{"id":"founding","kind":"dxc","url":"catalog.json"}]}"#,
            ),
        ] {
            shop.write(name, text);
        }
        let market = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../examples/market");
        for name in ["listings.csv", "mapping.json", "config.json"] {
            std::fs::copy(market.join(name), shop.path(name)).unwrap();
        }
        shop
    }

    pub(crate) fn path(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    pub(crate) fn write(&self, name: &str, text: impl AsRef<[u8]>) {
        let path = self.path(name);
        std::fs::create_dir_all(path.parent().unwrap()).unwrap();
        std::fs::write(path, text).unwrap();
    }

    pub(crate) fn read(&self, name: &str) -> String {
        std::fs::read_to_string(self.path(name)).unwrap()
    }

    pub(crate) fn jishi(&self, words: &[&str]) -> Output {
        let mut command = Command::new(env!("CARGO_BIN_EXE_jishi"));
        command
            .args(words)
            .current_dir(self.folder.path())
            .output()
            .unwrap()
    }

    /// Builds the market from its table.
    pub(crate) fn build(&self) {
        let words = [
            "build",
            "listings.csv",
            "--mapping",
            "mapping.json",
            "--page",
            "page",
            "--out",
            "out",
        ];
        let output = self.jishi(&words);
        assert!(
            output.status.success(),
            "{}",
            String::from_utf8_lossy(&output.stderr)
        );
    }

    /// The catalog that a page would read from the site, its shards included.
    pub(crate) fn catalog(&self, source: &str) -> Catalog {
        let folder = format!("out/data/{source}");
        let bytes = std::fs::read(self.path(&format!("{folder}/catalog.json"))).unwrap();
        let limits = Limits::default();
        let parsed = read_catalog(&bytes, &limits).unwrap();
        assert!(parsed.notices.is_empty(), "{:?}", parsed.notices);
        let mut catalog = parsed.value;
        let mut plan = ShardPlan::new(&catalog);
        while let Some(shard) = plan.take() {
            let bytes = std::fs::read(self.path(&format!("{folder}/{}", shard.href))).unwrap();
            assert!(shard.has_digest_of(&bytes), "{}", shard.href);
            assert_eq!(shard.byte_size, Some(bytes.len() as u64));
            let part = read_shard(&bytes, &catalog, &limits).unwrap();
            assert_eq!(part.value.listings.len() as u64, shard.count);
            catalog.listings.extend(part.value.listings);
        }
        catalog
    }

    /// Every file of the site with its bytes.
    pub(crate) fn site(&self) -> BTreeMap<String, Vec<u8>> {
        let mut found = BTreeMap::new();
        let mut waiting = vec![self.path("out")];
        while let Some(folder) = waiting.pop() {
            for entry in std::fs::read_dir(folder).unwrap() {
                let path = entry.unwrap().path();
                if path.is_dir() {
                    waiting.push(path);
                } else {
                    let name = path
                        .strip_prefix(self.path("out"))
                        .unwrap()
                        .display()
                        .to_string();
                    found.insert(name, std::fs::read(path).unwrap());
                }
            }
        }
        found
    }
}

pub(crate) fn code(output: &Output) -> i32 {
    output.status.code().unwrap()
}

pub(crate) fn words(output: &Output) -> String {
    String::from_utf8_lossy(&output.stderr).into_owned()
}
