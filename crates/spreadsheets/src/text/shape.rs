//! What a number format makes of a number: a date, a percentage, an identifier of fixed length.

use std::str::Chars;

/// How a number is shown, as far as it changes what the cell means. Colours, currencies,
/// thousands and decimals do not.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) enum Shape {
    /// As it is.
    #[default]
    Plain,
    /// A hundredfold with `%`.
    Percent,
    /// With zeros in front, so many digits: `000000` for codes.
    Padded(u8),
    /// A moment or a span of time.
    Moment(Moment),
}

/// Which part of a moment is shown.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Moment {
    /// Year, month or day.
    pub(crate) day: bool,
    /// Hours, minutes or seconds.
    pub(crate) time: bool,
    /// Hours beyond 24 are counted on: `[h]:mm`.
    pub(crate) elapsed: bool,
    /// Thousandths of a second.
    pub(crate) fraction: bool,
}

impl Shape {
    /// By the number of a format that every program knows (ECMA-376 18.8.30, with those of East
    /// Asian Excel).
    pub(crate) fn of_number(id: u16) -> Self {
        let moment = |day, time| {
            Self::Moment(Moment {
                day,
                time,
                ..Moment::default()
            })
        };
        match id {
            9 | 10 => Self::Percent,
            14..=17 | 27..=31 | 36 | 50..=54 | 57 | 58 => moment(true, false),
            18..=21 | 32..=35 | 45 | 55 | 56 => moment(false, true),
            22 => moment(true, true),
            46 => Self::Moment(Moment {
                time: true,
                elapsed: true,
                ..Moment::default()
            }),
            47 => Self::Moment(Moment {
                time: true,
                fraction: true,
                ..Moment::default()
            }),
            _ => Self::Plain,
        }
    }

    /// By the text of a format: of its first section, the one of positive numbers.
    pub(crate) fn of_code(code: &str) -> Self {
        let mut moment = Moment::default();
        let (mut percent, mut zeros, mut others) = (false, 0_usize, false);
        // Whether an `m` that stands here is a minute, and one that may be either came before.
        let (mut after_hour, mut open_m, mut after_second) = (false, false, false);
        let mut chars = code.chars();
        while let Some(c) = chars.next() {
            let was_second = std::mem::take(&mut after_second);
            match c.to_ascii_lowercase() {
                '"' => while chars.next().is_some_and(|c| c != '"') {},
                '\\' | '_' | '*' => drop(chars.next()),
                '[' => {
                    let inside: String = chars.by_ref().take_while(|c| *c != ']').collect();
                    let first = inside.chars().next().map(|c| c.to_ascii_lowercase());
                    let alike = |c: char| Some(c.to_ascii_lowercase()) == first;
                    if let Some('h' | 'm' | 's') = first
                        && inside.chars().all(alike)
                    {
                        (moment.time, moment.elapsed) = (true, true);
                        after_hour = first == Some('h');
                    }
                }
                ';' => break,
                '%' => percent = true,
                'g' if follows(&chars, "eneral") => return Self::Plain,
                'a' if follows(&chars, "m/pm") => drop(chars.nth(3)),
                'a' if follows(&chars, "/p") => drop(chars.nth(1)),
                'y' | 'd' => (moment.day, after_hour) = (true, false),
                // Years of an era; behind digits an exponent.
                'e' | 'g' if zeros == 0 && !others => moment.day = true,
                'h' => (moment.time, after_hour) = (true, true),
                's' => {
                    (moment.time, after_second) = (true, true);
                    open_m = false;
                }
                'm' if after_hour => {}
                'm' => open_m = true,
                '0' => {
                    moment.fraction |= was_second;
                    zeros += 1;
                }
                '.' if was_second => after_second = true,
                '#' | '?' | '.' | ',' | '/' | 'e' | '@' => others = true,
                _ => {}
            }
        }
        // An `m` that no second followed and no hour came before is a month.
        moment.day |= open_m;
        if percent {
            return Self::Percent;
        }
        if moment.day || moment.time {
            return Self::Moment(moment);
        }
        match u8::try_from(zeros) {
            Ok(digits) if digits > 1 && !others => Self::Padded(digits),
            _ => Self::Plain,
        }
    }
}

/// Whether this comes next, in letters of either case.
fn follows(chars: &Chars<'_>, text: &str) -> bool {
    let next = chars.as_str().get(..text.len());
    next.is_some_and(|next| next.eq_ignore_ascii_case(text))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn formats_say_what_a_number_means() {
        let said = |code: &str| match Shape::of_code(code) {
            Shape::Plain => "plain".to_owned(),
            Shape::Percent => "percent".to_owned(),
            Shape::Padded(digits) => format!("{digits} digits"),
            Shape::Moment(m) => {
                let parts = [
                    (m.day, "day"),
                    (m.time, "time"),
                    (m.elapsed, "elapsed"),
                    (m.fraction, "fraction"),
                ];
                let parts = parts.iter().filter(|(is, _)| *is).map(|(_, name)| *name);
                parts.collect::<Vec<_>>().join(" ")
            }
        };
        for (code, shape) in [
            ("General", "plain"),
            ("0.00", "plain"),
            ("#,##0.00;[Red]-#,##0.00", "plain"),
            ("0.00E+00", "plain"),
            ("# ?/?", "plain"),
            ("\"Y: \"0.00\"m\"", "plain"),
            ("[$¥-804]#,##0.00", "plain"),
            ("[Red]0", "plain"),
            ("_(* #,##0_);_(@_)", "plain"),
            ("[Red]General", "plain"),
            ("General\"元\"", "plain"),
            ("0.00e+00", "plain"),
            ("0%", "percent"),
            ("000000", "6 digits"),
            ("yyyy-mm-dd", "day"),
            ("yyyy\"年\"m\"月\"d\"日\"", "day"),
            ("[$-804]yyyy年m月", "day"),
            ("mmm-yy", "day"),
            ("mm", "day"),
            ("h:mm", "time"),
            ("h:mm AM/PM", "time"),
            ("[$-409]AM/PM h:mm;@", "time"),
            ("A/P h:mm", "time"),
            ("上午/下午h时mm分", "time"),
            ("[$-411]ggge年m月d日", "day"),
            ("hh:mm dd/mm", "day time"),
            ("mm:ss", "time"),
            ("mm:ss.000", "time fraction"),
            ("[h]:mm:ss", "time elapsed"),
            ("m/d/yy h:mm", "day time"),
            ("yyyy-mm-dd hh:mm:ss", "day time"),
        ] {
            assert_eq!(said(code), shape, "{code}");
        }
    }
}
