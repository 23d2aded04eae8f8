//! Values back to back, and their bytes spread over streams
//! (Encodings.md "Plain", "Byte Stream Split").

use crate::fault::{Fault, Stop};
use crate::values::Blob;

/// `count` values of `N` bytes at `at`, which moves behind them.
pub(crate) fn fixed<'a, const N: usize>(
    bytes: &'a [u8],
    at: &mut usize,
    count: usize,
) -> Result<&'a [[u8; N]], Stop> {
    let end = at.saturating_add(count.saturating_mul(N));
    let taken = bytes.get(*at..end).ok_or(Stop::Short)?;
    *at = end;
    Ok(taken.as_chunks::<N>().0)
}

/// `count` truth values, a bit each, behind the first `taken` at `at`.
pub(crate) fn bits(
    bytes: &[u8],
    at: usize,
    taken: usize,
    count: usize,
    out: &mut Vec<bool>,
) -> Result<(), Stop> {
    let last = at.saturating_add((taken.saturating_add(count)).div_ceil(8));
    let packed = bytes.get(at..last).ok_or(Stop::Short)?;
    let bit = |bit: usize| packed[bit / 8] >> (bit % 8) & 1 == 1;
    out.extend((taken..taken + count).map(bit));
    Ok(())
}

/// `count` texts, each behind its length in four bytes. `out` must not grow over `most` bytes.
pub(crate) fn texts(
    bytes: &[u8],
    at: &mut usize,
    count: usize,
    out: &mut Blob,
    most: u64,
) -> Result<(), Stop> {
    for _ in 0..count {
        let rest = bytes.get(*at..).unwrap_or_default();
        let (length, rest) = rest.split_first_chunk::<4>().ok_or(Stop::Short)?;
        let length = u32::from_le_bytes(*length) as usize;
        let text = rest.get(..length).ok_or(Stop::Short)?;
        room(out, length, most)?;
        out.push(text);
        *at += 4 + length;
    }
    Ok(())
}

/// `count` byte strings of `width` bytes.
pub(crate) fn chunks(
    bytes: &[u8],
    at: &mut usize,
    count: usize,
    width: usize,
    out: &mut Blob,
    most: u64,
) -> Result<(), Stop> {
    let end = at.saturating_add(count.saturating_mul(width));
    let taken = bytes.get(*at..end).ok_or(Stop::Short)?;
    room(out, taken.len(), most)?;
    *at = end;
    taken.chunks_exact(width).for_each(|chunk| out.push(chunk));
    Ok(())
}

/// Puts the bytes of `count` values behind `out` that are spread over `width` streams of
/// `total` bytes each, from `at` on; `taken` are read already.
pub(crate) fn split(
    bytes: &[u8],
    at: usize,
    (taken, count, total): (usize, usize, usize),
    width: usize,
    out: &mut Vec<u8>,
) -> Result<(), Stop> {
    let end = at.saturating_add(total.saturating_mul(width));
    let streams = bytes.get(at..end).ok_or(Stop::Short)?;
    if taken + count > total {
        return Err(Stop::Short);
    }
    let begin = out.len();
    out.resize(begin + count * width, 0);
    let target = out.get_mut(begin..).unwrap_or_default();
    for (place, stream) in streams.chunks_exact(total.max(1)).enumerate() {
        let stream = stream.get(taken..taken + count).unwrap_or_default();
        let target = target.iter_mut().skip(place).step_by(width);
        target
            .zip(stream)
            .for_each(|(target, byte)| *target = *byte);
    }
    Ok(())
}

fn room(out: &Blob, more: usize, most: u64) -> Result<(), Stop> {
    let size = (out.bytes() as u64).saturating_add(more as u64);
    if size <= most {
        return Ok(());
    }
    let what = "texts of a column";
    Err(Stop::Fault(Fault::TooLarge { what, size, most }))
}
