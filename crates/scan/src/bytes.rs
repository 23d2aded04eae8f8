//! Numbers in as few bytes as they need: seven bits a byte, the lowest first, the eighth bit
//! set where another byte follows (LEB128).

/// Appends a number.
pub fn number_into(out: &mut Vec<u8>, mut number: u32) {
    while number >= 0x80 {
        out.push(number as u8 | 0x80);
        number >>= 7;
    }
    out.push(number as u8);
}

/// Appends a long number.
pub fn long_into(out: &mut Vec<u8>, mut number: u64) {
    while number >= 0x80 {
        out.push(number as u8 | 0x80);
        number >>= 7;
    }
    out.push(number as u8);
}

/// Reads the long number at `at` and steps behind it.
pub fn read_long(bytes: &[u8], at: &mut usize) -> u64 {
    let (mut number, mut shift) = (0_u64, 0);
    while let Some(byte) = bytes.get(*at) {
        *at += 1;
        number |= u64::from(byte & 0x7F).wrapping_shl(shift);
        shift += 7;
        if *byte < 0x80 {
            break;
        }
    }
    number
}

/// Reads the number at `at` and steps behind it. Bytes that end in the middle of one end it.
#[inline(always)]
pub fn read_number(bytes: &[u8], at: &mut usize) -> u32 {
    let Some(byte) = bytes.get(*at) else {
        return 0;
    };
    *at += 1;
    if *byte < 0x80 {
        return u32::from(*byte);
    }
    long_number(bytes, at, u32::from(byte & 0x7F))
}

#[inline(never)]
fn long_number(bytes: &[u8], at: &mut usize, mut number: u32) -> u32 {
    let mut shift = 7;
    while let Some(byte) = bytes.get(*at) {
        *at += 1;
        number |= u32::from(byte & 0x7F).wrapping_shl(shift);
        shift += 7;
        if *byte < 0x80 {
            break;
        }
    }
    number
}

/// The first twelve bytes of a text as a number that sorts as they do, the missing ones zero.
#[must_use]
pub fn first_bytes(text: &[u8]) -> u128 {
    match text.first_chunk::<16>() {
        Some(bytes) => u128::from_be_bytes(*bytes) >> 32,
        None => {
            let mut bytes = [0; 16];
            for (slot, byte) in bytes.iter_mut().zip(text) {
                *slot = *byte;
            }
            u128::from_be_bytes(bytes) >> 32
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_come_back() {
        for number in [0, 1, 127, 128, 300, 16_383, 16_384, u32::MAX / 2, u32::MAX] {
            let mut bytes = Vec::new();
            number_into(&mut bytes, number);
            let mut at = 0;
            assert_eq!((read_number(&bytes, &mut at), at), (number, bytes.len()));
        }
    }

    #[test]
    fn a_number_that_is_cut_off_or_endless_does_not_hang() {
        for bytes in [&[][..], &[0x80][..], &[0xFF; 40][..]] {
            let mut at = 0;
            read_number(bytes, &mut at);
            assert_eq!(at, bytes.len());
        }
    }
}
