//! The way through: bytes in pieces, decisions on the head, rows out. The pieces' sizes never
//! change the result, because every decision waits for the same bytes.

mod held;

use std::sync::Arc;

use table::{Code, Notice, Profile, Table};

use crate::collector::Collector;
use crate::csv::Dialect;
use crate::decoder::Decoder;
use crate::encoding::{Decided, decide};
use crate::head::Head;
use crate::layout::Layout;
use crate::mark::{self, Mark};
use crate::options::{Hints, Options};
use crate::rows::{ANY, From, Opening, Rows};
use crate::said::{note_encoding, note_format};
use crate::sink::Sink as _;
use crate::text::TextStream;
use crate::watch::{Observed, Observer, Profiling, Watch};
use crate::{Encoding, Format, ReadError};

/// What came of a file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Opened {
    /// What kind of file it is, by its content.
    pub format: Format,
    /// How its text was encoded.
    pub encoding: Encoding,
    /// How its cells are told apart; only for delimited text.
    pub dialect: Option<Dialect>,
    /// The rows kept. Its count is that of the file when it was read to its end, else "at least".
    pub table: Table,
    /// The columns over all rows read, which may be more than are kept.
    pub profile: Profile,
    /// The bytes that were read.
    pub bytes: u64,
    /// Whether those are the whole file.
    pub complete: bool,
    /// Everything the visitor should know.
    pub notices: Vec<Notice>,
}

/// Reads one file from pieces of any size, in memory that depends on the limits and not on the
/// file. Stop whenever enough has been seen, and [`finish`](Self::finish).
pub struct Reader {
    options: Options,
    said: Option<Format>,
    said_encoding: Option<Encoding>,
    opening: Opening,
    /// The first bytes, until there are enough to decide from.
    head: Head,
    bytes: u64,
    body: Option<Body>,
    collector: Collector,
    /// Where the first row begins.
    start: Option<Mark>,
    /// What was pushed last ended with a line.
    line_ended: bool,
}

struct Body {
    format: Format,
    text: TextStream,
    rows: Box<dyn Rows>,
}

impl Reader {
    /// A reader for one file.
    #[must_use]
    pub fn new(hints: Hints<'_>, options: Options) -> Self {
        Self {
            said: hints.format(),
            said_encoding: hints.encoding(),
            ..Self::of(options, ANY, Box::new(Profiling::default()))
        }
    }

    /// The same, with somebody who sees all rows. They share what they learn with whoever made
    /// them; the reader drops them at its end.
    #[must_use]
    pub fn observed(hints: Hints<'_>, options: Options, observer: Box<dyn Observer>) -> Self {
        let watch = Observed(Profiling::default(), observer);
        Self {
            said: hints.format(),
            said_encoding: hints.encoding(),
            ..Self::of(options, ANY, Box::new(watch))
        }
    }

    /// A reader for what `opening` can open.
    pub(crate) fn of(options: Options, opening: Opening, watch: Box<dyn Watch>) -> Self {
        let is_known = !matches!(options.format, None | Some(Format::Json | Format::GeoJson));
        let is_undecided = if is_known {
            |_: &[u8]| false
        } else {
            opening.is_undecided
        };
        Self {
            said: None,
            said_encoding: None,
            opening,
            collector: Collector::new(&options, watch),
            options,
            head: Head::new(is_undecided),
            bytes: 0,
            body: None,
            start: None,
            line_ended: false,
        }
    }

    /// The rows seen so far. Nothing is seen before 64 KiB were pushed, or the file is finished.
    #[must_use]
    pub fn rows(&self) -> u64 {
        self.collector.rows()
    }

    /// How many of these bytes to push so that a [`mark`](Self::mark) may stand behind them:
    /// up to their last line end within 64 KiB, or 64 KiB where no line ends. Never 0 unless
    /// there are no bytes.
    #[must_use]
    pub fn cut(&self, bytes: &[u8]) -> usize {
        mark::cut(
            bytes,
            self.bytes,
            self.body.as_ref().map(|body| &body.text.encoding),
        )
    }

    /// The place behind the bytes pushed so far, if a row ends there: `None` after a push that
    /// did not end with a line, inside a quoted cell, above the first row, and in formats that
    /// cannot be read from their middle (JSON documents, GeoJSON).
    #[must_use]
    pub fn mark(&self) -> Option<Mark> {
        self.line_ended.then_some(())?;
        self.mark_at(self.bytes)
    }

