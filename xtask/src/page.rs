//! The page, built by Trunk and then finished: cut into chunks, smaller wasm, a mark for the
//! worker files, and a real folder for each route, so that any plain file server serves a deep
//! link.

use std::path::{Path, PathBuf};

use anyhow::{Context, Result, bail};
use routes::FOLDERS;
use sha2::{Digest as _, Sha256};

use crate::wasm_opt::WasmOpt;
use crate::{arrange, minify, names, say, split, tools, wasm_sections, workspace};

/// Builds `dist/` and answers where it is.
///
/// # Errors
/// When a tool is missing, the build fails, or what Trunk wrote is not what is expected of it.
pub(crate) fn build() -> Result<PathBuf> {
    let path = tools::for_page()?;
    let mut trunk = workspace::command("trunk");
    trunk
        .args(["build", "--release", "--public-url", "./"])
        .env("PATH", &path)
        .env("TRUNK_SKIP_VERSION_CHECK", "true")
        .env("CARGO_ENCODED_RUSTFLAGS", flags())
        // What fails here is named by cargo; where Trunk was at that moment helps nobody.
        .env("RUST_BACKTRACE", "0")
        // Trunk reads this variable as true or false and refuses the usual "1".
        .env("NO_COLOR", "true");
    say::run("building the page", &mut trunk)?;
    let dist = workspace::root().join("dist");
    split::apply(&dist, &path)?;
    for program in ["preview-worker", "sheets-worker"] {
        shorten(&dist, program)?;
    }
    strip(&dist)?;
    if let Some(wasm_opt) = WasmOpt::find()? {
        for file in files(&dist)?.iter().filter(|file| ends_with(file, ".wasm")) {
            wasm_opt.apply(file)?;
        }
    }
    arrange_all(&dist)?;
    let scripts = files(&dist)?;
    minify::apply(
        scripts
            .iter()
            .map(PathBuf::as_path)
            .filter(|file| is_bindings(file) || ends_with(file, ".css")),
    )?;
    finish(&dist)?;
    say::line(&format!("   the page is in {}", dist.display()));
    Ok(dist)
}

/// How the published programs are compiled, beside what `Cargo.toml` says.
///
/// The folders of this machine are taken out: they are nobody's business, and the same sources
/// should give the same bytes everywhere. Digests are computed in a loop that is a tenth of the unrolled one.
fn flags() -> String {
    let mut places = vec![(workspace::root(), "jishi")];
    if let Some(home) = std::env::var_os("CARGO_HOME")
        .map(PathBuf::from)
        .or_else(|| Some(std::env::home_dir()?.join(".cargo")))
    {
        places.push((home.join("registry").join("src"), "crates"));
    }
    let mut flags: Vec<String> = places
        .iter()
        .map(|(folder, name)| format!("--remap-path-prefix={}={name}", folder.display()))
        .collect();
    flags.push("--cfg=sha2_backend_soft=\"compact\"".to_owned());
    // The separator that cargo reads in this variable, so that a folder may have spaces.
    flags.join("\u{1f}")
}

/// Short names for a program that is not cut; the others have them already.
fn shorten(dist: &Path, name: &str) -> Result<()> {
    let js = dist.join(format!("{name}.js"));
    let wasm = dist.join(format!("{name}_bg.wasm"));
    let bindings =
        std::fs::read_to_string(&js).with_context(|| format!("Trunk wrote no dist/{name}.js"))?;
    let program =
        std::fs::read(&wasm).with_context(|| format!("Trunk wrote no dist/{name}_bg.wasm"))?;
    let (bindings, program) = names::shorten(&bindings, &program)
        .with_context(|| format!("the names of {name} could not be shortened"))?;
    std::fs::write(&js, bindings)
        .and_then(|()| std::fs::write(&wasm, program))
        .with_context(|| format!("could not write {name}"))
}

/// Whether wasm-bindgen wrote it: the script of a program.
fn is_bindings(file: &Path) -> bool {
    let name = file.file_name().unwrap_or_default().to_string_lossy();
    name.ends_with("-worker.js") || name.starts_with("storefront-") && name.ends_with(".js")
}

/// Takes the names of functions out of the programs, which cargo leaves in for the splitter.
fn strip(dist: &Path) -> Result<()> {
    for file in files(dist)?.iter().filter(|file| ends_with(file, ".wasm")) {
        let name = file.display();
        let wasm = std::fs::read(file).with_context(|| format!("could not read {name}"))?;
        let wasm = wasm_sections::without_custom(&wasm)
            .with_context(|| format!("{name} is not a program"))?;
        std::fs::write(file, wasm).with_context(|| format!("could not write {name}"))?;
    }
    Ok(())
}

