//! Cuts the page's program into what the first screen needs and the chunks that are fetched
//! later (`src/chunks.rs`). The splitter reads what cargo wrote, before wasm-bindgen, so Trunk's
//! own copy of the program is taken out of `dist/` and the pieces are put in its place.

use std::collections::{BTreeMap, BTreeSet};
use std::ffi::OsStr;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, anyhow, bail};
use wasm_split_cli_support::{Options, transform};

use crate::page::{digest, files};
use crate::{say, tools, wasm_sections, workspace};

/// The page's program, as `index.html` names it.
const PROGRAM: &str = "storefront";

/// Puts the pieces into `dist/`, each under a name with one mark over all: a chunk fits only the
/// program that it was cut from, since the two share memory and the addresses of functions.
///
/// # Errors
/// When a piece cannot be made, or what a tool wrote is not what is expected of it.
pub(crate) fn apply(dist: &Path, path: &OsStr) -> Result<()> {
    let target = workspace::target_dir()?;
    let built = target
        .join(tools::WASM)
        .join("release")
        .join(format!("{PROGRAM}.wasm"));
    let work = target.join("split");
    if work.exists() {
        std::fs::remove_dir_all(&work).context("could not empty the folder for chunks")?;
    }
    let chunks = cut(&built, &work)?;
    let mut bindgen = workspace::command("wasm-bindgen");
    bindgen
        .args(["--target", "web", "--no-typescript", "--keep-lld-exports"])
        .args(["--remove-name-section", "--remove-producers-section"])
        .arg("--out-dir")
        .arg(&work)
        .args(["--out-name", PROGRAM])
        .arg(work.join("main.wasm"))
        .env("PATH", path);
    say::run("binding the program to its chunks", &mut bindgen)?;
    place(dist, &work, &chunks)
}

/// Cuts the program and answers the chunks: the file that the loader asks for, and the names of
/// those that need it.
fn cut(built: &Path, work: &Path) -> Result<BTreeMap<String, BTreeSet<String>>> {
    let program =
        std::fs::read(built).with_context(|| format!("cargo wrote no {}", built.display()))?;
    let main = work.join("main.wasm");
    let mut options = Options::new(&program);
    options.output_dir = work;
    options.main_out_path = &main;
    options.main_module = "./storefront.js";
    options.link_name = "./chunks.js";
    let split = transform(options)
        .map_err(|error| anyhow!("{error:#}"))
        .context("the program could not be cut into chunks")?;
    let mut chunks = BTreeMap::<String, BTreeSet<String>>::new();
    let needs: BTreeMap<_, _> = split.prefetch_map.into_iter().collect();
    for (user, needed) in needs {
        for file in needed {
            chunks.entry(file).or_default().insert(user.clone());
        }
    }
    if chunks.is_empty() {
        bail!("nothing was cut off: {} names no chunk", built.display());
    }
    Ok(chunks)
}

