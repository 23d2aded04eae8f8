//! Rows of one JSON value that arrives in pieces. What was read is let go at once, so memory
//! holds one row and not the file; a cut array still shows its whole first rows.

use table::{Code, Notice};

use super::lex::{Lexer, MOST_DEEP, Trip};
use super::outline::{Shape, shape};
use super::rows::RowMaker;
use crate::ReadError;
use crate::collector::Collector;
use crate::options::Options;
use crate::record::Record;
use crate::rows::{From, Rows};
use crate::sink::Sink;

/// The most bytes of one row, or of one value beside the rows, that are held.
pub(crate) const MOST_VALUE: usize = 64 * 1024 * 1024;

/// Where the reader stands between two tokens.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum At {
    Root,
    /// Before a member of the object that is this deep on the path.
    Member(usize),
    AfterMember(usize),
    Element,
    AfterElement,
    End,
}

/// Reads one JSON file.
#[derive(Debug)]
pub(crate) struct JsonReader {
    shape: Shape,
    at: At,
    maker: RowMaker,
    /// Text that no token was taken from yet.
    waiting: String,
    /// How much text must wait before another try, so that a large row is not tried anew for
    /// every piece of it.
    enough: usize,
    place: Place,
    /// The next element names the columns.
    header: bool,
    /// The array of rows was met.
    found: bool,
    columns: Vec<(String, Vec<Option<String>>)>,
}

/// The line and column that the waiting text begins at, counted from 0.
#[derive(Clone, Copy, Debug, Default)]
struct Place {
    line: u64,
    column: u64,
}

impl JsonReader {
    /// `head` is the beginning of the text, which is pushed as well.
    pub(crate) fn new(head: &str, complete: bool, options: &Options) -> Self {
        let shape = shape(head, complete, options.header);
        let mut maker = RowMaker::default();
        match &shape {
            Shape::Array {
                features, names, ..
            } => {
                maker = maker.with_names(names.clone());
                maker.features = *features;
            }
            Shape::Single { feature } => maker.features = *feature,
            Shape::Members | Shape::Columns => {}
        }
        Self::of(shape, maker)
    }

    fn of(shape: Shape, maker: RowMaker) -> Self {
        Self {
            header: matches!(&shape, Shape::Array { header: true, .. }),
            shape,
            at: At::Root,
            maker,
            waiting: String::new(),
            enough: 0,
            place: Place::default(),
            found: false,
            columns: Vec::new(),
        }
    }

    /// Whether the file is GeoJSON: a feature, or a collection of them.
    pub(crate) fn has_features(&self) -> bool {
        self.maker.features
    }
}

impl Rows for JsonReader {
    fn push(&mut self, text: &str, out: &mut dyn Sink) -> Result<(), ReadError> {
        self.waiting.push_str(text);
        if self.waiting.len() < self.enough {
            return Ok(());
        }
        self.run(false, out)?;
        if self.waiting.len() > MOST_VALUE {
            return Err(ReadError::TooLarge {
                line: self.place.line + 1,
                most: MOST_VALUE,
            });
        }
        self.enough = self.waiting.len() * 2;
        Ok(())
    }

    fn finish(&mut self, complete: bool, out: &mut dyn Sink) -> Result<(), ReadError> {
        self.run(complete, out)?;
        self.turn_columns(out);
        if self.found || out.rows() > 0 {
            Ok(())
        } else {
            Err(ReadError::NoTable)
        }
    }

    fn notes(&self, _: bool, seen: &Collector) -> Vec<Notice> {
        let mut notices = self.maker.notes();
        match &self.shape {
            Shape::Array {
                path,
                features: false,
                ..
            } if !path.is_empty() => {
                let escaped = path
                    .iter()
                    .map(|key| key.replace('~', "~0").replace('/', "~1"));
                let pointer: String = escaped.map(|key| format!("/{key}")).collect();
                notices.push(Notice::new(Code::RowsFoundAt).with("path", pointer));
            }
            Shape::Columns => notices.push(Notice::new(Code::ColumnsTurned)),
            Shape::Single { .. } if seen.rows() > 0 => {
                notices.push(Notice::new(Code::SingleObject));
            }
            _ => {}
        }
        notices
    }

