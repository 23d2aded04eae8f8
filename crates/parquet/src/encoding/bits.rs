//! Numbers of any width packed back to back, lowest bit first.

/// Eight numbers of up to 32 bits from the beginning of `bytes`; bytes that are missing are 0.
#[inline(always)]
pub(crate) fn eight(bytes: &[u8], width: u32) -> [u32; 8] {
    let mut values = [0; 8];
    if width == 0 {
        return values;
    }
    let mask = u32::MAX >> (32 - width);
    if width <= 8 {
        let mut word = long(bytes);
        for value in &mut values {
            *value = word as u32 & mask;
            word >>= width;
        }
        return values;
    }
    let mut padded = [0; 40];
    let count = bytes.len().min(width as usize);
    padded[..count].copy_from_slice(&bytes[..count]);
    for (index, value) in values.iter_mut().enumerate() {
        let bit = index * width as usize;
        *value = (long(&padded[bit / 8..]) >> (bit % 8)) as u32 & mask;
    }
    values
}

/// The number of `width` bits (up to 64) that begins at `bit`; what is missing is 0.
#[inline(always)]
pub(crate) fn one(bytes: &[u8], bit: usize, width: u32) -> u64 {
    if width == 0 {
        return 0;
    }
    let rest = bytes.get(bit / 8..).unwrap_or_default();
    let shift = (bit % 8) as u32;
    let mut value = long(rest) >> shift;
    if shift + width > 64 {
        let ninth = rest.get(8).copied().unwrap_or(0);
        value |= u64::from(ninth) << (64 - shift);
    }
    value & (u64::MAX >> (64 - width))
}

/// The first eight bytes as a number; what is missing is 0.
#[inline(always)]
pub(crate) fn long(bytes: &[u8]) -> u64 {
    if let Some(first) = bytes.first_chunk::<8>() {
        return u64::from_le_bytes(*first);
    }
    let mut padded = [0; 8];
    padded[..bytes.len()].copy_from_slice(bytes);
    u64::from_le_bytes(padded)
}

/// A number in groups of seven bits, lowest first; moves `at` behind it. `None` where the
/// bytes end, or where it is longer than 64 bits.
#[inline]
pub(crate) fn varint(bytes: &[u8], at: &mut usize) -> Option<u64> {
    let mut value = 0;
    for shift in (0..64).step_by(7) {
        let byte = *bytes.get(*at)?;
        *at += 1;
        value |= u64::from(byte & 0x7f) << shift;
        if byte < 0x80 {
            return Some(value);
        }
    }
    None
}

/// The bits that a number needs.
pub(crate) const fn width_of(largest: u32) -> u32 {
    32 - largest.leading_zeros()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_of_every_width_come_out_as_they_went_in() {
        for width in 1..=32_u32 {
            let mask = u32::MAX >> (32 - width);
            let values: [u32; 8] =
                std::array::from_fn(|i| 0x9e37_79b9_u32.wrapping_mul(i as u32 + 1) & mask);
            let mut bytes = vec![0_u8; width as usize];
            for (i, value) in values.iter().enumerate() {
                for bit in 0..width as usize {
                    let place = i * width as usize + bit;
                    bytes[place / 8] |= ((value >> bit & 1) as u8) << (place % 8);
                }
            }
            assert_eq!(eight(&bytes, width), values, "{width}");
            for (i, value) in values.iter().enumerate() {
                assert_eq!(one(&bytes, i * width as usize, width), u64::from(*value));
            }
        }
    }

    #[test]
    fn a_number_of_64_bits_may_begin_within_a_byte() {
        let bytes = [0xf8, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0x07];
        assert_eq!(one(&bytes, 3, 64), u64::MAX);
    }
}
