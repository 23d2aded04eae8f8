//! Price texts of real listings become offers. Blank is unknown, never free; the words are kept.

use super::clause::Clause;
use super::fold::{fold, is_placeholder};
use super::package::package_table;
use super::reading::Reading;
use super::tokens::tokens;
use crate::{Offer, PriceType, Text};
use std::mem::take;

/// Longest price text that is read, in characters; longer ones are kept in part and not read.
const LONGEST: usize = 4_000;

/// Most offers of one text; a longer list is kept as words.
const MOST_OFFERS: usize = 20;

/// Reads a price text in Chinese or English. `currency` (ISO 4217) is that of bare numbers and
/// of words such as 元 and $ that several countries use; `lang` is the tag of package names.
///
/// There is always at least one offer. Notes: `placeholder-price`, `price-not-understood`,
/// `price-partly-understood`, `negative-price`, `price-upper-bound-only`, `approximate-price`,
/// `unit-not-understood`, `price-too-long`, `conditional-free`.
///
/// Free is said only of what is free for everyone, always and whole. `前100次免费，超出0.1元/次`
/// costs 0.1 yuan a call, `限时免费` states no price; the words stay with the offer, and
/// `conditional-free` is noted. Free packages stand behind those that cost something, since a
/// listing counts by its first offer.
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
    if let Some(mut offers) = package_table(words, currency, lang) {
        return match free_last(&mut offers) {
            true => Reading::noted(offers, "conditional-free"),
            false => Reading::sure(offers),
        };
    }
    clauses(words, currency, lang)
}

/// Whether a price text says free, without a condition and without any other price.
pub(crate) fn says_free(text: &str) -> bool {
    let offers = price(text, "CNY", "zh").value;
    offers
        .iter()
        .all(|offer| offer.price_type == PriceType::Free)
}

/// Puts free offers behind those that are not, if there are both; tells whether there are.
fn free_last(offers: &mut Vec<Offer>) -> bool {
    let free = |offer: &Offer| offer.price_type == PriceType::Free;
    let mixed = offers.iter().any(free) && !offers.iter().all(free);
    if mixed {
        let (free, priced): (Vec<Offer>, Vec<Offer>) = offers.drain(..).partition(free);
        offers.extend(priced);
        offers.extend(free);
        for (at, offer) in offers.iter_mut().enumerate() {
            offer.id = format!("o{}", at + 1);
        }
    }
    mixed
}

fn unknown(words: &str) -> Vec<Offer> {
    let mut offer = Offer::new("o1", PriceType::Unknown);
    offer.verbatim = Some(words.to_owned());
    vec![offer]
}

fn clauses(words: &str, currency: &str, lang: &str) -> Reading<Vec<Offer>> {
    let (mut offers, mut notes, mut lost) = (Vec::new(), Vec::new(), false);
    let (mut conditional, mut limited) = (false, false);
    let parts = split(words);
    for part in &parts {
        let (name, rest) = named(part);
        let clause = Clause::read(&tokens(&fold(rest)), currency);
        limited |= clause.is_limit();
        let free_on_condition = clause.is_free_on_condition();
        conditional |= free_on_condition;
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
            lost |= !free_on_condition;
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
        if !offers
            .iter_mut()
            .any(|known| says_the_same(known, &mut offer))
        {
            offers.push(offer);
        }
    }
    // What a further clause or the name of the only package limits is free on a condition.
    let narrowed = match offers.as_slice() {
        [only] => only.name.as_ref().is_some_and(names_some),
        _ => false,
    };
    if limited || lost || narrowed {
        let before = offers.len();
        offers.retain(|offer| offer.price_type != PriceType::Free);
        conditional |= offers.len() < before;
    }
    if offers.is_empty() && conditional {
        return Reading::noted(unknown(words), "conditional-free");
    }
    if offers.is_empty() || offers.len() > MOST_OFFERS {
        return Reading::noted(unknown(words), "price-not-understood");
    }
    conditional |= free_last(&mut offers);
    if lost {
        notes.push("price-partly-understood");
    }
    if conditional {
        notes.push("conditional-free");
    }
    if lost || conditional || offers.len() == 1 {
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

/// Whether the name before a colon is one of several, as 基础版 is, and no label such as 收费方式.
fn names_some(name: &Text) -> bool {
    let labels = ["价", "费", "price", "fee", "cost", "charge"];
    !name
        .iter()
        .any(|(_, name)| labels.iter().any(|label| super::holds(&fold(name), label)))
}

/// Whether they differ in nothing but id and words.
fn says_the_same(a: &mut Offer, b: &mut Offer) -> bool {
    let own = |offer: &mut Offer| (take(&mut offer.id), take(&mut offer.verbatim));
    let (of_a, of_b) = (own(a), own(b));
    let same = a == b;
    (a.id, a.verbatim) = of_a;
    (b.id, b.verbatim) = of_b;
    same
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
