//! Price texts of real listings become offers. Blank is unknown, never free; the words are kept.

use super::clause::Clause;
use super::fold::{fold, is_placeholder};
use super::package::package_table;
use super::reading::Reading;
use super::tokens::tokens;
use crate::{Offer, PriceType, Text};

/// Longest price text that is read, in characters; longer ones are kept in part and not read.
const LONGEST: usize = 4_000;

/// Most offers of one text; a longer list is kept as words.
const MOST_OFFERS: usize = 20;

/// Reads a price text in Chinese or English. `currency` (ISO 4217) is that of bare numbers and
/// of words such as 元 and $ that several countries use; `lang` is the tag of package names.
///
/// There is always at least one offer. Notes: `placeholder-price`, `price-not-understood`,
/// `price-partly-understood`, `negative-price`, `price-upper-bound-only`, `approximate-price`,
/// `unit-not-understood`, `price-too-long`.
pub fn price(text: &str, currency: &str, lang: &str) -> Reading<Vec<Offer>> {
    let words = text.trim();
    if words.is_empty() {
        return Reading::sure(vec![Offer::new("o1", PriceType::Unknown)]);
    }
    if words.chars().count() > LONGEST {
        let start: String = words.chars().take(LONGEST).collect();
        return Reading::noted(unknown(&start), "price-too-long");
    }
    if is_placeholder(words) {
        return Reading::noted(unknown(words), "placeholder-price");
    }
    if let Some(offers) = package_table(words, currency, lang) {
        return Reading::sure(offers);
    }
    clauses(words, currency, lang)
}

fn unknown(words: &str) -> Vec<Offer> {
    let mut offer = Offer::new("o1", PriceType::Unknown);
    offer.verbatim = Some(words.to_owned());
    vec![offer]
}

fn clauses(words: &str, currency: &str, lang: &str) -> Reading<Vec<Offer>> {
    let (mut offers, mut notes, mut lost) = (Vec::new(), Vec::new(), false);
    let parts = split(words);
    for part in &parts {
        let (name, rest) = named(part);
        let clause = Clause::read(&tokens(&fold(rest)), currency);
        // `长期有效` beside a price is no price and no loss.
        if clause.is_silent() {
            let previous: Option<&mut Offer> = offers.last_mut();
            if let Some(offer) =
                previous.filter(|o| o.price.is_some() && o.included_quantity.is_none())
                && let Some(inclusion) = clause.inclusion()
            {
                offer.included_quantity = Some(inclusion);
                continue;
            }
            lost |= fold(rest).chars().any(|c| c.is_ascii_digit());
            continue;
        }
        let Some((mut offer, mut odd)) = clause.offer(currency) else {
            lost = true;
            continue;
        };
        offer.id = format!("o{}", offers.len() + 1);
        offer.name = name.map(|name| Text::new(lang, name));
        offer.verbatim = Some(if parts.len() > 1 {
            (*part).to_owned()
        } else {
            words.to_owned()
        });
        notes.append(&mut odd);
        // `价格面议，详情请联系客服` says one thing twice.
        if !offers.iter().any(|known| says_the_same(known, &offer)) {
            offers.push(offer);
        }
    }
    if offers.is_empty() || offers.len() > MOST_OFFERS {
        return Reading::noted(unknown(words), "price-not-understood");
    }
    if lost {
        notes.push("price-partly-understood");
    }
    if lost || offers.len() == 1 {
        // The whole wording belongs to what was made of it.
        for offer in &mut offers {
            offer.verbatim = Some(words.to_owned());
        }
    }
    if let [only] = offers.as_mut_slice() {
        only.name = None;
    }
    notes.dedup();
    Reading {
        value: offers,
        notes,
    }
}

fn says_the_same(a: &Offer, b: &Offer) -> bool {
    let bare = |offer: &Offer| Offer {
        id: String::new(),
        verbatim: None,
        ..offer.clone()
    };
    bare(a) == bare(b)
}

/// The clauses of a text: cut at line ends, semicolons, bars and commas that are not within
/// a number.
fn split(text: &str) -> Vec<&str> {
    let mut parts = Vec::new();
    let mut start = 0;
    for (at, c) in text.char_indices() {
        let cut = match c {
            '\n' | '\r' | ';' | '；' | '|' | '，' | '、' | '。' => true,
            ',' => !text.get(at + 1..).is_some_and(|rest| {
                let group = rest.chars().take_while(char::is_ascii_digit).count();
                group == 3
                    && text
                        .get(..at)
                        .is_some_and(|s| s.ends_with(|c: char| c.is_ascii_digit()))
            }),
            _ => false,
        };
        if cut {
            parts.push(text.get(start..at).unwrap_or_default().trim());
            start = at + c.len_utf8();
        }
    }
    parts.push(text.get(start..).unwrap_or_default().trim());
    parts.retain(|part| !part.is_empty());
    parts
}

/// `基础版：0.05元/次` apart: the name of the package and the rest. Words such as 价格 are no name.
fn named(part: &str) -> (Option<&str>, &str) {
    let colon = part.char_indices().find(|(_, c)| matches!(c, ':' | '：'));
    let Some((at, c)) = colon else {
        return (None, part);
    };
    let name = part.get(..at).unwrap_or_default().trim();
    let rest = part.get(at + c.len_utf8()..).unwrap_or_default();
    let label = Clause::read(&tokens(&fold(name)), "CNY");
    if rest.trim().is_empty() || !label.is_wordless() {
        return (None, part);
    }
    let generic = [
        "价格", "售价", "单价", "定价", "报价", "费用", "price", "fee", "cost",
    ];
    let plain = generic.contains(&fold(name).as_str()) || name.is_empty();
    ((!plain).then_some(name), rest)
}
