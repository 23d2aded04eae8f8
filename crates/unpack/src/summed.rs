//! A DEFLATE stream and the check sum of what came of it.

use crate::{Checksum, Inflate, UnpackError};

/// Unpacks one stream, and sums up what came.
#[derive(Clone, Default)]
pub(crate) struct Summed {
    inflate: Inflate,
    sum: Checksum,
    /// How many bytes came, as gzip counts them.
    bytes: u32,
}

impl Summed {
    pub(crate) fn ended(&self) -> bool {
        self.inflate.ended()
    }

    /// The sum of what came.
    pub(crate) fn sum(&self) -> u32 {
        self.sum.value()
    }

    /// How many bytes came, as gzip counts them.
    pub(crate) fn bytes(&self) -> u32 {
        self.bytes
    }

    /// As [`Inflate::push`].
    ///
    /// # Errors
    /// [`UnpackError::Damaged`].
    pub(crate) fn push(
        &mut self,
        packed: &[u8],
        out: &mut Vec<u8>,
        most: usize,
    ) -> Result<usize, UnpackError> {
        let before = out.len();
        let used = self.inflate.push(packed, out, most);
        let came = out.get(before..).unwrap_or_default();
        self.sum.push(came);
        self.bytes = self.bytes.wrapping_add(came.len() as u32);
        used
    }
}
