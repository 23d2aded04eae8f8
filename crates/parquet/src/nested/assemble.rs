//! Puts rows together from the levels of several leaves (parquet-format: README.md "Nested
//! Encoding"; the paper is Melnik et al., "Dremel", 2010). A row that its leaves disagree about
//! gives some text, never a panic, and the next row begins afresh.

use super::json::{write_text, write_value};
use crate::column::Entries;
use crate::fault::{Fault, Stop};
use crate::metadata::{GroupKind, Leaf, Node, Shape};
use crate::values::Blob;

/// A leaf and its entries, with a place in them.
pub(crate) struct Part<'a> {
    leaf: &'a Leaf,
    entries: Entries,
    /// The next entry, and the next value.
    at: usize,
    value: usize,
}

impl<'a> Part<'a> {
    pub(crate) fn new(leaf: &'a Leaf, entries: Entries) -> Self {
        Self {
            leaf,
            entries,
            at: 0,
            value: 0,
        }
    }

    fn len(&self) -> usize {
        if self.leaf.max_rep == 0 {
            self.entries.values.len()
        } else {
            self.entries.def.len()
        }
    }

    /// The definition level of the next entry, or `None` behind the last of the row.
    fn def(&self, end: usize) -> Option<u8> {
        if self.at >= end {
            return None;
        }
        let known = self.entries.def.get(self.at).copied();
        Some(known.unwrap_or(self.leaf.max_def))
    }

    fn rep(&self, end: usize) -> Option<u8> {
        (self.at < end).then(|| self.entries.rep.get(self.at).copied().unwrap_or(0))
    }

    /// Where the row that begins here ends.
    fn row_end(&self) -> usize {
        if self.leaf.max_rep == 0 {
            return (self.at + 1).min(self.len());
        }
        let behind = self.entries.rep.get(self.at + 1..).unwrap_or_default();
        let next = behind.iter().position(|rep| *rep == 0);
        next.map_or(self.len(), |next| self.at + 1 + next)
    }

    /// Goes to the entry at `end`, past values on the way.
    fn advance(&mut self, end: usize) {
        while self.at < end {
            self.step();
        }
    }

    /// Goes over one entry.
    fn step(&mut self) {
        let known = self.entries.def.get(self.at).copied();
        let here = known.unwrap_or(self.leaf.max_def) == self.leaf.max_def;
        // Values of leaves that are not repeated have a place in each row.
        self.value += usize::from(here || self.leaf.max_rep == 0);
        self.at += 1;
    }
}

/// The texts of `rows` rows of the column `node`, and which rows have one.
pub(crate) fn assemble(
    node: &Node,
    parts: Vec<Part<'_>>,
    rows: usize,
    most: u64,
) -> Result<(Blob, Vec<bool>), Stop> {
    let mut here = Vec::with_capacity(rows);
    let mut blob = Blob::default();
    let ends = vec![0; parts.len()];
    let mut writer = Writer {
        parts,
        ends,
        first: node.leaves.0,
        scratch: String::new(),
        most,
    };
    for _ in 0..rows {
        for (part, end) in writer.parts.iter().zip(&mut writer.ends) {
            *end = part.row_end();
        }
        let out = blob.open();
        let begin = out.len();
        writer.node(node, out)?;
        let text = out.get(begin..).unwrap_or_default();
        let missing = text == b"null" || text.is_empty();
        if missing {
            out.truncate(begin);
        }
        here.push(!missing);
        blob.close();
        for (part, end) in writer.parts.iter_mut().zip(&writer.ends) {
            part.advance(*end);
        }
    }
    Ok((blob, here))
}

struct Writer<'a> {
    /// The leaves below the column, of which `first` is the number of the first.
    parts: Vec<Part<'a>>,
    /// Where the row ends in each.
    ends: Vec<usize>,
    first: usize,
    scratch: String,
    most: u64,
}

