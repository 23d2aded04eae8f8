//! The seal of a file: what it is, which version, and a checksum of what it holds, so that a
//! damaged or foreign file is told from a sound one before anything in it is believed.

use super::head::VERSION;

/// What every file of an index begins with.
const MAGIC: &[u8; 4] = b"JSIX";
/// Magic, version, checksum.
const LENGTH: usize = 16;

/// What is wrong with a file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Damage {
    /// It is no file of an index.
    Foreign,
    /// It was written by another version.
    Version(u32),
    /// It is not what was written.
    Checksum,
}

/// The file for `payload`: the same bytes under a seal.
#[must_use]
pub fn seal(payload: &[u8]) -> Vec<u8> {
    let mut file = Vec::with_capacity(LENGTH + payload.len());
    file.extend_from_slice(MAGIC);
    file.extend_from_slice(&VERSION.to_le_bytes());
    file.extend_from_slice(&checksum(payload).to_le_bytes());
    file.extend_from_slice(payload);
    file
}

/// What is under the seal of `file`.
///
/// # Errors
/// It is not a file of an index, of another version, or damaged.
pub fn open_seal(file: &[u8]) -> Result<&[u8], Damage> {
    let (Some(MAGIC), Some(version), Some(sum), Some(payload)) = (
        file.first_chunk::<4>(),
        file.get(4..).and_then(<[u8]>::first_chunk::<4>),
        file.get(8..).and_then(<[u8]>::first_chunk::<8>),
        file.get(LENGTH..),
    ) else {
        return Err(Damage::Foreign);
    };
    match u32::from_le_bytes(*version) {
        VERSION if u64::from_le_bytes(*sum) == checksum(payload) => Ok(payload),
        VERSION => Err(Damage::Checksum),
        other => Err(Damage::Version(other)),
    }
}

/// Sixty-four bits that change when any byte does: eight bytes at a time, multiplied and
/// rotated, the length at the end. Against accidents, not against malice.
pub(crate) fn checksum(bytes: &[u8]) -> u64 {
    const ODD: u64 = 0x9E37_79B9_7F4A_7C15;
    let mut sum = 0x6A69_7368_6931_u64;
    let mut eights = bytes.chunks_exact(8);
    for eight in &mut eights {
        let number = eight.first_chunk().map_or(0, |b| u64::from_le_bytes(*b));
        sum = (sum ^ number).wrapping_mul(ODD).rotate_left(29);
    }
    for byte in eights.remainder() {
        sum = (sum ^ u64::from(*byte)).wrapping_mul(ODD).rotate_left(29);
    }
    sum = (sum ^ bytes.len() as u64).wrapping_mul(ODD);
    sum ^ sum >> 32
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_changed_bit_and_every_cut_is_found() {
        let file = seal(b"something that is longer than eight bytes");
        assert!(open_seal(&file).is_ok());
        for at in 0..file.len() {
            for bit in 0..8 {
                let mut damaged = file.clone();
                damaged[at] ^= 1 << bit;
                assert!(open_seal(&damaged).is_err(), "bit {bit} of byte {at}");
            }
            assert!(open_seal(&file[..at]).is_err(), "cut at {at}");
        }
    }

    #[test]
    fn another_version_is_named() {
        let mut file = seal(b"x");
        file[4] = 9;
        assert_eq!(open_seal(&file), Err(Damage::Version(9)));
    }
}
