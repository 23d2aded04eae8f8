//! The folded text of all listings in one string, so that one search for bytes passes
//! over a whole catalog. This and `scan` are what a later index replaces.

use crate::fold::fold_into;
use crate::texts::Texts;

/// Folded text: for each listing its title, then what names it, then what describes it.
/// Every text ends with a line feed, which no needle holds, so nothing matches across two.
#[derive(Debug, Default)]
pub(crate) struct Arena {
    text: String,
    docs: Vec<Fields>,
}

/// Where the fields of one listing begin in the text; the title begins where it does.
#[derive(Clone, Copy, Debug)]
struct Fields {
    title: usize,
    near: usize,
    far: usize,
    end: usize,
}

/// How much a field says about a listing.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Field {
    /// The title.
    Title,
    /// Keywords, provider, exchange, platform, categories.
    Near,
    /// Description and columns.
    Far,
}

impl Arena {
    /// Adds the next listing.
    pub(crate) fn push(&mut self, texts: &Texts<'_>) {
        let title = self.text.len();
        self.write(&texts.title);
        let near = self.text.len();
        self.write(&texts.near);
        let far = self.text.len();
        self.write(&texts.far);
        let end = self.text.len();
        self.docs.push(Fields {
            title,
            near,
            far,
            end,
        });
    }

    fn write(&mut self, texts: &[&str]) {
        for text in texts {
            fold_into(text, &mut self.text);
            self.text.push('\n');
        }
    }

    /// Gives back the room that growing left over.
    pub(crate) fn finish(&mut self) {
        self.text.shrink_to_fit();
        self.docs.shrink_to_fit();
    }

    /// How many listings.
    pub(crate) const fn len(&self) -> usize {
        self.docs.len()
    }

    /// The whole text.
    pub(crate) fn text(&self) -> &str {
        &self.text
    }

    /// The text of one listing and where it begins.
    pub(crate) fn doc(&self, doc: usize) -> (usize, &str) {
        self.docs.get(doc).map_or((0, ""), |at| {
            (at.title, self.text.get(at.title..at.end).unwrap_or(""))
        })
    }

    /// The folded titles of one listing, in the order of its languages.
    pub(crate) fn titles(&self, doc: usize) -> impl Iterator<Item = &str> {
        self.docs
            .get(doc)
            .and_then(|at| self.text.get(at.title..at.near))
            .unwrap_or("")
            .split_terminator('\n')
    }

    /// The first listing at or after `from` whose text ends after byte `at`.
    pub(crate) fn doc_at(&self, from: usize, at: usize) -> usize {
        let rest = self.docs.get(from..).unwrap_or(&[]);
        // Hits are usually near: a few steps before the search by halves.
        match rest.iter().take(8).position(|doc| doc.end > at) {
            Some(steps) => from + steps,
            None => from + rest.partition_point(|doc| doc.end <= at),
        }
    }

    /// Where the text of `doc` ends.
    pub(crate) fn end(&self, doc: usize) -> usize {
        self.docs.get(doc).map_or(self.text.len(), |at| at.end)
    }

    /// The field of `doc` that byte `at` stands in.
    pub(crate) fn field(&self, doc: usize, at: usize) -> Field {
        match self.docs.get(doc) {
            Some(fields) if at < fields.near => Field::Title,
            Some(fields) if at < fields.far => Field::Near,
            _ => Field::Far,
        }
    }
}
