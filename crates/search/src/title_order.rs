//! The listings in the order of their titles, made once for every language of the catalog,
//! because the title that sorts is the one that a reader is shown.

use crate::sort::places_by_text;
use catalog::Catalog;

/// Most languages that have an order of their own; with more, titles are sorted when asked.
const MOST: usize = 4;

/// An order for every language.
#[derive(Debug, Default)]
pub(crate) struct TitleOrders {
    /// The languages of titles, each with its order, then the order where a reader's
    /// language is none of them. Empty where there are too many.
    orders: Vec<(Option<String>, Vec<u32>)>,
}

impl TitleOrders {
    /// Sorts `docs` listings of `catalog`; `title` gives the one that a reader of a language
    /// is shown. Equal titles stand as they are numbered, those without one last.
    pub(crate) fn of<'t>(
        catalog: &Catalog,
        docs: usize,
        title: &dyn Fn(usize, &str) -> &'t str,
    ) -> Self {
        let mut tags: Vec<&str> = Vec::new();
        for (tag, _) in catalog
            .listings
            .iter()
            .flat_map(|listing| listing.title.iter())
        {
            if tags.len() <= MOST && !tags.iter().any(|known| known.eq_ignore_ascii_case(tag)) {
                tags.push(tag);
            }
        }
        if tags.len() > MOST {
            return Self::default();
        }
        let order = |lang: &str| {
            let titles: Vec<&str> = (0..docs).map(|doc| title(doc, lang)).collect();
            // No text begins with this byte: what has no title comes last.
            let text = |doc: usize| match titles.get(doc) {
                Some(title) if !title.is_empty() => title.as_bytes(),
                _ => &[0xFF],
            };
            let order = places_by_text(docs, &text);
            order.into_iter().map(|doc| doc as u32).collect()
        };
        let own = tags.iter().map(|tag| (Some((*tag).to_owned()), order(tag)));
        let mut orders: Vec<_> = own.collect();
        // With one language, or the default among them, there is nothing left to differ.
        let known = |(tag, _): &(Option<String>, Vec<u32>)| {
            tag.as_ref()
                .is_some_and(|tag| tag.eq_ignore_ascii_case(&catalog.default_language))
        };
        if tags.len() != 1 && !orders.iter().any(known) {
            orders.push((None, order(&catalog.default_language)));
        }
        Self { orders }
    }

    /// The order for a reader of `lang`, if it was made.
    pub(crate) fn get(&self, lang: &str, default: &str) -> Option<&[u32]> {
        let base = |tag: &str| tag.split('-').next().unwrap_or(tag).to_ascii_lowercase();
        let find = |fits: &dyn Fn(&str) -> bool| {
            let tag = |(tag, _): &&(Option<String>, Vec<u32>)| tag.as_deref().is_some_and(fits);
            let mut found = self.orders.iter().filter(tag);
            found
                .next()
                .map(|(_, order)| (order.as_slice(), found.next().is_some()))
        };
        if let [(_, only)] = &self.orders[..] {
            return Some(only);
        }
        if let Some((order, _)) = find(&|tag| tag.eq_ignore_ascii_case(lang)) {
            return Some(order);
        }
        // Of several that share a base, each listing shows its own first.
        match find(&|tag| base(tag) == base(lang)) {
            Some((_, true)) => None,
            Some((order, false)) => Some(order),
            None => {
                let named = find(&|tag| tag.eq_ignore_ascii_case(default));
                let unnamed = self.orders.iter().find(|(tag, _)| tag.is_none());
                let named = named.map(|(order, _)| order);
                named.or_else(|| unnamed.map(|(_, order)| order.as_slice()))
            }
        }
    }
}
