//! Finds cells and rows in text that arrives in pieces. RFC 4180, and beyond it: a quotation
//! mark out of place is a character, and never takes the rest of the file with it.

use super::separators::{Separators, Unusual, ends_in_escape};
use super::whole::WholeRows;
use crate::options::Limits;
use crate::record::{Record, Row};

/// How many lines an unclosed quoted cell must swallow before it is taken for a mistake.
const LINES_THAT_TELL: usize = 8;

/// Where the scanner stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum State {
    /// At the first character of a cell.
    Start,
    /// After blanks at the beginning of a cell, where a mark may follow.
    Lead,
    /// In a cell without quotation marks.
    Bare,
    /// Between quotation marks.
    Quoted,
    /// After a mark inside a quoted cell: its end, or the first of two.
    Mark,
    /// After blanks that follow such a mark.
    Blanks,
}

/// Takes text in pieces and gives rows.
#[derive(Debug)]
pub(crate) struct Scanner {
    separators: Separators,
    limits: Limits,
    /// The bytes at which a cell without quotation marks may end.
    ends_cell: [bool; 256],
    /// The first byte of the delimiter.
    delimits: u8,
    state: State,
    /// A carriage return ended the last row: a line feed right after it belongs to it.
    after_return: bool,
    /// Blanks seen since the mark, for [`State::Blanks`].
    blanks: String,
    /// The open quoted cell as the file has it, in case its first mark proves out of place.
    raw: String,
    /// Quotation marks are characters: set while text is read again.
    literal: bool,
    record: Record,
    /// Whether any cell of the row was quoted: then it is not a blank line.
    quoted: bool,
    /// The width that most rows have, to judge what an unclosed quotation mark swallowed.
    width: usize,
    pub(crate) unusual: Unusual,
    whole: WholeRows,
}

