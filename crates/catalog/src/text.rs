//! Text in the data's own languages: plain, never HTML, one string for each BCP 47 tag.

use record::{Reader, Record, Value};
use std::{borrow::Cow, sync::Arc};

/// A text in one or more languages, in the order of the source.
///
/// In JSON a map from tag to string. A bare string in a catalog gets the catalog's
/// `defaultLanguage` while it is read, so every text here knows its languages.
///
/// Copies share what they hold: every answer of a search copies the name of every facet
/// value, thousands of them.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
pub struct Text(Arc<Vec<(Cow<'static, str>, String)>>);

/// Tags of most texts, which need no copy.
const TAGS: &[&str] = &["zh", "en", "zh-Hans", "zh-Hant"];

fn tag(lang: &str) -> Cow<'static, str> {
    match TAGS.iter().find(|tag| **tag == lang) {
        Some(tag) => Cow::Borrowed(tag),
        None => Cow::Owned(lang.to_owned()),
    }
}

impl Text {
    /// A text in one language.
    pub fn new(lang: impl AsRef<str>, value: impl Into<String>) -> Self {
        Self(Arc::new(vec![(tag(lang.as_ref()), value.into())]))
    }

    /// Of no language yet, with room for some.
    pub(crate) fn with_room(languages: usize) -> Self {
        Self(Arc::new(Vec::with_capacity(languages)))
    }

    /// Adds or replaces the text of one language.
    pub fn insert(&mut self, lang: impl AsRef<str>, value: impl Into<String>) {
        let (lang, value) = (lang.as_ref(), value.into());
        let entries = Arc::make_mut(&mut self.0);
        match entries.iter_mut().find(|(tag, _)| tag == lang) {
            Some(entry) => entry.1 = value,
            None => entries.push((tag(lang), value)),
        }
    }

    /// No language at all.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// `(tag, text)` of every language, in the order of the source.
    pub fn iter(&self) -> impl Iterator<Item = (&str, &str)> {
        self.0
            .iter()
            .map(|(tag, value)| (tag.as_ref(), value.as_str()))
    }

    /// The text to show a reader of `lang`, with the tag it is really in:
    /// exact tag, same base language (`zh` and `zh-Hans`), `default`, first
    /// (model rule 4). `None` only for an empty text.
    #[must_use]
    pub fn pick(&self, lang: &str, default: &str) -> Option<(&str, &str)> {
        let tags = || self.0.iter().map(|(tag, _)| &**tag);
        let place = Self::place_to_show(&tags, lang, default)?;
        self.iter().nth(place)
    }

    /// The place, among the tags of a text, of the one to show: the rule of [`Text::pick`].
    #[must_use]
    pub fn place_to_show<'t, I: Iterator<Item = &'t str>>(
        tags: &dyn Fn() -> I,
        lang: &str,
        default: &str,
    ) -> Option<usize> {
        let find = |want: &dyn Fn(&str) -> bool| tags().position(want);
        find(&|tag| tag.eq_ignore_ascii_case(lang))
            .or_else(|| find(&|tag| base(tag).eq_ignore_ascii_case(base(lang))))
            .or_else(|| find(&|tag| tag.eq_ignore_ascii_case(default)))
            .or_else(|| find(&|tag| base(tag).eq_ignore_ascii_case(base(default))))
            .or_else(|| tags().next().map(|_| 0))
    }
}

/// The base language of a tag: `zh` of `zh-Hans`.
fn base(tag: &str) -> &str {
    tag.split('-').next().unwrap_or(tag)
}

impl FromIterator<(String, String)> for Text {
    fn from_iter<I: IntoIterator<Item = (String, String)>>(entries: I) -> Self {
        let mut text = Self::default();
        for (lang, value) in entries {
            text.insert(lang, value);
        }
        text
    }
}

impl Record for Text {
    fn read(value: Option<&mut Value>, reader: &mut Reader) -> Self {
        let mut text = Self::default();
        let members = reader.open(value).map(std::mem::take).unwrap_or_default();
        for (lang, mut value) in members {
            let value = String::read(Some(&mut value), reader);
            text.insert(lang, value);
        }
        reader.close();
        text
    }

    fn write(&self) -> Value {
        let mut object = record::object();
        for (lang, value) in self.iter() {
            record::put_text(&mut object, lang, value);
        }
        object
    }

    fn is_absent(&self) -> bool {
        self.is_empty()
    }
}

record::by_serde!(Text);
