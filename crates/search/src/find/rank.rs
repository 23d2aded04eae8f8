//! Which of what was found comes first: what was asked for, then the newest, then the key, so
//! that ties are stable on every machine, within one index and across several.

use super::column::Column;
use super::filter::Passed;
use crate::store::ColumnHead;
use crate::{Facet, Index, NOT_STATED, Query, Range, Sort};
use scan::{Key, Match, least};
use sorting::first_places;
use std::cmp::Ordering;

/// A hit with all that decides its place among those of other indexes.
#[derive(Clone, Debug)]
pub(crate) struct Row {
    /// Which index it is from.
    pub(crate) index: usize,
    /// Its number there.
    pub(crate) doc: u32,
    /// What was asked for, the least first; titles are compared by themselves.
    key: u64,
    title: Vec<u8>,
    date: u64,
}

/// What listings are ordered by, within one index: the least first.
enum Order {
    /// As they are numbered: the newest first.
    Newest,
    /// By score.
    Score,
    /// By a number for every set of a column.
    Sets(Column, Vec<u64>),
    /// By rank.
    Ranks(crate::store::Bytes),
}

/// The first `need` rows of what passed, in order. `alone`: no other index is compared with.
pub(crate) fn rows(
    index: &Index,
    at: usize,
    passed: &Passed,
    query: &Query,
    lang: &str,
    (need, alone): (usize, bool),
) -> Vec<Row> {
    let order = match (query.sort, passed.found.is_some()) {
        (Sort::Newest, _) | (Sort::Relevance, false) => Order::Newest,
        (Sort::Relevance, true) => Order::Score,
        (Sort::Price, _) => least_first(index, query),
        (Sort::Size, _) => most_first(index, query),
        (Sort::Disclosure, _) => fullest_first(index),
        (Sort::Title, _) => match title_ranks(index, lang) {
            Some(ranks) => Order::Ranks(ranks),
            None => return by_title(index, at, passed, lang, need),
        },
    };
    let row = |(key, doc): (u64, u32)| Row {
        index: at,
        doc,
        key: if query.sort == Sort::Title { 0 } else { key },
        title: match query.sort {
            Sort::Title if !alone => title(index, doc, lang),
            _ => Vec::new(),
        },
        date: if alone { 0 } else { index.date(doc) },
    };
    first(index, passed, &order, need)
        .into_iter()
        .map(row)
        .collect()
}

/// The first of what passed, each with its key.
fn first(index: &Index, passed: &Passed, order: &Order, need: usize) -> Vec<(u64, u32)> {
    let all;
    let found: &[Match] = match (&passed.found, order) {
        (Some(found), _) => found,
        (None, Order::Newest) => {
            let docs = 0..index.size().min(need) as u32;
            return docs.map(|doc| (0, doc)).collect();
        }
        (None, _) => {
            let docs = 0..index.size() as u32;
            all = docs.map(|doc| Match { doc, score: 0 }).collect::<Vec<_>>();
            &all
        }
    };
    let key = match order {
        Order::Newest => return found.iter().take(need).map(|hit| (0, hit.doc)).collect(),
        Order::Score => Key::Score,
        Order::Sets(column, keys) => column.key(keys),
        Order::Ranks(ranks) => Key::Rank(ranks),
    };
    let apart = |best: u128| ((best >> 32) as u64, best as u32);
    least(found, key, need).into_iter().map(apart).collect()
}

/// The least price in the unit chosen, those without one last.
fn least_first(index: &Index, query: &Query) -> Order {
    by_measure(index, query, Range::Amount, &|least, _| least)
}

/// The largest size in the unit chosen, those without one last.
fn most_first(index: &Index, query: &Query) -> Order {
    by_measure(index, query, Range::Size, &|_, most: u64| {
        u64::MAX - 1 - most.min(u64::MAX - 1)
    })
}

