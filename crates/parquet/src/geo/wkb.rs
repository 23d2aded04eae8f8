//! Well-known binary (OGC 06-103r4 §8; with the flags of PostGIS). A point is shown whole; of
//! larger shapes their type, how far they reach, and their size.

use std::fmt::Write as _;

use crate::text::write_double;

/// Points and rings that are looked at in one shape; how far a larger one reaches is not said.
const MOST: u32 = 1_000_000;

const NAMES: [&str; 17] = [
    "POINT",
    "LINESTRING",
    "POLYGON",
    "MULTIPOINT",
    "MULTILINESTRING",
    "MULTIPOLYGON",
    "GEOMETRYCOLLECTION",
    "CIRCULARSTRING",
    "COMPOUNDCURVE",
    "CURVEPOLYGON",
    "MULTICURVE",
    "MULTISURFACE",
    "CURVE",
    "SURFACE",
    "POLYHEDRALSURFACE",
    "TIN",
    "TRIANGLE",
];

/// `POINT (30 10)`, or `POLYGON (10 10, 40 40; 93 bytes)`: from where to where it reaches.
/// Bytes that are no shape are written as bytes.
pub(crate) fn write_wkb(bytes: &[u8], out: &mut String) {
    let mut shape = Shape {
        bytes,
        at: 0,
        left: MOST,
        reach: None,
    };
    let Some(head) = shape.head() else {
        return crate::text::write_hex(bytes, out);
    };
    let name = head
        .kind
        .checked_sub(1)
        .and_then(|kind| NAMES.get(kind as usize));
    out.push_str(name.copied().unwrap_or("SHAPE"));
    let begin = shape.at;
    if head.kind == 1 {
        let values: Option<Vec<f64>> = (0..head.axes).map(|_| shape.double(head.little)).collect();
        let empty = values
            .as_ref()
            .is_none_or(|values| values.iter().all(|v| v.is_nan()));
        out.push_str(head.suffix);
        if empty {
            out.push_str(" EMPTY");
            return;
        }
        let mut before = " (";
        for value in values.unwrap_or_default() {
            out.push_str(before);
            write_double(value, out);
            before = " ";
        }
        out.push(')');
        return;
    }
    out.push_str(head.suffix);
    shape.at = begin;
    let read = shape.body(&head, 0).is_some();
    out.push_str(" (");
    if let Some(reach) = shape.reach.filter(|_| read) {
        for (value, behind) in reach.into_iter().zip([" ", ", ", " ", "; "]) {
            write_double(value, out);
            out.push_str(behind);
        }
    }
    let _ = write!(out, "{} bytes)", bytes.len());
}

struct Head {
    little: bool,
    kind: u32,
    axes: usize,
    suffix: &'static str,
}

struct Shape<'a> {
    bytes: &'a [u8],
    at: usize,
    left: u32,
    /// Least and largest of the first two axes.
    reach: Option<[f64; 4]>,
}

impl Shape<'_> {
    fn take<const N: usize>(&mut self) -> Option<[u8; N]> {
        let taken = *self.bytes.get(self.at..)?.first_chunk::<N>()?;
        self.at += N;
        Some(taken)
    }

    fn number(&mut self, little: bool) -> Option<u32> {
        let bytes = self.take::<4>()?;
        Some(if little {
            u32::from_le_bytes(bytes)
        } else {
            u32::from_be_bytes(bytes)
        })
    }

    fn double(&mut self, little: bool) -> Option<f64> {
        let bytes = self.take::<8>()?;
        Some(if little {
            f64::from_le_bytes(bytes)
        } else {
            f64::from_be_bytes(bytes)
        })
    }

    fn head(&mut self) -> Option<Head> {
        let [order] = self.take::<1>()?;
        let little = match order {
            0 => false,
            1 => true,
            _ => return None,
        };
        let code = self.number(little)?;
        let (mut z, mut m) = (code >> 31 == 1, code >> 30 & 1 == 1);
        if code >> 29 & 1 == 1 {
            self.number(little)?;
        }
        let plain = code & 0x0fff_ffff;
        match plain / 1_000 {
            0 => {}
            1 => z = true,
            2 => m = true,
            3 => (z, m) = (true, true),
            _ => return None,
        }
        Some(Head {
            little,
            kind: plain % 1_000,
            axes: 2 + usize::from(z) + usize::from(m),
            suffix: match (z, m) {
                (false, false) => "",
                (true, false) => " Z",
                (false, true) => " M",
                (true, true) => " ZM",
            },
        })
    }

    /// Reads the points of a shape behind its head.
    fn body(&mut self, head: &Head, depth: u32) -> Option<()> {
        match head.kind {
            1 => self.point(head),
            2 | 8 => self.points(head),
            3 | 17 => {
                let rings = self.number(head.little)?;
                (0..rings).try_for_each(|_| self.points(head))
            }
            4..=7 | 9..=12 | 15 | 16 if depth < 16 => {
                let parts = self.number(head.little)?;
                (0..parts).try_for_each(|_| {
                    self.spend()?;
                    let head = self.head()?;
                    self.body(&head, depth + 1)
                })
            }
            _ => None,
        }
    }

    fn points(&mut self, head: &Head) -> Option<()> {
        self.spend()?;
        let count = self.number(head.little)?;
        (0..count).try_for_each(|_| self.point(head))
    }

    fn point(&mut self, head: &Head) -> Option<()> {
        self.spend()?;
        let (x, y) = (self.double(head.little)?, self.double(head.little)?);
        for _ in 2..head.axes {
            self.double(head.little)?;
        }
        let reach = self.reach.get_or_insert([x, y, x, y]);
        *reach = [
            reach[0].min(x),
            reach[1].min(y),
            reach[2].max(x),
            reach[3].max(y),
        ];
        Some(())
    }

    fn spend(&mut self) -> Option<()> {
        self.left = self.left.checked_sub(1)?;
        Some(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn text(bytes: &[u8]) -> String {
        let mut out = String::new();
        write_wkb(bytes, &mut out);
        out
    }

    fn doubles(values: &[f64]) -> Vec<u8> {
        values
            .iter()
            .flat_map(|value| value.to_le_bytes())
            .collect()
    }

    #[test]
    fn points_are_shown_whole_and_lines_by_their_reach() {
        let mut point = vec![1, 1, 0, 0, 0];
        point.extend(doubles(&[30.0, 10.5]));
        assert_eq!(text(&point), "POINT (30 10.5)");
        let mut line = vec![1, 2, 0, 0, 0, 2, 0, 0, 0];
        line.extend(doubles(&[30.0, 10.0, 10.0, 30.0]));
        assert_eq!(text(&line), "LINESTRING (10 10, 30 30; 41 bytes)");
        let mut high = vec![1, 0xe9, 3, 0, 0];
        high.extend(doubles(&[1.0, 2.0, 3.0]));
        assert_eq!(text(&high), "POINT Z (1 2 3)");
    }

    #[test]
    fn what_is_no_shape_is_bytes_and_what_is_cut_says_no_reach() {
        assert_eq!(text(&[7, 7]), "0x0707");
        assert_eq!(
            text(&[1, 2, 0, 0, 0, 0xff, 0xff, 0xff, 0xff]),
            "LINESTRING (9 bytes)"
        );
    }
}
