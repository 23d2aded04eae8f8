//! Cuts programs into what is needed at once and the chunks that are fetched later
//! (`src/chunks.rs`, and the `chunks.rs` of workers). The splitter reads what cargo wrote,
//! before wasm-bindgen, so Trunk's own copy of each program is taken out of `dist/` and the pieces
//! are put in its place.

use std::collections::{BTreeMap, BTreeSet};
use std::ffi::OsStr;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, anyhow, bail};
use wasm_split_cli_support::{Options, transform};

use crate::page::{digest, files};
use crate::{names, say, tools, workspace};

/// The page's program, as `index.html` names it.
const PAGE: &str = "storefront";

/// The search worker's.
const SEARCH: &str = "search-worker";

/// The Parquet worker's.
const PARQUET: &str = "parquet-worker";

/// The file that needs a chunk's name, and who needs that file.
type Chunks = BTreeMap<String, BTreeSet<String>>;

/// Puts the pieces of these programs into `dist/`.
///
/// # Errors
/// When a piece cannot be made, or what a tool wrote is not what is expected of it.
pub(crate) fn apply(dist: &Path, path: &OsStr) -> Result<()> {
    for program in [PAGE, SEARCH, PARQUET] {
        let target = workspace::target_dir()?;
        let built = target
            .join(tools::WASM)
            .join("release")
            .join(format!("{program}.wasm"));
        let work = target.join("split").join(program);
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
            .args(["--out-name", program])
            .arg(work.join("main.wasm"))
            .env("PATH", path);
        say::run(&format!("binding {program} to its chunks"), &mut bindgen)?;
        place(program, dist, &work, &chunks)?;
    }
    Ok(())
}