fn by_measure(index: &Index, query: &Query, range: Range, key: &dyn Fn(u64, u64) -> u64) -> Order {
    let Some(column) = index.range(range) else {
        return Order::Newest;
    };
    let (unit, head, measures) = (query.unit_of(range), &column.head, &column.measures);
    let of_member = |member: &u32| {
        let measure = measures.get(*member as usize)?.as_ref()?;
        (measure.unit == unit).then(|| key(measure.least, measure.most))
    };
    let of_set = |set| head.set(set).iter().filter_map(of_member).min();
    let keys = (0..head.sets()).map(|set| of_set(set).unwrap_or(u64::MAX));
    Order::Sets(Column::read(index, head), keys.collect())
}

/// The most checks met first.
fn fullest_first(index: &Index) -> Order {
    let Some(head) = index.facet(Facet::Disclosure) else {
        return Order::Newest;
    };
    let keys = (0..head.sets()).map(|set| u64::MAX - met(head, set));
    Order::Sets(Column::read(index, head), keys.collect())
}

/// How many checks the listings of a set meet.
fn met(head: &ColumnHead, set: usize) -> u64 {
    let says = |member: &&u32| {
        let value = head.values.get(**member as usize);
        value.is_some_and(|value| value.value != NOT_STATED)
    };
    head.set(set).iter().filter(says).count() as u64
}

/// The ranks by the titles that a reader of `lang` is shown; `None` where there are none, or
/// where listings show readers of this language titles of several.
fn title_ranks(index: &Index, lang: &str) -> Option<crate::store::Bytes> {
    let head = index.head();
    let base = |tag: &str| tag.split('-').next().unwrap_or(tag).to_ascii_lowercase();
    let exact = head
        .title_tags
        .iter()
        .find(|tag| tag.eq_ignore_ascii_case(lang));
    let mut near = head.title_tags.iter().filter(|tag| base(tag) == base(lang));
    let tag = match (exact, near.next(), near.next()) {
        // One language, or one exactly the reader's while no other is akin to it.
        _ if head.title_tags.len() == 1 => head.title_tags.first(),
        (Some(tag), _, _) => Some(tag),
        (None, Some(_), Some(_)) => return None,
        (None, near, _) => near,
    };
    let order = head
        .titles
        .iter()
        .find(|order| order.lang.as_ref() == tag)?;
    Some(index.chunk(order.chunk))
}

/// What the title sorts by that a reader of `lang` is shown. Nothing comes last.
fn title(index: &Index, doc: u32, lang: &str) -> Vec<u8> {
    let mut key = Vec::new();
    if let Some(listing) = index.listing_of(doc)
        && let Some((_, title)) = listing.title.pick(lang, &index.frame().default_language)
    {
        hanzi::sort_key_into(title, &mut key);
    }
    if key.is_empty() {
        // No title begins with this byte.
        key.push(0xFF);
    }
    key
}

/// All that passed, compared title by title.
fn by_title(index: &Index, at: usize, passed: &Passed, lang: &str, need: usize) -> Vec<Row> {
    let docs: Vec<u32> = match &passed.found {
        Some(found) => found.iter().map(|hit| hit.doc).collect(),
        None => (0..index.size() as u32).collect(),
    };
    let row = |doc: u32| Row {
        index: at,
        doc,
        key: 0,
        title: title(index, doc, lang),
        date: index.date(doc),
    };
    let rows: Vec<Row> = docs.into_iter().map(row).collect();
    first_rows(rows, need)
}

impl Row {
    /// Which of two rows comes first. Sources stand in the order of their ids.
    fn compare(&self, other: &Self) -> Ordering {
        let asked = self.key.cmp(&other.key);
        asked
            .then_with(|| self.title.cmp(&other.title))
            .then_with(|| other.date.cmp(&self.date))
            .then_with(|| (self.index, self.doc).cmp(&(other.index, other.doc)))
    }
}

/// The first `need` rows, in order.
pub(crate) fn first_rows(rows: Vec<Row>, need: usize) -> Vec<Row> {
    let mut compare = |a: usize, b: usize| match (rows.get(a), rows.get(b)) {
        (Some(a), Some(b)) => a.compare(b),
        _ => Ordering::Equal,
    };
    let places = first_places(rows.len(), need, &mut compare);
    let row = |place: &usize| rows.get(*place).cloned();
    places.iter().filter_map(row).collect()
}
