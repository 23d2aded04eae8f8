//! Gzip (RFC 1952): a header, a DEFLATE stream and a trailer; several may follow one another.

use crate::{UnpackError, summed::Summed};

/// The longest header that is read: names and comments in it have no bound of their own.
const MOST_HEADER: usize = 128 * 1024;

/// Whether these are the first bytes of a gzip file.
#[must_use]
pub fn is_gzip(head: &[u8]) -> bool {
    head.starts_with(&[0x1F, 0x8B, 8])
}

/// Unpacks a gzip file. A copy taken between two calls goes on from where this one stood.
#[derive(Clone, Default)]
pub struct Gunzip {
    part: Part,
    /// A header or trailer of which not all has come.
    carry: Vec<u8>,
    /// This member.
    stream: Summed,
    members: u64,
}

#[derive(Clone, Copy, Default, PartialEq)]
enum Part {
    #[default]
    Header,
    Body,
    Trailer,
    /// What follows the last member is no gzip; it is left alone, as all programs do.
    Behind,
}

impl Gunzip {
    /// Whether the file may end here: between two members.
    #[must_use]
    pub fn may_end(&self) -> bool {
        match self.part {
            Part::Header => self.members > 0 && self.carry.iter().all(|b| *b == 0),
            Part::Behind => true,
            Part::Body | Part::Trailer => false,
        }
    }

    /// As [`Inflate::push`](crate::Inflate::push), over all members.
    ///
    /// # Errors
    /// [`UnpackError::Damaged`], [`UnpackError::Method`], [`UnpackError::Checksum`] once all of
    /// a member came.
    pub fn push(
        &mut self,
        packed: &[u8],
        out: &mut Vec<u8>,
        most: usize,
    ) -> Result<usize, UnpackError> {
        let mut used = 0;
        let before = out.len();
        while used < packed.len() {
            let rest = packed.get(used..).unwrap_or_default();
            match self.part {
                Part::Header => used += self.header(rest)?,
                Part::Body => {
                    let room = most.saturating_sub(out.len() - before);
                    if room == 0 {
                        return Ok(used);
                    }
                    used += self.stream.push(rest, out, room)?;
                    if self.stream.ended() {
                        self.part = Part::Trailer;
                    }
                }
                Part::Trailer => {
                    let wanted = 8 - self.carry.len();
                    let taken = rest.get(..wanted).unwrap_or(rest);
                    self.carry.extend_from_slice(taken);
                    used += taken.len();
                    if self.carry.len() == 8 {
                        let said = std::mem::take(&mut self.carry);
                        let found = [self.stream.sum(), self.stream.bytes()];
                        if said != found.map(u32::to_le_bytes).concat() {
                            return Err(UnpackError::Checksum);
                        }
                        self.members += 1;
                        self.part = Part::Header;
                    }
                }
                Part::Behind => return Ok(packed.len()),
            }
        }
        Ok(used)
    }

    /// Bytes that belong to the header, once all of it is there.
    fn header(&mut self, rest: &[u8]) -> Result<usize, UnpackError> {
        let before = self.carry.len();
        self.carry.extend_from_slice(rest);
        match header_length(&self.carry) {
            Ok(Some(length)) => {
                self.carry.clear();
                self.stream = Summed::default();
                self.part = Part::Body;
                Ok(length - before)
            }
            Ok(None) if self.carry.len() > MOST_HEADER => Err(UnpackError::Damaged),
            Ok(None) => Ok(rest.len()),
            Err(_) if self.members > 0 => {
                self.part = Part::Behind;
                Ok(rest.len())
            }
            Err(error) => Err(error),
        }
    }
}

/// The length of the header; `None` when more bytes are needed.
fn header_length(bytes: &[u8]) -> Result<Option<usize>, UnpackError> {
    let magic = [0x1F, 0x8B];
    if bytes
        .iter()
        .zip(magic)
        .any(|(found, wanted)| *found != wanted)
    {
        return Err(UnpackError::Damaged);
    }
    let (Some(method), Some(flags)) = (bytes.get(2), bytes.get(3)) else {
        return Ok(None);
    };
    if *method != 8 {
        return Err(UnpackError::Method(u16::from(*method)));
    }
    let mut at = 10;
    if flags & 4 != 0 {
        let Some(&[low, high]) = bytes.get(at..at + 2) else {
            return Ok(None);
        };
        at += 2 + usize::from(u16::from_le_bytes([low, high]));
    }
    // A name, then a comment, each ended by a zero.
    for flag in [8, 16] {
        if flags & flag != 0 {
            let Some(end) = bytes.get(at..).and_then(|b| b.iter().position(|b| *b == 0)) else {
                return Ok(None);
            };
            at += end + 1;
        }
    }
    if flags & 2 != 0 {
        at += 2;
    }
    Ok((bytes.len() >= at).then_some(at))
}
