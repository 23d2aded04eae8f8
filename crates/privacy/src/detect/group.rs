//! Digits in groups, as people write long numbers: `6222 0212 3456 7890`, `138-1234-5678`.

/// Most groups that one number has.
const MOST: usize = 6;

/// Most digits of the numbers that are looked for.
const MOST_DIGITS: usize = 24;

/// Groups from one place on, all with the same separator.
#[derive(Debug, Default)]
pub(super) struct Groups {
    lengths: [u8; MOST],
    ends: [usize; MOST],
    count: usize,
    /// All digits, without separators.
    digits: [u8; MOST_DIGITS],
}

impl Groups {
    /// The groups that begin at `start`. The last character may be an `X`.
    pub(super) fn at(bytes: &[u8], start: usize) -> Self {
        let mut groups = Self::default();
        let (mut at, mut separator, mut all) = (start, None, 0);
        while groups.count < MOST {
            let group = bytes.get(at..).unwrap_or_default();
            let long = group.iter().take_while(|byte| is_of_group(**byte)).count();
            let (Some(digits), Some(to)) =
                (group.get(..long), groups.digits.get_mut(all..all + long))
            else {
                break;
            };
            // Letters beside it: this is no group of digits.
            let ends = !group.get(long).is_some_and(u8::is_ascii_alphanumeric);
            if long == 0 || long > 11 || !ends {
                break;
            }
            to.copy_from_slice(digits);
            all += long;
            at += long;
            if let (Some(length), Some(end)) = (
                groups.lengths.get_mut(groups.count),
                groups.ends.get_mut(groups.count),
            ) {
                *length = long as u8;
                *end = at;
            }
            groups.count += 1;
            match (bytes.get(at), separator) {
                (Some(byte @ (b' ' | b'-')), None) => separator = Some(*byte),
                (Some(byte), Some(before)) if *byte == before => {}
                _ => break,
            }
            at += 1;
        }
        // With hyphens all groups belong together; spaces also stand between numbers.
        groups
    }

    /// The digits of each group.
    pub(super) fn lengths(&self) -> &[u8] {
        self.lengths.get(..self.count).unwrap_or_default()
    }

    /// The digits of the first groups, and where they end.
    pub(super) fn first(&self, groups: usize) -> Option<(&[u8], usize)> {
        let long: usize = self
            .lengths
            .get(..groups)?
            .iter()
            .map(|long| usize::from(*long))
            .sum();
        let end = self.ends.get(groups.checked_sub(1)?)?;
        Some((self.digits.get(..long)?, *end))
    }
}

fn is_of_group(byte: u8) -> bool {
    byte.is_ascii_digit() || matches!(byte, b'X' | b'x')
}
