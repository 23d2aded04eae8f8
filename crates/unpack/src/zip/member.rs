//! A packed file of an archive.

use crate::{UnpackError, summed::Summed};

/// Unpacks a file of an archive, and holds what came against its check sum.
#[derive(Clone)]
pub struct Member {
    stream: Summed,
    said: u32,
}

impl Member {
    /// For a file of which the directory says this sum.
    #[must_use]
    pub fn new(said: u32) -> Self {
        Self {
            stream: Summed::default(),
            said,
        }
    }

    /// Whether the file has ended.
    #[must_use]
    pub fn ended(&self) -> bool {
        self.stream.ended()
    }

    /// As [`Inflate::push`](crate::Inflate::push).
    ///
    /// # Errors
    /// [`UnpackError::Damaged`], [`UnpackError::Checksum`] once all of it came.
    pub fn push(
        &mut self,
        packed: &[u8],
        out: &mut Vec<u8>,
        most: usize,
    ) -> Result<usize, UnpackError> {
        let used = self.stream.push(packed, out, most)?;
        match self.ended() && self.stream.sum() != self.said {
            true => Err(UnpackError::Checksum),
            false => Ok(used),
        }
    }
}