    fn mark_at(&self, bytes: u64) -> Option<Mark> {
        let body = self.body.as_ref()?;
        let stands = body.rows.is_between()
            && body.text.is_between()
            && mark::is_placeable(&body.text.encoding);
        let row = self.collector.rows();
        stands.then_some(Mark { bytes, row })
    }

    /// All that was decided about the file, to read it again from a mark or from its beginning.
    /// Take it anew when more was read: later rows of JSON lines can bring columns, and an
    /// encoding can stay open while only ASCII came. `None` before the head was decided on.
    #[must_use]
    pub fn layout(&self) -> Option<Layout> {
        self.layout_of(self.body.as_ref()?)
    }

    fn layout_of(&self, body: &Body) -> Option<Layout> {
        Some(Layout {
            format: body.format,
            encoding: body.text.encoding.clone(),
            dialect: body.rows.dialect().cloned(),
            columns: self.collector.so_far_columns(),
            start: self.start,
            open: body.text.is_ascii(),
            limits: self.options.limits,
            rows: Arc::from(body.rows.again(From::Start)?),
        })
    }

    /// What came of the file so far, while more of it may come: the first rows, and the profile
    /// of all rows read. `None` before the head was decided on.
    #[must_use]
    pub fn so_far(&self) -> Option<Opened> {
        let body = self.body.as_ref()?;
        let mut opened = self.opened(body, false);
        let (table, profile, notices) = self.collector.so_far();
        opened.notices.extend(notices);
        Some(Opened {
            table,
            profile,
            ..opened
        })
    }

    /// Whether more of the file tells better what it is: a document of which only what comes before
    /// its rows was seen. Ends after some megabytes.
    pub fn is_undecided(&mut self) -> bool {
        self.body.is_none() && self.head.is_undecided()
    }

    /// Decides on the bytes that came, few as they may be, so that [`so_far`](Self::so_far) has
    /// something to say. A push does so by itself at 64 KiB that hold four line ends.
    ///
    /// # Errors
    /// When no table comes of these bytes.
    pub fn settle(&mut self, decoder: &mut dyn Decoder) -> Result<(), ReadError> {
        if self.body.is_none() {
            self.begin(false, decoder)?;
            self.collector.pause();
        }
        Ok(())
    }

    /// Takes in the next bytes.
    ///
    /// # Errors
    /// As soon as it is known that no table comes of the file.
    pub fn push(&mut self, bytes: &[u8], decoder: &mut dyn Decoder) -> Result<(), ReadError> {
        let before = self.bytes;
        self.bytes += bytes.len() as u64;
        let mut rest = bytes;
        if self.body.is_none() {
            // Window by window, so that the pieces' sizes cannot change the decision.
            loop {
                let (after, is_full) = self.head.fill(rest);
                rest = after;
                if !is_full {
                    return Ok(());
                }
                if self.head.is_enough() {
                    break;
                }
            }
            self.begin(false, decoder)?;
        }
        self.feed(rest, decoder)?;
        self.collector.pause();
        let encoding = self.body.as_ref().map(|body| &body.text.encoding);
        self.line_ended = encoding.is_some_and(|found| mark::ends_line(bytes, before, found));
        Ok(())
    }

    /// Ends the file. `complete` says that nothing of it is left unread; else the last row is
    /// dropped where it is not whole, and counts are "at least".
    ///
    /// # Errors
    /// When no table came of the file.
    pub fn finish(self, complete: bool, decoder: &mut dyn Decoder) -> Result<Opened, ReadError> {
        self.close(complete, decoder).map(|(opened, _)| opened)
    }

    /// The same, with what was decided about the file.
    ///
    /// # Errors
    /// When no table came of the file.
    pub fn close(
        mut self,
        complete: bool,
        decoder: &mut dyn Decoder,
    ) -> Result<(Opened, Option<Layout>), ReadError> {
        if self.body.is_none() {
            self.begin(complete, decoder)?;
        }
        let Some(mut body) = self.body.take() else {
            return Err(ReadError::Empty);
        };
        let rest = body.text.finish(complete, decoder)?;
        body.rows.push(&rest, &mut self.collector)?;
        body.rows.finish(complete, &mut self.collector)?;
        if complete && self.collector.is_bare() {
            return Err(ReadError::NoTable);
        }
        let mut opened = self.opened(&body, complete);
        let layout = self.layout_of(&body);
        let (table, profile, notices) = self.collector.finish(complete);
        opened.notices.extend(notices);
        let opened = Opened {
            table,
            profile,
            ..opened
        };
        Ok((opened, layout))
    }

