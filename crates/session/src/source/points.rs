//! Places in a packed file from which unpacking can go on. Each holds some 43 kB, so there are
//! few, and they stand wider apart the longer the file is.

use unpack::{Gunzip, UnpackError, zip::Member};

/// Unpacked bytes between two places at first.
const SPACING: u64 = 1 << 20;

/// Most places that are held: some 8 MB.
const MOST: usize = 192;

/// What unpacks.
#[derive(Clone)]
pub(crate) enum Unpacker {
    Gzip(Gunzip),
    Deflate(Member),
}

impl Unpacker {
    /// Unpacks onto `out`; answers how many packed bytes were used.
    pub(crate) fn push(
        &mut self,
        packed: &[u8],
        out: &mut Vec<u8>,
        most: usize,
    ) -> Result<usize, UnpackError> {
        match self {
            Self::Gzip(gunzip) => gunzip.push(packed, out, most),
            Self::Deflate(member) if member.ended() => Ok(packed.len()),
            Self::Deflate(member) => member.push(packed, out, most),
        }
    }

    /// Whether the packed bytes may end here.
    pub(crate) fn may_end(&self) -> bool {
        match self {
            Self::Gzip(gunzip) => gunzip.may_end(),
            Self::Deflate(member) => member.ended(),
        }
    }
}

/// A place: unpacked bytes before it, packed bytes before it, and the state there.
#[derive(Clone)]
pub(crate) struct Point {
    pub(crate) out: u64,
    pub(crate) packed: u64,
    pub(crate) state: Unpacker,
}

/// The places, in their order.
pub(crate) struct Points {
    points: Vec<Point>,
    spacing: u64,
}

impl Default for Points {
    fn default() -> Self {
        Self {
            points: Vec::new(),
            spacing: SPACING,
        }
    }
}

impl Points {
    /// Whether a place here is worth holding.
    pub(crate) fn wants(&self, out: u64) -> bool {
        let last = self.points.last().map_or(0, |point| point.out);
        out >= last + self.spacing
    }

    pub(crate) fn add(&mut self, point: Point) {
        self.points.push(point);
        if self.points.len() > MOST {
            let mut index = 0;
            self.points.retain(|_| {
                index += 1;
                index % 2 == 0
            });
            self.spacing *= 2;
        }
    }

    /// The last place at or before an unpacked byte.
    pub(crate) fn before(&self, out: u64) -> Option<Point> {
        let next = self.points.partition_point(|point| point.out <= out);
        self.points.get(next.checked_sub(1)?).cloned()
    }
}
