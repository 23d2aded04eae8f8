//! The schema: a tree of columns, of which only the leaves have values
//! (parquet-format: README.md "Nested Encoding", LogicalTypes.md "Nested Types").

use super::logical::{Logical, converted, name, read_logical};
use crate::fault::{Fault, Stop, broken};
use crate::kind::Kind;
use crate::limits::Limits;
use crate::thrift::{I32, STRUCT, Thrift};

/// Groups inside each other, at most; levels must fit a byte, and reading recurses.
const MOST_DEPTH: usize = 64;

/// How values are stored (`Type` in parquet.thrift).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Physical {
    Boolean,
    Int32,
    Int64,
    Int96,
    Float,
    Double,
    Bytes,
    /// So many bytes each.
    Fixed(usize),
}

/// A column that has values.
#[derive(Clone, Debug)]
pub(crate) struct Leaf {
    /// Its names from the top, joined with dots.
    pub(crate) path: String,
    pub(crate) physical: Physical,
    pub(crate) kind: Kind,
    /// The definition level of a value that is there.
    pub(crate) max_def: u8,
    /// How many repeated groups are around it.
    pub(crate) max_rep: u8,
}

/// What a group is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum GroupKind {
    Struct,
    List,
    Map,
}

#[derive(Clone, Debug)]
pub(crate) enum Shape {
    /// The number of the leaf.
    Leaf(usize),
    /// Nodes below.
    Group(GroupKind, Vec<Node>),
}

#[derive(Clone, Debug)]
pub(crate) struct Node {
    pub(crate) name: String,
    pub(crate) repeated: bool,
    /// The definition level from which on it is there.
    pub(crate) def: u8,
    /// The repetition level of its next element, if it is repeated.
    pub(crate) rep: u8,
    /// The leaves below it: the first, and one after the last.
    pub(crate) leaves: (usize, usize),
    pub(crate) shape: Shape,
}

#[derive(Clone, Debug, Default)]
pub(crate) struct Schema {
    /// The columns as a reader sees them.
    pub(crate) columns: Vec<Node>,
    pub(crate) leaves: Vec<Leaf>,
}

/// One entry of the flat list in which the tree is written, depth first.
pub(super) struct Element {
    physical: Option<i32>,
    length: i32,
    repetition: i32,
    name: String,
    children: Option<usize>,
    logical: Option<Logical>,
}

impl Element {
    pub(super) fn read(thrift: &mut Thrift<'_>) -> Result<Self, Stop> {
        let mut element = Self {
            physical: None,
            length: 0,
            repetition: 0,
            name: String::new(),
            children: None,
            logical: None,
        };
        let (mut old, mut scale) = (None, 0);
        thrift.structure(|thrift, id, kind| match (id, kind) {
            (1, I32) => thrift.i32().map(|value| element.physical = Some(value)),
            (2, I32) => thrift.i32().map(|value| element.length = value),
            (3, I32) => thrift.i32().map(|value| element.repetition = value),
            (4, _) => name(thrift, kind).map(|value| element.name = value),
            (5, I32) => thrift
                .i32()
                .map(|value| element.children = usize::try_from(value).ok()),
            (6, I32) => thrift.i32().map(|value| old = Some(value)),
            (7, I32) => thrift.i32().map(|value| scale = value),
            (10, STRUCT) => read_logical(thrift).map(|value| element.logical = value),
            _ => thrift.skip(kind),
        })?;
        let old = old.and_then(|number| converted(number, scale));
        element.logical = element.logical.or(old);
        Ok(element)
    }

    fn physical(&self) -> Result<Physical, Stop> {
        Ok(match self.physical {
            Some(0) => Physical::Boolean,
            Some(1) => Physical::Int32,
            Some(2) => Physical::Int64,
            Some(3) => Physical::Int96,
            Some(4) => Physical::Float,
            Some(5) => Physical::Double,
            Some(6) => Physical::Bytes,
            Some(7) => match usize::try_from(self.length) {
                Ok(length) if length > 0 => Physical::Fixed(length),
                _ => return broken("schema: values of no size"),
            },
            _ => return broken("schema: a column of no type"),
        })
    }

