//! The state of one reading: where it is, and what did not fit. Every function here exists once
//! in the program, whatever it reads, so none is inlined.

use crate::{Fault, Map, Value, fault::excerpt, place_of};

/// What one reading knows.
#[derive(Debug, Default)]
pub struct Reader {
    path: Vec<Step>,
    fault: Option<Fault>,
}

/// One step from the whole to a part.
#[derive(Clone, Copy, Debug)]
enum Step {
    Member(&'static str),
    Item(usize),
}

impl Reader {
    /// Notes that `expected` should stand here. Only the first fault is kept: what follows from
    /// it says nothing new.
    #[inline(never)]
    pub fn refuse(&mut self, expected: &str, found: Option<&Value>) {
        if self.fault.is_none() {
            self.fault = Some(Fault {
                at: self.place(),
                expected: expected.to_owned(),
                found: excerpt(found),
            });
        }
    }

    /// Ends the reading.
    ///
    /// # Errors
    /// The first fault, if there was one.
    pub fn finish(self) -> Result<(), Fault> {
        self.fault.map_or(Ok(()), Err)
    }

    fn place(&self) -> String {
        let mut place = String::new();
        for step in &self.path {
            match step {
                Step::Member(name) => {
                    if !place.is_empty() {
                        place.push('.');
                    }
                    place.push_str(name);
                }
                Step::Item(index) => {
                    place.push('[');
                    place.push_str(&index.to_string());
                    place.push(']');
                }
            }
        }
        place
    }

    /// Goes into an object; [`Reader::close`] leaves it. An object that is not there has no
    /// members and no faults.
    #[inline(never)]
    pub fn open<'v>(&mut self, value: Option<&'v mut Value>) -> Option<&'v mut Map<String, Value>> {
        let members = match value {
            Some(Value::Object(members)) => Some(members),
            None => None,
            Some(other) => {
                self.refuse("an object", Some(other));
                None
            }
        };
        self.path.push(Step::Item(0));
        members
    }

    /// Goes into a list; [`Reader::close`] leaves it.
    #[inline(never)]
    pub fn open_list<'v>(&mut self, value: Option<&'v mut Value>) -> &'v mut [Value] {
        let items = match value {
            Some(Value::Array(items)) => items.as_mut_slice(),
            None => &mut [],
            Some(other) => {
                self.refuse("a list", Some(other));
                &mut []
            }
        };
        self.path.push(Step::Item(0));
        items
    }

    /// Leaves an object or a list.
    #[inline(never)]
    pub fn close(&mut self) {
        self.path.pop();
    }

    /// Stands at an item of the list that is open.
    #[inline(never)]
    pub fn stand_at(&mut self, index: usize) {
        if let Some(step) = self.path.last_mut() {
            *step = Step::Item(index);
        }
    }

    /// A member that may be missing.
    #[inline(never)]
    pub fn find<'v>(
        &mut self,
        members: Option<&'v mut Map<String, Value>>,
        name: &'static str,
    ) -> Option<&'v mut Value> {
        if let Some(step) = self.path.last_mut() {
            *step = Step::Member(name);
        }
        members?.get_mut(name)
    }

    /// A member that must be there.
    #[inline(never)]
    pub fn need<'v>(
        &mut self,
        members: Option<&'v mut Map<String, Value>>,
        name: &'static str,
    ) -> Option<&'v mut Value> {
        let is_open = members.is_some();
        let found = self.find(members, name);
        if is_open && found.is_none() {
            self.refuse("this member", None);
        }
        found
    }

    /// The position of a token among `names`; beyond them all when there is none.
    #[inline(never)]
    pub fn token(&mut self, value: Option<&mut Value>, names: &[&str]) -> usize {
        let place = match &value {
            Some(Value::String(token)) => place_of(token, names),
            None => return usize::MAX,
            Some(_) => None,
        };
        place.unwrap_or_else(|| {
            self.refuse_token(value.as_deref(), names);
            usize::MAX
        })
    }

    /// A variant by its position among `names`, with what it holds: a bare token, or an object
    /// of one member.
    #[inline(never)]
    pub fn variant<'v>(
        &mut self,
        value: Option<&'v mut Value>,
        names: &[&str],
    ) -> (usize, Option<&'v mut Value>) {
        let Some(value) = value else {
            return (usize::MAX, None);
        };
        if !value.is_object() {
            return (self.token(Some(value), names), None);
        }
        let mut members = value.as_object_mut().into_iter().flatten();
        if let (Some((name, content)), None) = (members.next(), members.next())
            && let Some(place) = place_of(name, names)
        {
            return (place, Some(content));
        }
        self.refuse_token(None, names);
        (usize::MAX, None)
    }

    /// What a variant holds that must hold something.
    #[inline(never)]
    pub fn content<'v>(&mut self, content: Option<&'v mut Value>) -> Option<&'v mut Value> {
        if content.is_none() {
            self.refuse("the content of a variant", None);
        }
        content
    }

    /// What a variant holds that must hold nothing.
    #[inline(never)]
    pub fn no_content(&mut self, content: Option<&mut Value>) {
        if let Some(content) = content
            && !content.is_null()
        {
            self.refuse("a variant that holds nothing", Some(content));
        }
    }

    /// A whole number up to `most`.
    #[inline(never)]
    pub fn whole(&mut self, value: Option<&mut Value>, most: u64) -> u64 {
        let Some(value) = value else { return 0 };
        match value.as_u64() {
            Some(number) if number <= most => number,
            _ => {
                self.refuse("a whole number in its bounds", Some(value));
                0
            }
        }
    }

    #[inline(never)]
    fn refuse_token(&mut self, found: Option<&Value>, names: &[&str]) {
        let mut expected = String::from("one of ");
        for (number, name) in names.iter().enumerate() {
            expected.push_str(if number > 0 { ", " } else { "" });
            expected.push_str(name);
        }
        self.refuse(&expected, found);
    }
}