/// Moves the pieces to `dist/` under their final names, and writes those names where they stand.
fn place(dist: &Path, work: &Path, chunks: &BTreeMap<String, BTreeSet<String>>) -> Result<()> {
    let read = |name: &str| {
        std::fs::read(work.join(name)).with_context(|| format!("there is no piece {name}"))
    };
    let text =
        |name: &str| String::from_utf8(read(name)?).with_context(|| format!("{name} is not text"));
    let program = read("storefront_bg.wasm")?;
    let (mut bindings, mut loader) = (text("storefront.js")?, text("chunks.js")?);
    let mut pieces = BTreeMap::new();
    for (file, users) in chunks {
        let users: Vec<&str> = users.iter().map(String::as_str).collect();
        let bytes = wasm_sections::without_custom(&read(&format!("{file}.wasm"))?)
            .with_context(|| format!("{file}.wasm is not a program"))?;
        pieces.insert(file, (users.join("."), bytes));
    }
    let mark = digest(
        [program.as_slice(), bindings.as_bytes(), loader.as_bytes()]
            .into_iter()
            .chain(pieces.values().map(|(_, bytes)| bytes.as_slice())),
    );
    let stem = format!("{PROGRAM}-{mark}");

    loader = replace(&loader, "\"./storefront.js\"", &format!("\"./{stem}.js\""))?;
    loader = replace(&loader, STREAMING, "started(src, imports)")? + STARTED;
    for (file, (users, _)) in &pieces {
        let name = format!("\"./{stem}_{users}.wasm\"");
        loader = replace(&loader, &format!("\"./{file}.wasm\""), &name)?;
    }
    let from = format!("from \"./{stem}_chunks.js\"");
    bindings = replace(&bindings, "from \"./chunks.js\"", &from)?;

    name_in_index(dist, &stem)?;
    let mut written = vec![
        (format!("{stem}.js"), bindings.into_bytes()),
        (format!("{stem}_chunks.js"), loader.into_bytes()),
        (format!("{stem}_bg.wasm"), program),
    ];
    for (users, bytes) in pieces.into_values() {
        written.push((format!("{stem}_{users}.wasm"), bytes));
    }
    for (name, bytes) in written {
        std::fs::write(dist.join(&name), bytes)
            .with_context(|| format!("could not write dist/{name}"))?;
    }
    Ok(())
}

/// What the splitter writes to start a chunk. It insists that the server knows the type of wasm.
const STREAMING: &str = "(WebAssembly.instantiateStreaming(src, imports))";

/// What stands for it, since a plain server may not know that type.
const STARTED: &str = "
async function started(src, imports) {
    const response = await src;
    if (!response.ok) throw new Error(`${response.url}: ${response.status}`);
    return WebAssembly.instantiate(await response.arrayBuffer(), imports);
}
";

/// Takes Trunk's copy of the program away and names ours in its place. The loader is named too:
/// the browser would find it only after it has read the bindings.
fn name_in_index(dist: &Path, stem: &str) -> Result<()> {
    let old: Vec<PathBuf> = files(dist)?
        .into_iter()
        .filter(|file| name_of(file).starts_with("storefront-"))
        .collect();
    let old_stem = old
        .iter()
        .find_map(|file| Some(name_of(file).strip_suffix("_bg.wasm")?.to_owned()))
        .context("Trunk wrote no program of the page")?;
    let index = dist.join("index.html");
    let html = std::fs::read_to_string(&index).context("Trunk wrote no dist/index.html")?;
    let html = replace(&html, &old_stem, stem)?;
    let preload = format!("<link rel=\"modulepreload\" href=\"./{stem}.js\">");
    let both = format!("{preload}<link rel=\"modulepreload\" href=\"./{stem}_chunks.js\">");
    let html = replace(&html, &preload, &both)?;
    std::fs::write(&index, html).context("could not write dist/index.html")?;
    for file in old {
        std::fs::remove_file(&file)
            .with_context(|| format!("could not remove {}", file.display()))?;
    }
    Ok(())
}

fn name_of(file: &Path) -> String {
    let name = file.file_name().unwrap_or_default();
    name.to_string_lossy().into_owned()
}

/// Replaces what must be there, so that a tool that writes it otherwise is noticed.
fn replace(text: &str, from: &str, to: &str) -> Result<String> {
    if !text.contains(from) {
        bail!("there is no {from} where a tool should have written it");
    }
    Ok(text.replace(from, to))
}

#[cfg(test)]
mod tests {
    use super::*;

    const EMPTY: &[u8] = b"\0asm\x01\0\0\0";

    fn folder(files: &[(&str, &[u8])]) -> tempfile::TempDir {
        let folder = tempfile::tempdir().unwrap();
        for (name, bytes) in files {
            std::fs::write(folder.path().join(name), bytes).unwrap();
        }
        folder
    }

    fn pieces(loader: &str) -> tempfile::TempDir {
        folder(&[
            ("storefront_bg.wasm", EMPTY),
            (
                "storefront.js",
                b"import * as a from \"./chunks.js\"; b = { \"./chunks.js\": a };",
            ),
            ("chunks.js", loader.as_bytes()),
            ("split_inquiry.wasm", EMPTY),
            ("chunk_3.wasm", EMPTY),
        ])
    }

