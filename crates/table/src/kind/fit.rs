//! Which kinds all cells of a column still fit, kept as bits while cells go by.

use super::Kind;
use super::day::{compact_day, day, usual as usual_day};
use super::number::number;

pub(super) const BOOLEAN: u16 = 1;
pub(super) const INTEGER: u16 = 1 << 1;
pub(super) const GROUPED: u16 = 1 << 2;
pub(super) const DECIMAL: u16 = 1 << 3;
pub(super) const DECIMAL_COMMA: u16 = 1 << 4;
pub(super) const SCIENTIFIC: u16 = 1 << 5;
pub(super) const PERCENT: u16 = 1 << 6;
pub(super) const IDENTIFIER: u16 = 1 << 7;
pub(super) const COMPACT_DATE: u16 = 1 << 8;
pub(super) const DATE: u16 = 1 << 9;
pub(super) const DATE_TIME: u16 = 1 << 10;
pub(super) const NESTED: u16 = 1 << 11;
pub(super) const TEXT: u16 = 1 << 12;
pub(super) const MOBILE: u16 = 1 << 13;

/// A cell of this many bytes is judged by its beginning.
const LONG: usize = 8 * 1024;

/// The forms seen so far, with the smallest and largest number and date.
#[derive(Clone, Debug, Default)]
pub(crate) struct Fit {
    seen: u16,
    numbers: Extremes<f64>,
    dates: Extremes<i64>,
}

impl Fit {
    /// Takes in one cell: trimmed, not empty. What it is worth, as long as that can matter.
    #[inline]
    pub(crate) fn add(&mut self, text: &str) -> Values {
        // Most columns of most files are text, and once one cell is, no other can change it.
        if self.seen & TEXT != 0 || text.is_empty() {
            return Values::default();
        }
        let (form, values) = look(text);
        self.seen |= form;
        if let Some(value) = values.number {
            self.numbers.add(value, text);
        }
        match values.day {
            Some(key) => self.dates.add(key, text),
            None => self.dates.unordered |= form & (DATE | DATE_TIME) != 0,
        }
        values
    }

    /// Whether some cells are mobile numbers and none is a text, so that it matters how many.
    #[inline]
    pub(crate) fn has_mobiles(&self) -> bool {
        self.seen & (MOBILE | TEXT) == MOBILE
    }

    /// The kind that everything seen fits.
    pub(crate) fn kind(&self) -> Kind {
        // Telephone numbers where all are; whether they are among other numbers must be counted.
        let seen = match self.seen {
            MOBILE => return Kind::Identifier,
            seen if seen & MOBILE != 0 => seen & !MOBILE | INTEGER,
            seen => seen,
        };
        let only = |forms: u16| seen & !forms == 0;
        let comma_means_two_things = seen & GROUPED != 0 && seen & DECIMAL_COMMA != 0;
        if seen == 0 {
            Kind::Empty
        } else if only(BOOLEAN) {
            Kind::Boolean
        } else if only(COMPACT_DATE | DATE) {
            Kind::Date
        } else if only(DATE | DATE_TIME) {
            Kind::DateTime
        } else if only(NESTED) {
            Kind::Nested
        } else if seen & IDENTIFIER != 0 && only(IDENTIFIER | INTEGER | COMPACT_DATE) {
            Kind::Identifier
        } else if comma_means_two_things {
            Kind::Text
        } else if only(INTEGER | GROUPED | COMPACT_DATE) {
            Kind::Integer
        } else if seen & PERCENT != 0 && only(PERCENT | GROUPED | DECIMAL_COMMA) {
            Kind::Percent
        } else if only(INTEGER | COMPACT_DATE | GROUPED | DECIMAL | DECIMAL_COMMA | SCIENTIFIC) {
            Kind::Decimal
        } else {
            Kind::Text
        }
    }

    /// Whether every date has its place among the others.
    pub(crate) fn is_ordered(&self) -> bool {
        !self.kind().is_date() || !self.dates.unordered
    }

    /// The texts of the smallest and the largest cell, for kinds that have an order.
    pub(crate) fn extremes(&self) -> Option<(&str, &str)> {
        match self.kind() {
            Kind::Integer | Kind::Decimal | Kind::Percent => self.numbers.texts(),
            Kind::Date | Kind::DateTime => self.dates.texts(),
            _ => None,
        }
    }
}

/// What a cell is worth, as a number and as a date.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub(crate) struct Values {
    pub(crate) number: Option<f64>,
    /// Its key, where day and month can be told.
    pub(crate) day: Option<i64>,
}

impl Values {
    /// Of a trimmed text.
    pub(crate) fn of(text: &str) -> Self {
        if text.is_empty() {
            return Self::default();
        }
        look(text).1
    }
}