/// Takes rows; blank lines come as rows of one empty cell with `true`.
pub(crate) type Emit<'a> = &'a mut dyn FnMut(&Row<'_>, bool);

impl Scanner {
    /// `width`: how many cells most rows have; 0 where nobody knows.
    pub(crate) fn new(separators: Separators, limits: Limits, width: usize) -> Self {
        let mut ends_cell = [false; 256];
        let mut encoded = [0; 4];
        let delimiter = separators.delimiter.encode_utf8(&mut encoded);
        let delimits = delimiter.as_bytes().first().copied().unwrap_or(0);
        for byte in [b'\n', b'\r', delimits] {
            if let Some(entry) = ends_cell.get_mut(byte as usize) {
                *entry = true;
            }
        }
        Self {
            separators,
            limits,
            ends_cell,
            delimits,
            state: State::Start,
            after_return: false,
            blanks: String::new(),
            raw: String::new(),
            literal: false,
            record: Record::default(),
            quoted: false,
            width,
            unusual: Unusual::default(),
            whole: WholeRows::default(),
        }
    }

    /// Scans the next piece of text.
    pub(crate) fn push(&mut self, text: &str, emit: Emit<'_>) {
        if text.as_bytes().contains(&0) {
            let clean = text.replace('\0', "");
            self.unusual.nuls += (text.len() - clean.len()) as u64;
            self.scan(&clean, emit);
        } else {
            self.scan(text, emit);
        }
    }

    /// Ends the text. At a cut the last row is dropped, because nobody knows how it goes on;
    /// at the end of the file a row needs no line end.
    pub(crate) fn finish(&mut self, complete: bool, emit: Emit<'_>) {
        if self.state == State::Quoted && (complete || self.swallowed_rows()) {
            self.unquote(emit);
        }
        if self.state == State::Lead {
            let blanks = std::mem::take(&mut self.blanks);
            self.record.append(&blanks, self.limits.cell_bytes);
        }
        if complete && (self.record.len() > 0 || self.state != State::Start) {
            self.end_row(emit);
        }
    }

    /// The cells of the row that a cut dropped, without the last one.
    pub(crate) fn unfinished(&self) -> &Record {
        &self.record
    }

    /// Whether no row is begun.
    pub(crate) fn is_between(&self) -> bool {
        self.state == State::Start && self.record.len() == 0 && self.record.open_cell().is_empty()
    }

    /// Whether rows are parted in the usual way, without exceptions.
    fn is_plain(&self) -> bool {
        let Separators {
            backslash, spaced, ..
        } = self.separators;
        self.delimits.is_ascii() && !backslash && !spaced && !self.literal
    }

    fn scan(&mut self, text: &str, emit: Emit<'_>) {
        let mut rest = text;
        while !rest.is_empty() {
            if self.after_return {
                self.after_return = false;
                rest = rest.strip_prefix('\n').unwrap_or(rest);
                continue;
            }
            if self.is_between() && self.is_plain() {
                let came = self
                    .whole
                    .read(rest, self.delimits, self.limits, &mut *emit);
                self.after_return = came.after_return;
                if came.bytes > 0 {
                    rest = rest.get(came.bytes..).unwrap_or_default();
                    continue;
                }
            }
            rest = match self.state {
                State::Start => self.start(rest),
                State::Lead => self.lead(rest),
                State::Bare => self.bare(rest, emit),
                State::Quoted => self.quoted(rest, emit),
                State::Mark | State::Blanks => self.after_mark(rest, emit),
            };
        }
    }

    fn start<'a>(&mut self, rest: &'a str) -> &'a str {
        if self.separators.spaced && rest.starts_with(' ') {
            self.state = State::Lead;
            return rest;
        }
        self.state = State::Bare;
        if rest.as_bytes().first() != Some(&b'"') {
            return rest;
        }
        let after = rest.get(1..).unwrap_or_default();
        if !self.literal {
            self.state = State::Quoted;
            self.quoted = true;
            self.raw.clear();
            return after;
        }
        // An empty cell in marks stays empty when it is read again.
        let empty = after.strip_prefix('"').filter(|after| {
            after.is_empty() || after.starts_with([self.separators.delimiter, '\n', '\r'])
        });
        empty.unwrap_or(rest)
    }

    fn lead<'a>(&mut self, rest: &'a str) -> &'a str {
        let trimmed = rest.trim_start_matches(' ');
        self.blanks
            .push_str(rest.get(..rest.len() - trimmed.len()).unwrap_or_default());
        if trimmed.is_empty() {
            return trimmed;
        }
        let blanks = std::mem::take(&mut self.blanks);
        if trimmed.starts_with('"') && !self.literal {
            return self.start(trimmed);
        }
        self.record.append(&blanks, self.limits.cell_bytes);
        self.state = State::Bare;
        trimmed
    }

    #[inline]
    fn bare<'a>(&mut self, rest: &'a str, emit: Emit<'_>) -> &'a str {
        let end = self.bare_end(rest);
        let (cell, rest) = rest.split_at_checked(end).unwrap_or((rest, ""));
        if !cell.is_empty() {
            self.record.append(cell, self.limits.cell_bytes);
        }
        if self.separators.backslash
            && rest.starts_with(self.separators.delimiter)
            && ends_in_escape(self.record.open_cell())
        {
            let (delimiter, after) = rest
                .split_at_checked(self.separators.delimiter.len_utf8())
                .unwrap_or((rest, ""));
            self.record.unappend();
            self.record.append(delimiter, self.limits.cell_bytes);
            return after;
        }
        self.separator(rest, emit).unwrap_or(rest)
    }

    /// Where the cell ends in this piece: at a delimiter, a line end, or the end of the piece.
    #[inline]
    fn bare_end(&self, rest: &str) -> usize {
        let bytes = rest.as_bytes();
        let mut at = 0;
        while let Some(step) = bytes
            .get(at..)
            .and_then(|tail| tail.iter().position(|b| self.ends_cell[*b as usize]))
        {
            at += step;
            // Only a delimiter outside ASCII shares its first byte with other characters.
            let one_byte = bytes.get(at) != Some(&self.delimits);
            if one_byte
                || rest
                    .get(at..)
                    .is_some_and(|tail| self.delimited(tail).is_some())
            {
                return at;
            }
            at += 1;
        }
        bytes.len()
    }

    /// What follows the delimiter, if one is next. Bytes are compared where a byte will do:
    /// it runs for every cell, and comparing characters costs a call each.
    fn delimited<'a>(&self, rest: &'a str) -> Option<&'a str> {
        if *rest.as_bytes().first()? != self.delimits {
            return None;
        }
        if self.delimits.is_ascii() {
            return rest.get(1..);
        }
        rest.strip_prefix(self.separators.delimiter)
    }

    /// Takes a delimiter or a line end, if one is next.
    #[inline]
    fn separator<'a>(&mut self, rest: &'a str, emit: Emit<'_>) -> Option<&'a str> {
        if let Some(rest) = self.delimited(rest) {
            self.record.end_cell(self.limits.columns);
            self.state = State::Start;
            // A row that ends right after a delimiter has one more cell, so the state says
            // "in a cell" as soon as the delimiter is read.
            return Some(rest);
        }
        let rest = match rest.as_bytes().first() {
            Some(b'\n') => rest.get(1..)?,
            Some(b'\r') => {
                self.after_return = true;
                rest.get(1..)?
            }
            _ => return None,
        };
        self.end_row(emit);
        Some(rest)
    }

    fn end_row(&mut self, emit: Emit<'_>) {
        self.record.end_cell(self.limits.columns);
        let blank = self.record.len() == 1 && !self.quoted && self.record.is_blank();
        emit(&self.record.row(), blank);
        self.record.clear();
        self.quoted = false;
        self.state = State::Start;
    }

    fn quoted<'a>(&mut self, rest: &'a str, emit: Emit<'_>) -> &'a str {
        let (text, after) = match rest.split_once('"') {
            Some((text, after)) => (text, Some(after)),
            None => (rest, None),
        };
        self.record.append(text, self.limits.cell_bytes);
        self.keep_raw(text);
        let Some(after) = after else {
            let long = self.record.open_cell().len() >= self.limits.cell_bytes.min(1 << 20);
            if long && !self.record.is_cutting() && self.swallowed_rows() {
                self.unquote(emit);
            }
            return "";
        };
        self.keep_raw("\"");
        if self.separators.backslash && ends_in_escape(self.record.open_cell()) {
            self.record.unappend();
            self.record.append("\"", self.limits.cell_bytes);
        } else {
            self.state = State::Mark;
        }
        after
    }

    fn after_mark<'a>(&mut self, rest: &'a str, emit: Emit<'_>) -> &'a str {
        if self.state == State::Mark
            && let Some(rest) = rest.strip_prefix('"')
        {
            self.record.append("\"", self.limits.cell_bytes);
            self.keep_raw("\"");
            self.state = State::Quoted;
            return rest;
        }
        if let Some(rest) = self.separator(rest, emit) {
            self.blanks.clear();
            return rest;
        }
        if let Some(after) = rest.strip_prefix([' ', '\t']) {
            self.blanks.push_str(rest.get(..1).unwrap_or_default());
            self.state = State::Blanks;
            return after;
        }
        // Something stands between the mark and the next separator, so one of the two marks is
        // out of place. Where the cell already runs over lines and this mark begins a cell, it
        // is the first one; else the second one is part of the text.
        let blanks = std::mem::take(&mut self.blanks);
        self.unusual.stray_quotes += 1;
        let cell = self.record.open_cell();
        let begins_cell = cell.ends_with([self.separators.delimiter, '\n', '\r']);
        if begins_cell && cell.contains(['\n', '\r']) && !self.record.is_cutting() {
            self.raw.pop();
            self.unquote(emit);
            self.unusual.stray_quotes -= 1;
            self.scan("\"", emit);
            self.scan(&blanks, emit);
        } else {
            self.record.append("\"", self.limits.cell_bytes);
            self.record.append(&blanks, self.limits.cell_bytes);
            self.keep_raw(&blanks);
            self.state = State::Quoted;
        }
        rest
    }

    fn keep_raw(&mut self, text: &str) {
        if !self.record.is_cutting() {
            self.raw.push_str(text);
        }
    }

    /// Reads the open quoted cell again as if its first mark, and any other in it, were a
    /// character. Text is read again at most once, so this stays linear.
    fn unquote(&mut self, emit: Emit<'_>) {
        if self.record.is_cutting() {
            return;
        }
        self.record.take_open_cell();
        let raw = std::mem::take(&mut self.raw);
        self.unusual.stray_quotes += 1;
        self.record.append("\"", self.limits.cell_bytes);
        self.state = State::Bare;
        self.literal = true;
        self.scan(&raw, emit);
        self.literal = false;
    }

    /// Whether the open quoted cell looks like rows: several lines, most of them with as many
    /// delimiters as the rows before it.
    fn swallowed_rows(&self) -> bool {
        let expected = self.width.saturating_sub(1);
        let (mut lines, mut alike) = (0, 0);
        for line in self.record.open_cell().lines().skip(1).take(64) {
            lines += 1;
            alike += usize::from(line.matches(self.separators.delimiter).count() >= expected);
        }
        lines >= LINES_THAT_TELL && alike * 2 > lines && !self.record.is_cutting()
    }
}
