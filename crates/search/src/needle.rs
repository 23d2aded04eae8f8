//! A needle in folded text, and what stands around it.

use crate::fold::is_word;
use crate::terms::Term;
use memchr::memmem::Finder;

/// A term made ready: its byte searcher and what must stand around it.
pub(crate) struct Needle<'t> {
    finder: Finder<'t>,
    /// Bytes of the first character, the least step after a miss.
    step: usize,
    bound_start: bool,
    bound_end: bool,
    len: usize,
}

impl<'t> Needle<'t> {
    /// What the term itself asks for.
    pub(crate) fn new(term: &'t Term) -> Self {
        let needle = term.needle.as_str();
        Self {
            bound_start: needle.starts_with(is_word),
            bound_end: needle.ends_with(is_word) && !term.prefix,
            ..Self::anywhere(needle)
        }
    }

    /// Text that may stand anywhere.
    pub(crate) fn anywhere(needle: &'t str) -> Self {
        Self {
            finder: Finder::new(needle),
            step: needle.chars().next().map_or(1, char::len_utf8),
            bound_start: false,
            bound_end: false,
            len: needle.len(),
        }
    }

    /// The first place at or after byte `from` of `text` where it stands within word bounds.
    pub(crate) fn find(&self, text: &str, mut from: usize) -> Option<usize> {
        loop {
            let at = from + self.finder.find(text.as_bytes().get(from..)?)?;
            let before = || text.get(..at).is_some_and(|t| t.ends_with(is_word));
            let after = || {
                text.get(at + self.len..)
                    .is_some_and(|t| t.starts_with(is_word))
            };
            if !(self.bound_start && before() || self.bound_end && after()) {
                return Some(at);
            }
            from = at + self.step;
        }
    }

    /// Whether the bytes stand in a text that is not folded.
    pub(crate) fn stands_in(&self, text: &str) -> bool {
        self.finder.find(text.as_bytes()).is_some()
    }
}
