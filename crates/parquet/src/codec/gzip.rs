//! Gzip members one after another (RFC 1952), without their checksums: the page's size is
//! checked, and a wrong value would not be told from a right one by the reader anyway.

use miniz_oxide::inflate::TINFLStatus;
use miniz_oxide::inflate::core::{DecompressorOxide, decompress, inflate_flags};

use crate::fault::Fault;

const DAMAGED: Fault = Fault::Damaged("gzip");

/// Output is made room for in steps of the input's size, since a page may announce anything.
const GROWTH: usize = 8;

pub(super) fn unpack(mut input: &[u8], size: usize, whole: bool) -> Result<Vec<u8>, Fault> {
    let mut out = Vec::new();
    while !input.is_empty() && out.len() < size {
        let Some(head) = header(input)? else {
            break;
        };
        let body = input.get(head..).unwrap_or_default();
        let Some(used) = member(body, size, whole, &mut out)? else {
            break;
        };
        // Behind the data of a member are its checksum and its size.
        input = body.get(used + 8..).unwrap_or_default();
    }
    Ok(out)
}

/// Unpacks one member behind `out`; gives its bytes, or `None` where the input ends within it.
fn member(
    body: &[u8],
    size: usize,
    whole: bool,
    out: &mut Vec<u8>,
) -> Result<Option<usize>, Fault> {
    let mut state = Box::<DecompressorOxide>::default();
    let begin = out.len();
    let (mut at, mut end) = (0, begin);
    let more = if whole {
        0
    } else {
        inflate_flags::TINFL_FLAG_HAS_MORE_INPUT
    };
    let flags = inflate_flags::TINFL_FLAG_USING_NON_WRAPPING_OUTPUT_BUF | more;
    let mut room = body.len().saturating_mul(GROWTH).max(1 << 10);
    loop {
        out.resize(size.min(end.saturating_add(room)), 0);
        // Members do not see each other's bytes.
        let target = out.get_mut(begin..).unwrap_or_default();
        let input = body.get(at..).unwrap_or_default();
        let (status, read, written) = decompress(&mut state, input, target, end - begin, flags);
        (at, end) = (at + read, end + written);
        let full = end >= size;
        match status {
            TINFLStatus::HasMoreOutput if !full => room = room.saturating_mul(4),
            TINFLStatus::HasMoreOutput if !whole => return Ok(None),
            TINFLStatus::Done => {
                out.truncate(end);
                return Ok(Some(at));
            }
            TINFLStatus::NeedsMoreInput | TINFLStatus::FailedCannotMakeProgress if !whole => {
                out.truncate(end);
                return Ok(None);
            }
            _ => return Err(DAMAGED),
        }
    }
}

/// The length of a member's header, or `None` where the input ends within it.
fn header(input: &[u8]) -> Result<Option<usize>, Fault> {
    let Some(fixed) = input.get(..10) else {
        return Ok(None);
    };
    if fixed[..3] != [0x1f, 0x8b, 8] {
        return Err(DAMAGED);
    }
    let flags = fixed[3];
    let mut at = 10;
    if flags & 4 != 0 {
        let Some(length) = input.get(at..at + 2) else {
            return Ok(None);
        };
        at += 2 + usize::from(u16::from_le_bytes([length[0], length[1]]));
    }
    for text in [8, 16] {
        if flags & text != 0 {
            let rest = input.get(at..).unwrap_or_default();
            let Some(zero) = rest.iter().position(|byte| *byte == 0) else {
                return Ok(None);
            };
            at += zero + 1;
        }
    }
    Ok(Some(at + usize::from(flags & 2 != 0) * 2))
}
