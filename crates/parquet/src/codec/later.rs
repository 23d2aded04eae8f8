//! Codecs that few files need and that weigh much: 122 kB of words for brotli alone. Natively they
//! are part of the program. In a browser they are fetched when a footer names them: whoever
//! fetches them brings them here, before pages are unpacked.

use std::sync::OnceLock;

use super::{brotli, zstd};
use crate::fault::Fault;
use crate::metadata::Codec;

/// Unpacks a page of so many bytes, or its beginning up to so many; see [`super::unpack`].
pub type Unpack = fn(&[u8], usize, Option<usize>) -> Result<Vec<u8>, Fault>;

/// A codec that may come later.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LaterCodec {
    /// Brotli.
    Brotli,
    /// Zstandard.
    Zstd,
}

static BROTLI: OnceLock<Unpack> = OnceLock::new();
static ZSTD: OnceLock<Unpack> = OnceLock::new();

impl LaterCodec {
    pub(crate) fn of(codec: Codec) -> Option<Self> {
        match codec {
            Codec::Brotli => Some(Self::Brotli),
            Codec::Zstd => Some(Self::Zstd),
            _ => None,
        }
    }

    /// Makes it known to all files.
    pub fn bring(self, unpack: Unpack) {
        // Brought twice it is the same.
        let _ = self.place().set(unpack);
    }

    const fn place(self) -> &'static OnceLock<Unpack> {
        match self {
            Self::Brotli => &BROTLI,
            Self::Zstd => &ZSTD,
        }
    }

    /// What unpacks, if it is here.
    pub(super) fn unpack(self) -> Result<Unpack, Fault> {
        #[cfg(not(target_family = "wasm"))]
        self.bring(match self {
            Self::Brotli => brotli::unpack,
            Self::Zstd => zstd::unpack,
        });
        let here = self.place().get().copied();
        here.ok_or(Fault::RefusedCodec(match self {
            Self::Brotli => "BROTLI",
            Self::Zstd => "ZSTD",
        }))
    }
}

/// Brotli, to be brought.
#[must_use]
pub fn brotli() -> Unpack {
    brotli::unpack
}

/// Zstandard, to be brought.
#[must_use]
pub fn zstd() -> Unpack {
    zstd::unpack
}
