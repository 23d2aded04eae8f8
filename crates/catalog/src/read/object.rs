//! One JSON object being read: members are taken out one by one, what is left is unknown.
//!
//! How to read a member comes as a plain function, not as a generic one, and what does not
//! depend on the type of the result is done once: a record has dozens of members, and each
//! would bring its own copy into every program.

use crate::read::{
    at::At,
    json::{Map, Value},
    reader::Reader,
    values::{spellings, string, strings, token, verbatim},
};

/// An object whose members are taken as they are understood.
#[derive(Debug)]
pub(crate) struct Object<'a> {
    pub(crate) members: Map<'a>,
    pub(crate) at: At<'a>,
}

/// How a member is read: from its value and its place, with notices to the reader.
pub(crate) type Read<T> = fn(&mut Reader, Value, &At) -> Option<T>;

impl<'a> Object<'a> {
    /// Opens `value`; anything but an object is an error and `None`.
    pub(crate) fn open(reader: &mut Reader, value: Value<'a>, at: At<'a>) -> Option<Self> {
        match value {
            Value::Object(members) => Some(Self { members, at }),
            other => {
                reader.wrong_type(&at, "object", &other);
                None
            }
        }
    }

    /// Takes a member out. Null counts as absent, and is an error, as no member may be null.
    #[inline(never)]
    pub(crate) fn take(&mut self, reader: &mut Reader, name: &str) -> Option<Value<'a>> {
        match self.members.remove(name)? {
            Value::Null => {
                reader.error("null-value", &self.at.member(name), name);
                None
            }
            value => Some(value),
        }
    }

    /// Takes a member that may be null.
    pub(crate) fn take_nullable(&mut self, name: &str) -> Option<Value<'a>> {
        self.members.remove(name).filter(|value| !value.is_null())
    }

    /// Notes that a member the schema requires is not there.
    pub(crate) fn missing(&self, reader: &mut Reader, name: &str) {
        reader.error("missing-member", &self.at, name);
    }

    /// Takes a member and reads it.
    #[inline(never)]
    pub(crate) fn read<T>(&mut self, reader: &mut Reader, name: &str, read: Read<T>) -> Option<T> {
        let value = self.take(reader, name)?;
        read(reader, value, &self.at.member(name))
    }

    /// Takes a member and reads it into its place. What a record is made of goes where it belongs
    /// at once: to hand it on, to drop what is in its place and to copy it there is code that each
    /// of dozens of members would bring.
    #[inline(never)]
    pub(crate) fn fill<T>(
        &mut self,
        reader: &mut Reader,
        name: &str,
        read: Read<T>,
        place: &mut Option<T>,
    ) {
        if let Some(value) = self.take(reader, name) {
            *place = read(reader, value, &self.at.member(name));
        }
    }

    /// The same for a list; items that cannot be read are left out.
    #[inline(never)]
    pub(crate) fn fill_list<T>(
        &mut self,
        reader: &mut Reader,
        name: &str,
        read: Read<T>,
        place: &mut Vec<T>,
    ) {
        if let Some(value) = self.take(reader, name) {
            let limit = reader.limits.items;
            let mut items = Items::of(reader, value, self.at.member(name), limit);
            while let Some((value, at)) = items.next(reader) {
                place.extend(read(reader, value, &at));
            }
        }
    }

    /// Takes a member that must be there and reads it.
    pub(crate) fn require<T>(
        &mut self,
        reader: &mut Reader,
        name: &str,
        read: Read<T>,
    ) -> Option<T> {
        self.expect(reader, name);
        self.read(reader, name, read)
    }

    /// Whether a member is there, whatever it is.
    pub(crate) fn has(&self, name: &str) -> bool {
        self.members.contains_key(name)
    }

    /// Notes if a member that must be there is not.
    pub(crate) fn expect(&self, reader: &mut Reader, name: &str) {
        if !self.has(name) {
            self.missing(reader, name);
        }
    }

    /// Takes a list and reads its items; items that cannot be read are left out.
    pub(crate) fn list<T>(&mut self, reader: &mut Reader, name: &str, read: Read<T>) -> Vec<T> {
        let limit = reader.limits.items;
        self.records(reader, name, limit, read)
    }

    /// Takes a list of at most `limit` items.
    pub(crate) fn records<T>(
        &mut self,
        reader: &mut Reader,
        name: &str,
        limit: usize,
        read: Read<T>,
    ) -> Vec<T> {
        match self.take(reader, name) {
            Some(value) => list(reader, value, &self.at.member(name), limit, read),
            None => Vec::new(),
        }
    }

    /// Takes a member of a closed set; what is in no set is `unknown`, a member like any other.
    pub(crate) fn token_or<T>(
        &mut self,
        reader: &mut Reader,
        name: &str,
        parse: fn(&str) -> Option<T>,
        unknown: T,
    ) -> Option<T> {
        let mut found = None;
        let is_there = self.token_with(reader, name, &mut |text| {
            found = parse(text);
            found.is_some()
        });
        is_there.then(|| found.unwrap_or(unknown))
    }

    /// Takes a member of a closed set, whose spellings are tried until `has` it; false if the
    /// member is not there.
    #[inline(never)]
    fn token_with(
        &mut self,
        reader: &mut Reader,
        name: &str,
        has: &mut dyn FnMut(&str) -> bool,
    ) -> bool {
        let Some(value) = self.take(reader, name) else {
            return false;
        };
        spellings(reader, value, &self.at.member(name), has);
        true
    }

    /// Takes a list of members of a closed set; what is in no set is left out.
    pub(crate) fn tokens<T>(
        &mut self,
        reader: &mut Reader,
        name: &str,
        parse: fn(&str) -> Option<T>,
    ) -> Vec<T> {
        let mut tokens = Vec::new();
        let Some(mut items) = self.items(reader, name) else {
            return tokens;
        };
        while let Some((value, at)) = items.next(reader) {
            tokens.extend(token(reader, value, &at, parse));
        }
        tokens
    }

    /// Takes a list whose items are read one by one, for a reading that remembers the items
    /// before.
    pub(crate) fn items<'s>(&'s mut self, reader: &mut Reader, name: &'s str) -> Option<Items<'s>> {
        let value = self.take(reader, name)?;
        Some(Items::of(
            reader,
            value,
            self.at.member(name),
            reader.limits.items,
        ))
    }

    /// Takes a plain string of one line.
    pub(crate) fn string(&mut self, reader: &mut Reader, name: &str) -> Option<String> {
        self.read(reader, name, string)
    }

    /// Takes the source's words, which may have lines.
    pub(crate) fn verbatim(&mut self, reader: &mut Reader, name: &str) -> Option<String> {
        self.read(reader, name, verbatim)
    }

    /// Takes a list of plain strings.
    pub(crate) fn strings(&mut self, reader: &mut Reader, name: &str) -> Vec<String> {
        match self.take(reader, name) {
            Some(value) => strings(reader, value, &self.at.member(name)),
            None => Vec::new(),
        }
    }

    /// Takes an object that is carried through untouched.
    pub(crate) fn carried(&mut self, reader: &mut Reader, name: &str) -> Option<serde_json::Value> {
        self.read(reader, name, |reader, value, at| {
            if !value.is_object() {
                reader.wrong_type(at, "object", &value);
                return None;
            }
            Some(value.into_owned())
        })
    }

    /// Ends the reading where no members belong to publishers: all that are left are named and
    /// ignored.
    #[inline(never)]
    pub(crate) fn close(self, reader: &mut Reader) {
        for (name, _) in self.members.into_members() {
            reader.error("unknown-member", &self.at, &name);
        }
    }

    /// Ends the reading: members of publishers are returned, all others are named and ignored.
    #[inline(never)]
    pub(crate) fn finish(self, reader: &mut Reader) -> serde_json::Map<String, serde_json::Value> {
        let mut kept = serde_json::Map::new();
        for (name, value) in self.members.into_members() {
            if name.starts_with("x-") {
                kept.insert(name.into_owned(), value.into_owned());
            } else {
                reader.error("unknown-member", &self.at, &name);
            }
        }
        kept
    }
}

