//! One JSON value as one row: an object by its keys, an array by position, a scalar alone.

use table::{Code, Notice};

use super::escape::compact;
use super::keys::{BEFORE, Keys};
use super::lex::{Fault, Lexer, Trip};
use super::plain::Plain;
use crate::record::{Record, Row};
use crate::sink::Sink;

/// The column of values that are no objects and no arrays.
const VALUE: &str = "value";

/// Turns values into rows; remembers the columns that keys have.
#[derive(Debug, Default)]
pub(crate) struct RowMaker {
    keys: Keys,
    record: Record,
    plain: Plain,
    /// Features of a collection: their properties are the columns.
    pub(crate) features: bool,
    /// The names of positions, where rows are arrays.
    names: Vec<String>,
    /// Objects and other values were both met: how many of the second.
    objects: u64,
    others: u64,
    doubled: u64,
    doubled_key: Option<String>,
}

impl RowMaker {
    /// Rows are arrays whose positions have these names.
    pub(crate) fn with_names(mut self, names: Vec<String>) -> Self {
        self.names = names;
        self
    }

    /// Takes one value as one row; `key` is the name it has in an object of rows. `alone`:
    /// nothing may follow it. A value that is not sound, or not whole, leaves no trace.
    pub(crate) fn take(
        &mut self,
        lexer: &mut Lexer<'_>,
        key: Option<&str>,
        alone: bool,
        out: &mut dyn Sink,
    ) -> Result<(), Trip> {
        lexer.next()?;
        let start = lexer.at;
        lexer.skip(2)?;
        let end = lexer.at;
        if alone && lexer.peek().is_some() {
            return Err(lexer.broken(Fault::TrailingContent));
        }
        lexer.at = end;
        let mut row = Lexer::new(lexer.slice(start), true);
        self.record.clear();
        let mut behind = BEFORE;
        if let Some(key) = key {
            let at = self.column("key", &mut behind, out);
            self.put(at, key, false, out);
        }
        match row.next()? {
            b'{' => {
                self.objects += 1;
                let prefix = if self.features { "feature." } else { "" };
                self.members(&mut row, prefix, &mut behind, out)?;
            }
            b'[' => {
                self.others += 1;
                self.elements(&mut row, out)?;
            }
            _ => {
                self.others += 1;
                let at = self.column(VALUE, &mut behind, out);
                self.value(&mut row, at, out)?;
            }
        }
        out.row(&self.record.row());
        Ok(())
    }

    /// Takes a line off the text that holds an object with known keys, each once. Its bytes, or
    /// `None` where the text begins with something else.
    pub(crate) fn take_plain_line(&mut self, text: &str, out: &mut dyn Sink) -> Option<usize> {
        let long = self.plain.line(text, &mut self.keys, out.limits())?;
        self.plain_row(text, out);
        Some(long)
    }

    /// The same for the next value, which may be on several lines. `None` leaves the lexer
    /// where it is.
    pub(crate) fn take_plain(&mut self, lexer: &mut Lexer<'_>, out: &mut dyn Sink) -> Option<()> {
        lexer.peek().filter(|_| !self.features)?;
        let text = lexer.rest();
        lexer.at += self
            .plain
            .object(text, &mut self.keys, out.limits(), true)?;
        self.plain_row(text, out);
        Some(())
    }

    fn plain_row(&mut self, text: &str, out: &mut dyn Sink) {
        self.objects += 1;
        out.row(&Row {
            piece: text,
            own: &self.plain.own,
            spans: &self.plain.spans,
            dropped: 0,
            cut: 0,
        });
    }

