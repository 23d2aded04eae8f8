//! DEFLATE (RFC 1951), piece by piece.

use crate::UnpackError;
use miniz_oxide::inflate::TINFLStatus;
use miniz_oxide::inflate::core::{DecompressorOxide, decompress, inflate_flags};

/// How far back packed bytes may refer.
const WINDOW: usize = 32 * 1024;

/// Unpacks one stream. A copy (some 43 kB) taken between two calls goes on from where this one
/// stood.
#[derive(Clone)]
pub struct Inflate {
    state: Box<DecompressorOxide>,
    window: Box<[u8]>,
    at: usize,
    ended: bool,
}

impl Default for Inflate {
    fn default() -> Self {
        Self {
            state: Box::default(),
            window: vec![0; WINDOW].into_boxed_slice(),
            at: 0,
            ended: false,
        }
    }
}

impl Inflate {
    /// Whether the stream has ended; bytes that follow belong to something else.
    #[must_use]
    pub fn ended(&self) -> bool {
        self.ended
    }

    /// Unpacks `packed` onto `out` until it is used up, the stream ends, or `most` bytes came of
    /// it. Answers how many packed bytes were used: give the rest again.
    ///
    /// # Errors
    /// [`UnpackError::Damaged`].
    pub fn push(
        &mut self,
        packed: &[u8],
        out: &mut Vec<u8>,
        most: usize,
    ) -> Result<usize, UnpackError> {
        let (mut used, mut came) = (0, 0);
        while !self.ended && came < most {
            let rest = packed.get(used..).unwrap_or_default();
            let flags = inflate_flags::TINFL_FLAG_HAS_MORE_INPUT;
            let (status, taken, wrote) =
                decompress(&mut self.state, rest, &mut self.window, self.at, flags);
            used += taken;
            came += wrote;
            let end = self.at + wrote;
            out.extend_from_slice(self.window.get(self.at..end).unwrap_or_default());
            self.at = end % WINDOW;
            match status {
                TINFLStatus::Done => self.ended = true,
                TINFLStatus::HasMoreOutput => {}
                TINFLStatus::NeedsMoreInput => break,
                _ => return Err(UnpackError::Damaged),
            }
        }
        Ok(used)
    }
}
