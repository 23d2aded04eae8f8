//! Opening a file: from its end, the footer; from that, all that is said about the rows.

use std::ops::Range;

use crate::codec::LaterCodec;
use crate::fault::{Error, Fault, Place, Stop};
use crate::geo::wkb_columns;
use crate::kind::Kind;
use crate::limits::Limits;
use crate::metadata::{Footer, Node, Shape};
use crate::pieces::Pieces;
use crate::plan::{Budget, Plan};

/// The end of a file: the footer's length in four bytes, and the magic bytes.
const TAIL: u64 = 8;

/// What is fetched first: the footers of most files are shorter, and page indexes stand in front
/// of them.
const FIRST: u64 = 64 << 10;

/// Files up to this are fetched at once.
const SMALL: u64 = 128 << 10;

/// Something that is there, or needs bytes first.
#[derive(Clone, Debug)]
pub enum Step<T> {
    /// Fetch these ranges, put them into the [`Pieces`], and ask again.
    Needs(Plan),
    /// Here it is.
    Ready(T),
}

/// A column as a reader sees it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Heading {
    /// The name.
    pub name: String,
    /// What its values are.
    pub kind: Kind,
    /// Bytes of it in the file, compressed.
    pub bytes: u64,
}

/// A file whose footer was read.
#[derive(Clone, Debug)]
pub struct File {
    pub(crate) footer: Footer,
    pub(crate) limits: Limits,
    pub(crate) headings: Vec<Heading>,
}

impl File {
    /// Reads the footer of a file of `length` bytes. Takes one request for most files.
    ///
    /// # Errors
    /// When it is no Parquet file, is encrypted, or its footer is damaged or too large.
    pub fn open(length: u64, have: &Pieces<'_>, limits: Limits) -> Result<Step<Self>, Error> {
        let Some(tail_at) = length.checked_sub(TAIL) else {
            return Err(Error::at(Fault::NotParquet, 0));
        };
        let Some(tail) = have.after(tail_at).first_chunk::<8>() else {
            let start = if length <= SMALL { 0 } else { length - FIRST };
            return Ok(needs(start..length, have));
        };
        let [a, b, c, d, magic @ ..] = *tail;
        let size = u64::from(u32::from_le_bytes([a, b, c, d]));
        match &magic {
            b"PAR1" => {}
            b"PARE" => return Err(Error::at(Fault::EncryptedFile, tail_at + 4)),
            _ => return Err(Error::at(Fault::NotParquet, tail_at + 4)),
        }
        if size > limits.footer_bytes {
            let (what, most) = ("footer", limits.footer_bytes);
            return Err(Error::at(Fault::TooLarge { what, size, most }, tail_at));
        }
        let Some(start) = tail_at.checked_sub(size) else {
            return Err(Error::at(
                Fault::Broken("footer: it is longer than the file"),
                tail_at,
            ));
        };
        let range = start..tail_at;
        if !have.has(&range) {
            return Ok(needs(range, have));
        }
        match Footer::read(have.prefix(&range), &limits) {
            Ok(footer) => Ok(Step::Ready(Self::of(footer, limits, length))),
            Err(Stop::Fault(fault)) => Err(Error::at(fault, start)),
            Err(_short) => Err(Error::at(Fault::Truncated, start)),
        }
    }

    fn of(mut footer: Footer, limits: Limits, length: u64) -> Self {
        for group in &mut footer.groups {
            group
                .chunks
                .iter_mut()
                .for_each(|chunk| chunk.settle(length));
        }
        let geo = footer.extras.iter().find(|(key, _)| key == "geo");
        for name in geo.map(|(_, text)| wkb_columns(text)).unwrap_or_default() {
            let columns = footer.schema.columns.iter();
            let found = columns.filter(|node| node.name == name);
            let leaves: Vec<usize> = found.filter_map(leaf_of).collect();
            for leaf in leaves {
                if let Some(leaf) = footer.schema.leaves.get_mut(leaf)
                    && leaf.kind == Kind::Binary
                {
                    leaf.kind = Kind::Geometry;
                }
            }
        }
        let heading = |node: &Node| {
            let leaf = leaf_of(node).and_then(|leaf| footer.schema.leaves.get(leaf));
            let leaves = node.leaves.0..node.leaves.1;
            let chunks = footer.groups.iter();
            let chunks = chunks.flat_map(|group| group.chunks.get(leaves.clone()));
            let bytes = chunks.flatten().map(|chunk| chunk.packed);
            Heading {
                name: node.name.clone(),
                kind: leaf.map_or(Kind::Nested, |leaf| leaf.kind),
                bytes: bytes.fold(0, u64::saturating_add),
            }
        };
        let headings = footer.schema.columns.iter().map(heading).collect();
        Self {
            footer,
            limits,
            headings,
        }
    }

