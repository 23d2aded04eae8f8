//! The address of rows: which file, which of its parts, and what is asked of them.

use catalog::Key;
use search::url::{Dropped, Why, encode};
use sift::{Arranged, Names, View, address};

use crate::Params;

/// Rows of one file, as they are looked at.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Preview {
    /// Which file.
    pub of: Previewed,
    /// Which of its rows, in which order.
    pub view: View,
    /// What the columns that the view is about were called.
    pub names: Names,
    /// How the columns stand.
    pub columns: Box<Arranged>,
    /// Which sheet of a spreadsheet, from 0.
    pub sheet: Option<u32>,
    /// Which file of an archive, by its path there.
    pub entry: Option<String>,
    /// What was decided about how it is read.
    pub read: Reading,
    /// The row that is pointed at, by its number in the file, from 0.
    pub row: Option<u64>,
}

/// What the visitor decided about how a file is read: with other choices a row has another number.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Reading {
    /// Encoding label.
    pub encoding: Option<String>,
    /// Delimiter.
    pub delimiter: Option<char>,
    /// Whether the first row names the columns.
    pub header: Option<bool>,
}

impl Reading {
    /// What `name` says of it is taken; `false` if nobody can mean that.
    fn take(&mut self, name: &str, value: &str) -> bool {
        let (mut chars, is_label) = (value.chars(), |b: u8| {
            b == b'-' || b.is_ascii_alphanumeric()
        });
        match (name, value, chars.next(), chars.next()) {
            ("head", "yes" | "no", ..) => self.header = Some(value == "yes"),
            ("sep", _, Some(c), None)
                if c == '\t' || !(c.is_control() || c.is_ascii_alphanumeric()) =>
            {
                self.delimiter = Some(c);
            }
            ("enc", _, Some(_), _) if value.len() <= 20 && value.bytes().all(is_label) => {
                self.encoding = Some(value.to_owned());
            }
            _ => return false,
        }
        true
    }
}

/// A file that can be looked into.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Previewed {
    /// One of a listing's.
    File {
        /// The listing.
        key: Key,
        /// Which of its files that can be shown, from 0.
        file: usize,
    },
    /// One of the visitor's own, which no address names: it must be chosen again.
    Own,
}

impl Preview {
    /// All rows of a file, as they stand.
    #[must_use]
    pub fn new(of: Previewed) -> Self {
        Self {
            of,
            view: View::default(),
            names: Names::default(),
            columns: Box::default(),
            sheet: None,
            entry: None,
            read: Reading::default(),
            row: None,
        }
    }

    /// Reads the parameters, with those that could not be honoured; `None` for a listing that
    /// is named wrongly. Without `id` it is the visitor's own file.
    #[must_use]
    pub(crate) fn read(params: &Params) -> (Option<Self>, Vec<Dropped>) {
        let of = match params.get("id") {
            None => Previewed::Own,
            Some(id) => match Key::parse(id) {
                None => return (None, Vec::new()),
                Some(key) => {
                    let file = params.get("file").and_then(|file| file.parse().ok());
                    let file = file.unwrap_or(0);
                    Previewed::File { key, file }
                }
            },
        };
        let (view, lost) = address::read(params.pairs());
        let mut dropped: Vec<Dropped> = lost
            .into_iter()
            .map(|lost| refused(&lost.name, &lost.value))
            .collect();
        let names = params.get("names").map(|value| {
            Names::read(value).unwrap_or_else(|| {
                dropped.push(refused("names", value));
                Names::default()
            })
        });
        let columns = params.get("cols").map(|value| {
            let (columns, all) = Arranged::read(value);
            if !all {
                dropped.push(refused("cols", value));
            }
            columns
        });
        let mut reading = Reading::default();
        for name in ["enc", "sep", "head"] {
            if let Some(value) = params.get(name)
                && !reading.take(name, value)
            {
                dropped.push(refused(name, value));
            }
        }
        // Sheets and rows count from 1 in an address, as people do.
        let mut number = |name: &str| {
            let value = params.get(name)?;
            let number = value.parse::<u64>().ok().and_then(|n| n.checked_sub(1));
            if number.is_none() {
                dropped.push(refused(name, value));
            }
            number
        };
        let preview = Self {
            of,
            view,
            names: names.unwrap_or_default(),
            columns: Box::new(columns.unwrap_or_default()),
            sheet: number("sheet").and_then(|sheet| u32::try_from(sheet).ok()),
            entry: params.get("entry").map(str::to_owned),
            read: reading,
            row: number("row"),
        };
        (Some(preview), dropped)
    }

    /// The address relative to the shop's base.
    #[must_use]
    pub(crate) fn href(&self) -> String {
        let mut pairs: Vec<(&str, String)> = Vec::new();
        if let Previewed::File { key, file } = &self.of {
            pairs.push(("id", key.as_str().to_owned()));
            if *file > 0 {
                pairs.push(("file", file.to_string()));
            }
        }
        pairs.extend(self.entry.clone().map(|entry| ("entry", entry)));
        let sheet = self.sheet.map(|sheet| u64::from(sheet) + 1);
        pairs.extend(sheet.map(|sheet| ("sheet", sheet.to_string())));
        let read = &self.read;
        pairs.extend(read.encoding.clone().map(|label| ("enc", label)));
        pairs.extend(read.delimiter.map(|c| ("sep", c.to_string())));
        let header = read.header.map(|yes| if yes { "yes" } else { "no" });
        pairs.extend(header.map(|word| ("head", word.to_owned())));
        pairs.extend(address::write(&self.view));
        pairs.extend(self.names.write().map(|names| ("names", names)));
        pairs.extend(self.columns.write().map(|columns| ("cols", columns)));
        pairs.extend(self.row.map(|row| ("row", (row + 1).to_string())));
        let mut href = String::from("preview/");
        for (at, (name, value)) in pairs.iter().enumerate() {
            href.push(if at == 0 { '?' } else { '&' });
            href.push_str(name);
            href.push('=');
            encode(value, &mut href);
        }
        href
    }
}

fn refused(name: &str, value: &str) -> Dropped {
    Dropped {
        name: name.to_owned(),
        value: value.to_owned(),
        why: Why::Value,
    }
}
