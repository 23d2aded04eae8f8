//! `jishi build`: page, catalogs and configuration become one folder for any file server.
//! Everything is read and planned first; a build that cannot be whole writes nothing.

mod ahead;
mod content;
mod folder;
mod page;
mod report;
mod settings;
mod site;

use std::path::Path;

use anyhow::Result;
use catalog::ConfigSource;

use crate::load::{self, Entry, local};
use crate::output::{Failure, failed, say};
use crate::{Outcome, args::BuildArgs};
use folder::State;
use report::{Built, report};
use settings::Settings;
use site::{Piece, Site};

/// Runs the verb.
pub(crate) fn run(args: &BuildArgs) -> Result<Outcome> {
    let page = match page::find(args.page.as_deref()) {
        Ok(page) => page,
        Err(places) => {
            let places: Vec<String> = places
                .iter()
                .map(|place| place.display().to_string())
                .collect();
            let places = places.join(" or ");
            let message = format!("no built page in {places}; run: cargo xtask page");
            failed(args.json, &[Failure::new("no-page", message)])?;
            return Ok(Outcome::NotUsable);
        }
    };
    if folder::overlap(&page, &args.out) {
        let message = format!(
            "--out {} and the page {} must not lie in each other",
            args.out.display(),
            page.display()
        );
        failed(args.json, &[Failure::new("wrong-use", message)])?;
        return Ok(Outcome::WrongUse);
    }
    let earlier = match folder::state(&args.out)? {
        State::Fresh => Vec::new(),
        State::Ours(files) => files,
        State::Foreign => {
            let message = format!(
                "{} is not empty and no earlier build made it; name another folder or empty it",
                args.out.display()
            );
            failed(args.json, &[Failure::new("foreign-folder", message)])?;
            return Ok(Outcome::NotUsable);
        }
    };
    let mut entries = load::load(&args.inputs);
    let refused = refused(&entries);
    if !refused.is_empty() {
        failed(args.json, &refused)?;
        return Ok(Outcome::NotUsable);
    }
    let settings = settings(args, &entries, &page)?;
    if args.config.is_some() {
        keep_ids(&mut entries, &settings);
    }
    let (site, built) = plan(args, &page, &entries, &settings)?;
    let gone = folder::clear(&args.out, &earlier, &site)?;
    site.write(&args.out)?;
    report(args, &page, &settings, &site, &built, gone)?;
    Ok(Outcome::Done)
}

/// Why these files make no site; empty if they do.
fn refused(entries: &[Entry]) -> Vec<Failure> {
    let mut refused = Failure::of(entries);
    let some = entries.iter().any(|entry| {
        matches!(
            entry.content,
            load::Content::Catalog(_) | load::Content::Remote
        )
    });
    if refused.is_empty() && !some {
        refused.push(Failure::new("no-catalog", "no file names a catalog"));
    }
    refused
}

/// The configuration to start from: `--config`, else a FILE that is one, else the page's own
/// options.
fn settings(args: &BuildArgs, entries: &[Entry], page: &Path) -> Result<Settings> {
    let given = entries
        .iter()
        .find(|entry| matches!(entry.content, load::Content::Config(_)));
    match (&args.config, given) {
        (Some(file), _) => Settings::read(file),
        (None, Some(entry)) => Settings::read(Path::new(&entry.path)),
        (None, None) => Ok(Settings::of_page(page)),
    }
}

/// A FILE that `--config` names as a source keeps that source's id, name and banner.
fn keep_ids(entries: &mut [Entry], settings: &Settings) {
    for entry in entries {
        let source = settings.source_of(Path::new(&entry.path));
        if let (load::Content::Catalog(loaded), Some(source)) = (&mut entry.content, source) {
            loaded.source.clone_from(&source.id);
            loaded.title.clone_from(&source.title);
            loaded.banner.clone_from(&source.banner);
        }
    }
}

/// Plans every file of the site.
fn plan<'a>(
    args: &BuildArgs,
    page: &Path,
    entries: &'a [Entry],
    settings: &Settings,
) -> Result<(Site, Vec<Built<'a>>)> {
    let mut site = Site::default();
    page::add(page, &mut site)?;
    let mut built = Vec::new();
    for entry in entries {
        if let load::Content::Catalog(loaded) = &entry.content {
            let content = content::add(loaded, Path::new(&entry.path), args.shards, &mut site)?;
            built.push(Built {
                file: &entry.path,
                loaded,
                content,
            });
        }
    }
    let mut sources: Vec<ConfigSource> = built
        .iter()
        .map(|built| {
            let content = &built.content;
            settings::entry(built.loaded, &content.url, content.index > 0)
        })
        .collect();
    sources.extend(settings.remote().cloned());
    logo(settings, &mut site);
    page::dress(
        &mut site,
        &settings.config.name,
        sources.first().map(|source| source.url.as_str()),
    )?;
    site.put("config.json", settings.write(&sources)?);
    folder::mark(&mut site);
    Ok((site, built))
}

/// The logo stands beside the configuration that names it.
fn logo(settings: &Settings, site: &mut Site) {
    let (Some(file), Some(logo)) = (&settings.file, &settings.config.logo) else {
        return;
    };
    let Some(path) = local::below(file, logo) else {
        return;
    };
    let below = file
        .parent()
        .and_then(|start| path.strip_prefix(start).ok());
    match below.and_then(site::plain).filter(|_| path.is_file()) {
        Some(name) => {
            site.files.insert(name, Piece::Copy(path));
        }
        None => say(&format!(
            "jishi: the logo {logo} is not beside {}",
            file.display()
        )),
    }
}