    /// The columns, in file order. Lists, maps and structures are one column each.
    #[must_use]
    pub fn headings(&self) -> &[Heading] {
        &self.headings
    }

    /// How many rows there are.
    #[must_use]
    pub fn rows(&self) -> u64 {
        self.footer.rows
    }

    /// The program that wrote it, as it calls itself.
    #[must_use]
    pub fn created_by(&self) -> &str {
        &self.footer.created_by
    }

    /// Keys and values that the writer added.
    #[must_use]
    pub fn extras(&self) -> &[(String, String)] {
        &self.footer.extras
    }

    /// How many row groups there are.
    #[must_use]
    pub fn groups(&self) -> usize {
        self.footer.groups.len()
    }

    /// The rows of a row group; none for a group that is not there.
    #[must_use]
    pub fn group_rows(&self, group: usize) -> Range<u64> {
        let group = self.footer.groups.get(group);
        group.map_or(0..0, |group| {
            group.first_row..group.first_row.saturating_add(group.rows)
        })
    }

    /// The bytes of a row group's columns, to read it whole; columns that are refused are left
    /// out.
    #[must_use]
    pub fn plan_group(&self, group: usize, columns: &[usize], have: &Pieces<'_>) -> Plan {
        let mut wanted = Vec::new();
        if let Some(group) = self.footer.groups.get(group) {
            for column in columns {
                let node = self.footer.schema.columns.get(*column);
                let (first, next) = node.map_or((0, 0), |node| node.leaves);
                let chunks = group.chunks.get(first..next).unwrap_or_default();
                let sound = chunks.iter().filter(|chunk| chunk.check().is_ok());
                wanted.extend(sound.map(super::metadata::Chunk::range));
            }
        }
        Plan::of(
            &wanted,
            have,
            &Budget {
                requests: usize::MAX,
                bytes: 0,
            },
        )
    }

    /// The codecs of its columns that must be [brought](LaterCodec::bring) in a browser.
    #[must_use]
    pub fn later_codecs(&self) -> Vec<LaterCodec> {
        let chunks = self.footer.groups.iter().flat_map(|group| &group.chunks);
        let mut codecs = Vec::new();
        for codec in chunks.filter_map(|chunk| LaterCodec::of(chunk.codec)) {
            if !codecs.contains(&codec) {
                codecs.push(codec);
            }
        }
        codecs
    }

    /// The places of all columns, to ask for all of them.
    #[must_use]
    pub fn all_columns(&self) -> Vec<usize> {
        (0..self.headings.len()).collect()
    }

    /// An error about a leaf of a row group.
    pub(crate) fn error(&self, fault: Fault, leaf: usize, group: usize, byte: u64) -> Error {
        let column = self.footer.schema.leaves.get(leaf);
        let place = Place {
            column: column.map(|leaf| leaf.path.clone()),
            group: Some(group),
            byte: Some(byte),
        };
        Error { fault, place }
    }
}

/// The leaf that a column is, if it is one and each row has at most one value of it.
pub(crate) fn leaf_of(node: &Node) -> Option<usize> {
    match node.shape {
        Shape::Leaf(leaf) if !node.repeated => Some(leaf),
        _ => None,
    }
}

fn needs<T>(range: Range<u64>, have: &Pieces<'_>) -> Step<T> {
    Step::Needs(Plan::of(&[range], have, &Budget::default()))
}
