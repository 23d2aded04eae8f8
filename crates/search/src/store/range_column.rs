//! The values of a range as a chunk of their own: there are as many as there are prices, and
//! few visits ask for them.

use super::head::ColumnHead;
use crate::build::Measure;
use crate::values::Value;
use scan::{long_into, number_into, read_long, read_number};

/// A range with its values read.
#[derive(Debug, Default)]
pub(crate) struct RangeColumn {
    /// Sets, totals, and where the column is; its values are not filled in.
    pub(crate) head: ColumnHead,
    /// Every value; `None` is "not stated".
    pub(crate) measures: Vec<Option<Measure>>,
}

/// Writes the values, sets and totals of a column whose values are measures.
pub(crate) fn write(head: &ColumnHead) -> Vec<u8> {
    let mut out = Vec::new();
    let measure = |value: &Value| Measure::read(&value.value);
    let measures: Vec<Option<Measure>> = head.values.iter().map(measure).collect();
    let mut units: Vec<&str> = Vec::new();
    for measure in measures.iter().flatten() {
        if !units.contains(&measure.unit.as_str()) {
            units.push(&measure.unit);
        }
    }
    number_into(&mut out, units.len() as u32);
    for unit in &units {
        number_into(&mut out, unit.len() as u32);
        out.extend_from_slice(unit.as_bytes());
    }
    number_into(&mut out, measures.len() as u32);
    for measure in &measures {
        let Some(measure) = measure else {
            number_into(&mut out, 0);
            continue;
        };
        let unit = units.iter().position(|unit| *unit == measure.unit);
        number_into(&mut out, unit.unwrap_or(0) as u32 + 1);
        long_into(&mut out, measure.least);
        long_into(&mut out, measure.most.saturating_sub(measure.least));
    }
    number_into(&mut out, head.sets() as u32);
    for set in 0..head.sets() {
        let members = head.set(set);
        number_into(&mut out, head.totals.get(set).copied().unwrap_or(0));
        number_into(&mut out, members.len() as u32);
        members
            .iter()
            .for_each(|member| number_into(&mut out, *member));
    }
    out
}

/// Reads what [`write`] wrote; `head` says where the column is. Bytes that end early end it.
pub(crate) fn read(bytes: &[u8], mut head: ColumnHead) -> RangeColumn {
    let mut at = 0;
    // A count is never believed beyond the bytes that there are.
    let count = |at: &mut usize| (read_number(bytes, at) as usize).min(bytes.len());
    let mut units = Vec::new();
    for _ in 0..count(&mut at) {
        let end = count(&mut at).saturating_add(at);
        let unit = bytes.get(at..end).unwrap_or_default();
        units.push(String::from_utf8_lossy(unit).into_owned());
        at = end;
    }
    let mut measures = Vec::new();
    for _ in 0..count(&mut at) {
        let unit = (read_number(bytes, &mut at) as usize).checked_sub(1);
        measures.push(unit.map(|unit| {
            let least = read_long(bytes, &mut at);
            Measure {
                unit: units.get(unit).cloned().unwrap_or_default(),
                least,
                most: least.saturating_add(read_long(bytes, &mut at)),
            }
        }));
    }
    for _ in 0..count(&mut at) {
        head.totals.push(read_number(bytes, &mut at));
        for _ in 0..count(&mut at) {
            if at >= bytes.len() {
                break;
            }
            head.members.push(read_number(bytes, &mut at));
        }
        head.ends.push(head.members.len() as u32);
    }
    RangeColumn { head, measures }
}
