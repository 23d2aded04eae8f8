//! Comparing amounts of money by value, without a float.

use std::cmp::Ordering;

/// Whether the decimal is nought, however many zeros it is written with.
#[must_use]
pub fn is_zero(decimal: &str) -> bool {
    decimal.bytes().all(|b| b == b'0' || b == b'.')
}

/// Compares two decimals of the schema's form by value.
#[must_use]
pub fn compare(a: &str, b: &str) -> Ordering {
    let split = |s: &str| {
        let (whole, part) = s.split_once('.').unwrap_or((s, ""));
        (
            whole.trim_start_matches('0').to_owned(),
            part.trim_end_matches('0').to_owned(),
        )
    };
    let ((a_whole, a_part), (b_whole, b_part)) = (split(a), split(b));
    a_whole
        .len()
        .cmp(&b_whole.len())
        .then_with(|| a_whole.cmp(&b_whole))
        .then_with(|| a_part.cmp(&b_part))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn compares_by_value_and_not_by_text() {
        assert_eq!(compare("9", "10"), Ordering::Less);
        assert_eq!(compare("0.50", "0.5"), Ordering::Equal);
        assert_eq!(compare("0.5", "0.05"), Ordering::Greater);
        assert!(is_zero("0.00") && !is_zero("0.01"));
    }
}
