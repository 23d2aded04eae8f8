//! Sorting by places. Every kind of item that is sorted by itself brings a sorting algorithm
//! of its own, 4 kB each; here all share one over their numbers.

use std::cmp::Ordering;

/// The places 0 to `count` in the order of `compare`; equal ones as they stand.
pub(crate) fn places(
    count: usize,
    compare: &mut dyn FnMut(usize, usize) -> Ordering,
) -> Vec<usize> {
    let mut places: Vec<usize> = (0..count).collect();
    sort(&mut places, compare);
    places
}

/// The places 0 to `count` in the order of their texts; equal ones as they stand. Most texts
/// differ in their first eight bytes, which compare as one number.
pub(crate) fn places_by_text<'t>(count: usize, text: &dyn Fn(usize) -> &'t [u8]) -> Vec<usize> {
    let first = |place| {
        let bytes = text(place).iter().chain(&[0; 8]).take(8);
        bytes.fold(0, |number: u64, byte| number << 8 | u64::from(*byte))
    };
    let firsts: Vec<u64> = (0..count).map(first).collect();
    places(count, &mut |a, b| {
        let order = firsts.get(a).cmp(&firsts.get(b));
        order.then_with(|| text(a).cmp(text(b)))
    })
}

/// The first `need` of the places 0 to `count`, in the order of `compare`.
pub(crate) fn first_places(
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
pub(crate) fn sort_numbers(numbers: &mut [u128]) {
    numbers.sort_unstable();
}

/// `items` in the order of `places`.
pub(crate) fn arranged<T>(items: Vec<T>, places: &[usize]) -> Vec<T> {
    let mut items: Vec<Option<T>> = items.into_iter().map(Some).collect();
    let take = |place: &usize| items.get_mut(*place).and_then(Option::take);
    places.iter().filter_map(take).collect()
}

/// `items` in the order of `compare`; equal ones as they stand.
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
    fn items_stand_as_their_places_say() {
        assert_eq!(arranged(vec!['a', 'b', 'c'], &[2, 0, 1]), ['c', 'a', 'b']);
    }
}
