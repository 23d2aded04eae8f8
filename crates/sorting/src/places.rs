//! The places of items in their order, and items in the order of places.

use std::cmp::Ordering;

/// The places 0 to `count` in the order of `compare`; equal ones as they stand.
#[must_use]
pub fn places(count: usize, compare: &mut dyn FnMut(usize, usize) -> Ordering) -> Vec<usize> {
    let mut places: Vec<usize> = (0..count).collect();
    sort(&mut places, compare);
    places
}

/// The places 0 to `count` in the order of a number of 96 bits, those of one number in the order
/// of their texts; equal ones as they stand. The numbers are sorted with the places below them,
/// which takes no calls.
#[must_use]
pub fn places_by<'t>(
    count: usize,
    number: &dyn Fn(usize) -> u128,
    text: &dyn Fn(usize) -> &'t [u8],
) -> Vec<usize> {
    let numbered = |place| number(place) << 32 | place as u128;
    let mut numbers: Vec<u128> = (0..count).map(numbered).collect();
    sort_numbers(&mut numbers);
    let place = |number: &u128| *number as u32 as usize;
    let mut sorted = Vec::with_capacity(count);
    for alike in numbers.chunk_by(|a, b| a >> 32 == b >> 32) {
        if let [one] = alike {
            sorted.push(place(one));
            continue;
        }
        let mut alike: Vec<usize> = alike.iter().map(place).collect();
        sort(&mut alike, &mut |a, b| text(a).cmp(text(b)));
        sorted.extend(alike);
    }
    sorted
}

/// The first `need` of the places 0 to `count`, in the order of `compare`.
#[must_use]
pub fn first_places(
    count: usize,
    need: usize,
    compare: &mut dyn FnMut(usize, usize) -> Ordering,
) -> Vec<usize> {
    // Room for twice as many, so that there is something to sort at a time.
    let room = need.saturating_mul(2).min(count);
    let mut best: Vec<usize> = Vec::with_capacity(room);
    // Once there are enough, nothing that comes after the last of them can be among the first.
    let mut last = None;
    for place in 0..count {
        if last.is_some_and(|last| compare(place, last).is_gt()) {
            continue;
        }
        if best.len() == room {
            sort(&mut best, compare);
            best.truncate(need);
            last = best.last().copied();
        }
        best.push(place);
    }
    sort(&mut best, compare);
    best.truncate(need);
    best
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

/// Sorts numbers. Whatever has an order of its own is made a number, so that all share this.
#[inline(never)]
pub fn sort_numbers(numbers: &mut [u128]) {
    numbers.sort_unstable();
}

/// `items` in the order of `places`.
#[must_use]
pub fn arranged<T>(items: Vec<T>, places: &[usize]) -> Vec<T> {
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
    fn the_first_are_the_beginning_of_all_in_order() {
        // Rising, falling, mixed, and all alike.
        let numbers: [fn(usize) -> usize; 4] = [|n| n, |n| 1_000 - n, |n| n * 7_919 % 1_000, |_| 0];
        for number in numbers {
            let mut compare = |a: usize, b: usize| number(a).cmp(&number(b));
            let all = places(1_000, &mut compare);
            assert!(all.is_sorted_by_key(|place| (number(*place), *place)));
            for need in [0, 1, 2, 24, 240, 999, 1_000, 2_000] {
                let first = first_places(1_000, need, &mut compare);
                assert_eq!(first, all[..need.min(1_000)], "{need}");
            }
        }
    }

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
    fn texts_that_begin_alike_stand_by_what_follows() {
        let texts: Vec<Vec<u8>> = (0..2_000_usize)
            .map(|n| match n % 4 {
                0 => vec![b'a'; n % 29],
                1 => vec![0; n % 31],
                2 => format!("beginning alike {}", n * 7_919 % 100).into_bytes(),
                _ => format!("{}", n * 7_919 % 1_000).into_bytes(),
            })
            .collect();
        let text = |place: usize| texts[place].as_slice();
        let expected = places(texts.len(), &mut |a, b| text(a).cmp(text(b)));
        assert_eq!(places_by(texts.len(), &|_| 0, &text), expected);
        let number = |place: usize| (place % 3) as u128;
        let expected = places(texts.len(), &mut |a, b| {
            (a % 3, text(a)).cmp(&(b % 3, text(b)))
        });
        assert_eq!(places_by(texts.len(), &number, &text), expected);
    }

    #[test]
    fn items_stand_as_their_places_say() {
        assert_eq!(arranged(vec!['a', 'b', 'c'], &[2, 0, 1]), ['c', 'a', 'b']);
    }
}
