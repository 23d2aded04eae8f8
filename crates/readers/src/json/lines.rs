//! One JSON value on each line. A line that is broken is left out and said; the rest is read.

use table::{Code, Notice};

use super::lex::{Lexer, Trip};
use super::reader::{MOST_VALUE, position};
use super::rows::RowMaker;
use super::{Fault, lex};
use crate::ReadError;
use crate::collector::Collector;
use crate::rows::{From, Rows};
use crate::sink::Sink;

/// Reads one file of lines.
#[derive(Debug, Default)]
pub(crate) struct LinesReader {
    maker: RowMaker,
    /// The line that has not ended yet.
    waiting: String,
    line: u64,
    bad: u64,
    /// Lines with several values.
    joined: u64,
    first: Option<ReadError>,
}

impl Rows for LinesReader {
    fn push(&mut self, text: &str, out: &mut dyn Sink) -> Result<(), ReadError> {
        let mut rest = text;
        if self.waiting.is_empty() {
            rest = self.take_plain(rest, out);
        }
        while let Some((line, after)) = rest.split_once('\n') {
            if self.waiting.is_empty() {
                self.take(line, out);
            } else {
                let mut whole = std::mem::take(&mut self.waiting);
                whole.push_str(line);
                self.take(&whole, out);
            }
            rest = self.take_plain(after, out);
        }
        self.waiting.push_str(rest);
        if self.waiting.len() > MOST_VALUE {
            return Err(ReadError::TooLarge {
                line: self.line + 1,
                most: MOST_VALUE,
            });
        }
        Ok(())
    }

    /// Ends the file. At a cut the last line is dropped; when not one line was sound, the
    /// fault of the first is the answer.
    fn finish(&mut self, complete: bool, out: &mut dyn Sink) -> Result<(), ReadError> {
        if complete {
            let last = std::mem::take(&mut self.waiting);
            self.take(&last, out);
        }
        match &self.first {
            Some(error) if out.rows() == 0 => Err(error.clone()),
            _ => Ok(()),
        }
    }

    fn notes(&self, _: bool, _: &Collector) -> Vec<Notice> {
        let mut notices = self.maker.notes();
        if self.joined > 0 {
            notices.push(Notice::new(Code::JoinedValues).with("count", self.joined));
        }
        if let Some(error) = &self.first {
            let mut notice = error.notice();
            notice.code = Code::BadLines;
            notices.push(notice.with("count", self.bad));
        }
        notices
    }

    fn is_between(&self) -> bool {
        self.waiting.is_empty()
    }

    fn again(&self, _: From) -> Option<Box<dyn Rows>> {
        Some(Box::new(Self {
            maker: self.maker.again(),
            ..Self::default()
        }))
    }
}

impl LinesReader {
    /// Takes the lines that are written plainly; what follows those.
    fn take_plain<'a>(&mut self, text: &'a str, out: &mut dyn Sink) -> &'a str {
        let mut rest = text;
        while let Some(long) = self.maker.take_plain_line(rest, out) {
            self.line += 1;
            rest = rest.get(long..).unwrap_or_default();
        }
        rest
    }

    fn take(&mut self, line: &str, out: &mut dyn Sink) {
        self.line += 1;
        // RFC 7464 puts a record separator before each value.
        let line = line.trim_start_matches('\u{1E}');
        let mut lexer = Lexer::new(line, true);
        if lexer.peek().is_none() {
            return;
        }
        if let Err(trip) = self.maker.take(&mut lexer, None, true, out) {
            if self.take_joined(line, trip, out) {
                return;
            }
            self.bad += 1;
            let number = self.line;
            self.first.get_or_insert_with(|| error(line, number, trip));
        }
    }

    /// Takes each of several objects or arrays that stand behind each other on one line, if all of
    /// them are sound.
    fn take_joined(&mut self, line: &str, trip: Trip, out: &mut dyn Sink) -> bool {
        let Trip::Broken {
            fault: Fault::TrailingContent,
            ..
        } = trip
        else {
            return false;
        };
        let mut lexer = Lexer::new(line, true);
        while let Some(byte) = lexer.peek() {
            if !matches!(byte, b'{' | b'[') || lexer.skip(2).is_err() {
                return false;
            }
        }
        let mut lexer = Lexer::new(line, true);
        while lexer.peek().is_some() && self.maker.take(&mut lexer, None, false, out).is_ok() {}
        self.joined += 1;
        true
    }
}

fn error(line: &str, number: u64, trip: Trip) -> ReadError {
    let (at, reason) = match trip {
        Trip::Broken { at, fault } => (at, fault),
        Trip::Deep { at } => {
            let column = position(line, at).1 + 1;
            return ReadError::TooDeep {
                line: number,
                column,
                most: lex::MOST_DEEP,
            };
        }
        Trip::End => (line.len(), Fault::UnexpectedEnd),
    };
    ReadError::BrokenJson {
        line: number,
        column: position(line, at).1 + 1,
        reason,
    }
}