/// Reads a list of at most `limit` items; items that cannot be read are left out.
#[inline(never)]
pub(crate) fn list<T>(
    reader: &mut Reader,
    value: Value,
    at: &At,
    limit: usize,
    read: Read<T>,
) -> Vec<T> {
    let mut kept = Vec::new();
    let mut items = Items::of(reader, value, *at, limit);
    while let Some((value, at)) = items.next(reader) {
        kept.extend(read(reader, value, &at));
    }
    kept
}

/// The items of a list, one after another: a single value where a list is due is a list of
/// one; nulls are left out.
pub(crate) struct Items<'a> {
    items: std::vec::IntoIter<Value<'a>>,
    at: At<'a>,
    /// The number of the next item; a single value has none.
    index: Option<usize>,
}

impl<'a> Items<'a> {
    /// The items of `value`, of which `limit` are kept.
    #[inline(never)]
    pub(crate) fn of(reader: &mut Reader, value: Value<'a>, at: At<'a>, limit: usize) -> Self {
        let (mut items, index) = match value {
            Value::Array(items) => (items, Some(0)),
            single => {
                reader.wrong_type(&at, "list", &single);
                (vec![single], None)
            }
        };
        if items.len() > limit {
            let count = items.len();
            reader.warn("list-cut", &at, format!("{limit} of {count} items kept"));
            items.truncate(limit);
        }
        let items = items.into_iter();
        Self { items, at, index }
    }

    /// The number of the item that came last.
    pub(crate) fn number(&self) -> usize {
        self.index.map_or(0, |next| next.saturating_sub(1))
    }

    /// The next item that is no null, and its place.
    #[inline(never)]
    pub(crate) fn next(&mut self, reader: &mut Reader) -> Option<(Value<'a>, At<'_>)> {
        loop {
            let item = self.items.next()?;
            let Some(index) = self.index else {
                return Some((item, self.at));
            };
            self.index = Some(index + 1);
            if !item.is_null() {
                return Some((item, self.at.item(index)));
            }
            reader.error("null-value", &self.at.item(index), "");
        }
    }
}
