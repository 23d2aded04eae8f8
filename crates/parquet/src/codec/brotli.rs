//! Brotli (RFC 7932) by `brotli-decompressor`, without its extension to windows of a gigabyte.

use brotli_decompressor::{BrotliDecompressStream, BrotliResult, BrotliState, StandardAlloc};

use crate::fault::Fault;

const DAMAGED: Fault = Fault::Damaged("brotli");

/// Output is made room for in steps.
const STEP: usize = 64 << 10;

pub(super) fn unpack(input: &[u8], size: usize, reach: Option<usize>) -> Result<Vec<u8>, Fault> {
    let (size, whole) = (size.min(reach.unwrap_or(size)), reach.is_none());
    let memory = StandardAlloc::default;
    let mut state = BrotliState::new_strict(memory(), memory(), memory());
    let mut out = Vec::new();
    let (mut left, mut at, mut end, mut total) = (input.len(), 0, 0, 0);
    loop {
        // One byte more than announced, to see whether more comes.
        let step = STEP.max(out.len());
        out.resize((size + 1).min(end + step), 0);
        let mut room = out.len() - end;
        let result = BrotliDecompressStream(
            &mut left, &mut at, input, &mut room, &mut end, &mut out, &mut total, &mut state,
        );
        match result {
            BrotliResult::NeedsMoreOutput if end <= size => {}
            BrotliResult::NeedsMoreOutput if !whole => break,
            BrotliResult::ResultSuccess => break,
            BrotliResult::NeedsMoreInput if !whole => break,
            _ => return Err(DAMAGED),
        }
    }
    out.truncate(end);
    Ok(out)
}
