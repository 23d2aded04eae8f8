//! Snappy without frames (google/snappy: format_description.txt).

use super::output::Output;
use crate::fault::Fault;

const NAME: &str = "snappy";

/// The most that a byte of input can become: three bytes copy 64.
const MOST_GROWTH: usize = 22;

pub(super) fn unpack(input: &[u8], size: usize, reach: Option<usize>) -> Result<Vec<u8>, Fault> {
    let whole = reach.is_none();
    let most = reach.unwrap_or(size);
    let damaged = Err(Fault::Damaged(NAME));
    let (mut at, mut announced) = (0, 0_u64);
    loop {
        let Some(byte) = input.get(at) else {
            return if whole { damaged } else { Ok(Vec::new()) };
        };
        announced |= u64::from(byte & 0x7f) << (7 * at);
        at += 1;
        if *byte < 0x80 {
            break;
        }
        if at == 5 {
            return damaged;
        }
    }
    if announced != size as u64 {
        return Err(Fault::Damaged("another size than announced"));
    }
    let believable = input.len().saturating_mul(MOST_GROWTH);
    if whole && size > believable {
        return damaged;
    }
    let mut out = Output::new(size.min(believable));
    while let Some(&tag) = input.get(at)
        && out.len() < most.max(1)
    {
        at += 1;
        if tag & 3 == 0 {
            let mut count = usize::from(tag >> 2);
            if count >= 60 {
                let bytes = count - 59;
                let Some(length) = number(input, at, bytes) else {
                    break;
                };
                (count, at) = (length, at + bytes);
            }
            let count = count.saturating_add(1);
            let written = out.literal(input, at, count, NAME)?;
            if written < count {
                break;
            }
            at += count;
            continue;
        }
        let (count, back, bytes) = match tag & 3 {
            1 => (
                usize::from(tag >> 2 & 7) + 4,
                input
                    .get(at)
                    .map(|low| usize::from(tag >> 5) << 8 | usize::from(*low)),
                1,
            ),
            2 => (usize::from(tag >> 2) + 1, number(input, at, 2), 2),
            _ => (usize::from(tag >> 2) + 1, number(input, at, 4), 4),
        };
        let Some(back) = back else {
            break;
        };
        at += bytes;
        out.again(back, count, NAME)?;
    }
    Ok(out.finish())
}

/// A little-endian number of one to four bytes.
#[inline(always)]
fn number(input: &[u8], at: usize, bytes: usize) -> Option<usize> {
    if let Some(four) = input.get(at..at + 4) {
        let value = u32::from_le_bytes([four[0], four[1], four[2], four[3]]);
        return Some((value & (u32::MAX >> (32 - 8 * bytes))) as usize);
    }
    let few = input.get(at..at + bytes)?;
    Some(
        few.iter()
            .rev()
            .fold(0, |value, byte| value << 8 | usize::from(*byte)),
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn literals_and_overlapping_copies() {
        // 10 bytes: literal "ab", then 8 bytes from 2 back.
        let packed = [10, 1 << 2, b'a', b'b', 4 << 2 | 1, 2];
        assert_eq!(unpack(&packed, 10, None).unwrap(), b"ababababab");
    }

    #[test]
    fn a_cut_input_gives_what_it_reaches() {
        let packed = [10, 1 << 2, b'a', b'b', 4 << 2 | 1, 2];
        assert_eq!(unpack(&packed[..4], 10, Some(10)).unwrap(), b"ab");
        assert_eq!(unpack(&packed[..3], 10, Some(10)).unwrap(), b"a");
        assert_eq!(unpack(&[], 10, Some(10)).unwrap(), b"");
        assert_eq!(unpack(&packed, 10, Some(2)).unwrap(), b"ab");
    }

    #[test]
    fn copies_from_before_the_beginning_and_unbelievable_sizes_are_refused() {
        let packed = [10, 1 << 2, b'a', b'b', 4 << 2 | 1, 3];
        assert_eq!(unpack(&packed, 10, None), Err(Fault::Damaged(NAME)));
        let huge = [0xff, 0xff, 0xff, 0x7f, 0, b'a'];
        let size = (1 << 28) - 1;
        assert_eq!(unpack(&huge, size, None), Err(Fault::Damaged(NAME)));
    }
}
