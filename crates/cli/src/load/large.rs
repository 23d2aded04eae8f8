//! A catalog too large to be held listing by listing: it becomes an index while it is read.

use super::{Loaded, limits, local};
use catalog::{NotACatalog, Notice, Severity, ShardPlan, SourceKind};
use search::Intake;
use std::fs::File;
use std::io::{Read as _, Result};
use std::path::Path;

/// From so many bytes on.
pub(super) const LARGE: u64 = 64 << 20;
/// Bytes read at a time.
const PIECE: usize = 1 << 20;

/// Reads the catalog at `path`; the inner error says why it is none.
pub(super) fn read(path: &Path, today: &str) -> Result<std::result::Result<Loaded, NotACatalog>> {
    let mut intake = Intake::new("", today, &limits());
    let mut file = File::open(path)?;
    let mut piece = vec![0; PIECE];
    loop {
        let read = file.read(&mut piece)?;
        if read == 0 {
            break;
        }
        if let Err(error) = intake.push(piece.get(..read).unwrap_or_default()) {
            return Ok(Err(error));
        }
    }
    Ok(take(path, intake))
}

fn take(path: &Path, mut intake: Intake) -> std::result::Result<Loaded, NotACatalog> {
    let mut plan = ShardPlan::new(intake.close()?);
    let mut odd = Vec::new();
    while let Some(shard) = plan.take() {
        let mut warn = |code: &str, data: String| {
            odd.push(Notice::new(
                Severity::Warning,
                code,
                shard.href.clone(),
                data,
            ));
        };
        let Some(file) = local::below(path, &shard.href) else {
            warn("shard-not-local", String::new());
            continue;
        };
        match std::fs::read(&file) {
            Err(error) => warn("shard-missing", error.to_string()),
            Ok(bytes) if !shard.has_digest_of(&bytes) => {
                warn("shard-digest", catalog::sha256_hex(&bytes));
            }
            Ok(bytes) => match intake.further(&bytes) {
                Ok(next) => plan.add(next),
                Err(error) => warn("shard-unreadable", error.to_string()),
            },
        }
    }
    let (index, mut notices) = intake.finish()?;
    notices.extend(odd);
    let catalog = index.frame().clone();
    Ok(Loaded {
        source: super::file::source_id(path, &catalog.id),
        kind: SourceKind::Dxc,
        mapping: None,
        title: None,
        banner: None,
        catalog,
        notices,
        of_table: Vec::new(),
        index: Some(index),
    })
}