    /// What the values mean; what does not fit how they are stored means nothing.
    fn kind(&self, physical: Physical) -> Kind {
        let said = match self.logical {
            Some(Logical::Value(kind)) => Some(kind),
            _ => None,
        };
        match (physical, said) {
            (Physical::Boolean, _) => Kind::Boolean,
            (Physical::Float, _) => Kind::Float32,
            (Physical::Double, _) => Kind::Float64,
            (Physical::Int96, _) => Kind::Int96,
            (
                Physical::Int32 | Physical::Int64,
                Some(
                    kind @ (Kind::Unsigned { .. }
                    | Kind::Decimal { .. }
                    | Kind::Date
                    | Kind::Time(..)
                    | Kind::Timestamp(..)),
                ),
            ) => kind,
            (Physical::Int32 | Physical::Int64, _) => Kind::Integer,
            (Physical::Fixed(16), Some(Kind::Uuid)) => Kind::Uuid,
            (Physical::Fixed(12), Some(Kind::Interval)) => Kind::Interval,
            (Physical::Fixed(2), Some(Kind::Float16)) => Kind::Float16,
            (
                _,
                Some(
                    kind @ (Kind::Text
                    | Kind::Json
                    | Kind::Bson
                    | Kind::Geometry
                    | Kind::Decimal { .. }),
                ),
            ) => kind,
            _ => Kind::Binary,
        }
    }
}

impl Schema {
    /// Makes the tree of the flat list; the first element is the root.
    pub(super) fn build(elements: &[Element], limits: &Limits) -> Result<Self, Stop> {
        if elements.len() > limits.schema_nodes {
            return Err(Stop::Fault(Fault::TooLarge {
                what: "schema",
                size: elements.len() as u64,
                most: limits.schema_nodes as u64,
            }));
        }
        let Some((root, rest)) = elements.split_first() else {
            return broken("schema: nothing in it");
        };
        let mut schema = Self::default();
        let mut builder = Builder {
            rest: rest.iter(),
            leaves: Vec::new(),
            path: Vec::new(),
        };
        for _ in 0..root.children.unwrap_or(0) {
            schema.columns.push(builder.node(0, 0)?);
        }
        schema.leaves = builder.leaves;
        Ok(schema)
    }
}

struct Builder<'a> {
    rest: std::slice::Iter<'a, Element>,
    leaves: Vec<Leaf>,
    path: Vec<&'a str>,
}

impl Builder<'_> {
    /// The node that the next element begins; `def` and `rep` are the levels around it.
    fn node(&mut self, def: u8, rep: u8) -> Result<Node, Stop> {
        let Some(element) = self.rest.next() else {
            return broken("schema: it ends early");
        };
        if self.path.len() >= MOST_DEPTH {
            return broken("schema: nested too deep");
        }
        let (optional, repeated) = (element.repetition == 1, element.repetition == 2);
        let def = def + u8::from(optional || repeated);
        let rep = rep + u8::from(repeated);
        let first = self.leaves.len();
        self.path.push(&element.name);
        let shape = match element.children {
            Some(count) if count > 0 || element.physical.is_none() => {
                let kind = match element.logical {
                    Some(Logical::List) => GroupKind::List,
                    Some(Logical::Map) => GroupKind::Map,
                    _ => GroupKind::Struct,
                };
                let below: Result<_, Stop> = (0..count).map(|_| self.node(def, rep)).collect();
                Shape::Group(kind, below?)
            }
            _ => {
                let physical = element.physical()?;
                self.leaves.push(Leaf {
                    path: self.path.join("."),
                    physical,
                    kind: element.kind(physical),
                    max_def: def,
                    max_rep: rep,
                });
                Shape::Leaf(first)
            }
        };
        self.path.pop();
        Ok(Node {
            name: element.name.clone(),
            repeated,
            def,
            rep,
            leaves: (first, self.leaves.len()),
            shape,
        })
    }
}
