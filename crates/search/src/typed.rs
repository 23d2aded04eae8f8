//! Bounds as people type them: `2024年6月`, `2024/6/1`, `１，０００`, `1.5万`, `20 MB`.

use crate::Range;
use crate::range::{decimal, scaled};

impl Range {
    /// The bound that was meant, empty where nothing was typed; `None` where that cannot be
    /// told.
    #[must_use]
    pub fn typed(self, unit: &str, text: &str) -> Option<String> {
        let narrow: String = text.trim().chars().map(narrow).collect();
        match narrow.as_str() {
            "" => Some(String::new()),
            text if self.is_of_days() => day(text),
            text => number(text, unit),
        }
    }
}

/// Full-width letters, digits and signs as narrow ones.
fn narrow(c: char) -> char {
    match c {
        '\u{FF01}'..='\u{FF5E}' => char::from_u32(u32::from(c) - 0xFEE0).unwrap_or(c),
        '\u{3000}' => ' ',
        c => c.to_ascii_lowercase(),
    }
}

/// Year, month and day in this order, or month and year, with any signs between them.
fn day(text: &str) -> Option<String> {
    const BETWEEN: &[char] = &[' ', '-', '/', '.', '年', '月', '日', '号', '—', '–'];
    if text.contains(|c: char| !c.is_ascii_digit() && !BETWEEN.contains(&c)) {
        return None;
    }
    let parts: Vec<&str> = text
        .split(BETWEEN)
        .filter(|part| !part.is_empty())
        .collect();
    let (year, month, day) = match parts.as_slice() {
        [all] => match all.len() {
            4 => (*all, None, None),
            6 => (all.get(..4)?, all.get(4..), None),
            8 => (all.get(..4)?, all.get(4..6), all.get(6..)),
            _ => return None,
        },
        [month, year] if year.len() == 4 && month.len() < 3 => (*year, Some(*month), None),
        [year, month] => (*year, Some(*month), None),
        [year, month, day] => (*year, Some(*month), Some(*day)),
        _ => return None,
    };
    let mut out = year.to_owned();
    for part in [month, day].into_iter().flatten() {
        out.push_str(if part.len() == 1 { "-0" } else { "-" });
        out.push_str(part);
    }
    let bounds = crate::Bounds {
        from: out.clone(),
        ..crate::Bounds::default()
    };
    Range::Issued.settled(&bounds).is_ok().then_some(out)
}

/// A number with its thousands apart or not, and what it is in.
fn number(text: &str, unit: &str) -> Option<String> {
    let plain: String = text
        .chars()
        .filter(|c| !matches!(c, ',' | ' ' | '_' | '¥' | '$'))
        .collect();
    let plain = plain.strip_suffix('元').unwrap_or(&plain);
    let (number, millions) = times(plain, unit == "byte")?;
    // `.5` and `5.` are numbers to whoever types them.
    let number = number.strip_suffix('.').unwrap_or(number);
    let number = match number.strip_prefix('.') {
        Some(_) => format!("0{number}"),
        None => number.to_owned(),
    };
    scaled(&number)?.checked_mul(millions).map(decimal)
}

/// The number, and what it is to be multiplied by.
fn times(text: &str, of_bytes: bool) -> Option<(&str, u64)> {
    const WORDS: &[(&str, u64)] = &[("千", 1_000), ("万", 10_000), ("亿", 100_000_000)];
    const BYTES: &[(&str, u64)] = &[
        ("kb", 1_000),
        ("mb", 1_000_000),
        ("gb", 1_000_000_000),
        ("tb", 1_000_000_000_000),
        ("k", 1_000),
        ("m", 1_000_000),
        ("g", 1_000_000_000),
        ("t", 1_000_000_000_000),
        ("b", 1),
    ];
    let units = WORDS.iter().chain(if of_bytes { BYTES } else { &[] });
    for (suffix, times) in units {
        if let Some(number) = text.strip_suffix(suffix) {
            return Some((number, *times));
        }
    }
    Some((text, 1))
}

#[cfg(test)]
mod tests {
    use crate::Range;

    #[test]
    fn days_are_understood_as_they_are_typed() {
        for (typed, meant) in [
            ("", Some("")),
            ("2024", Some("2024")),
            (" ２０２４ ", Some("2024")),
            ("2024年6月", Some("2024-06")),
            ("2024年6月1日", Some("2024-06-01")),
            ("2024/6/1", Some("2024-06-01")),
            ("2024.06", Some("2024-06")),
            ("202406", Some("2024-06")),
            ("20240601", Some("2024-06-01")),
            ("6/2024", Some("2024-06")),
            ("2024-13", None),
            ("2023-02-29", None),
            ("2024-02-29", Some("2024-02-29")),
            ("1/6/2024", None),
            ("last year", None),
            ("24", None),
            ("0000", None),
        ] {
            assert_eq!(
                Range::Modified.typed("", typed).as_deref(),
                meant,
                "{typed}"
            );
        }
    }

    #[test]
    fn numbers_are_understood_as_they_are_typed() {
        for (unit, typed, meant) in [
            ("row", "1,000", Some("1000")),
            ("row", "１，０００", Some("1000")),
            ("row", "1.5万", Some("15000")),
            ("row", "3亿", Some("300000000")),
            ("row", "20 MB", None),
            ("byte", "20 MB", Some("20000000")),
            ("byte", "1.5g", Some("1500000000")),
            ("CNY/one-time", "¥100元", Some("100")),
            ("CNY/one-time", ".5", Some("0.5")),
            ("CNY/one-time", "-1", None),
            ("CNY/one-time", "面议", None),
            ("CNY/one-time", "99999999999999亿", None),
        ] {
            assert_eq!(
                Range::Amount.typed(unit, typed).as_deref(),
                meant,
                "{typed}"
            );
        }
    }
}