/// Lays the programs out for gzip; after the optimizer, which has an order of its own.
fn arrange_all(dist: &Path) -> Result<()> {
    for file in files(dist)?.iter().filter(|file| ends_with(file, ".wasm")) {
        let name = file.display();
        let wasm = std::fs::read(file).with_context(|| format!("could not read {name}"))?;
        let wasm = arrange::apply(&wasm).with_context(|| format!("{name} stays unsorted"))?;
        std::fs::write(file, wasm).with_context(|| format!("could not write {name}"))?;
    }
    Ok(())
}

/// What Trunk leaves to do, once the files are as they will be served.
fn finish(dist: &Path) -> Result<()> {
    let index = dist.join("index.html");
    let html = std::fs::read_to_string(&index).context("Trunk wrote no dist/index.html")?;
    let html = replace_one(
        &html,
        "data-build=\"\"",
        &format!("data-build=\"{}\"", worker_mark(dist)?),
    )?;
    std::fs::write(&index, &html).context("could not write dist/index.html")?;

    // Each folder is one step down, so its copy finds everything one step up.
    let inside = replace_one(&html, "<base href=\"./\">", "<base href=\"../\">")?;
    for folder in FOLDERS {
        let path = dist.join(folder);
        std::fs::create_dir_all(&path)
            .and_then(|()| std::fs::write(path.join("index.html"), &inside))
            .with_context(|| format!("could not write dist/{folder}/index.html"))?;
    }
    Ok(())
}

/// A short mark over everything that the page asks of its workers by a name without a hash.
fn worker_mark(dist: &Path) -> Result<String> {
    let mut contents = Vec::new();
    for file in files(dist)? {
        let name = file.file_name().unwrap_or_default().to_string_lossy();
        if name == "worker.js" || name.contains("-worker") {
            contents.push(std::fs::read(&file).with_context(|| format!("could not read {name}"))?);
        }
    }
    Ok(digest(contents.iter().map(Vec::as_slice)))
}

/// The first twelve digits of the SHA-256 over several pieces: enough to tell builds apart.
pub(crate) fn digest<'a>(pieces: impl IntoIterator<Item = &'a [u8]>) -> String {
    let mut hash = Sha256::new();
    for piece in pieces {
        hash.update((piece.len() as u64).to_le_bytes());
        hash.update(piece);
    }
    hash.finalize()
        .iter()
        .take(6)
        .map(|byte| format!("{byte:02x}"))
        .collect()
}

/// The files of a folder, itself only, in the order of their names.
pub(crate) fn files(folder: &Path) -> Result<Vec<PathBuf>> {
    let entries = std::fs::read_dir(folder)
        .with_context(|| format!("could not list {}", folder.display()))?;
    let mut files: Vec<PathBuf> = entries
        .filter_map(|entry| Some(entry.ok()?.path()))
        .filter(|path| path.is_file())
        .collect();
    files.sort();
    Ok(files)
}

fn ends_with(file: &Path, end: &str) -> bool {
    file.file_name()
        .unwrap_or_default()
        .to_string_lossy()
        .ends_with(end)
}

/// Replaces what must be there just once, so that a new Trunk that writes it otherwise is noticed.
fn replace_one(text: &str, from: &str, to: &str) -> Result<String> {
    if text.matches(from).count() != 1 {
        bail!("dist/index.html should hold {from} just once");
    }
    Ok(text.replacen(from, to, 1))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn dist_with(html: &str) -> tempfile::TempDir {
        let dist = tempfile::tempdir().unwrap();
        std::fs::write(dist.path().join("index.html"), html).unwrap();
        std::fs::write(dist.path().join("search-worker_bg.wasm"), b"one").unwrap();
        dist
    }

    #[test]
    fn every_route_gets_a_folder_whose_base_is_one_step_up() {
        let dist = dist_with("<base href=\"./\"><script data-build=\"\"></script>");
        finish(dist.path()).unwrap();
        for folder in FOLDERS {
            let html =
                std::fs::read_to_string(dist.path().join(folder).join("index.html")).unwrap();
            assert!(html.contains("<base href=\"../\">"), "{folder}: {html}");
        }
        let home = std::fs::read_to_string(dist.path().join("index.html")).unwrap();
        assert!(home.contains("<base href=\"./\">"));
    }

    #[test]
    fn the_mark_changes_with_a_worker_file_and_with_nothing_else() {
        let dist = dist_with("");
        let first = worker_mark(dist.path()).unwrap();
        std::fs::write(dist.path().join("storefront.js"), b"page").unwrap();
        assert_eq!(first, worker_mark(dist.path()).unwrap());
        std::fs::write(dist.path().join("search-worker_bg.wasm"), b"two").unwrap();
        assert_ne!(first, worker_mark(dist.path()).unwrap());
    }

    #[test]
    fn refuses_an_index_without_the_base_it_must_change() {
        let dist = dist_with("<script data-build=\"\"></script>");
        assert!(finish(dist.path()).is_err());
    }
}
