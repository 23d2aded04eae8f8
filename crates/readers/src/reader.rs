//! The way through: bytes in pieces, decisions on the head, rows out. The pieces' sizes never
//! change the result, because every decision waits for the same bytes.

use table::{Code, Notice, Profile, Table};

use crate::collector::Collector;
use crate::csv::Dialect;
use crate::decoder::Decoder;
use crate::encoding::{Decided, decide};
use crate::options::{Hints, Options};
use crate::rows::{Open, Rows, any_format};
use crate::text::{TextStream, WINDOW};
use crate::watch::{Observed, Observer, Profiling, Watch};
use crate::{Encoding, Format, ReadError};

/// Where one row is longer than a window, decisions wait for this many bytes at most.
const MOST_HEAD: usize = 16 * WINDOW;

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
    open: Open,
    /// The first bytes, until there are enough to decide from.
    head: Vec<u8>,
    bytes: u64,
    body: Option<Body>,
    collector: Collector,
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
        Self::watched(hints, options, Box::new(Profiling::default()))
    }

    /// The same, with somebody who sees all rows. They share what they learn with whoever made
    /// them; the reader drops them at its end.
    #[must_use]
    pub fn observed(hints: Hints<'_>, options: Options, observer: Box<dyn Observer>) -> Self {
        let profiling = Profiling::default();
        let watch = Observed {
            profiling,
            observer,
        };
        Self::watched(hints, options, Box::new(watch))
    }

    fn watched(hints: Hints<'_>, options: Options, watch: Box<dyn Watch>) -> Self {
        Self {
            said: hints.format(),
            said_encoding: hints.encoding(),
            ..Self::of(options, any_format, watch)
        }
    }

    /// A reader for what `open` can open.
    pub(crate) fn of(options: Options, open: Open, watch: Box<dyn Watch>) -> Self {
        Self {
            said: None,
            said_encoding: None,
            open,
            collector: Collector::new(&options, watch),
            options,
            head: Vec::new(),
            bytes: 0,
            body: None,
        }
    }

    /// The rows seen so far. Nothing is seen before 64 KiB were pushed, or the file is finished.
    #[must_use]
    pub fn rows(&self) -> u64 {
        self.collector.rows()
    }

    /// Takes in the next bytes.
    ///
    /// # Errors
    /// As soon as it is known that no table comes of the file.
    pub fn push(&mut self, bytes: &[u8], decoder: &mut dyn Decoder) -> Result<(), ReadError> {
        self.bytes += bytes.len() as u64;
        let mut rest = bytes;
        if self.body.is_none() {
            // Window by window, so that the pieces' sizes cannot change the decision.
            loop {
                let room = (WINDOW - self.head.len() % WINDOW).min(rest.len());
                let (now, after) = rest.split_at_checked(room).unwrap_or((rest, &[]));
                self.head.extend_from_slice(now);
                rest = after;
                if !self.head.len().is_multiple_of(WINDOW) || now.is_empty() {
                    return Ok(());
                }
                if self.has_enough_head() {
                    break;
                }
            }
            self.begin(false, decoder)?;
        }
        self.feed(rest, decoder)
    }

    /// Ends the file. `complete` says that nothing of it is left unread; else the last row is
    /// dropped where it is not whole, and counts are "at least".
    ///
    /// # Errors
    /// When no table came of the file.
    pub fn finish(
        mut self,
        complete: bool,
        decoder: &mut dyn Decoder,
    ) -> Result<Opened, ReadError> {
        if self.body.is_none() {
            self.begin(complete, decoder)?;
        }
        let Some(mut body) = self.body.take() else {
            return Err(ReadError::Empty);
        };
        let rest = body.text.finish(complete, decoder)?;
        let mut collector = self.collector;
        body.rows.push(&rest, &mut collector)?;
        let dialect = body.rows.finish(complete, &mut collector)?;
        let text = body.text;
        let (table, profile, mut notices) = collector.finish(complete);
        let mut first = Vec::new();
        if !complete {
            first.push(Notice::new(Code::Cut).with("bytes", self.bytes));
        }
        first.extend(note_format(self.said, body.format));
        first.extend(note_encoding(self.said_encoding, &text));
        first.append(&mut notices);
        Ok(Opened {
            format: body.format,
            encoding: text.encoding,
            dialect,
            table,
            profile,
            bytes: self.bytes,
            complete,
            notices: first,
        })
    }

    /// Whether the head shows more than one row, or is as long as a head may be.
    fn has_enough_head(&self) -> bool {
        let four = |end: u8| self.head.iter().filter(|b| **b == end).take(4).count() == 4;
        let returns = || four(b'\r') && !self.head.contains(&b'\n');
        four(b'\n') || returns() || self.head.len() >= MOST_HEAD
    }

    /// Decides on the head what the file is, then reads the head.
    fn begin(&mut self, complete: bool, decoder: &mut dyn Decoder) -> Result<(), ReadError> {
        let head = std::mem::take(&mut self.head);
        if head.is_empty() {
            return Err(ReadError::Empty);
        }
        if let Some(format) = Format::by_magic(&head).filter(|_| self.options.format.is_none()) {
            return Err(ReadError::CannotShow(format));
        }
        let mut text = self.text_stream(&head, complete)?;
        let first = text.push(&head, decoder)?;
        let (format, mut rows) = (self.open)(&first, complete, self.said, &self.options)?;
        rows.push(&first, &mut self.collector)?;
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

/// A name or media type that says something else than the content shows.
fn note_format(said: Option<Format>, found: Format) -> Option<Notice> {
    let family = |format| match format {
        Format::Csv | Format::Tsv => 0,
        Format::Json | Format::GeoJson => 1,
        Format::NdJson => 2,
        _ => 3,
    };
    let said = said.filter(|said| family(*said) != family(found))?;
    Some(
        Notice::new(Code::FormatDisagrees)
            .with("said", said.name())
            .with("found", found.name()),
    )
}

fn note_encoding(said: Option<Encoding>, text: &TextStream) -> Vec<Notice> {
    let label = text.encoding.label();
    let mut notices = Vec::new();
    match said {
        // ASCII is the same in all of them.
        Some(said) if said != text.encoding && !text.is_ascii() => {
            let notice = Notice::new(Code::EncodingDisagrees).with("said", said.label());
            notices.push(notice.with("found", label));
        }
        None if text.guessed => {
            notices.push(Notice::new(Code::EncodingGuessed).with("encoding", label));
        }
        _ => {}
    }
    if text.damage > 0 {
        let notice = Notice::new(Code::UndecodableBytes).with("count", text.damage);
        notices.push(notice.with("encoding", label));
    }
    notices
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
