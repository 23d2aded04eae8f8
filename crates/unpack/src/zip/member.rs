//! A packed file of an archive.

use crate::{Checksum, Inflate, UnpackError};

/// Unpacks a file of an archive, and holds what came against its check sum.
#[derive(Clone)]
pub struct Member {
    inflate: Inflate,
    sum: Checksum,
    said: u32,
}

impl Member {
    /// For a file of which the directory says this sum.
    #[must_use]
    pub fn new(said: u32) -> Self {
        Self {
            inflate: Inflate::default(),
            sum: Checksum::default(),
            said,
        }
    }

    /// Whether the file has ended.
    #[must_use]
    pub fn ended(&self) -> bool {
        self.inflate.ended()
    }

    /// As [`Inflate::push`].
    ///
    /// # Errors
    /// [`UnpackError::Damaged`], [`UnpackError::Checksum`] once all of it came.
    pub fn push(
        &mut self,
        packed: &[u8],
        out: &mut Vec<u8>,
        most: usize,
    ) -> Result<usize, UnpackError> {
        let before = out.len();
        let used = self.inflate.push(packed, out, most)?;
        self.sum.push(out.get(before..).unwrap_or_default());
        match self.ended() && self.sum.value() != self.said {
            true => Err(UnpackError::Checksum),
            false => Ok(used),
        }
    }
}
