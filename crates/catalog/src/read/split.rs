//! A file cut where its structure says: the members of a document, the listings of its list,
//! the items of a bare list, the lines of a file of lines. Looks at quotes and brackets only;
//! whether each piece is JSON is seen when it is read.

use super::json::{quote, structure};
use std::ops::Range;

/// One piece of a file, as a place in its bytes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Piece {
    /// A member of the document: its name as JSON, and its value.
    Member(Range<usize>, Range<usize>),
    /// The member `listings` begins, and is a list.
    Listings,
    /// An item of `listings`.
    Listing(Range<usize>),
    /// An item of the bare list that the file is.
    Item(Range<usize>),
    /// There is no more.
    End,
}

/// Why a file cannot be cut.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Stop {
    /// More bytes must come first.
    Wait,
    /// No document of one JSON value: perhaps lines, perhaps no JSON.
    Broken,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum State {
    Start,
    /// A name is due, or the end of the document if no comma came before.
    Name(Comma),
    Colon,
    Value,
    AfterValue,
    /// An item is due. Whether it is one of `listings`, or of the file.
    Item(List, Comma),
    AfterItem(List),
    Closed,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Comma {
    Before,
    None,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum List {
    Listings,
    File,
}

/// Where the cutting stands. The bytes are the caller's: more may be added behind, and what
/// was cut off may be dropped before.
#[derive(Clone, Debug)]
pub(super) struct Split {
    state: State,
    /// Up to here all is cut.
    at: usize,
    /// Inside of a value, from `at`: how far it was looked at, how deep, whether in a text.
    seen: usize,
    depth: usize,
    in_text: bool,
    name: Range<usize>,
    /// The first list of listings was met; another one is a member like any other.
    listed: bool,
}

impl Split {
    pub(super) const fn new() -> Self {
        Self {
            state: State::Start,
            at: 0,
            seen: 0,
            depth: 0,
            in_text: false,
            name: 0..0,
            listed: false,
        }
    }

    /// How many bytes at the front are done with.
    pub(super) fn done(&self) -> usize {
        match self.state {
            State::Colon | State::Value => self.name.start,
            _ => self.at,
        }
    }

    /// The caller dropped `count` bytes at the front.
    pub(super) fn dropped(&mut self, count: usize) {
        self.at -= count;
        self.seen = self.seen.saturating_sub(count);
        self.name = self.name.start.saturating_sub(count)..self.name.end.saturating_sub(count);
    }

    /// The next piece of `bytes`, which are `all` that will come or not.
    pub(super) fn next(&mut self, bytes: &[u8], all: bool) -> Result<Piece, Stop> {
        loop {
            let byte = self.skip_space(bytes);
            let byte = match (byte, self.state) {
                (Some(byte), _) => byte,
                (None, State::Closed) if all => return Ok(Piece::End),
                (None, _) => return Err(if all { Stop::Broken } else { Stop::Wait }),
            };
            match (self.state, byte) {
                (State::Start, b'{') => self.step(State::Name(Comma::None)),
                (State::Start, b'[') => self.step(State::Item(List::File, Comma::None)),
                (State::Name(Comma::None), b'}') | (State::AfterValue, b'}') => {
                    self.step(State::Closed);
                }
                (State::Name(_), b'"') => {
                    self.name = self.value(bytes, all)?;
                    self.state = State::Colon;
                }
                (State::Colon, b':') => self.step(State::Value),
                (State::Value, b'[') if !self.listed && self.is_listings(bytes) => {
                    self.listed = true;
                    self.step(State::Item(List::Listings, Comma::None));
                    return Ok(Piece::Listings);
                }
                (State::Value, _) => {
                    let value = self.value(bytes, all)?;
                    self.state = State::AfterValue;
                    return Ok(Piece::Member(self.name.clone(), value));
                }
                (State::AfterValue, b',') => self.step(State::Name(Comma::Before)),
                (State::Item(list, Comma::None), b']') | (State::AfterItem(list), b']') => {
                    self.step(match list {
                        List::Listings => State::AfterValue,
                        List::File => State::Closed,
                    });
                }
                (State::AfterItem(list), b',') => self.step(State::Item(list, Comma::Before)),
                (State::Item(list, _), _) => {
                    let item = self.value(bytes, all)?;
                    self.state = State::AfterItem(list);
                    return Ok(match list {
                        List::Listings => Piece::Listing(item),
                        List::File => Piece::Item(item),
                    });
                }
                _ => return Err(Stop::Broken),
            }
        }
    }

    fn step(&mut self, state: State) {
        self.at += 1;
        self.state = state;
    }

    /// Goes to the next byte that is no white space.
    fn skip_space(&mut self, bytes: &[u8]) -> Option<u8> {
        loop {
            match bytes.get(self.at)? {
                b' ' | b'\n' | b'\r' | b'\t' => self.at += 1,
                byte => return Some(*byte),
            }
        }
    }

    fn is_listings(&self, bytes: &[u8]) -> bool {
        bytes.get(self.name.clone()) == Some(b"\"listings\"")
    }

    /// The value that begins here; goes past it. When bytes are wanting, what was looked at is
    /// not looked at again.
    fn value(&mut self, bytes: &[u8], all: bool) -> Result<Range<usize>, Stop> {
        self.seen = self.seen.max(self.at);
        let end = match bytes.get(self.at) {
            Some(b'"' | b'{' | b'[') => self.closing(bytes),
            _ => {
                let is_end =
                    |byte: &u8| matches!(byte, b',' | b']' | b'}' | b' ' | b'\n' | b'\r' | b'\t');
                let rest = bytes.get(self.at..).unwrap_or_default();
                let length = rest.iter().position(is_end);
                length
                    .or(all.then_some(rest.len()))
                    .map(|length| self.at + length)
            }
        };
        match end {
            Some(end) => {
                let value = self.at..end;
                (self.at, self.seen, self.depth, self.in_text) = (end, 0, 0, false);
                Ok(value)
            }
            None if all => Err(Stop::Broken),
            None => Err(Stop::Wait),
        }
    }

    /// Behind the quote or bracket that closes the value which begins at `self.at`.
    fn closing(&mut self, bytes: &[u8]) -> Option<usize> {
        loop {
            if self.in_text {
                let at = quote(bytes, self.seen);
                match bytes.get(at) {
                    Some(b'"') => self.in_text = false,
                    // What follows a backslash may not be there yet.
                    Some(_) if at + 1 < bytes.len() => {
                        self.seen = at + 2;
                        continue;
                    }
                    _ => {
                        self.seen = at;
                        return None;
                    }
                }
                self.seen = at + 1;
            } else {
                let at = structure(bytes, self.seen);
                self.seen = at + 1;
                match bytes.get(at) {
                    Some(b'"') => {
                        self.in_text = true;
                        continue;
                    }
                    Some(b'{' | b'[') => {
                        self.depth += 1;
                        continue;
                    }
                    // A closing one too many ends the value; whoever reads it finds the fault.
                    Some(_) => self.depth = self.depth.saturating_sub(1),
                    None => {
                        self.seen = at;
                        return None;
                    }
                }
            }
            if self.depth == 0 {
                return Some(self.seen);
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The pieces of `text` when its bytes come `step` at a time, and how it ended.
    fn pieces(text: &str, step: usize) -> (Vec<String>, Stop) {
        let (mut split, mut buffer, mut found) = (Split::new(), Vec::new(), Vec::new());
        let mut chunks = text.as_bytes().chunks(step);
        loop {
            let chunk = chunks.next();
            buffer.drain(..split.done());
            split.dropped(split.done());
            buffer.extend_from_slice(chunk.unwrap_or_default());
            loop {
                let words = |range: Range<usize>| String::from_utf8_lossy(&buffer[range]);
                match split.next(&buffer, chunk.is_none()) {
                    Ok(Piece::Member(name, value)) => {
                        found.push(format!("{}={}", words(name), words(value)));
                    }
                    Ok(Piece::Listings) => found.push(String::from("listings")),
                    Ok(Piece::Listing(item)) => found.push(format!("- {}", words(item))),
                    Ok(Piece::Item(item)) => found.push(format!("* {}", words(item))),
                    Ok(Piece::End) => return (found, Stop::Wait),
                    Err(Stop::Wait) => break,
                    Err(Stop::Broken) => return (found, Stop::Broken),
                }
            }
        }
    }

    #[test]
    fn cuts_the_same_pieces_however_the_bytes_come() {
        for (text, expected, stop) in [
            (
                r#" { "a" : [1, "]}\"\\"] ,"listings":[{"t":"中}"}, 7 ,"x"],"b":{},"c":true } "#,
                vec![
                    r#""a"=[1, "]}\"\\"]"#,
                    "listings",
                    r#"- {"t":"中}"}"#,
                    "- 7",
                    r#"- "x""#,
                    r#""b"={}"#,
                    r#""c"=true"#,
                ],
                Stop::Wait,
            ),
            ("[{},[[]],1]", vec!["* {}", "* [[]]", "* 1"], Stop::Wait),
            ("[]", vec![], Stop::Wait),
            ("{}", vec![], Stop::Wait),
            (r#"{"listings":[]}"#, vec!["listings"], Stop::Wait),
            (r#"{"listings":{}}"#, vec![r#""listings"={}"#], Stop::Wait),
            (
                r#"{"listings":[1],"listings":[2]}"#,
                vec!["listings", "- 1", r#""listings"=[2]"#],
                Stop::Wait,
            ),
            ("{}{}", vec![], Stop::Broken),
            ("[1,]", vec!["* 1", "* "], Stop::Wait),
            ("[1 2]", vec!["* 1"], Stop::Broken),
            (r#"{"a":1,}"#, vec![r#""a"=1"#], Stop::Broken),
            (r#"{"a" 1}"#, vec![], Stop::Broken),
            (r#"{"a":}"#, vec![r#""a"="#], Stop::Wait),
            (r#"{"listings":[{"a":"#, vec!["listings"], Stop::Broken),
            (r#"{"listings":["a\"#, vec!["listings"], Stop::Broken),
            ("x", vec![], Stop::Broken),
            ("", vec![], Stop::Broken),
        ] {
            for step in 1..=text.len().max(1) {
                let (found, end) = pieces(text, step);
                assert_eq!(found, expected, "{text} by {step}");
                assert_eq!(end, stop, "{text} by {step}");
            }
        }
    }
}