    fn trunks() -> tempfile::TempDir {
        let html = "<link rel=\"modulepreload\" href=\"./storefront-0a.js\">\
                    <script data-js=\"storefront-0a.js\" data-wasm=\"storefront-0a_bg.wasm\">";
        folder(&[
            ("index.html", html.as_bytes()),
            ("storefront-0a.js", b"old"),
            ("storefront-0a_bg.wasm", b"old"),
            ("start.js", b"kept"),
        ])
    }

    fn needed() -> BTreeMap<String, BTreeSet<String>> {
        let users = |names: &[&str]| names.iter().map(|name| (*name).to_owned()).collect();
        BTreeMap::from([
            ("split_inquiry".to_owned(), users(&["inquiry"])),
            ("chunk_3".to_owned(), users(&["preview", "inquiry"])),
        ])
    }

    const LOADER: &str = "import { initSync } from \"./storefront.js\";\n\
        f(\"./split_inquiry.wasm\", (WebAssembly.instantiateStreaming(src, imports)));\n\
        f(\"./chunk_3.wasm\", (WebAssembly.instantiateStreaming(src, imports)));\n";

    #[test]
    fn every_piece_gets_one_mark_and_a_shared_one_the_names_of_its_users() {
        let (dist, work) = (trunks(), pieces(LOADER));
        place(dist.path(), work.path(), &needed()).unwrap();
        let names: Vec<String> = files(dist.path())
            .unwrap()
            .iter()
            .map(|f| name_of(f))
            .collect();
        let html = std::fs::read_to_string(dist.path().join("index.html")).unwrap();
        let (_, after) = html.split_once("data-js=\"").unwrap();
        let (js, _) = after.split_once('"').unwrap();
        let stem = js.strip_suffix(".js").unwrap();
        let expected: Vec<String> = [
            ".js",
            "_bg.wasm",
            "_chunks.js",
            "_inquiry.preview.wasm",
            "_inquiry.wasm",
        ]
        .iter()
        .map(|end| format!("{stem}{end}"))
        .collect();
        assert_eq!(names[2..], expected[..], "{names:?}");
        assert_eq!(names[..2], ["index.html", "start.js"]);
        assert!(
            html.contains(&format!("href=\"./{stem}_chunks.js\"")),
            "{html}"
        );
        assert!(!html.contains("storefront-0a"), "{html}");
    }

    #[test]
    fn the_loader_asks_for_the_final_names_and_needs_no_type_from_the_server() {
        let (dist, work) = (trunks(), pieces(LOADER));
        place(dist.path(), work.path(), &needed()).unwrap();
        let name = |end: &str| {
            let all = files(dist.path()).unwrap();
            name_of(
                all.iter()
                    .find(|file| name_of(file).ends_with(end))
                    .unwrap(),
            )
        };
        let loader = std::fs::read_to_string(dist.path().join(name("_chunks.js"))).unwrap();
        for end in ["_inquiry.wasm", "_inquiry.preview.wasm"] {
            assert!(loader.contains(&format!("\"./{}\"", name(end))), "{loader}");
        }
        assert!(!loader.contains("Streaming"), "{loader}");
        let bindings = name("_bg.wasm").replace("_bg.wasm", ".js");
        assert!(
            loader.contains(&format!("from \"./{bindings}\"")),
            "{loader}"
        );
        let bindings = std::fs::read_to_string(dist.path().join(bindings)).unwrap();
        assert!(
            bindings.contains(&format!("from \"./{}\"", name("_chunks.js"))),
            "{bindings}"
        );
    }

    #[test]
    fn refuses_a_loader_that_starts_chunks_in_another_way() {
        let (dist, work) = (
            trunks(),
            pieces("import { initSync } from \"./storefront.js\";"),
        );
        assert!(place(dist.path(), work.path(), &needed()).is_err());
    }
}
