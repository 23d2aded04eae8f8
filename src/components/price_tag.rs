//! A price: a state before it is a number. Outline, word and amount each say it alone.

use super::{Icon, Svg};
use crate::{
    i18n::{Named, amount, price_note},
    state::lang,
    view::view,
};
use catalog::{NegotiationChannel, PriceState};
use leptos::prelude::*;
use search::HitPrice;

/// The icon of a state.
pub(crate) const fn state_icon(state: PriceState) -> Icon {
    match state {
        PriceState::Number => Icon::Number,
        PriceState::Free => Icon::Free,
        PriceState::Negotiable => Icon::Negotiable,
        PriceState::NotStated => Icon::NotStated,
        PriceState::Doubtful => Icon::Doubtful,
    }
}

/// The class of a state.
pub(crate) const fn state_class(state: PriceState) -> &'static str {
    match state {
        PriceState::Number => "is-number",
        PriceState::Free => "is-free",
        PriceState::Negotiable => "is-nego",
        PriceState::NotStated => "is-none",
        PriceState::Doubtful => "is-doubt",
    }
}

/// The word of a state, with where a negotiable price is settled if that is said.
fn word(price: &HitPrice) -> String {
    let name = price.state.name(lang());
    match price.channel {
        Some(channel @ (NegotiationChannel::Offline | NegotiationChannel::Online))
            if price.state == PriceState::Negotiable =>
        {
            format!("{name} · {}", channel.name(lang()))
        }
        _ => name.to_owned(),
    }
}

/// The whole price of a card or a listing, with the sentence below it.
#[component]
pub(crate) fn PriceTag(price: HitPrice) -> AnyView {
    let lang = lang();
    let number = price.offer.as_ref().and_then(|offer| amount(offer, lang));
    let note = price_note(&price, lang);
    let state = price.state;
    let body = match (state, number) {
        (PriceState::Number, Some((amount, per))) => view! {
            <span class="amount">
                <span class="vh">{format!("{} ", state.name(lang))}</span>
                {amount}
                <small>{per}</small>
            </span>
        },
        (PriceState::Doubtful, Some((amount, per))) => view! {
            <span>
                <span class="amount">{amount}<small>{per}</small></span>
                " "
                <span class="flag">{state.name(lang)}</span>
            </span>
        },
        _ => view! { <span class="word">{word(&price)}</span> },
    };
    view! {
        <div class=format!("price {}", state_class(state))>
            <Svg icon=state_icon(state)/>
            {body}
            {(!note.is_empty()).then(|| view! { <span class="note">{note}</span> })}
        </div>
    }
}

/// A price in one line of plain words, for lists and documents.
pub(crate) fn price_words(price: &HitPrice) -> String {
    let lang = lang();
    let number = price.offer.as_ref().and_then(|offer| amount(offer, lang));
    match (price.state, number) {
        (PriceState::Number, Some((amount, per))) => format!("{amount}{per}"),
        (PriceState::Doubtful, Some((amount, per))) => {
            format!("{amount}{per} {}", price.state.name(lang))
        }
        _ => word(price),
    }
}

/// A price in one line, for lists.
#[component]
pub(crate) fn PriceLine(price: HitPrice) -> AnyView {
    view! {
        <span class=format!("p {}", state_class(price.state))>
            <Svg icon=state_icon(price.state)/>
            {price_words(&price)}
        </span>
    }
}