/// The form of a trimmed text and what it is worth.
fn look(text: &str) -> (u16, Values) {
    // Before numbers, which take longer to say no.
    if let Some((form, day)) = usual_day(text.as_bytes()) {
        return (form, Values { number: None, day });
    }
    if let Some((form, value)) = number(text) {
        let day = if form == INTEGER {
            compact_day(text)
        } else {
            None
        };
        let form = match form {
            INTEGER if day.is_some() => COMPACT_DATE,
            INTEGER if is_mobile(text.as_bytes()) => MOBILE,
            form => form,
        };
        let number = (form != IDENTIFIER).then_some(value);
        return (form, Values { number, day });
    }
    if let Some((form, day)) = day(text) {
        return (form, Values { number: None, day });
    }
    let form = if is_boolean(text) {
        BOOLEAN
    } else if is_nested(text) {
        NESTED
    } else {
        TEXT
    };
    (form, Values::default())
}

/// Whether a trimmed text is a mobile number of the mainland and nothing else: eleven digits, of
/// which the first two are 13 to 19.
pub(crate) fn is_mobile(text: &[u8]) -> bool {
    match text {
        [b'1', b'3'..=b'9', rest @ ..] if rest.len() == 9 => rest.iter().all(u8::is_ascii_digit),
        _ => false,
    }
}

/// The smallest and largest value so far, each with the text it was written as.
#[derive(Clone, Debug, Default)]
struct Extremes<V> {
    least: Option<(V, String)>,
    most: Option<(V, String)>,
    unordered: bool,
}

impl<V: PartialOrd + Copy> Extremes<V> {
    fn add(&mut self, value: V, text: &str) {
        match &mut self.least {
            Some((least, _)) if value >= *least => {}
            slot => put(slot, value, text),
        }
        match &mut self.most {
            Some((most, _)) if value <= *most => {}
            slot => put(slot, value, text),
        }
    }

    fn texts(&self) -> Option<(&str, &str)> {
        match (&self.least, &self.most) {
            (Some((_, least)), Some((_, most))) if !self.unordered => Some((least, most)),
            _ => None,
        }
    }
}

/// A sorted column brings a new extreme with every row, so the text's memory is used again.
fn put<V>(slot: &mut Option<(V, String)>, value: V, text: &str) {
    let mut kept = slot.take().map(|(_, kept)| kept).unwrap_or_default();
    kept.clear();
    kept.push_str(text);
    *slot = Some((value, kept));
}

fn is_boolean(text: &str) -> bool {
    ["true", "false", "yes", "no"]
        .iter()
        .any(|word| text.eq_ignore_ascii_case(word))
        || matches!(text, "是" | "否")
}

/// Looks at the two ends only: enough for a kind, and a cell can be long.
/// A reader may have cut such a long one, so its end says nothing.
fn is_nested(text: &str) -> bool {
    if text.len() >= LONG {
        return text.starts_with("{\"") || text.starts_with("[[") || text.starts_with("[{");
    }
    (text.starts_with('{') && text.ends_with('}')) || (text.starts_with('[') && text.ends_with(']'))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_column_is_as_narrow_as_all_its_cells() {
        for (cells, kind) in [
            (&[][..], Kind::Empty),
            (&["1", "2", "1,234"], Kind::Integer),
            (&["1", "2.5"], Kind::Decimal),
            (&["3万", "12000"], Kind::Decimal),
            (&["12%", "3.5%"], Kind::Percent),
            (&["12%", "3.5"], Kind::Text),
            (&["1,234", "12,5"], Kind::Text),
            (&["1.234,5", "12,5"], Kind::Decimal),
            (&["01", "12"], Kind::Identifier),
            (&["110101199003070011", "12"], Kind::Identifier),
            (&["01", "1.5"], Kind::Text),
            (&["20210331", "20210401"], Kind::Date),
            (&["20210331", "5"], Kind::Integer),
            (&["2021年3月31日", "2021-04-01"], Kind::Date),
            (&["2021-03-31", "2021-04-01 10:00"], Kind::DateTime),
            (&["是", "否"], Kind::Boolean),
            (&["TRUE", "1"], Kind::Text),
            (&[r#"{"a":1}"#, "[1]"], Kind::Nested),
            (&["1", "n/a"], Kind::Text),
            (&["13800138000", "19912345678"], Kind::Identifier),
            (&["13800138000", "02112345678"], Kind::Identifier),
            (&["13800138000", "12800138000"], Kind::Integer),
            (&["13800138000", "1,234"], Kind::Integer),
            (&["13800138000", "1.5"], Kind::Decimal),
            (&["13800138000", "2021-03-31"], Kind::Text),
            (&["13800138000", "是"], Kind::Text),
            (&["13800138000", "12%"], Kind::Text),
            (&["-13800138000"], Kind::Integer),
        ] {
            assert_eq!(Kind::of(cells.iter().copied()), kind, "{cells:?}");
        }
    }

    #[test]
    fn the_smallest_and_largest_keep_their_own_text() {
        let mut fit = Fit::default();
        for text in ["1,234", "３万", "-5.0"] {
            fit.add(text);
        }
        assert_eq!(fit.extremes(), Some(("-5.0", "３万")));
    }

    #[test]
    fn dates_of_unknown_order_have_no_extremes() {
        let mut fit = Fit::default();
        for text in ["2021-01-01", "03/04/2021"] {
            fit.add(text);
        }
        assert_eq!((fit.kind(), fit.extremes()), (Kind::Date, None));
    }
}
