//! What stands above and below a category.

use crate::{components::said_text, state::href};
use catalog::Key;
use routes::Route;
use search::{CategoryNode, Directory, StateCounts};

/// The shelves directly below: address, name and counts.
pub(super) fn children(directory: &Directory, parent: &str) -> Vec<(String, String, StateCounts)> {
    let below = directory
        .categories
        .iter()
        .filter(|node| node.parent.as_deref() == Some(parent));
    below
        .map(|node| (address(&node.key), said_text(&node.label), node.listings))
        .collect()
}

/// The address of a category.
pub(super) fn address(key: &str) -> String {
    href(&Route::Category(Key::parse(key)))
}

/// The line above a category, from the top.
pub(super) fn ancestors(directory: &Directory, node: &CategoryNode) -> Vec<(String, Route)> {
    let mut above = Vec::new();
    let mut parent = node.parent.clone();
    // The reader breaks cycles; the bound is for a directory of another version.
    while let Some(key) = parent.filter(|_| above.len() < 32) {
        let found = directory.categories.iter().find(|node| node.key == key);
        let Some(node) = found else { break };
        above.push((said_text(&node.label), Route::Category(Key::parse(&key))));
        parent = node.parent.clone();
    }
    above.reverse();
    above
}
