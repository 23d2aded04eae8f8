//! The answer for people.

use super::report::{name, shown};
use ::search::{FacetCounts, Hit, HitPrice, Merged, NOT_STATED, ValueCount};
use catalog::{Offer, PriceState};
use std::fmt::Write as _;

/// Values of one facet that are printed.
const MOST_VALUES: usize = 8;

/// The whole answer.
pub(super) fn of(merged: &Merged, lang: &str) -> String {
    let mut out = format!("{} of {} listings", merged.total.value, merged.searched);
    if merged.off_shelf > 0 {
        push(
            &mut out,
            &format!(
                " ({} drafted, delisted, removed or expired are not searched)",
                merged.off_shelf
            ),
        );
    }
    for hit in &merged.hits {
        push(&mut out, &card(hit, lang));
    }
    if (merged.hits.len() as u64) < merged.total.value && !merged.hits.is_empty() {
        push(
            &mut out,
            &format!("\n… the first {}; --limit shows more", merged.hits.len()),
        );
    }
    for counts in merged.facets.iter().filter(|counts| tells(counts)) {
        push(&mut out, &facet(counts, lang));
    }
    out
}

fn push(out: &mut String, text: &str) {
    out.push_str(text);
}

fn card(hit: &Hit, lang: &str) -> String {
    let title = Some(shown(&hit.title, lang)).filter(|title| !title.is_empty());
    let mut out = format!(
        "\n\n{:>3}. {}",
        hit.position + 1,
        title.unwrap_or_else(|| "(no title)".to_owned())
    );
    let mut facts = vec![price(&hit.price)];
    facts.extend(hit.provider.as_ref().map(|provider| name(provider, lang)));
    facts.extend(hit.exchange.as_ref().map(|exchange| name(exchange, lang)));
    // Writing to a string cannot fail.
    let _ = write!(out, "\n     {}\n     {}", facts.join(" · "), hit.key);
    out
}

/// The state first, then the number, then the source's words.
fn price(price: &HitPrice) -> String {
    let state = price.state.as_str().replace('_', " ");
    let offer = price.offer.as_ref();
    let words = offer
        .and_then(|offer| offer.verbatim.clone())
        .or_else(|| offer.and_then(number));
    match (price.state, words) {
        (PriceState::NotStated, _) | (_, None) => state,
        (_, Some(words)) if words.trim() == state => state,
        (_, Some(words)) => format!(
            "{state}: {}",
            words.split_whitespace().collect::<Vec<_>>().join(" ")
        ),
    }
}

fn number(offer: &Offer) -> Option<String> {
    let price = offer.price.as_ref()?;
    let amount = match (&price.amount, &price.min, &price.max) {
        (Some(amount), _, _) => amount.clone(),
        (None, Some(min), Some(max)) => format!("{min}–{max}"),
        (None, Some(min), None) => format!("from {min}"),
        (None, None, Some(max)) => format!("up to {max}"),
        (None, None, None) => return None,
    };
    let unit = offer.unit.as_ref().map(|unit| format!(" per {unit}"));
    Some(
        format!("{amount} {}{}", price.currency, unit.unwrap_or_default())
            .trim()
            .to_owned(),
    )
}

/// Whether a facet says anything of these listings.
fn tells(counts: &FacetCounts) -> bool {
    counts
        .values
        .iter()
        .any(|value| value.value != NOT_STATED && value.count > 0)
}

fn facet(counts: &FacetCounts, lang: &str) -> String {
    let one = |value: &ValueCount| {
        let label = value.label.as_ref().map(|label| shown(label, lang));
        format!(
            "{} {}",
            label.unwrap_or_else(|| value.value.replace('_', " ")),
            value.count
        )
    };
    let present: Vec<&ValueCount> = counts
        .values
        .iter()
        .filter(|value| value.count > 0)
        .collect();
    let shown: Vec<String> = present
        .iter()
        .take(MOST_VALUES)
        .map(|value| one(value))
        .collect();
    let more = present.len().saturating_sub(MOST_VALUES);
    let rest = if more > 0 {
        format!(", … {more} more")
    } else {
        String::new()
    };
    format!("\n\n{}: {}{rest}", counts.facet.as_str(), shown.join(", "))
}
