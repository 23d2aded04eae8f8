//! One rule of a target: from which columns, and what is done to their text on the way.

use catalog::AssertionStatus;
use catalog::parse::fold;

use crate::Pattern;

/// How the text of a rule is read; each target has a reading of its own that needs no name.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Parser {
    /// The target's own reading.
    #[default]
    Own,
    /// Price words of Chinese listings: package names are in Chinese.
    PriceZh,
    /// Price words of English listings: package names are in English.
    PriceEn,
    /// A date.
    Date,
    /// A size with a unit.
    Size,
    /// An update promise.
    Frequency,
    /// The name of an organisation.
    Organization,
    /// The name of an industry, GB/T 4754.
    Industry,
    /// A place; other words are kept as a note to the place, which is not filtered by.
    Place,
    /// Text whose Markdown marks are removed.
    Markdown,
    /// Text as it is.
    Text,
}

/// Every parser by its name in the file.
pub(crate) const PARSERS: &[(&str, Parser)] = &[
    ("price-zh", Parser::PriceZh),
    ("price-en", Parser::PriceEn),
    ("date", Parser::Date),
    ("size", Parser::Size),
    ("frequency", Parser::Frequency),
    ("organization", Parser::Organization),
    ("industry", Parser::Industry),
    ("place", Parser::Place),
    ("markdown", Parser::Markdown),
    ("text", Parser::Text),
];

impl Parser {
    /// The parser named `name`.
    #[must_use]
    pub fn parse(name: &str) -> Option<Self> {
        PARSERS
            .iter()
            .find(|(known, _)| *known == name)
            .map(|(_, parser)| *parser)
    }

    /// The name in the file; `None` for the target's own reading.
    #[must_use]
    pub fn name(self) -> Option<&'static str> {
        PARSERS
            .iter()
            .find(|(_, parser)| *parser == self)
            .map(|(name, _)| *name)
    }
}

/// What becomes of a text that `map` does not name.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum Otherwise {
    /// It goes on unchanged.
    #[default]
    Keep,
    /// It is dropped without a notice.
    Drop,
    /// It becomes this text.
    Value(String),
}

/// One rule.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Rule {
    /// Columns by name, or JSON Pointers into the row. Without `join` or `path` the first
    /// that is not blank counts.
    pub from: Vec<String>,
    /// Joins all that are not blank, with this between; parts that repeat are left out.
    pub join: Option<String>,
    /// The columns are levels of one category path, the top first.
    pub path: bool,
    /// A constant, instead of columns.
    pub value: Option<String>,
    /// Takes a part of the text.
    pub pattern: Option<Pattern>,
    /// Cuts the text at each of these.
    pub split: Vec<String>,
    /// Replaces whole texts, compared without regard to width and case; `None` drops it.
    pub map: Vec<(String, Option<String>)>,
    /// What becomes of texts that `map` does not name.
    pub otherwise: Otherwise,
    /// The text is put in place of `{}`.
    pub template: Option<String>,
    /// How the text is read.
    pub parse: Parser,
    /// Tag of the text, when it is not the mapping's language.
    pub lang: Option<String>,
    /// Unit of bare numbers in `extent`.
    pub unit: Option<catalog::Unit>,
    /// Scheme of `identifiers`.
    pub scheme: Option<String>,
    /// How the value is known, when it is not quoted.
    pub status: Option<AssertionStatus>,
}

impl Rule {
    /// A rule that takes one column as it is.
    #[must_use]
    pub fn column(from: impl Into<String>) -> Self {
        Self {
            from: vec![from.into()],
            ..Self::default()
        }
    }

    /// The text after `map`; `None` when it is dropped.
    pub(crate) fn mapped(&self, text: &str) -> Option<String> {
        if self.map.is_empty() {
            return Some(text.to_owned());
        }
        let folded = fold(text);
        match self.map.iter().find(|(from, _)| fold(from) == folded) {
            Some((_, to)) => to.clone(),
            None => match &self.otherwise {
                Otherwise::Keep => Some(text.to_owned()),
                Otherwise::Drop => None,
                Otherwise::Value(value) => Some(value.clone()),
            },
        }
    }
}
