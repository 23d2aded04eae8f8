//! LZ4 blocks (lz4: doc/lz4_Block_format.md), bare or in Hadoop's frames. The codec `LZ4` of
//! Parquet means either: parquet-mr writes frames, older Arrow writes none, and some wrote the
//! official frame format (parquet-format: Compression.md "LZ4"), so the bytes decide.

use super::output::Output;
use crate::fault::Fault;

const NAME: &str = "lz4";

/// The most that a byte of input can become.
const MOST_GROWTH: usize = 256;

/// Smallest copy; lengths are counted from it.
const LEAST_COPY: usize = 4;

/// The codec `LZ4`.
pub(super) fn unpack_any(input: &[u8], size: usize, whole: bool) -> Result<Vec<u8>, Fault> {
    if input.starts_with(&0x184d_2204_u32.to_le_bytes()) {
        return unpack_frame(input, size, whole);
    }
    match unpack_hadoop(input, size, whole) {
        Some(out) => Ok(out),
        None => unpack_block(input, size, whole),
    }
}

/// Hadoop's frames: the sizes of a piece, unpacked and packed, most significant byte first.
/// `None` where the bytes are not that.
fn unpack_hadoop(mut input: &[u8], size: usize, whole: bool) -> Option<Vec<u8>> {
    let mut out = Vec::new();
    while let Some((head, rest)) = input.split_first_chunk::<8>() {
        let [a, b, c, d, e, f, g, h] = *head;
        let unpacked = u32::from_be_bytes([a, b, c, d]) as usize;
        let packed = u32::from_be_bytes([e, f, g, h]) as usize;
        if unpacked > size - out.len() {
            return None;
        }
        let complete = rest.len() >= packed;
        if !complete && whole {
            return None;
        }
        let piece = rest.get(..packed).unwrap_or(rest);
        let bytes = unpack_block(piece, unpacked, complete).ok()?;
        if complete && bytes.len() != unpacked {
            return None;
        }
        out.extend_from_slice(&bytes);
        input = rest.get(packed..).unwrap_or_default();
    }
    (!whole || (input.is_empty() && out.len() == size)).then_some(out)
}

/// The official frame format (lz4: doc/lz4_Frame_format.md), without its checksums.
fn unpack_frame(input: &[u8], size: usize, whole: bool) -> Result<Vec<u8>, Fault> {
    let damaged = Fault::Damaged(NAME);
    let flags = *input.get(4).ok_or(damaged.clone())?;
    let linked = flags & 0x20 == 0;
    let head = 7 + usize::from(flags & 8) + usize::from(flags & 1) * 4;
    let mut rest = input.get(head..).unwrap_or_default();
    let mut out = Output::new(size.min(input.len().saturating_mul(MOST_GROWTH)));
    while let Some((length, behind)) = rest.split_first_chunk::<4>() {
        let length = u32::from_le_bytes(*length);
        if length == 0 {
            break;
        }
        let (bytes, plain) = ((length & 0x7fff_ffff) as usize, length >> 31 == 1);
        let block = behind.get(..bytes).unwrap_or(behind);
        if plain {
            out.literal(block, 0, block.len(), NAME)?;
        } else if linked || out.len() == 0 {
            block_into(block, &mut out)?;
        } else {
            let independent = unpack_block(block, size - out.len(), whole)?;
            out.literal(&independent, 0, independent.len(), NAME)?;
        }
        let sum = usize::from(flags & 0x10 != 0) * 4;
        rest = behind.get(bytes.saturating_add(sum)..).unwrap_or_default();
    }
    Ok(out.finish())
}

/// One block: the codec `LZ4_RAW`.
pub(super) fn unpack_block(input: &[u8], size: usize, whole: bool) -> Result<Vec<u8>, Fault> {
    let believable = input.len().saturating_mul(MOST_GROWTH);
    if whole && size > believable {
        return Err(Fault::Damaged(NAME));
    }
    let mut out = Output::new(size.min(believable));
    block_into(input, &mut out)?;
    Ok(out.finish())
}

fn block_into(input: &[u8], out: &mut Output) -> Result<(), Fault> {
    let mut at = 0;
    while let Some(&token) = input.get(at) {
        at += 1;
        let Some(literals) = length(input, &mut at, token >> 4) else {
            break;
        };
        if out.literal(input, at, literals, NAME)? < literals {
            break;
        }
        at += literals;
        let Some(back) = input.get(at..at + 2) else {
            break;
        };
        let back = usize::from(u16::from_le_bytes([back[0], back[1]]));
        at += 2;
        let Some(count) = length(input, &mut at, token & 15) else {
            break;
        };
        out.again(back, count + LEAST_COPY, NAME)?;
    }
    Ok(())
}

/// A length of four bits, which bytes behind it make longer.
#[inline(always)]
fn length(input: &[u8], at: &mut usize, four: u8) -> Option<usize> {
    let mut length = usize::from(four);
    if four < 15 {
        return Some(length);
    }
    loop {
        let byte = *input.get(*at)?;
        *at += 1;
        length += usize::from(byte);
        if byte < 255 {
            return Some(length);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// "abc", then seven bytes from three back, then "!" as the last literals.
    const BLOCK: [u8; 8] = [0x33, b'a', b'b', b'c', 3, 0, 0x10, b'!'];

    #[test]
    fn a_block_copies_what_it_wrote() {
        assert_eq!(unpack_block(&BLOCK, 11, true).unwrap(), b"abcabcabca!");
        assert_eq!(unpack_block(&BLOCK[..3], 11, false).unwrap(), b"ab");
    }

    #[test]
    fn the_codec_that_means_two_things_reads_both() {
        let mut framed = vec![0, 0, 0, 11, 0, 0, 0, 8];
        framed.extend(BLOCK);
        assert_eq!(unpack_any(&framed, 11, true).unwrap(), b"abcabcabca!");
        assert_eq!(unpack_any(&BLOCK, 11, true).unwrap(), b"abcabcabca!");
    }
}
