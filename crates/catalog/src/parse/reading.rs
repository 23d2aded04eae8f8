//! What a text parser gives back: the value it is sure of, and the codes of what was odd.
//! The caller knows the place (pointer, row and column) and makes the notice.

/// A value read from words, with the kebab-case codes of everything that was odd about them.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
#[must_use]
pub struct Reading<T> {
    /// What was understood.
    pub value: T,
    /// Codes such as `price-not-understood`; empty when nothing was odd.
    pub notes: Vec<&'static str>,
}

impl<T> Reading<T> {
    /// A value that was read without doubt.
    pub fn sure(value: T) -> Self {
        Self {
            value,
            notes: Vec::new(),
        }
    }

    /// A value with one remark.
    pub fn noted(value: T, note: &'static str) -> Self {
        Self {
            value,
            notes: vec![note],
        }
    }
}
