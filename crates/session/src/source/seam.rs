//! What is asked of bytes, wherever they are.

use crate::{Wait, wait};
use std::{ops::Range, rc::Rc};
use wire::search::Failure;

/// Bytes of one piece at most, and so between two places where reading can begin again.
pub const PIECE: usize = 64 * 1024;

/// Requests that are under way at once for [`Source::read_many`]. Browsers queue what is more than
/// a host takes (six over HTTP/1.1), so that none waits for the slowest of those before it.
const AT_ONCE: usize = 32;

/// How large something is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Size {
    /// Bytes, if known.
    pub bytes: Option<u64>,
    /// `false`: somebody said so who may be wrong.
    pub exact: bool,
}

impl Size {
    /// Known for sure.
    #[must_use]
    pub fn exactly(bytes: u64) -> Self {
        Self {
            bytes: Some(bytes),
            exact: true,
        }
    }
}

/// Bytes that can be read from their beginning, and perhaps from anywhere.
pub trait Source {
    /// How large it is.
    fn size(&self) -> Size;

    /// How large the file is whose bytes [`Pieces::at`] counts: this one, or what it is packed in.
    fn outer(&self) -> Size {
        self.size()
    }

    /// Bytes from the beginning that can be had again at any time; [`u64::MAX`] is all.
    fn again(&self) -> u64;

    /// Asks whoever may know how large it is, if that is open: one request without a body.
    fn measure(self: Rc<Self>) -> Wait<'static, Size>;

    /// The bytes of a range; fewer where the file ends.
    ///
    /// # Errors
    /// What became of the request; `no-ranges` where the host gives no part of a file.
    fn read(self: Rc<Self>, range: Range<u64>) -> Wait<'static, Result<Vec<u8>, Failure>>;

    /// The bytes of several ranges, in their order, some of them at once.
    ///
    /// # Errors
    /// As for one.
    fn read_many(
        self: Rc<Self>,
        ranges: Vec<Range<u64>>,
    ) -> Wait<'static, Result<Vec<Vec<u8>>, Failure>> {
        let mut left: Vec<_> = ranges
            .into_iter()
            .map(|range| Rc::clone(&self).read(range))
            .collect();
        Box::pin(async move {
            let mut came = Vec::with_capacity(left.len());
            while !left.is_empty() {
                let together = left.drain(..left.len().min(AT_ONCE)).collect();
                for bytes in wait::all(together).await {
                    came.push(bytes?);
                }
            }
            Ok(came)
        })
    }

    /// Whether bytes in the middle cost all that lie before them.
    fn is_packed(&self) -> bool {
        false
    }

    /// The bytes from a place on, piece by piece. Nothing is asked for before the first piece is.
    fn stream(self: Rc<Self>, from: u64) -> Box<dyn Pieces>;
}

/// Bytes one behind the other.
pub trait Pieces {
    /// The next bytes, at most [`PIECE`]; `None` at the end.
    ///
    /// # Errors
    /// What became of the request. Asking again goes on behind what came, where that can be.
    fn next(&mut self) -> Wait<'_, Result<Option<Vec<u8>>, Failure>>;

    /// Bytes of the outermost file that were used for what was given.
    fn at(&self) -> u64;
}
