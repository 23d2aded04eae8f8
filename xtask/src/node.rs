//! The Node side of what the journeys need: packages by npm, a browser and fonts by apt.

use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context, Result, bail};

use crate::{say, workspace};

/// What apt must bring for the journeys. Without the fonts Chinese is drawn as boxes, and a line
/// of boxes breaks elsewhere than a line of text.
const DEBIAN_PACKAGES: [&str; 2] = ["chromium", "fonts-noto-cjk"];

/// A program of `node_modules`.
pub(crate) fn program(name: &str) -> PathBuf {
    workspace::root().join("node_modules/.bin").join(name)
}

/// Whether npm can be run here.
pub(crate) fn has_npm() -> bool {
    answers("npm")
}

/// Installs the packages of `package-lock.json` when they are not there, or older than it.
///
/// # Errors
/// When npm is missing or fails.
pub(crate) fn packages() -> Result<()> {
    packages_of(&workspace::root())
}

/// The same for a folder that has a `package-lock.json` of its own.
///
/// # Errors
/// When npm is missing or fails.
pub(crate) fn packages_of(folder: &Path) -> Result<()> {
    if !has_npm() {
        bail!("Node is not here. Install Node 20 or newer (on Debian: apt-get install nodejs npm)");
    }
    let changed = |path: &str| std::fs::metadata(folder.join(path)).ok()?.modified().ok();
    let (wanted, have) = (
        changed("package-lock.json"),
        changed("node_modules/.package-lock.json"),
    );
    if have.is_some() && have >= wanted {
        return Ok(());
    }
    let mut npm = workspace::command("npm");
    npm.args(["ci", "--ignore-scripts", "--no-audit", "--no-fund"])
        .current_dir(folder);
    say::run("installing the packages of package-lock.json", &mut npm)
        .context("npm ci failed; it needs the network, or a registry named in .npmrc")
}

/// A Chromium to drive: the one named by `CHROME_PATH`, one of the system, Playwright's own, or
/// one that apt brings.
///
/// # Errors
/// When there is none and apt may not be used; the message says what to install.
pub(crate) fn browser() -> Result<PathBuf> {
    if let Some(named) = std::env::var_os("CHROME_PATH") {
        let path = PathBuf::from(named);
        if answers(&path) {
            return Ok(path);
        }
        bail!("CHROME_PATH names {}, which does not run", path.display());
    }
    if let Some(found) = find_browser() {
        fonts();
        return Ok(found);
    }
    say::line("   no Chromium is here yet");
    apt(&DEBIAN_PACKAGES)?;
    find_browser().context("Chromium was installed by apt but does not run")
}

fn find_browser() -> Option<PathBuf> {
    const NAMES: [&str; 6] = [
        "/usr/bin/chromium",
        "chromium",
        "google-chrome",
        "google-chrome-stable",
        "chromium-browser",
        "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
    ];
    NAMES
        .iter()
        .map(PathBuf::from)
        .chain(playwrights_own())
        .find(|path| answers(path))
}

/// The browser that `npx playwright install` puts in its own cache, if it did.
fn playwrights_own() -> Option<PathBuf> {
    let script = "process.stdout.write(require('playwright-core').chromium.executablePath())";
    let output = workspace::command("node")
        .args(["-e", script])
        .output()
        .ok()?;
    let path = PathBuf::from(String::from_utf8_lossy(&output.stdout).trim());
    path.is_file().then_some(path)
}

/// Brings fonts for Chinese where the system can say that it has none.
fn fonts() {
    let listed = Command::new("fc-list").arg(":lang=zh").output();
    if listed.is_ok_and(|output| output.stdout.is_empty())
        && let Err(error) = apt(&["fonts-noto-cjk"])
    {
        say::warn(&format!(
            "there is no font for Chinese, so its text is drawn as boxes ({error:#})"
        ));
    }
}

/// Installs Debian packages where this person may.
fn apt(packages: &[&str]) -> Result<()> {
    let by_hand = format!(
        "apt-get install --no-install-recommends {}",
        packages.join(" ")
    );
    if !answers("apt-get") {
        bail!(
            "there is no apt here. Install Chromium or Google Chrome and name it in CHROME_PATH, \
             or run: npx playwright install chromium"
        );
    }
    let Some(prefix) = may_install() else {
        bail!("apt needs rights that this account does not have. Run: sudo {by_hand}");
    };
    let apt_get = |arguments: &[&str]| {
        let mut words =
            prefix
                .iter()
                .copied()
                .chain(["env", "DEBIAN_FRONTEND=noninteractive", "apt-get"]);
        let mut command = Command::new(words.next().unwrap_or("env"));
        command.args(words).args(arguments);
        command
    };
    say::run("asking apt what there is", &mut apt_get(&["update"]))?;
    let mut install = apt_get(&["install", "-y", "--no-install-recommends"]);
    install.args(packages);
    say::run(
        &format!("installing {} by apt", packages.join(" and ")),
        &mut install,
    )
    .with_context(|| format!("by hand: sudo {by_hand}"))
}

/// The words before a command that needs rights: none for root, sudo where it asks nothing.
fn may_install() -> Option<&'static [&'static str]> {
    let output = Command::new("id").arg("-u").output().ok()?;
    if output.stdout.trim_ascii() == b"0" {
        return Some(&[]);
    }
    let sudo = Command::new("sudo").args(["-n", "true"]).output().ok()?;
    sudo.status.success().then_some(&["sudo", "-n"])
}

fn answers(program: impl AsRef<Path>) -> bool {
    let output = Command::new(program.as_ref()).arg("--version").output();
    output.is_ok_and(|output| output.status.success())
}