/// Cuts the program and answers the chunks: the file that the loader asks for, and the names of
/// those that need it.
fn cut(built: &Path, work: &Path) -> Result<Chunks> {
    let program =
        std::fs::read(built).with_context(|| format!("cargo wrote no {}", built.display()))?;
    let main = work.join("main.wasm");
    let mut options = Options::new(&program);
    options.output_dir = work;
    options.main_out_path = &main;
    options.main_module = MAIN;
    options.link_name = LOADER;
    let split = transform(options)
        .map_err(|error| anyhow!("{error:#}"))
        .context("the program could not be cut into chunks")?;
    let mut chunks = Chunks::new();
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
///
/// All names of a program's pieces have one mark: a chunk fits only the program that it was cut
/// from, since the two share memory and the addresses of functions. A worker's program itself
/// has none, as the page asks for it by the mark over all workers (`page::worker_mark`); its
/// chunks must have one, or a worker that was started before a change of the site would get the
/// chunk of another program.
fn place(program: &str, dist: &Path, work: &Path, chunks: &Chunks) -> Result<()> {
    let read = |name: &str| {
        std::fs::read(work.join(name)).with_context(|| format!("there is no piece {name}"))
    };
    let text =
        |name: &str| String::from_utf8(read(name)?).with_context(|| format!("{name} is not text"));
    let bindings = with_loader(&text(&format!("{program}.js"))?, &text(LOADER)?)?;
    let (mut bindings, wasm) = names::shorten(&bindings, &read(&format!("{program}_bg.wasm"))?)
        .with_context(|| format!("the names of {program} could not be shortened"))?;
    let mut pieces = BTreeMap::new();
    for (file, users) in chunks {
        let users: Vec<&str> = users.iter().map(String::as_str).collect();
        pieces.insert(file, (users.join("."), read(&format!("{file}.wasm"))?));
    }
    let mark = digest(
        [wasm.as_slice(), bindings.as_bytes()]
            .into_iter()
            .chain(pieces.values().map(|(_, bytes)| bytes.as_slice())),
    );
    let marked = format!("{program}-{mark}");
    for (file, (users, _)) in &pieces {
        let name = format!("\"./{marked}_{users}.wasm\"");
        bindings = replace(&bindings, &format!("\"./{file}.wasm\""), &name)?;
    }

    let stem = if program == PAGE {
        name_in_index(dist, &marked)?;
        &marked
    } else {
        program
    };
    let mut written = vec![
        (format!("{stem}.js"), bindings.into_bytes()),
        (format!("{stem}_bg.wasm"), wasm),
    ];
    for (users, bytes) in pieces.into_values() {
        written.push((format!("{marked}_{users}.wasm"), bytes));
    }
    for (name, bytes) in written {
        std::fs::write(dist.join(&name), bytes)
            .with_context(|| format!("could not write dist/{name}"))?;
    }
    Ok(())
}

/// What the splitter is told of the other two files: where the loader finds the bindings, and
/// where they find it.
const MAIN: &str = "./main.js";
const LOADER: &str = "./chunks.js";

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

/// The bindings with the loader in them. As two files they import each other, which costs the
/// visitor a request, and a worker a second copy of the bindings: its address has a query, and
/// the loader could not name it.
fn with_loader(bindings: &str, loader: &str) -> Result<String> {
    let loader = replace(
        loader,
        &format!("import {{ initSync }} from \"{MAIN}\";"),
        "",
    )?;
    let loader = replace(&loader, STREAMING, "started(src, imports)")?;
    let names: BTreeSet<&str> = loader
        .lines()
        .filter_map(|line| line.strip_prefix("export const ")?.split_once(" ="))
        .map(|(name, _)| name)
        .collect();
    let names = names.into_iter().collect::<Vec<_>>().join(", ");
    let loader = replace(&loader, "export const ", "const ")?;

    let (mut kept, mut imports, mut uses) = (String::new(), 0, 0);
    for line in bindings.lines() {
        let trimmed = line.trim();
        if trimmed.starts_with("import ") && trimmed.contains(&format!("\"{LOADER}\"")) {
            imports += 1;
        } else if trimmed.starts_with(&format!("\"{LOADER}\": ")) {
            uses += 1;
            if uses == 1 {
                kept += &format!("        \"{LOADER}\": {{ {names} }},\n");
            }
        } else {
            kept += line;
            kept.push('\n');
        }
    }
    if imports == 0 || imports != uses {
        bail!("the bindings import the loader {imports} times and use it {uses} times");
    }
    Ok(kept + &loader + STARTED)
}

/// Takes Trunk's copy of the program away and names ours in its place.
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

    const BINDINGS: &str = "import * as import1 from \"./chunks.js\"\n\
        import * as import2 from \"./chunks.js\"\n\
        return {\n    \"./main_bg.js\": import0,\n    \"./chunks.js\": import1,\n    \
        \"./chunks.js\": import2,\n};\n";

    const WRITTEN: &str = "import { initSync } from \"./main.js\";\n\
        const __chunk_3 = f(\"./chunk_3.wasm\", (WebAssembly.instantiateStreaming(src, imports)));\n\
        export const __load_preview = 1;\n\
        export const __load_inquiry = \
        f(\"./split_inquiry.wasm\", (WebAssembly.instantiateStreaming(src, imports)));\n";

    fn folder(files: &[(&str, &[u8])]) -> tempfile::TempDir {
        let folder = tempfile::tempdir().unwrap();
        for (name, bytes) in files {
            std::fs::write(folder.path().join(name), bytes).unwrap();
        }
        folder
    }

    fn pieces(program: &str) -> tempfile::TempDir {
        folder(&[
            (&format!("{program}_bg.wasm"), EMPTY),
            (&format!("{program}.js"), BINDINGS.as_bytes()),
            ("chunks.js", WRITTEN.as_bytes()),
            ("split_inquiry.wasm", EMPTY),
            ("chunk_3.wasm", EMPTY),
        ])
    }

    fn trunks() -> tempfile::TempDir {
        let html = "<link rel=\"modulepreload\" href=\"./storefront-0a.js\">\
                    <script data-js=\"storefront-0a.js\" data-wasm=\"storefront-0a_bg.wasm\">";
        folder(&[
            ("index.html", html.as_bytes()),
            ("search-worker.js", b"old"),
            ("storefront-0a.js", b"old"),
            ("storefront-0a_bg.wasm", b"old"),
            ("start.js", b"kept"),
        ])
    }

    fn needed() -> Chunks {
        let users = |names: &[&str]| names.iter().map(|name| (*name).to_owned()).collect();
        BTreeMap::from([
            ("split_inquiry".to_owned(), users(&["inquiry"])),
            ("chunk_3".to_owned(), users(&["preview", "inquiry"])),
        ])
    }

    /// Places the pieces of a program, and answers the names in `dist/` and the bindings.
    fn placed(program: &str) -> (Vec<String>, String, String) {
        let (dist, work) = (trunks(), pieces(program));
        place(program, dist.path(), work.path(), &needed()).unwrap();
        let names: Vec<String> = files(dist.path())
            .unwrap()
            .iter()
            .map(|f| name_of(f))
            .collect();
        let read = |name: &str| std::fs::read_to_string(dist.path().join(name)).unwrap();
        let bindings = names
            .iter()
            .find(|name| name.starts_with(program) && name.ends_with(".js"))
            .unwrap();
        (names.clone(), read(bindings), read("index.html"))
    }

    #[test]
    fn every_piece_of_the_page_gets_one_mark_and_a_shared_one_the_names_of_its_users() {
        let (names, bindings, html) = placed(PAGE);
        let (_, after) = html.split_once("data-js=\"").unwrap();
        let (js, _) = after.split_once('"').unwrap();
        let stem = js.strip_suffix(".js").unwrap();
        let ends = [".js", "_bg.wasm", "_inquiry.preview.wasm", "_inquiry.wasm"];
        let expected: Vec<String> = ends.iter().map(|end| format!("{stem}{end}")).collect();
        assert_eq!(names[..3], ["index.html", "search-worker.js", "start.js"]);
        assert_eq!(names[3..], expected[..], "{names:?}");
        assert!(!html.contains("storefront-0a"), "{html}");
        for end in &ends[2..] {
            assert!(
                bindings.contains(&format!("\"./{stem}{end}\"")),
                "{bindings}"
            );
        }
    }

    #[test]
    fn a_worker_keeps_its_name_and_its_chunks_get_a_mark() {
        let (names, bindings, html) = placed(SEARCH);
        let chunk = names
            .iter()
            .find(|name| name.ends_with("_inquiry.wasm"))
            .unwrap();
        assert!(chunk.starts_with("search-worker-"), "{names:?}");
        assert!(names.contains(&"search-worker_bg.wasm".to_owned()));
        assert!(bindings.contains(&format!("\"./{chunk}\"")), "{bindings}");
        assert!(html.contains("storefront-0a"), "the page is left alone");
    }

    #[test]
    fn the_bindings_hold_the_loader_and_need_no_type_from_the_server() {
        let all = with_loader(BINDINGS, WRITTEN).unwrap();
        assert!(!all.contains("import "), "{all}");
        assert!(!all.contains("export "), "{all}");
        assert!(!all.contains("Streaming"), "{all}");
        let object = "    \"./chunks.js\": { __load_inquiry, __load_preview },\n";
        assert_eq!(all.matches(object).count(), 1, "{all}");
        assert_eq!(all.matches("chunks.js").count(), 1, "{all}");
    }

    #[test]
    fn refuses_a_loader_that_starts_chunks_in_another_way() {
        let loader = WRITTEN.replace("Streaming", "");
        assert!(with_loader(BINDINGS, &loader).is_err());
        assert!(with_loader("import0", WRITTEN).is_err());
    }
}
