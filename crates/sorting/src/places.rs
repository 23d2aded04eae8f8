//! The places of items in their order, and items in the order of places.

use std::cmp::Ordering;

/// The places 0 to `count` in the order of `compare`; equal ones as they stand.
#[must_use]
pub fn places(count: usize, compare: &mut dyn FnMut(usize, usize) -> Ordering) -> Vec<usize> {
    let mut places: Vec<usize> = (0..count).collect();
    sort(&mut places, compare);
    places
}

/// Merges runs of two, four, eight and so on. The standard library's sorting is made for
/// comparisons that cost nothing; these are calls, of which merging needs fewest, and its code is
/// a tenth.
#[inline(never)]
fn sort(places: &mut Vec<usize>, compare: &mut dyn FnMut(usize, usize) -> Ordering) {
    let mut run = 1;
    while run < places.len() {
        let mut merged = Vec::with_capacity(places.len());
        for pair in places.chunks(2 * run) {
            let (mut left, mut right) = pair.split_at_checked(run).unwrap_or((pair, &[]));
            while let (Some((a, after_a)), Some((b, after_b))) =
                (left.split_first(), right.split_first())
            {
                if compare(*a, *b).then(a.cmp(b)).is_le() {
                    merged.push(*a);
                    left = after_a;
                } else {
                    merged.push(*b);
                    right = after_b;
                }
            }
            merged.extend_from_slice(left);
            merged.extend_from_slice(right);
        }
        *places = merged;
        run *= 2;
    }
}

/// `items` in the order of `places`.
fn arranged<T>(items: Vec<T>, places: &[usize]) -> Vec<T> {
    let mut items: Vec<Option<T>> = items.into_iter().map(Some).collect();
    let take = |place: &usize| items.get_mut(*place).and_then(Option::take);
    places.iter().filter_map(take).collect()
}

/// `items` in the order of `compare`; equal ones as they stand.
#[must_use]
pub fn ordered<T>(items: Vec<T>, compare: &dyn Fn(&T, &T) -> Ordering) -> Vec<T> {
    let places = places(
        items.len(),
        &mut |a, b| match (items.get(a), items.get(b)) {
            (Some(a), Some(b)) => compare(a, b),
            _ => Ordering::Equal,
        },
    );
    arranged(items, &places)
}

/// The first `most` of `items` in the order of `compare`, without sorting the others.
pub fn first<T>(
    items: impl Iterator<Item = T>,
    most: usize,
    compare: impl Fn(&T, &T) -> Ordering,
) -> Vec<T> {
    let mut first: Vec<T> = Vec::with_capacity(most.saturating_add(1).min(64));
    for item in items {
        let is_behind = |known: &T| compare(known, &item).is_le();
        if first.len() == most && first.last().is_none_or(is_behind) {
            continue;
        }
        let place = first.partition_point(is_behind);
        first.insert(place, item);
        first.truncate(most);
    }
    first
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_few_are_the_first_of_all() {
        let number = |n: usize| n * 7_919 % 1_000 / 3;
        for most in [0, 1, 5, 2_000] {
            let found = first((0..1_000).map(|n| (number(n), n)), most, |a, b| {
                a.0.cmp(&b.0)
            });
            let mut all: Vec<_> = (0..1_000).map(|n| (number(n), n)).collect();
            all.sort();
            all.truncate(most);
            assert_eq!(found, all, "{most}");
        }
    }

    #[test]
    fn items_stand_as_their_places_say() {
        assert_eq!(arranged(vec!['a', 'b', 'c'], &[2, 0, 1]), ['c', 'a', 'b']);
    }
}