impl Writer<'_> {
    /// The level that the first leaf below a node has now.
    fn def(&self, node: &Node) -> u8 {
        let index = node.leaves.0 - self.first;
        let part = self.parts.get(index).zip(self.ends.get(index));
        part.and_then(|(part, end)| part.def(*end)).unwrap_or(0)
    }

    /// Whether the first leaf below a repeated node goes on with another of its elements.
    fn goes_on(&self, node: &Node) -> bool {
        let index = node.leaves.0 - self.first;
        let part = self.parts.get(index).zip(self.ends.get(index));
        part.and_then(|(part, end)| part.rep(*end)) == Some(node.rep)
    }

    /// Passes over one entry of each leaf below a node that is not there.
    fn pass(&mut self, node: &Node) {
        let range = node.leaves.0 - self.first..node.leaves.1 - self.first;
        let parts = self.parts.get_mut(range.clone()).unwrap_or_default();
        let ends = self.ends.get(range).unwrap_or_default();
        for (part, end) in parts.iter_mut().zip(ends) {
            if part.at < *end {
                part.step();
            }
        }
    }

    fn node(&mut self, node: &Node, out: &mut Vec<u8>) -> Result<(), Stop> {
        let size = out.len() as u64;
        if size > self.most {
            let (what, most) = ("texts of a column", self.most);
            return Err(Stop::Fault(Fault::TooLarge { what, size, most }));
        }
        if node.leaves.0 == node.leaves.1 {
            // A group of nothing.
            out.extend_from_slice(b"{}");
            return Ok(());
        }
        if node.repeated {
            return self.elements(node, out, |writer, out| writer.body(node, out));
        }
        if self.def(node) < node.def {
            self.pass(node);
            out.extend_from_slice(b"null");
            return Ok(());
        }
        self.body(node, out)
    }

    /// A list of what `each` writes, for as long as the repeated node goes on.
    fn elements(
        &mut self,
        node: &Node,
        out: &mut Vec<u8>,
        mut each: impl FnMut(&mut Self, &mut Vec<u8>) -> Result<(), Stop>,
    ) -> Result<(), Stop> {
        out.push(b'[');
        if self.def(node) < node.def {
            self.pass(node);
        } else {
            each(self, out)?;
            while self.goes_on(node) {
                out.push(b',');
                each(self, out)?;
            }
        }
        out.push(b']');
        Ok(())
    }

    /// A node that is there.
    fn body(&mut self, node: &Node, out: &mut Vec<u8>) -> Result<(), Stop> {
        match &node.shape {
            Shape::Leaf(leaf) => {
                if let Some(part) = self.parts.get_mut(leaf - self.first) {
                    write_value(
                        part.leaf,
                        &part.entries.values,
                        part.value,
                        &mut self.scratch,
                        out,
                    );
                }
                self.pass(node);
                Ok(())
            }
            Shape::Group(GroupKind::List, below) => match below.as_slice() {
                [middle] if middle.repeated => self.list(node, middle, out),
                below => self.structure(below, out),
            },
            Shape::Group(GroupKind::Map, below) => match below.as_slice() {
                [middle] if middle.repeated => self.map(middle, out),
                below => self.structure(below, out),
            },
            Shape::Group(GroupKind::Struct, below) => self.structure(below, out),
        }
    }

    fn structure(&mut self, below: &[Node], out: &mut Vec<u8>) -> Result<(), Stop> {
        out.push(b'{');
        for (index, node) in below.iter().enumerate() {
            if index > 0 {
                out.push(b',');
            }
            write_text(&node.name, out);
            out.push(b':');
            self.node(node, out)?;
        }
        out.push(b'}');
        Ok(())
    }

    /// A list: its repeated node is the element in files of old writers, and a shell around it
    /// in others (LogicalTypes.md "Lists", "Backward-compatibility rules").
    fn list(&mut self, list: &Node, middle: &Node, out: &mut Vec<u8>) -> Result<(), Stop> {
        let shell = match &middle.shape {
            Shape::Leaf(_) => None,
            Shape::Group(_, below) => match below.as_slice() {
                [element] if !element.repeated && !is_element(&list.name, &middle.name) => {
                    Some(element)
                }
                _ => None,
            },
        };
        match shell {
            Some(element) => self.elements(middle, out, |writer, out| writer.node(element, out)),
            None => self.elements(middle, out, |writer, out| writer.body(middle, out)),
        }
    }

    /// A map: an object with the texts of its keys as names.
    fn map(&mut self, middle: &Node, out: &mut Vec<u8>) -> Result<(), Stop> {
        let Shape::Group(_, below) = &middle.shape else {
            return self.elements(middle, out, |writer, out| writer.body(middle, out));
        };
        let Some((key, rest)) = below.split_first() else {
            return self.structure(&[], out);
        };
        if rest.is_empty() {
            // A map without values is a set of its keys (LogicalTypes.md "Maps").
            return self.elements(middle, out, |writer, out| writer.node(key, out));
        }
        let from = out.len();
        self.elements(middle, out, |writer, out| {
            let begin = out.len();
            writer.node(key, out)?;
            if out.get(begin) != Some(&b'"') {
                let text = out.split_off(begin);
                write_text(&String::from_utf8_lossy(&text), out);
            }
            out.push(b':');
            match rest {
                [value] => writer.node(value, out),
                more => writer.structure(more, out),
            }
        })?;
        // The brackets of a list become those of an object.
        if let Some(open) = out.get_mut(from) {
            *open = b'{';
        }
        if let Some(close) = out.last_mut() {
            *close = b'}';
        }
        Ok(())
    }
}

/// Whether a repeated group of one member is the element itself, by the names of old writers.
fn is_element(list: &str, middle: &str) -> bool {
    middle == "array" || middle.strip_suffix("_tuple") == Some(list)
}
