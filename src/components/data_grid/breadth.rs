//! How broad texts are, and how wide a column is made for them. Pure.

/// The narrowest and the widest that a column is made from what is in it, in pixels.
pub(super) const NARROW: u32 = 148;
const WIDE: u32 = 320;

/// How wide a column with this name and these cells is made. Its head holds the name, the kind
/// and a button beside each other.
pub(super) fn wide<'a>(name: &str, cells: impl Iterator<Item = &'a str>) -> u32 {
    let head = breadth(name) * 14.0 / 13.0 + 84.0;
    let mut wide: Vec<f64> = cells.map(|text| breadth(text) + 24.0).collect();
    wide.sort_by(f64::total_cmp);
    // One long cell among short ones must not push the others out of sight.
    let most = wide.get(wide.len().saturating_sub(1) * 9 / 10);
    let wide = head.min(220.0).max(most.copied().unwrap_or_default());
    #[expect(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "a few hundred pixels"
    )]
    let wide = wide.clamp(f64::from(NARROW), f64::from(WIDE)).ceil() as u32;
    wide
}

/// Whether a text surely has room in a column: letters whose breadth is known, and a quarter more
/// room than they need.
pub(super) fn fits(text: &str, wide: u32) -> bool {
    let is_known = |c| matches!(c, ' '..='~' | '\u{3000}'..='\u{9FFF}' | '\u{FF00}'..='\u{FF60}');
    text.len() < 180 && text.chars().all(is_known) && breadth(text) * 1.25 + 24.0 <= f64::from(wide)
}

/// The breadth of a text in pixels, about: Chinese characters are as broad as they are high.
fn breadth(text: &str) -> f64 {
    let each = text.chars().take(60).map(|c| match c {
        'i' | 'j' | 'l' | 'I' | '.' | ',' | ':' | ';' | '\'' | '|' | ' ' => 4.0,
        'm' | 'w' | 'M' | 'W' | '@' | '%' => 11.0,
        'A'..='Z' => 8.5,
        c if c < '\u{1100}' => 7.4,
        _ => 13.2,
    });
    each.sum()
}

#[cfg(test)]
mod tests {
    use super::fits;

    #[test]
    fn what_may_be_broader_than_it_seems_does_not_surely_fit() {
        assert!(fits("2000-04-15", 148));
        assert!(fits("义寿智站", 148));
        assert!(!fits("a text of some length", 148));
        assert!(!fits("👨‍👩‍👧", 148), "one sign, or five");
        assert!(!fits("﷽", 148));
    }
}