    fn members(
        &mut self,
        row: &mut Lexer<'_>,
        prefix: &str,
        behind: &mut usize,
        out: &mut dyn Sink,
    ) -> Result<(), Trip> {
        let mut geometry = None;
        let mut more = row.open(b'{', b'}')?;
        while more {
            let key = row.string()?.value();
            row.expect(b':')?;
            let nested = row.next()? == b'{';
            match (prefix, key.as_ref()) {
                ("feature.", "properties") if nested => {
                    self.members(row, "", behind, out)?;
                }
                ("feature.", "type") => row.skip(3)?,
                // The geometry is long, and goes behind what can be read.
                ("feature.", "geometry") => {
                    geometry = Some(row.clone());
                    row.skip(3)?;
                }
                ("", key) => self.member(row, key, behind, out)?,
                (prefix, key) => self.member(row, &format!("{prefix}{key}"), behind, out)?,
            }
            more = row.more(b'}')?;
        }
        match geometry {
            Some(mut geometry) => self.member(&mut geometry, "geometry", behind, out),
            None => Ok(()),
        }
    }

    fn member(
        &mut self,
        row: &mut Lexer<'_>,
        key: &str,
        behind: &mut usize,
        out: &mut dyn Sink,
    ) -> Result<(), Trip> {
        let at = self.column(key, behind, out);
        if self.value(row, at, out)? {
            self.doubled += 1;
            self.doubled_key.get_or_insert_with(|| key.to_owned());
        }
        Ok(())
    }

    fn elements(&mut self, row: &mut Lexer<'_>, out: &mut dyn Sink) -> Result<(), Trip> {
        let mut at = 0;
        let mut more = row.open(b'[', b']')?;
        while more {
            if at >= out.width() && at < out.limits().columns {
                match self.names.get(at) {
                    Some(name) => out.add_column(name),
                    None => out.add_unnamed(),
                }
            }
            self.value(row, (at < out.limits().columns).then_some(at), out)?;
            at += 1;
            more = row.more(b']')?;
        }
        Ok(())
    }

    /// Takes a value into a column; whether the row already had one there.
    fn value(
        &mut self,
        row: &mut Lexer<'_>,
        at: Option<usize>,
        out: &mut dyn Sink,
    ) -> Result<bool, Trip> {
        Ok(match row.next()? {
            b'"' => {
                let text = row.string()?.value();
                self.put(at, &text, false, out)
            }
            b'{' | b'[' => {
                let start = row.at;
                row.skip(3)?;
                self.put(at, &compact(row.slice(start)), false, out)
            }
            _ => {
                let word = row.scalar()?;
                let missing = word == "null";
                self.put(at, if missing { "" } else { word }, missing, out)
            }
        })
    }

    fn put(&mut self, at: Option<usize>, text: &str, missing: bool, out: &dyn Sink) -> bool {
        let Some(at) = at else {
            self.record.dropped += 1;
            return false;
        };
        self.record.append(text, out.limits().cell_bytes);
        self.record.end_cell_at(at, missing)
    }

    /// The column of a key, new at its first appearance; `None` beyond the column limit. The
    /// key stands `behind` another one of its object, and is that one for the next.
    fn column(&mut self, key: &str, behind: &mut usize, out: &mut dyn Sink) -> Option<usize> {
        let (number, at) = match self.keys.find(key, *behind) {
            Some(found) => found,
            None if out.width() >= out.limits().columns => return None,
            None => {
                let at = out.width();
                out.add_column(key);
                (self.keys.add(key, at, *behind), at)
            }
        };
        *behind = number;
        Some(at)
    }

    /// The same columns, and nothing seen of any row.
    pub(crate) fn again(&self) -> Self {
        Self {
            keys: self.keys.clone(),
            features: self.features,
            names: self.names.clone(),
            ..Self::default()
        }
    }

    pub(crate) fn notes(&self) -> Vec<Notice> {
        let mut notices = Vec::new();
        if let Some(key) = &self.doubled_key {
            let notice = Notice::new(Code::DuplicateKeys).with("count", self.doubled);
            notices.push(notice.with("key", key));
        }
        if self.objects > 0 && self.others > 0 {
            notices.push(Notice::new(Code::MixedRows).with("count", self.others));
        }
        notices
    }
}
