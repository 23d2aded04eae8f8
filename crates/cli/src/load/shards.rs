//! The other files of a catalog, read from the folder it stands in.

use super::{limits, local};
use catalog::{Catalog, Notice, Severity, ShardPlan, read_shard};
use std::path::Path;

/// Adds the listings of every file that `catalog` names. A file that is missing or wrong is a
/// notice, and the rest stands.
pub(super) fn load(path: &Path, catalog: &mut Catalog, notices: &mut Vec<Notice>) {
    let mut plan = ShardPlan::new(catalog);
    while let Some(shard) = plan.take() {
        let warn = |code: &str, data: String| {
            Notice::new(Severity::Warning, code, shard.href.clone(), data)
        };
        let Some(file) = local::below(path, &shard.href) else {
            notices.push(warn("shard-not-local", String::new()));
            continue;
        };
        let bytes = match std::fs::read(&file) {
            Ok(bytes) => bytes,
            Err(error) => {
                notices.push(warn("shard-missing", error.to_string()));
                continue;
            }
        };
        if !shard.has_digest_of(&bytes) {
            notices.push(warn("shard-digest", catalog::sha256_hex(&bytes)));
            continue;
        }
        match read_shard(&bytes, catalog, &limits()) {
            Ok(part) => {
                let found = part.value.listings.len();
                if shard.count > 0 && u64::try_from(found) != Ok(shard.count) {
                    notices.push(warn("shard-count", format!("{found} of {}", shard.count)));
                }
                catalog.listings.extend(part.value.listings);
                plan.add(part.value.next);
                notices.extend(part.notices.into_iter().map(|notice| Notice {
                    at: format!("{} {}", shard.href, notice.at),
                    ..notice
                }));
            }
            Err(error) => notices.push(warn("shard-unreadable", error.to_string())),
        }
    }
    if plan.refused() > 0 {
        let data = format!("{} of {}", plan.refused(), plan.total() + plan.refused());
        notices.push(Notice::new(
            Severity::Warning,
            "too-many-shards",
            "/shards",
            data,
        ));
    }
}
