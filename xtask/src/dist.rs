//! One archive for an exchange that has no Rust: the program `jishi` and the built page beside it.

use anyhow::{Context, Result};

use crate::archive::Archive;
use crate::{jishi, page, say, workspace};

/// What a host should find in the archive beside the program and the page.
const PAPERS: [&str; 4] = ["README.md", "CHANGELOG.md", "LICENSE-APACHE", "LICENSE-MIT"];

/// Tables, mappings and configurations to begin from. The invented listings stay at home.
const EXAMPLES: &str = "examples";

/// Builds both and packs them.
///
/// # Errors
/// When a build fails or the archive cannot be written.
pub(crate) fn run() -> Result<()> {
    say::step("page");
    let dist = page::build()?;
    let program = jishi::build()?;

    let root = workspace::root();
    let target = workspace::target_dir()?;
    let name = format!("jishi-{}-{}", workspace::version(), triple()?);
    let file = target.join(format!("{name}.tar.gz"));
    let mut archive = Archive::create(&file, &name)?;
    archive.file(&program, jishi::name())?;
    archive.folder(&dist, "page")?;
    for paper in PAPERS {
        archive.file(&root.join(paper), paper)?;
    }
    let examples = root.join(EXAMPLES);
    for folder in ["mappings", "table"] {
        if examples.join(folder).is_dir() {
            archive.folder(&examples.join(folder), format!("{EXAMPLES}/{folder}"))?;
        }
    }
    archive.text(START, "START.txt")?;
    archive.finish()?;
    say::line(&format!("   {}", file.display()));
    Ok(())
}

const START: &str = "\
From a table of listings to a shop, in this folder:

    ./jishi check my-listings.csv --mapping my-mapping.json
    ./jishi build my-listings.csv --mapping my-mapping.json --out shop
    python3 -m http.server --directory shop 8080

README.md says the rest; examples/mappings holds mappings to begin from.
";

/// The machine that this program was built for, as rustc calls it.
fn triple() -> Result<String> {
    let output = workspace::command("rustc")
        .arg("-vV")
        .output()
        .context("could not run rustc")?;
    let text = String::from_utf8_lossy(&output.stdout).into_owned();
    let host = text.lines().find_map(|line| line.strip_prefix("host: "));
    Ok(host.context("rustc does not say its host")?.to_owned())
}
