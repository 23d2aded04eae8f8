//! What a visitor downloads, weighed as it is sent, against `tests/budgets.toml`.

use std::collections::BTreeMap;
use std::io::Write as _;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, bail};
use serde::Deserialize;

use crate::{page, say, workspace};

/// The file of budgets: a table a program.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Budgets {
    program: BTreeMap<String, Program>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Program {
    /// The budget: bytes after gzip at level 9, file by file.
    gzip_bytes: u64,
    /// Names in `dist/`; a `*` stands for anything. Each must match something.
    files: Vec<String>,
}

/// Weighs `dist/` and prints the table.
///
/// # Errors
/// When a program is over its budget, or a named file is not there to be weighed.
pub(crate) fn check() -> Result<()> {
    let text = std::fs::read_to_string(workspace::root().join("tests/budgets.toml"))
        .context("could not read tests/budgets.toml")?;
    let budgets: Budgets =
        toml::from_str(&text).context("tests/budgets.toml is not as expected")?;
    let dist = workspace::root().join("dist");
    let present =
        page::files(&dist).context("there is no page to weigh; make it with: cargo xtask page")?;

    say::line("   program            gzip kB   budget     left");
    let mut over = Vec::new();
    for (name, program) in &budgets.program {
        let bytes = weight(program, &present).with_context(|| format!("program {name}"))?;
        let (kilo, limit) = (bytes as f64 / 1000.0, program.gzip_bytes as f64 / 1000.0);
        say::line(&format!(
            "   {name:<16} {kilo:>9.1} {limit:>8.0} {:>8.1}",
            limit - kilo
        ));
        if bytes > program.gzip_bytes {
            over.push(format!("{name} by {:.1} kB", kilo - limit));
        }
    }
    if !over.is_empty() {
        bail!("over the byte budget: {}", over.join(", "));
    }
    Ok(())
}

fn weight(program: &Program, present: &[PathBuf]) -> Result<u64> {
    let mut sum = 0;
    for pattern in &program.files {
        let matching: Vec<_> = present
            .iter()
            .filter(|file| matches(pattern, file))
            .collect();
        if matching.is_empty() {
            bail!("dist/ holds no {pattern}");
        }
        for file in matching {
            sum += gzip_bytes(file)?;
        }
    }
    Ok(sum)
}

fn gzip_bytes(file: &Path) -> Result<u64> {
    let bytes =
        std::fs::read(file).with_context(|| format!("could not read {}", file.display()))?;
    let mut encoder = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::best());
    encoder.write_all(&bytes).context("could not compress")?;
    Ok(encoder.finish().context("could not compress")?.len() as u64)
}

fn matches(pattern: &str, file: &Path) -> bool {
    let name = file.file_name().unwrap_or_default().to_string_lossy();
    let Some((start, rest)) = pattern.split_once('*') else {
        return name == pattern;
    };
    let Some(mut name) = name.strip_prefix(start) else {
        return false;
    };
    let (between, end) = rest.rsplit_once('*').unwrap_or(("", rest));
    for piece in between.split('*') {
        match name.split_once(piece) {
            Some((_, after)) => name = after,
            None => return false,
        }
    }
    name.ends_with(end)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_star_stands_for_the_hash_of_a_file() {
        let file = Path::new("dist/storefront-0a1b_bg.wasm");
        assert!(matches("storefront-*_bg.wasm", file));
        assert!(!matches("storefront-*.js", file));
        assert!(!matches("storefront_bg.wasm", file));
    }

    #[test]
    fn several_stars_find_a_chunk_alone_and_shared() {
        let pattern = "storefront-*_*inquiry*.wasm";
        assert!(matches(pattern, Path::new("storefront-0a_inquiry.wasm")));
        assert!(matches(
            pattern,
            Path::new("storefront-0a_directory.inquiry.preview.wasm")
        ));
        assert!(!matches(pattern, Path::new("storefront-0a_preview.wasm")));
        assert!(!matches(pattern, Path::new("storefront-0a_inquiry.js")));
        // The parts may not overlap: `.js` cannot end what `a.j` has used up.
        assert!(!matches("*a.j*.js", Path::new("a.js")));
    }

    #[test]
    fn weighs_compressed_bytes_and_refuses_a_file_that_is_not_there() {
        let folder = tempfile::tempdir().unwrap();
        std::fs::write(folder.path().join("a.js"), vec![b' '; 100_000]).unwrap();
        let present = page::files(folder.path()).unwrap();
        let program = |name: &str| Program {
            gzip_bytes: 0,
            files: vec![name.to_owned()],
        };
        let bytes = weight(&program("a.js"), &present).unwrap();
        assert!(bytes > 20 && bytes < 1000, "{bytes}");
        assert!(weight(&program("b.js"), &present).is_err());
    }
}
