//! One column while cells go by: how many there are, and what of each kind was met.

use crate::detect::person::{Look, Names};
use crate::detect::{Clue, Shape, Span, address, coordinates, find, passport};
use crate::hints::{Hints, People};
use crate::mask::masked;

/// Shorter cells hold nothing that can be told without the column's name; the shortest that do
/// are a name of two characters and `a@b.cn`.
const SHORTEST: usize = 6;

/// Most masked examples of one kind.
pub(crate) const MOST_EXAMPLES: usize = 5;

/// How many findings are tried for another example, so that a column of one value costs nothing.
const MOST_TRIES: u64 = 64;

/// After so many cells a column that does not say so by its name is not taken for one of names
/// or addresses any more, if hardly any cell looked like one.
const ENOUGH: u64 = 1_000;

/// What was met by one way of telling.
#[derive(Clone, Debug)]
pub(crate) struct Tally {
    pub(crate) clue: Clue,
    /// Places that have the shape.
    pub(crate) shaped: u64,
    /// Of those, the ones that pass the checks.
    pub(crate) passed: u64,
    /// Cells that have one which passes.
    pub(crate) cells: u64,
    pub(crate) examples: Vec<String>,
    /// The last cell that was counted in `cells`.
    last_cell: u64,
}

/// What is known of a column so far.
#[derive(Clone, Debug, Default)]
pub(crate) struct Column {
    pub(crate) hints: Hints,
    /// Whether the name asks for a look at every cell.
    looks: bool,
    /// Cells with something in them.
    pub(crate) filled: u64,
    /// Of those, the ones that begin and end with a digit.
    pub(crate) numbers: u64,
    pub(crate) tallies: Vec<Tally>,
    /// A bit for the surnames met, by the rest of their number.
    pub(crate) surnames: u64,
    pub(crate) steps: Steps,
}

/// Whether bare numbers count up, as numbers given out by a machine do and telephones do not.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Steps {
    last: u64,
    all: u64,
    small: u64,
}

impl Steps {
    fn add(&mut self, digits: &str) {
        let number = digits
            .bytes()
            .filter(u8::is_ascii_digit)
            .fold(0_u64, |number, byte| {
                number.wrapping_mul(10).wrapping_add(u64::from(byte & 15))
            });
        self.all += 1;
        self.small += u64::from((1..=9).contains(&number.wrapping_sub(self.last)));
        self.last = number;
    }

    /// At least nine in ten steps lead up by less than ten.
    pub(crate) const fn is_counter(self) -> bool {
        self.all >= 5 && self.small * 10 >= (self.all - 1) * 9
    }
}

impl Column {
    pub(crate) fn new(name: &str) -> Self {
        let hints = Hints::of(name);
        Self {
            hints,
            looks: hints.looks_at_all(),
            ..Self::default()
        }
    }

    /// Takes in a cell. `spans` is room that is used again for each.
    #[inline]
    pub(crate) fn take(&mut self, text: &str, names: &Names, spans: &mut Vec<Span>) {
        let text = trimmed(text);
        let bytes = text.as_bytes();
        let (Some(first), Some(last)) = (bytes.first(), bytes.last()) else {
            return;
        };
        self.filled += 1;
        self.numbers += u64::from(first.is_ascii_digit() && last.is_ascii_digit());
        if self.looks {
            self.look(text, names);
        }
        if bytes.len() >= SHORTEST {
            let shape = Shape::of(bytes);
            if shape.high() > 0 && !self.looks {
                self.guess(text, shape, names);
            }
            if shape.may_be_any(bytes.len()) {
                self.search(text, shape, spans);
            }
        }
    }

    /// Kept apart, so that the cells that get here do not slow those that do not.
    #[inline(never)]
    fn search(&mut self, text: &str, shape: Shape, spans: &mut Vec<Span>) {
        spans.clear();
        find(text, shape, spans);
        for span in spans.iter() {
            let found = text.get(span.range.clone()).unwrap_or_default();
            if span.clue == Clue::BarePhone && span.passes {
                self.steps.add(found);
            }
            // A column of machines has small addresses too, and no versions.
            let machine = span.clue == Clue::Ipv4 && self.hints.machine;
            self.note(span.clue, span.passes || machine, found);
        }
    }

