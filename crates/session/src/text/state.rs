//! How far a text was read, and what came of it.

use super::marks::Marks;
use crate::{Failed, failed::of_read, source::Pieces};
use readers::{Decoder, Format, Layout, Opened, ReadError, Reader};
use table::{Notice, Table};
use wire::search::Failure;

/// Rows of a format without marks are held up to so much text, in bytes.
const HELD_TEXT: usize = 48_000_000;

/// Where rows can be read again, the first ones are held: those of the first screens.
const HELD_FIRST: usize = 1_000;

/// Rows that are copied before a document's end is read, so that a broken end leaves them.
const COPIED_TEXT: usize = 16_000_000;

/// What reads, or what came of it.
enum Read {
    Reading(Box<Reader>),
    Done(Box<Opened>, Option<Layout>),
}

/// How far a text was read.
pub(super) struct State {
    read: Read,
    decoder: Box<dyn Decoder>,
    pub(super) marks: Marks,
    /// The stream under way, between two reads.
    pub(super) pieces: Option<Box<dyn Pieces>>,
    /// Bytes that were read.
    pub(super) bytes: u64,
    /// Bytes of the outermost file that were used for them.
    pub(super) at: u64,
    pub(super) complete: bool,
    pub(super) ended: Option<Failure>,
    /// What was broken behind the rows that came.
    pub(super) broken: Option<Notice>,
    settled: bool,
}

impl State {
    pub(super) fn new(mut reader: Reader, decoder: Box<dyn Decoder>) -> Self {
        reader.hold(usize::MAX, HELD_TEXT);
        Self {
            read: Read::Reading(Box::new(reader)),
            decoder,
            marks: Marks::default(),
            pieces: None,
            bytes: 0,
            at: 0,
            complete: false,
            ended: None,
            broken: None,
            settled: false,
        }
    }

    pub(super) fn rows(&self) -> u64 {
        match &self.read {
            Read::Reading(reader) => reader.rows(),
            Read::Done(opened, _) => table::Rows::count(&opened.table).value(),
        }
    }

    /// The first rows.
    pub(super) fn held(&self) -> &Table {
        match &self.read {
            Read::Reading(reader) => reader.held(),
            Read::Done(opened, _) => &opened.table,
        }
    }

    pub(super) fn layout(&self) -> Option<Layout> {
        match &self.read {
            Read::Reading(reader) => reader.layout(),
            Read::Done(_, layout) => layout.clone(),
        }
    }

    /// All that is known, with the columns and without the rows.
    pub(super) fn summary(&self) -> Option<Opened> {
        match &self.read {
            Read::Reading(reader) => reader.summary(),
            Read::Done(opened, _) => {
                let mut table = Table::new(table::Rows::columns(&opened.table).to_vec());
                table.set_count(table::Rows::count(&opened.table));
                Some(Opened {
                    format: opened.format,
                    encoding: opened.encoding.clone(),
                    dialect: opened.dialect.clone(),
                    table,
                    profile: opened.profile.clone(),
                    bytes: opened.bytes,
                    complete: opened.complete,
                    notices: opened.notices.clone(),
                })
            }
        }
    }

    /// Whether rows can be read from their middle.
    pub(super) fn has_marks(&self) -> bool {
        !self.marks.is_empty()
    }

    /// Whether nothing more can be read.
    pub(super) fn is_done(&self) -> bool {
        matches!(self.read, Read::Done(..)) || self.broken.is_some()
    }

    /// Takes in bytes, and notes a mark among them.
    pub(super) fn push(&mut self, bytes: &[u8]) -> Result<(), Failed> {
        let Read::Reading(reader) = &mut self.read else {
            return Ok(());
        };
        self.bytes += bytes.len() as u64;
        let (lines, rest) = bytes
            .split_at_checked(reader.cut(bytes))
            .unwrap_or((bytes, &[]));
        let mut pushed = reader.push(lines, self.decoder.as_mut());
        let mark = reader.mark();
        if pushed.is_ok() && !rest.is_empty() {
            pushed = reader.push(rest, self.decoder.as_mut());
        }
        self.note_start();
        if self.has_marks()
            && let Some(mark) = mark
        {
            self.marks.add(mark);
        }
        match pushed {
            Ok(()) => Ok(()),
            Err(error) => self.broke(error),
        }
    }

    /// Where the first row begins; known once the beginning was decided on.
    fn note_start(&mut self) {
        let Read::Reading(reader) = &mut self.read else {
            return;
        };
        if !self.settled
            && let Some(layout) = reader.layout()
        {
            self.settled = true;
            if let Some(start) = layout.start {
                self.marks.add(start);
                reader.hold(reader.held().len().max(HELD_FIRST), HELD_TEXT);
            }
        }
    }

    /// Whether more of the file tells better what it is.
    pub(super) fn is_undecided(&mut self) -> bool {
        match &mut self.read {
            Read::Reading(reader) => reader.is_undecided(),
            Read::Done(..) => false,
        }
    }

    /// Decides on what came, few as it may be.
    pub(super) fn settle(&mut self) -> Result<(), ReadError> {
        if let Read::Reading(reader) = &mut self.read {
            reader.settle(self.decoder.as_mut())?;
        }
        self.note_start();
        Ok(())
    }

    /// The file ends here.
    pub(super) fn finish(&mut self) -> Result<(), Failed> {
        let copy = self.copy();
        let left = Opened {
            format: Format::Csv,
            encoding: readers::Encoding::Utf8,
            dialect: None,
            table: Table::default(),
            profile: table::Profile::default(),
            bytes: self.bytes,
            complete: false,
            notices: Vec::new(),
        };
        let read = std::mem::replace(&mut self.read, Read::Done(Box::new(left), None));
        let Read::Reading(reader) = read else {
            self.read = read;
            return Ok(());
        };
        self.pieces = None;
        match reader.close(true, self.decoder.as_mut()) {
            Ok((opened, layout)) => {
                if !self.settled
                    && let Some(start) = layout.as_ref().and_then(|layout| layout.start)
                {
                    self.settled = true;
                    self.marks.add(start);
                }
                self.read = Read::Done(Box::new(opened), layout);
                self.complete = true;
                Ok(())
            }
            Err(error) => {
                if let Some((opened, layout)) = copy {
                    self.read = Read::Done(Box::new(opened), layout);
                }
                self.broke(error)
            }
        }
    }

    /// What came of a document so far, should its end be broken.
    fn copy(&self) -> Option<(Opened, Option<Layout>)> {
        let Read::Reading(reader) = &self.read else {
            return None;
        };
        (reader.held().text_bytes() < COPIED_TEXT)
            .then(|| reader.so_far().map(|opened| (opened, reader.layout())))?
    }

    /// Rows that came stay, whatever follows them.
    fn broke(&mut self, error: ReadError) -> Result<(), Failed> {
        // Rows without a column are none.
        if self.rows() == 0 || table::Rows::columns(self.held()).is_empty() {
            return Err(error.into());
        }
        self.ended = Some(of_read(&error));
        self.broken = Some(error.notice());
        Ok(())
    }
}
