//! Where the reader stands: a chain of borrowed steps that costs nothing until a notice needs it.

use std::fmt::{self, Write as _};

/// One step into a document.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Step<'a> {
    /// Into a member of an object.
    Member(&'a str),
    /// Into an item of a list.
    Item(usize),
    /// Into a line (from 1) of a file with one document a line.
    Line(usize),
}

/// A place in a document. Shown as a JSON Pointer (RFC 6901), empty at the root;
/// in a file of lines `line 12` comes first.
#[derive(Clone, Copy, Debug)]
pub(crate) struct At<'a> {
    up: Option<(&'a At<'a>, Step<'a>)>,
}

impl<'a> At<'a> {
    /// The document itself.
    pub(crate) const ROOT: At<'static> = At { up: None };

    /// The place one step further.
    pub(crate) const fn step(&'a self, step: Step<'a>) -> At<'a> {
        At {
            up: Some((self, step)),
        }
    }

    /// The member `name` of this place.
    pub(crate) const fn member(&'a self, name: &'a str) -> At<'a> {
        self.step(Step::Member(name))
    }

    /// The item `index` of this place.
    pub(crate) const fn item(&'a self, index: usize) -> At<'a> {
        self.step(Step::Item(index))
    }
}

impl fmt::Display for At<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Some((parent, step)) = self.up else {
            return Ok(());
        };
        parent.fmt(f)?;
        match step {
            Step::Member(name) => {
                f.write_str("/")?;
                name.chars().try_for_each(|c| match c {
                    '~' => f.write_str("~0"),
                    '/' => f.write_str("~1"),
                    c => f.write_char(c),
                })
            }
            Step::Item(index) => write!(f, "/{index}"),
            Step::Line(number) => write!(f, "line {number}"),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn shows_a_json_pointer() {
        let list = At::ROOT.member("listings");
        let item = list.item(3);
        assert_eq!(item.member("a/b~c").to_string(), "/listings/3/a~1b~0c");
        assert_eq!(At::ROOT.to_string(), "");
        let line = At::ROOT.step(Step::Line(12));
        assert_eq!(line.member("title").to_string(), "line 12/title");
    }
}