    /// What only the column tells, where its name says what to expect.
    #[inline(never)]
    fn look(&mut self, text: &str, names: &Names) {
        let hints = self.hints;
        if hints.people != People::Unsaid {
            let look = names.look(text);
            self.person(
                look,
                look == Look::Words && hints.people == People::Said,
                text,
            );
        }
        if hints.address && address::fit(text) != address::Fit::None {
            self.note(Clue::Address, true, text);
        }
        if hints.passport && passport::passport(text.as_bytes()) {
            self.note(Clue::Passport, true, text);
        }
        let most = if hints.latitude { 90 } else { 180 };
        if (hints.latitude || hints.longitude) && coordinates::is_degree(text, most) {
            self.note(Clue::Degree, true, text);
        }
    }

    /// The same where the name says nothing.
    #[inline(never)]
    fn guess(&mut self, text: &str, shape: Shape, names: &Names) {
        if text.len() <= 12 {
            let all = usize::from(shape.high()) == text.len();
            if all && self.is_worth(Clue::Person, 2) {
                self.person(names.look(text), false, text);
            }
        } else if shape.high() >= 12 && shape.digits() >= 1 && self.is_worth(Clue::Address, 10) {
            let is_house = address::fit(text) == address::Fit::House;
            if is_house {
                self.note(Clue::Address, true, text);
            }
        }
    }

    /// Whether at least one in `least` of the first cells had it.
    fn is_worth(&self, clue: Clue, least: u64) -> bool {
        let passed = || self.tally(clue).map_or(0, |tally| tally.passed);
        self.filled <= ENOUGH || passed() * least >= ENOUGH
    }

    fn person(&mut self, look: Look, words: bool, text: &str) {
        if let Look::Chinese(surname) = look {
            self.surnames |= 1 << (surname % 64);
        }
        if words || matches!(look, Look::Chinese(_)) {
            self.note(Clue::Person, true, text);
        }
    }

    pub(crate) fn tally(&self, clue: Clue) -> Option<&Tally> {
        self.tallies.iter().find(|tally| tally.clue == clue)
    }

    fn note(&mut self, clue: Clue, passes: bool, found: &str) {
        let at = self.tallies.iter().position(|tally| tally.clue == clue);
        let at = at.unwrap_or_else(|| {
            self.tallies.push(Tally {
                clue,
                shaped: 0,
                passed: 0,
                cells: 0,
                examples: Vec::new(),
                last_cell: 0,
            });
            self.tallies.len() - 1
        });
        let cell = self.filled;
        let Some(tally) = self.tallies.get_mut(at) else {
            return;
        };
        tally.shaped += 1;
        if !passes {
            return;
        }
        tally.passed += 1;
        tally.cells += u64::from(tally.last_cell != cell);
        tally.last_cell = cell;
        if tally.examples.len() < MOST_EXAMPLES && tally.passed <= MOST_TRIES {
            let example = masked(found, clue.kind());
            if !tally.examples.contains(&example) {
                tally.examples.push(example);
            }
        }
    }
}

/// Without white space around. Most cells have none, and looking at characters costs.
#[inline]
fn trimmed(text: &str) -> &str {
    // White space beyond ASCII begins with one of four bytes, and no Chinese character does.
    let begins = |byte: u8| byte <= b' ' || matches!(byte, 0xC2 | 0xE1..=0xE3);
    let may_be = match text.as_bytes() {
        [] => false,
        [first, .., third, second, last] => {
            begins(*first) || begins(*third) || *second == 0xC2 || *last <= b' '
        }
        short => !short.iter().all(u8::is_ascii_graphic),
    };
    if may_be { text.trim() } else { text }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn white_space_of_every_kind_goes() {
        let spaces = (0..=0x3000)
            .filter_map(char::from_u32)
            .filter(|c| c.is_whitespace());
        for space in spaces {
            for text in ["a", "数", "ab数据", "数据abc"] {
                for around in [
                    format!("{space}{text}"),
                    format!("{text}{space}"),
                    format!("{space}{text}{space}"),
                ] {
                    assert_eq!(trimmed(&around), text, "{around:?}");
                }
            }
            assert_eq!(trimmed(&space.to_string()), "");
        }
        assert_eq!(trimmed(""), "");
    }
}