    fn is_between(&self) -> bool {
        false
    }

    /// Rows of a document have no place of their own to begin at.
    fn again(&self, from: From) -> Option<Box<dyn Rows>> {
        let whole = || Self::of(self.shape.clone(), self.maker.again());
        (from == From::Start).then(|| -> Box<dyn Rows> { Box::new(whole()) })
    }
}

impl JsonReader {
    /// Takes all tokens that are whole and lets their text go.
    fn run(&mut self, last: bool, out: &mut dyn Sink) -> Result<(), ReadError> {
        let waiting = std::mem::take(&mut self.waiting);
        let mut lexer = Lexer::new(&waiting, last);
        let mut done = 0;
        let trip = loop {
            match self.step(&mut lexer, out) {
                Ok(true) => done = lexer.at,
                Ok(false) => {
                    done = lexer.at;
                    break None;
                }
                Err(Trip::End) => break None,
                Err(trip) => break Some(trip),
            }
        };
        if let Some(trip) = trip {
            return Err(self.place.error(&waiting, trip));
        }
        let (read, rest) = waiting.split_at_checked(done).unwrap_or((&waiting, ""));
        self.place.pass(read);
        self.waiting = rest.to_owned();
        Ok(())
    }

    /// Takes the next token or row. `false` at the end of the text after the root value.
    fn step(&mut self, lexer: &mut Lexer<'_>, out: &mut dyn Sink) -> Result<bool, Trip> {
        self.at = match self.at {
            At::Root => self.root(lexer, out)?,
            At::Member(depth) => self.member(depth, lexer, out)?,
            At::AfterMember(depth) => match (lexer.more(b'}')?, depth.checked_sub(1)) {
                (true, _) => At::Member(depth),
                (false, Some(outer)) => At::AfterMember(outer),
                (false, None) => At::End,
            },
            At::Element if self.header => {
                self.name_columns(lexer, out)?;
                self.header = false;
                At::AfterElement
            }
            At::Element => {
                if self.maker.take_plain(lexer, out).is_none() {
                    self.maker.take(lexer, None, false, out)?;
                }
                At::AfterElement
            }
            At::AfterElement => match lexer.more(b']')? {
                true => At::Element,
                false => self.after_rows(),
            },
            At::End => match lexer.peek() {
                None => return Ok(false),
                Some(_) => return Err(lexer.broken(super::Fault::TrailingContent)),
            },
        };
        Ok(true)
    }

    fn after_rows(&self) -> At {
        match &self.shape {
            Shape::Array { path, .. } => path.len().checked_sub(1).map_or(At::End, At::AfterMember),
            _ => At::End,
        }
    }

    fn root(&mut self, lexer: &mut Lexer<'_>, out: &mut dyn Sink) -> Result<At, Trip> {
        match &self.shape {
            Shape::Single { .. } => {
                self.maker.take(lexer, None, false, out)?;
                Ok(At::End)
            }
            Shape::Array { path, .. } if path.is_empty() => {
                self.found = true;
                Ok(if lexer.open(b'[', b']')? {
                    At::Element
                } else {
                    At::End
                })
            }
            _ => Ok(if lexer.open(b'{', b'}')? {
                At::Member(0)
            } else {
                At::End
            }),
        }
    }

