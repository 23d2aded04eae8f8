//! Zstandard (RFC 8878) by `ruzstd`. A block of up to 128 KiB is the least that unpacks.

use ruzstd::decoding::{BlockDecodingStrategy, FrameDecoder};

use crate::fault::Fault;

const DAMAGED: Fault = Fault::Damaged("zstd");

/// Unpacked bytes after which they are taken out of the decoder.
const STEP: usize = 256 << 10;

/// The largest window of a frame that is read; the format's own recommendation is 8 MiB.
const MOST_WINDOW: u64 = 128 << 20;

/// The most that a block unpacks to.
const BLOCK: usize = 128 << 10;

pub(super) fn unpack(input: &[u8], size: usize, reach: Option<usize>) -> Result<Vec<u8>, Fault> {
    let Some(reach) = reach else {
        return unpack_whole(input, size);
    };
    match ended_early(input, reach.div_ceil(BLOCK)) {
        Some(frame) => unpack_whole(&frame, size),
        None => Ok(Vec::new()),
    }
}

fn unpack_whole(mut input: &[u8], size: usize) -> Result<Vec<u8>, Fault> {
    let mut out = Vec::with_capacity(size.min(input.len().saturating_mul(16)));
    let mut decoder = FrameDecoder::new();
    decoder.set_max_window_size(MOST_WINDOW);
    while !input.is_empty() && out.len() < size {
        if decoder.reset(&mut input).is_err() {
            return Err(DAMAGED);
        }
        while !decoder.is_finished() {
            let step = decoder.decode_blocks(&mut input, BlockDecodingStrategy::UptoBytes(STEP));
            let taken = decoder.collect_to_writer(&mut out);
            if step.is_err() || taken.is_err() || out.len() > size {
                return Err(DAMAGED);
            }
        }
    }
    Ok(out)
}

/// The complete blocks at the beginning of a frame, up to so many, with an end put behind them: a
/// decoder keeps back a window of what it unpacked until it sees one. `None` where there is no block.
fn ended_early(input: &[u8], blocks: usize) -> Option<Vec<u8>> {
    let flags = *input.get(4)?;
    let single = flags & 0x20 != 0;
    let dictionary = [0, 1, 2, 4][usize::from(flags & 3)];
    let size = match flags >> 6 {
        0 => usize::from(single),
        power => 1 << power,
    };
    let first = 5 + usize::from(!single) + dictionary + size;
    let mut end = first;
    for _ in 0..blocks.max(1) {
        let Some(head) = input.get(end..end + 3) else {
            break;
        };
        let head = u32::from_le_bytes([head[0], head[1], head[2], 0]);
        // A block of one byte repeated has that byte only.
        let length = if head >> 1 & 3 == 1 { 1 } else { head >> 3 };
        let next = end + 3 + length as usize;
        if next > input.len() {
            break;
        }
        end = next;
        if head & 1 == 1 {
            break;
        }
    }
    if end == first {
        return None;
    }
    let mut frame = input.get(..end)?.to_vec();
    // An empty last block, and where a checksum is due one that nobody compares.
    frame.extend([1, 0, 0]);
    if flags & 4 != 0 {
        frame.extend([0; 4]);
    }
    Some(frame)
}
