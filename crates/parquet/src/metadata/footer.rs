//! `FileMetaData`: the schema, the row groups, who wrote it.

use super::chunk::Group;
use super::schema::{Element, Schema};
use crate::fault::{Fault, Stop};
use crate::limits::Limits;
use crate::thrift::{BINARY, I64, LIST, STRUCT, Thrift};

/// Keys and values that are kept; files have a handful.
const MOST_EXTRAS: usize = 1_000;

/// What the footer says.
#[derive(Clone, Debug, Default)]
pub(crate) struct Footer {
    pub(crate) schema: Schema,
    pub(crate) rows: u64,
    pub(crate) groups: Vec<Group>,
    pub(crate) created_by: String,
    /// Keys and values that writers add: `geo`, `pandas`, `ARROW:schema`.
    pub(crate) extras: Vec<(String, String)>,
}

impl Footer {
    /// Reads the bytes between the last page and the footer's length.
    pub(crate) fn read(bytes: &[u8], limits: &Limits) -> Result<Self, Stop> {
        let mut footer = Self::default();
        let mut elements = Vec::new();
        let mut room = limits.chunks;
        Thrift::new(bytes).structure(|thrift, id, kind| match (id, kind) {
            (2, LIST) => thrift.list(|thrift| {
                if elements.len() > limits.schema_nodes {
                    return thrift.skip(STRUCT);
                }
                Element::read(thrift).map(|element| elements.push(element))
            }),
            (3, I64) => thrift
                .i64()
                .map(|value| footer.rows = u64::try_from(value).unwrap_or(0)),
            (4, LIST) => thrift.list(|thrift| {
                let group = Group::read(thrift, &mut room)?;
                footer.groups.push(group);
                Ok(())
            }),
            (5, LIST) => thrift.list(|thrift| extra(thrift, &mut footer.extras)),
            (6, BINARY) => thrift.text().map(|value| footer.created_by = value),
            _ => thrift.skip(kind),
        })?;
        footer.schema = Schema::build(&elements, limits)?;
        footer.number_rows()?;
        Ok(footer)
    }

    /// Numbers the groups' first rows; the groups are what is read, so they decide how many
    /// rows there are.
    fn number_rows(&mut self) -> Result<(), Stop> {
        let mut first = 0_u64;
        for group in &mut self.groups {
            group.first_row = first;
            first = first.saturating_add(group.rows);
            if group.chunks.len() != self.schema.leaves.len() {
                return Err(Stop::Fault(Fault::Broken(
                    "row group: another number of columns than the schema",
                )));
            }
        }
        self.rows = first;
        Ok(())
    }
}

fn extra(thrift: &mut Thrift<'_>, extras: &mut Vec<(String, String)>) -> Result<(), Stop> {
    let (mut key, mut value) = (String::new(), String::new());
    thrift.structure(|thrift, id, kind| match (id, kind) {
        (1, BINARY) => thrift.text().map(|text| key = text),
        (2, BINARY) => thrift.text().map(|text| value = text),
        _ => thrift.skip(kind),
    })?;
    if extras.len() < MOST_EXTRAS {
        extras.push((key, value));
    }
    Ok(())
}