    fn member(
        &mut self,
        depth: usize,
        lexer: &mut Lexer<'_>,
        out: &mut dyn Sink,
    ) -> Result<At, Trip> {
        let key = lexer.string()?.value();
        lexer.expect(b':')?;
        let next = lexer.next()?;
        match &self.shape {
            Shape::Members => {
                self.found = true;
                self.maker.take(lexer, Some(&key), false, out)?;
            }
            Shape::Columns if next == b'[' => {
                self.found = true;
                let values = column(lexer)?;
                self.columns.push((key.into_owned(), values));
            }
            Shape::Array { path, .. } if path.get(depth).is_some_and(|step| *step == key) => {
                let is_rows = depth + 1 == path.len();
                if is_rows && next == b'[' {
                    self.found = true;
                    let any = lexer.open(b'[', b']')?;
                    return Ok(if any {
                        At::Element
                    } else {
                        At::AfterMember(depth)
                    });
                }
                if !is_rows && next == b'{' {
                    let any = lexer.open(b'{', b'}')?;
                    return Ok(if any {
                        At::Member(depth + 1)
                    } else {
                        At::AfterMember(depth)
                    });
                }
                lexer.skip(depth + 1)?;
            }
            _ => lexer.skip(depth + 1)?,
        }
        Ok(At::AfterMember(depth))
    }

    /// The columns by the texts of the array that is next.
    fn name_columns(&self, lexer: &mut Lexer<'_>, out: &mut dyn Sink) -> Result<(), Trip> {
        for name in column(lexer)? {
            out.add_column(name.as_deref().unwrap_or_default());
        }
        Ok(())
    }

    /// Rows out of whole columns.
    fn turn_columns(&mut self, out: &mut dyn Sink) {
        let long = self
            .columns
            .iter()
            .map(|(_, values)| values.len())
            .max()
            .unwrap_or(0);
        for (name, _) in &self.columns {
            out.add_column(name);
        }
        let mut record = Record::default();
        for row in 0..long {
            record.clear();
            for (at, (_, values)) in self.columns.iter().enumerate().take(out.limits().columns) {
                let value = values.get(row).and_then(Option::as_deref);
                record.append(value.unwrap_or_default(), out.limits().cell_bytes);
                record.end_cell_at(at, value.is_none());
            }
            out.row(&record.row());
        }
    }
}

/// The values of the array that is next, as texts; `None` for `null`.
fn column(lexer: &mut Lexer<'_>) -> Result<Vec<Option<String>>, Trip> {
    let mut values = Vec::new();
    let mut more = lexer.open(b'[', b']')?;
    while more {
        values.push(match lexer.next()? {
            b'"' => Some(lexer.string()?.value().into_owned()),
            b'{' | b'[' => {
                let start = lexer.at;
                lexer.skip(2)?;
                Some(super::escape::compact(lexer.slice(start)).into_owned())
            }
            _ => Some(lexer.scalar()?)
                .filter(|word| *word != "null")
                .map(str::to_owned),
        });
        more = lexer.more(b']')?;
    }
    Ok(values)
}

impl Place {
    /// Moves behind this text.
    fn pass(&mut self, text: &str) {
        let (line, column) = position(text, text.len());
        self.column = if line == 0 {
            self.column + column
        } else {
            column
        };
        self.line += line;
    }

    fn error(self, text: &str, trip: Trip) -> ReadError {
        let at = match trip {
            Trip::Broken { at, .. } | Trip::Deep { at } => at,
            Trip::End => text.len(),
        };
        let (line, column) = position(text, at);
        let column = 1 + if line == 0 {
            self.column + column
        } else {
            column
        };
        let line = 1 + self.line + line;
        match trip {
            Trip::Deep { .. } => ReadError::TooDeep {
                line,
                column,
                most: MOST_DEEP,
            },
            Trip::Broken { fault: reason, .. } => ReadError::BrokenJson {
                line,
                column,
                reason,
            },
            Trip::End => ReadError::BrokenJson {
                line,
                column,
                reason: super::Fault::UnexpectedEnd,
            },
        }
    }
}

/// The line breaks before a byte, and the characters between the last of them and the byte.
pub(crate) fn position(text: &str, at: usize) -> (u64, u64) {
    let before = text.get(..text.floor_char_boundary(at)).unwrap_or(text);
    let lines = before.bytes().filter(|b| *b == b'\n').count();
    let line = before.rsplit('\n').next().unwrap_or_default();
    (lines as u64, line.chars().count() as u64)
}
