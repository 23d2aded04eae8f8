//! The program of a template: what is made, as text of a few control characters, and the
//! statements that fill its holes in the same order. `src/view/program.rs` runs it.

use proc_macro2::{Span, TokenStream};
use quote::quote;
use syn::Result;

/// Opens an element of HTML; the tag follows.
const OPEN: char = '\u{1}';
/// Opens an element of SVG; the tag follows.
const OPEN_SVG: char = '\u{2}';
/// An attribute that never changes; name, [`IS`] and value follow.
const SET: char = '\u{3}';
/// A text that never changes.
const TEXT: char = '\u{4}';
/// The next hole is a child.
const CHILD: char = '\u{5}';
/// The next hole belongs to the open element; a letter for its kind and a name follow.
const PART: char = '\u{6}';
/// Closes the open element.
const CLOSE: char = '\u{7}';
/// Between the name and the value of an attribute.
const IS: char = '\u{1f}';

/// A template that is being written.
#[derive(Default)]
pub(crate) struct Program {
    text: String,
    holes: Vec<TokenStream>,
}

impl Program {
    /// Opens an element.
    pub(crate) fn open(&mut self, tag: &str, svg: bool) {
        self.text.push(if svg { OPEN_SVG } else { OPEN });
        self.text.push_str(tag);
    }

    /// Closes the open element.
    pub(crate) fn close(&mut self) {
        self.text.push(CLOSE);
    }

    /// An attribute that never changes.
    ///
    /// # Errors
    /// The value holds a character that the program uses itself.
    pub(crate) fn set(&mut self, name: &str, value: &str, span: Span) -> Result<()> {
        self.text.push(SET);
        self.text.push_str(name);
        self.text.push(IS);
        self.words(value, span)
    }

    /// A text that never changes.
    ///
    /// # Errors
    /// It holds a character that the program uses itself.
    pub(crate) fn text(&mut self, text: &str, span: Span) -> Result<()> {
        self.text.push(TEXT);
        self.words(text, span)
    }

    /// A child that `fill` puts into the holes.
    pub(crate) fn child(&mut self, fill: TokenStream) {
        self.text.push(CHILD);
        self.holes.push(fill);
    }

    /// A part of the open element that `fill` puts into the holes.
    pub(crate) fn part(&mut self, kind: char, name: &str, fill: TokenStream) {
        self.text.push(PART);
        self.text.push(kind);
        self.text.push_str(name);
        self.holes.push(fill);
    }

    /// The view of the template.
    pub(crate) fn finish(self) -> TokenStream {
        let Self { text, holes } = self;
        quote! {{
            let mut holes = crate::view::Holes::new();
            #(#holes)*
            holes.fill(#text)
        }}
    }

    fn words(&mut self, words: &str, span: Span) -> Result<()> {
        if words.contains(|c| c <= CLOSE || c == IS) {
            return Err(syn::Error::new(span, "a control character in a text"));
        }
        self.text.push_str(words);
        Ok(())
    }
}
