//! The different texts of one column, each with a number.

use super::places::{Place, Places, hash};

/// Texts in the order of arrival. Number 0 is the blank, whether it was met or not.
#[derive(Clone, Debug)]
pub(super) struct Values {
    places: Places,
    text: String,
    /// Where each text ends in `text`.
    ends: Vec<u32>,
}

/// The number of blank cells: missing, empty or white space only.
pub(super) const BLANK: u32 = 0;

impl Default for Values {
    fn default() -> Self {
        let mut values = Self {
            places: Places::default(),
            text: String::new(),
            ends: Vec::new(),
        };
        // Always the first, so that its number is known.
        let _ = values.number("");
        values
    }
}

impl Values {
    /// The number of a cell's text, white space around it aside; `None` when there is no room.
    pub(super) fn number(&mut self, text: &str) -> Option<u32> {
        let text = text.trim();
        let Self {
            places,
            text: kept,
            ends,
        } = self;
        match places.find(hash(text.as_bytes()), |number| {
            of(kept, ends, number) == text
        })? {
            Place::Known(number) => Some(number),
            Place::New(number) => {
                kept.push_str(text);
                ends.push(u32::try_from(kept.len()).ok()?);
                Some(number)
            }
        }
    }

    /// How many different texts there are, and one for the blank.
    pub(super) fn len(&self) -> usize {
        self.ends.len()
    }

    /// The texts by their number.
    pub(super) fn iter(&self) -> impl Iterator<Item = &str> {
        (0..self.ends.len() as u32).map(|number| of(&self.text, &self.ends, number))
    }

    /// The bytes that this takes.
    pub(super) fn bytes(&self) -> usize {
        self.places.bytes() + self.text.capacity() + self.ends.capacity() * size_of::<u32>()
    }
}

fn of<'a>(text: &'a str, ends: &[u32], number: u32) -> &'a str {
    let at = number as usize;
    let end = ends.get(at).copied().unwrap_or(0) as usize;
    let start = at
        .checked_sub(1)
        .and_then(|before| ends.get(before).copied());
    text.get(start.unwrap_or(0) as usize..end)
        .unwrap_or_default()
}
