//! Bringing a file together with what is here already. What is here is never lost: what is
//! missing is added, what both have is joined where that is possible, and left where it is not.

use crate::{Entry, Item, SEARCHES, SHORTLIST, SavedSearch};

/// What is to be written, and what becomes of each record of the file.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Plan {
    /// Records to write.
    pub put: Vec<Entry>,
    /// How many were not here.
    pub added: u64,
    /// How many were here and became one with the file's.
    pub joined: u64,
    /// How many are here as they are in the file.
    pub same: u64,
    /// How many are here, are otherwise in the file, and were left as they are here.
    pub left: u64,
}

/// What becomes of one record of the file.
enum Fate {
    Added(Entry),
    Joined(Entry),
    Same,
    Left,
}

/// Brings the records of a file together with those here. Those of the shortlist that are not
/// here come behind those that are, in the order of the file.
#[must_use]
pub fn merge(here: &[Entry], file: Vec<Entry>) -> Plan {
    let mut file = file;
    // Stable, so that equal places stand as they do in the file.
    file.sort_by_key(|entry| entry.of::<Item>(Item::VERSION).map(|item| item.order()));
    let items = here.iter().filter(|entry| entry.kind == SHORTLIST);
    let places = items.filter_map(|entry| Some(entry.of::<Item>(Item::VERSION)?.place));
    let mut next = places.max().map_or(0, |last| last.saturating_add(1));
    let mut plan = Plan::default();
    for entry in file {
        // A file may name one thing twice.
        let known = |known: &&Entry| known.kind == entry.kind && known.key == entry.key;
        let known = plan
            .put
            .iter()
            .find(known)
            .or_else(|| here.iter().find(known));
        let fate = match (known.cloned(), entry.kind) {
            (None, SHORTLIST) => Fate::Added(placed(entry, &mut next)),
            (None, SEARCHES) if is_saved(here, &entry) => Fate::Same,
            (None, _) => Fate::Added(entry),
            (Some(known), _) if known == entry => Fate::Same,
            (Some(known), SHORTLIST) => joined_item(&known, &entry),
            (Some(known), SEARCHES) => joined_search(&known, &entry),
            (Some(_), _) => Fate::Left,
        };
        match fate {
            Fate::Added(entry) => {
                plan.added += 1;
                plan.put.push(entry);
            }
            Fate::Joined(entry) => {
                plan.joined += 1;
                plan.put
                    .retain(|put| put.kind != entry.kind || put.key != entry.key);
                plan.put.push(entry);
            }
            Fate::Same => plan.same += 1,
            Fate::Left => plan.left += 1,
        }
    }
    plan
}

/// An item at the end of the list here.
fn placed(entry: Entry, next: &mut u64) -> Entry {
    let Some(item) = entry.of::<Item>(Item::VERSION) else {
        return entry;
    };
    let place = *next;
    *next = next.saturating_add(1);
    Item { place, ..item }.entry(&entry.key)
}

/// Whether the same search is kept here under another key.
fn is_saved(here: &[Entry], entry: &Entry) -> bool {
    let address = |entry: &Entry| Some(entry.of::<SavedSearch>(SavedSearch::VERSION)?.address);
    let Some(wanted) = address(entry) else {
        return false;
    };
    let mut searches = here.iter().filter(|known| known.kind == SEARCHES);
    searches.any(|known| address(known).as_ref() == Some(&wanted))
}

/// Both notes, at the place here.
fn joined_item(known: &Entry, entry: &Entry) -> Fate {
    let both = (
        known.of::<Item>(Item::VERSION),
        entry.of::<Item>(Item::VERSION),
    );
    let (Some(here), Some(there)) = both else {
        return Fate::Left;
    };
    let joined = here.joined(&there);
    if (&joined.note, &joined.title, &joined.price) == (&here.note, &here.title, &here.price) {
        return Fate::Same;
    }
    Fate::Joined(joined.entry(&known.key))
}

/// The name here, and the later look at the listings.
fn joined_search(known: &Entry, entry: &Entry) -> Fate {
    let of = |entry: &Entry| entry.of::<SavedSearch>(SavedSearch::VERSION);
    let (Some(here), Some(there)) = (of(known), of(entry)) else {
        return Fate::Left;
    };
    if here.address != there.address {
        return Fate::Left;
    }
    if here.seen_at >= there.seen_at {
        return Fate::Same;
    }
    let name = here.name;
    Fate::Joined(SavedSearch { name, ..there }.entry(&known.key))
}
