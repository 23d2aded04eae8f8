//! The built page: where it is, what of it belongs to every site, and what its shell says.

use std::path::{Path, PathBuf};

use anyhow::Result;
use catalog::{Text, parse::fold};

use super::site::{Piece, Site, walk};

/// What the page carries of its own shop; a site has its own.
const OWN: &[&str] = &["catalog.json", "config.json", "samples", "demo"];

/// The page's own name where the shell shows it before the program is there.
const SHELL_NAMES: &[&str] = &[
    "<title>集市 Jishi</title>",
    "<b>集市</b> <span lang=\"en\">Jishi</span>",
];

/// The folder of the built page: as given, else `page/` beside the program, else `dist/` here.
/// Or the folders that were looked at.
pub(super) fn find(given: Option<&Path>) -> std::result::Result<PathBuf, Vec<PathBuf>> {
    let beside = std::env::current_exe().ok();
    let beside = beside
        .as_deref()
        .and_then(Path::parent)
        .map(|folder| folder.join("page"));
    let places: Vec<PathBuf> = match given {
        Some(given) => vec![given.to_owned()],
        None => beside.into_iter().chain([PathBuf::from("dist")]).collect(),
    };
    let found = places
        .iter()
        .find(|place| place.join("index.html").is_file())
        .cloned();
    found.ok_or(places)
}

/// Plans a copy of the page without its own shop.
pub(super) fn add(page: &Path, site: &mut Site) -> Result<()> {
    for (name, path) in walk(page)? {
        let top = name.split('/').next().unwrap_or(&name);
        if !OWN.contains(&top) && top != super::folder::MARK {
            site.add(name, Piece::Copy(path));
        }
    }
    Ok(())
}

/// Makes every copy of the shell say the site's name and lead to the site's catalog. A page
/// whose shell is worded otherwise keeps its words.
pub(super) fn dress(site: &mut Site, name: &Text, catalog: Option<&str>) -> Result<()> {
    let shells: Vec<String> = site
        .files
        .keys()
        .filter(|path| is_shell(path))
        .cloned()
        .collect();
    for path in shells {
        let html = match site.files.get(&path) {
            Some(Piece::Copy(from)) => std::fs::read_to_string(from)?,
            _ => continue,
        };
        let mut dressed = html.clone();
        if let Some(catalog) = catalog {
            dressed = dressed.replace(
                "href=\"catalog.json\"",
                &format!("href=\"{}\"", escape(catalog)),
            );
        }
        for words in SHELL_NAMES.iter().filter(|_| !name.is_empty()) {
            dressed = dressed.replace(words, &named(words, name));
        }
        if dressed != html {
            site.put(path, dressed.into_bytes());
        }
    }
    Ok(())
}

/// `index.html` at the root and one folder down.
fn is_shell(path: &str) -> bool {
    path == "index.html" || path.ends_with("/index.html")
}

/// The element with the site's names in place of the page's.
fn named(element: &str, name: &Text) -> String {
    let mut names: Vec<(&str, &str)> = Vec::new();
    for (tag, text) in name.iter() {
        if !names.iter().any(|(_, known)| fold(known) == fold(text)) {
            names.push((tag, text));
        }
    }
    if element.starts_with("<title>") {
        let words: Vec<String> = names.iter().map(|(_, text)| escape(text)).collect();
        return format!("<title>{}</title>", words.join(" "));
    }
    let mut words = names.iter().map(|(tag, text)| (escape(tag), escape(text)));
    let first = words.next().map_or_else(String::new, |(tag, text)| {
        format!("<b lang=\"{tag}\">{text}</b>")
    });
    words.fold(first, |all, (tag, text)| {
        format!("{all} <span lang=\"{tag}\">{text}</span>")
    })
}

fn escape(text: &str) -> String {
    text.replace('&', "&amp;")
        .replace('<', "&lt;")
        .replace('>', "&gt;")
        .replace('"', "&quot;")
}
