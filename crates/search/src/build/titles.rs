//! The listings in the order of their titles, made once for every language of the catalog,
//! because the title that sorts is the one that a reader is shown.

use catalog::Text;
use hanzi::sort_key_into;
use scan::first_bytes;
use sorting::places_by;

/// Most languages that have an order of their own; for readers of others titles are sorted when
/// they ask.
const MOST: usize = 4;

/// The titles of all listings, as they sort.
#[derive(Debug, Default)]
pub(crate) struct Titles {
    /// Tags of languages, as they came.
    tags: Vec<String>,
    keys: Vec<u8>,
    /// Tag and end of each title's key.
    titles: Vec<(u8, u32)>,
    /// Where the titles of each listing end.
    ends: Vec<u32>,
}

impl Titles {
    /// Adds the titles of the next listing.
    pub(crate) fn push(&mut self, title: &Text) {
        for (tag, title) in title.iter() {
            let known = self.tags.iter().position(|t| t.eq_ignore_ascii_case(tag));
            let number = known.unwrap_or(self.tags.len()).min(usize::from(u8::MAX));
            if known.is_none() && number < usize::from(u8::MAX) {
                self.tags.push(tag.to_owned());
            }
            sort_key_into(title, &mut self.keys);
            self.titles.push((number as u8, self.keys.len() as u32));
        }
        self.ends.push(self.titles.len() as u32);
    }

    /// The key of the title that a reader of `lang` is shown: as [`Text::pick`] chooses.
    fn shown(&self, listing: usize, lang: &str, default: &str) -> &[u8] {
        let end = |listing: usize| self.ends.get(listing).map_or(0, |end| *end as usize);
        let start = listing.checked_sub(1).map_or(0, end);
        let own = self.titles.get(start..end(listing)).unwrap_or_default();
        let tag = |number: u8| {
            self.tags
                .get(usize::from(number))
                .map_or("", String::as_str)
        };
        let tags = || own.iter().map(|(number, _)| tag(*number));
        let place = start + Text::place_to_show(&tags, lang, default).unwrap_or(0);
        let key_end = |title: usize| self.titles.get(title).map_or(0, |(_, end)| *end as usize);
        let key_start = place.checked_sub(1).map_or(0, key_end);
        if own.is_empty() {
            return &[];
        }
        self.keys.get(key_start..key_end(place)).unwrap_or_default()
    }

    /// Tags of all languages that titles are in.
    pub(crate) fn tags(&self) -> &[String] {
        &self.tags
    }

    /// For every language that has an order of its own, and for all others: the rank of every
    /// number, `order` giving the listing of each.
    pub(crate) fn ranks(&self, order: &[u32], default: &str) -> Vec<(Option<String>, Vec<u8>)> {
        let own = self.tags.iter().take(MOST).map(|tag| Some(tag.clone()));
        // With one language there is nothing to differ.
        let others = (self.tags.len() != 1).then_some(None);
        own.chain(others)
            .map(|lang| {
                let asked = lang.as_deref().unwrap_or(default);
                let keys = order.iter();
                let keys: Vec<&[u8]> = keys
                    .map(
                        |listing| match self.shown(*listing as usize, asked, default) {
                            // No key begins with this byte: what has no title comes last.
                            [] => &[0xFF][..],
                            key => key,
                        },
                    )
                    .collect();
                let key = |doc: usize| keys.get(doc).copied().unwrap_or(&[]);
                let in_order = places_by(keys.len(), &|doc| first_bytes(key(doc)), &key);
                let mut ranks = vec![0_u8; keys.len() * 4];
                for (rank, doc) in in_order.into_iter().enumerate() {
                    if let Some(slot) = ranks.get_mut(doc * 4..doc * 4 + 4) {
                        slot.copy_from_slice(&(rank as u32).to_le_bytes());
                    }
                }
                (lang, ranks)
            })
            .collect()
    }
}
