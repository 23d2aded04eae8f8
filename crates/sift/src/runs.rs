//! Rising row numbers in little memory: how many are left out, how many follow each other, in
//! one byte each where they are small. At most one byte a row, far less where rows stand
//! together.

/// Runs between two entries of the directory.
const STRIDE: usize = 64;

/// Row numbers, rising.
#[derive(Clone, Debug, Default)]
pub(crate) struct Runs {
    /// For each run how many numbers are left out before it and how many it has.
    bytes: Vec<u8>,
    directory: Vec<Entry>,
    runs: usize,
    /// How many numbers there are, without the open run.
    count: u64,
    /// The number behind the last closed run.
    next: u64,
    /// The run that is being written: its first number and how many it has.
    open: (u64, u64),
}

/// Where every 64th run is.
#[derive(Clone, Copy, Debug)]
struct Entry {
    /// Numbers before it.
    count: u64,
    /// The number behind the run before it.
    next: u64,
    /// Its place in the bytes.
    at: usize,
}

impl Runs {
    /// Appends a number, larger than those before it.
    pub(crate) fn push(&mut self, number: u64) {
        let (first, long) = self.open;
        if long > 0 && number == first + long {
            self.open.1 += 1;
            return;
        }
        self.close();
        self.open = (number, 1);
    }

    /// How many numbers there are.
    pub(crate) fn len(&self) -> u64 {
        self.count + self.open.1
    }

    /// Bytes in use.
    pub(crate) fn size(&self) -> usize {
        self.bytes.len() + self.directory.len() * size_of::<Entry>()
    }

    /// The number at a place.
    pub(crate) fn get(&self, at: u64) -> Option<u64> {
        if at >= self.count {
            let behind = at - self.count;
            return (behind < self.open.1).then(|| self.open.0 + behind);
        }
        let entry = self.directory.partition_point(|entry| entry.count <= at);
        let entry = self.directory.get(entry.checked_sub(1)?)?;
        let (mut count, mut next) = (entry.count, entry.next);
        let mut rest = self.bytes.get(entry.at..)?;
        loop {
            let first = next + take(&mut rest)?;
            let long = take(&mut rest)?;
            if at < count + long {
                return Some(first + (at - count));
            }
            count += long;
            next = first + long;
        }
    }

    fn close(&mut self) {
        let (first, long) = self.open;
        if long == 0 {
            return;
        }
        if self.runs.is_multiple_of(STRIDE) {
            self.directory.push(Entry {
                count: self.count,
                next: self.next,
                at: self.bytes.len(),
            });
        }
        self.runs += 1;
        put(first - self.next, &mut self.bytes);
        put(long, &mut self.bytes);
        self.count += long;
        self.next = first + long;
    }
}

/// Seven bits a byte, the high bit says that more follow.
fn put(mut value: u64, out: &mut Vec<u8>) {
    while value >= 0x80 {
        out.push(value as u8 | 0x80);
        value >>= 7;
    }
    out.push(value as u8);
}

fn take(bytes: &mut &[u8]) -> Option<u64> {
    let mut value = 0;
    for shift in (0..64).step_by(7) {
        let (byte, rest) = bytes.split_first()?;
        *bytes = rest;
        value |= u64::from(byte & 0x7F) << shift;
        if byte & 0x80 == 0 {
            return Some(value);
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_number_comes_back_from_its_place() {
        for step in [1u64, 2, 3, 1000, 1 << 40] {
            let numbers: Vec<u64> = (0..1000u64).map(|i| 5 + i / 3 * 3 * step + i % 3).collect();
            let mut runs = Runs::default();
            for number in &numbers {
                runs.push(*number);
            }
            assert_eq!(runs.len(), 1000);
            let back: Vec<u64> = (0..1000).filter_map(|at| runs.get(at)).collect();
            assert_eq!(back, numbers);
            assert_eq!(runs.get(1000), None);
        }
    }

    #[test]
    fn every_other_row_costs_a_byte_and_all_rows_cost_nothing() {
        let (mut other, mut all) = (Runs::default(), Runs::default());
        for number in 0..100_000 {
            other.push(number * 4);
            other.push(number * 4 + 1);
            all.push(number);
        }
        assert!(other.size() < 260_000, "{}", other.size());
        assert_eq!(all.size(), 0);
    }
}