    /// What came of the file, still without what the collector has.
    fn opened(&self, body: &Body, complete: bool) -> Opened {
        let mut notices = Vec::new();
        if !complete {
            notices.push(Notice::new(Code::Cut).with("bytes", self.bytes));
        }
        notices.extend(note_format(self.said, body.format));
        notices.extend(note_encoding(self.said_encoding.as_ref(), &body.text));
        notices.extend(body.rows.notes(complete, &self.collector));
        if self.options.header == Some(false) {
            // Whoever said so knows.
            notices.retain(|notice| notice.code != Code::NoHeader);
        }
        Opened {
            format: body.format,
            encoding: body.text.encoding.clone(),
            dialect: body.rows.dialect().cloned(),
            table: Table::default(),
            profile: Profile::default(),
            bytes: self.bytes,
            complete,
            notices,
        }
    }

    /// Decides on the head what the file is, then reads the head.
    fn begin(&mut self, complete: bool, decoder: &mut dyn Decoder) -> Result<(), ReadError> {
        let head = std::mem::take(&mut self.head.bytes);
        if head.is_empty() {
            return Err(ReadError::Empty);
        }
        if let Some(format) = Format::by_magic(&head).filter(|_| self.options.format.is_none()) {
            return Err(ReadError::CannotShow(format));
        }
        let mut text = self.text_stream(&head, complete)?;
        // Line by line at first, so that the place where the first row begins is known.
        let mut first = String::new();
        let mut ends = Vec::new();
        for line in mark::lines(&head, &text.encoding) {
            first.push_str(&text.push(line, decoder)?);
            let between = text.is_between();
            ends.push((line.len(), between.then_some(first.len())));
        }
        let (format, mut rows) = (self.opening.open)(&first, complete, self.said, &self.options)?;
        let (mut bytes, mut fed) = (0, 0);
        if rows.is_between() && mark::is_placeable(&text.encoding) {
            let bytes = mark::byte_order_mark(&head) as u64;
            self.start = Some(Mark { bytes, row: 0 });
        }
        for (long, end) in ends {
            bytes += long;
            let Some(end) = end else { continue };
            let line = first.get(fed..end).unwrap_or_default();
            fed = end;
            rows.push(line, &mut self.collector)?;
            let begins = rows.is_between() && self.collector.rows() == 0;
            if begins && mark::is_placeable(&text.encoding) {
                let bytes = bytes as u64;
                self.start = Some(Mark { bytes, row: 0 });
            }
        }
        rows.push(first.get(fed..).unwrap_or_default(), &mut self.collector)?;
        self.body = Some(Body { format, text, rows });
        Ok(())
    }

    fn text_stream(&self, head: &[u8], complete: bool) -> Result<TextStream, ReadError> {
        if let Some(encoding) = self.options.encoding.clone() {
            return Ok(TextStream::new(
                Decided {
                    encoding,
                    sure: true,
                },
                false,
            ));
        }
        let decided =
            decide(head, complete, self.said_encoding.as_ref()).ok_or(ReadError::NotText)?;
        let open = decided.encoding == Encoding::Utf8 && head.is_ascii();
        Ok(TextStream::new(decided, open))
    }

    fn feed(&mut self, bytes: &[u8], decoder: &mut dyn Decoder) -> Result<(), ReadError> {
        let Some(body) = &mut self.body else {
            return Ok(());
        };
        let text = body.text.push(bytes, decoder)?;
        body.rows.push(&text, &mut self.collector)
    }
}

/// Opens the beginning of a file that is already in memory. `complete` says whether `head` is
/// the whole file.
///
/// # Errors
/// When no table comes of it.
pub fn preview(
    head: &[u8],
    complete: bool,
    hints: Hints<'_>,
    options: &Options,
    decoder: &mut dyn Decoder,
) -> Result<Opened, ReadError> {
    let mut reader = Reader::new(hints, options.clone());
    reader.push(head, decoder)?;
    reader.finish(complete, decoder)
}

/// Reads a whole file that is in memory. Take [`Limits::WHOLE`](crate::Limits::WHOLE) to keep
/// all of its rows.
///
/// # Errors
/// When no table comes of it.
pub fn read_table(
    bytes: &[u8],
    options: &Options,
    decoder: &mut dyn Decoder,
) -> Result<Opened, ReadError> {
    preview(bytes, true, Hints::default(), options, decoder)
}
